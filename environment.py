"""behave's hooks. They lie beside steps/, where behave looks for them."""

import gc
from typing import Any

from dod_model.bdd import Case, ModelUnderTest, RunReport, register_types

register_types()


def before_all(context: Any) -> None:
    # What is loaded by now stays: the collector need not look at all of it again at every scenario. What a scenario
    # makes goes by itself, for next to nothing of it is in a ring.
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000)
    context.case = Case(ModelUnderTest())
    context.report = RunReport(context.config)
    context.config.reporters.append(context.report)


def after_all(context: Any) -> None:
    context.report.require_some()
