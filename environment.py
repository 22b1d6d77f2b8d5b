"""behave's hooks. They lie beside steps/, where behave looks for them."""

import gc
from typing import Any

from dod_model.bdd import CannotBeginError, RunReport, Session, register_types

register_types()


def before_all(context: Any) -> None:
    # What is loaded by now stays: the collector need not look at all of it again at every scenario. What a scenario
    # makes goes by itself, for next to nothing of it is in a ring.
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000)
    context.session = None
    context.report = RunReport(context.config)
    context.config.reporters.append(context.report)
    try:
        context.session = Session(context.config.userdata)
    except CannotBeginError as error:
        context.report.cannot_begin(str(error))
        context.abort(reason="the run cannot begin")
    else:
        context.case = context.session.case
        context.report.passed_over = context.session.passed_over


def before_scenario(context: Any, scenario: Any) -> None:
    context.session.scenario_begins(scenario)


def after_scenario(context: Any, scenario: Any) -> None:
    context.session.scenario_ends(scenario)


def after_all(context: Any) -> None:
    if context.session is None:
        return
    context.session.end(context.report.features, passed=not context.failed and context.report.counts["passed"] > 0)
    context.report.require_some()
