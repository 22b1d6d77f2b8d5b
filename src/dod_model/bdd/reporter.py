"""The closing line of a run, which people and machines count by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from behave.model import Feature, Rule, Scenario, ScenarioOutline
from behave.model_type import Status
from behave.reporter.base import Reporter

_SKIPPED = frozenset({Status.skipped, Status.untested})


def scenarios(part: Any) -> Iterator[Scenario]:
    """Every scenario of a feature or rule, each row of an outline as one."""
    for item in part.run_items:
        if isinstance(item, Rule):
            yield from scenarios(item)
        elif isinstance(item, ScenarioOutline):
            yield from item.scenarios
        else:
            yield item


class ClosingLine(Reporter):
    """Counts scenarios, also those in rules, and prints ``behave: N passed, N failed, N skipped`` last."""

    def __init__(self, config: Any) -> None:
        """Count for a run with this configuration of behave's."""
        super().__init__(config)
        self.counts: Counter[str] = Counter()

    def feature(self, feature: Feature) -> None:
        """Count the scenarios of a feature that has ended. Whatever is neither passed nor skipped has failed."""
        for scenario in scenarios(feature):
            status = scenario.status
            kind = "passed" if status is Status.passed else "skipped" if status in _SKIPPED else "failed"
            self.counts[kind] += 1

    def require_some(self) -> None:
        """Make a run in which nothing ran an error, as one with a mistyped tag is.

        Raises:
            AssertionError: no scenario ran.
        """
        if not self.counts["passed"] + self.counts["failed"]:
            message = "no scenario ran: are tags and paths right?"
            raise AssertionError(message)

    def end(self) -> None:
        """Print the line."""
        counted = ", ".join(f"{self.counts[kind]} {kind}" for kind in ("passed", "failed", "skipped"))
        print(f"behave: {counted}")  # noqa: T201 - a reporter prints
