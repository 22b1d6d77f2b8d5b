"""behave's hooks. They lie beside steps/, where behave looks for them."""

import gc
from typing import Any

from dod_model.bdd import RunReport, Session, register_types

register_types()


def before_all(context: Any) -> None:
    # What is loaded by now stays: the collector need not look at all of it again at every scenario. What a scenario
    # makes goes by itself, for next to nothing of it is in a ring.
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000)
    context.session = Session(context.config.userdata)
    context.case = context.session.case
    context.report = RunReport(context.config, context.session.passed_over)
    context.config.reporters.append(context.report)


def before_scenario(context: Any, scenario: Any) -> None:
    context.session.scenario_begins(scenario)


def after_scenario(context: Any, scenario: Any) -> None:
    context.session.scenario_ends(scenario)


def after_all(context: Any) -> None:
    context.session.end(passed=not context.failed)
    context.report.require_some()
