"""The end of a run: why scenarios failed, and the line which people and machines count by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from behave.matchers import StepParseError
from behave.model import Feature, Rule, Scenario, ScenarioOutline, Step
from behave.model_type import Status
from behave.reporter.base import Reporter
from behave.reporter.summary import AbstractSummaryReporter

_SKIPPED = frozenset({Status.skipped, Status.untested})


def rules(feature: Any) -> Iterator[Rule]:
    """Every rule of a feature."""
    return (item for item in feature.run_items if isinstance(item, Rule))


def items(part: Any) -> Iterator[Scenario]:
    """Every scenario and outline of a feature or rule."""
    for item in part.run_items:
        if isinstance(item, Rule):
            yield from items(item)
        else:
            yield item


def scenarios(part: Any) -> Iterator[Scenario]:
    """Every scenario of a feature or rule, each row of an outline as one."""
    for item in items(part):
        if isinstance(item, ScenarioOutline):
            yield from item.scenarios
        else:
            yield item


class RunReport(Reporter):
    """Tells at the end what failed and why, and last of all ``behave: N passed, N failed, N skipped``.

    behave's own summary counts features, rules and steps as well, and its short formats leave out the reasons.

    Attributes:
        passed_over: why scenarios were passed over, and how many for each reason.
        counts: how many scenarios passed, failed and were skipped.
        failures: the scenarios that failed.
        features: those that have ended.
    """

    def __init__(self, config: Any) -> None:
        """Report on a run, behave being configured so."""
        super().__init__(config)
        self.passed_over: Counter[str] = Counter()
        # behave adds up the time of scenarios outside rules only. Where all are in rules it would say that none passed.
        for other in config.reporters:
            if isinstance(other, AbstractSummaryReporter):
                other.show_duration = False
        self.counts: Counter[str] = Counter()
        self.failures: list[Scenario] = []
        self.features: list[Feature] = []
        self._why_not = ""

    def cannot_begin(self, why: str) -> None:
        """Tell nothing at the end but why there was no run."""
        self._why_not = why
        self.config.reporters[:] = [self]

    def feature(self, feature: Feature) -> None:
        """Count the scenarios of a feature that has ended. Whatever is neither passed nor skipped has failed."""
        self.features.append(feature)
        for scenario in scenarios(feature):
            status = scenario.status
            kind = "passed" if status is Status.passed else "skipped" if status in _SKIPPED else "failed"
            self.counts[kind] += 1
            if kind == "failed":
                self.failures.append(scenario)

    def require_some(self) -> None:
        """Make a run in which nothing ran an error, as one with a mistyped tag is.

        Raises:
            AssertionError: no scenario ran.
        """
        if not self.counts["passed"] + self.counts["failed"]:
            message = "no scenario ran: are tags and paths right?"
            if self.passed_over:
                message = "no scenario ran, for every one was passed over: nothing was found out about the tool"
            raise AssertionError(message)

    def end(self) -> None:
        """Print the failures, then the line."""
        if self._why_not:
            print(f"behave: {self._why_not}")  # noqa: T201 - a reporter prints
            return
        for scenario in self.failures:
            print("\n".join(_told(scenario)))  # noqa: T201 - a reporter prints
        for reason, number in self.passed_over.most_common():
            print(f"passed over, {number}: {reason}")  # noqa: T201 - a reporter prints
        counted = ", ".join(f"{self.counts[kind]} {kind}" for kind in ("passed", "failed", "skipped"))
        print(f"behave: {counted}")  # noqa: T201 - a reporter prints


def _told(scenario: Scenario) -> Iterator[str]:
    """A failed scenario: where it stands, the step that failed, and why."""
    yield f"\n{scenario.location}  {scenario.name}"
    yield from reason_of(scenario)


def reason_of(scenario: Scenario) -> Iterator[str]:
    """The steps of a scenario that failed, each with why."""
    for step in scenario.all_steps:
        if step.status.is_failure() or step.status.is_error() or step.status is Status.undefined:
            yield f"  {step.keyword} {step.name}"
            yield from (f"    {line}" for line in _reason(step).splitlines())


def _reason(step: Step) -> str:
    """Why a step failed. A mistyped word needs no traceback."""
    if isinstance(step.exception, StepParseError):
        return str(step.exception)
    return str(step.error_message or step.status.name).rstrip()
