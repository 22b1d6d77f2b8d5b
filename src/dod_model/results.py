"""Many assessments taken together: what a command answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from dod_model.assessment import Assessment, assess
from dod_model.attempt import Attempt, Wish
from dod_model.site import Site
from dod_model.survey import Excerpts

if TYPE_CHECKING:  # searching for plans takes time to import, and an attempt that succeeds needs none
    from dod_model.plan import Plan


class ExitCode(IntEnum):
    """What the exit codes mean. No option changes what a number means."""

    REACHED = 0
    NOT_REACHED = 1
    USAGE = 2
    UNDETERMINED = 3
    OUR_BUG = 70


@dataclass(frozen=True)
class Result:
    """An attempt and its assessment; its plan is looked for when it is first asked for.

    Attributes:
        attempt: the attempt.
        assessment: its assessment, on the part of the site that matters to it.
        site: the whole site.
        wants_plan: whether a plan is to be looked for where the wish is not reached.
        alike: equal for results that differ in nothing that is told but the name of the client.
    """

    attempt: Attempt
    assessment: Assessment
    site: Site
    wants_plan: bool
    alike: Hashable

    @cached_property
    def plan(self) -> Plan | None:
        """The plan; None where the wish is reached, where none was asked for, or where the search was given up."""
        if not self.wants_plan or self.assessment.reached is True or self.assessment.situation is None:
            return None
        from dod_model.plan import TooManyWaysError, plan_for

        try:
            found = plan_for(self.assessment.situation.site, self.attempt, self.assessment.wish)
        except TooManyWaysError:
            return None
        return self._told_of_others(found)

    def plan_for_all(self, clients: Collection[str]) -> Plan | None:
        """The plan, as it is told for several clients that fare alike: those are not named among what it touches."""
        return None if self.plan is None else self._told_of_others(self.plan, clients)

    def _told_of_others(self, plan: Plan, besides: Collection[str] = ()) -> Plan:
        """The plan with all that its changes touch in the whole site, some clients left aside."""
        from dod_model.plan.touching import touched

        if self.assessment.situation is None:
            return plan
        whole = replace(self.assessment.situation, site=self.site)
        steps = tuple(
            replace(step, change=replace(step.change, touches=touched(step.change, whole, besides)))
            for step in plan.steps
        )
        return replace(plan, steps=steps)


@dataclass(frozen=True, slots=True)
class Summary:
    """Many assessments in a few numbers.

    Attributes:
        outcomes: how many attempts have which outcome, by the name of the outcome.
        exit_code: as `exit_code_of`.
    """

    outcomes: Mapping[str, int]
    exit_code: Literal[0, 1, 3]


def results(site: Site, attempts: Iterable[Attempt], wish: Wish, *, with_plans: bool = True) -> Iterator[Result]:
    """Assess attempts one by one.

    Raises:
        InputError: an attempt does not fit the site.
    """
    excerpts = Excerpts(site)
    for attempt in attempts:
        assessment = assess(excerpts.of(attempt), attempt, wish)
        alike = (replace(attempt, client=""), assessment.facts, excerpts.settings_of(attempt))
        yield Result(attempt, assessment, site, with_plans, alike)


def summary_of(results: Iterable[Result]) -> Summary:
    """Sum up results, holding none of them."""
    outcomes: Counter[str] = Counter()
    reached: set[bool | None] = set()
    for result in results:
        outcomes[result.assessment.outcome.value] += 1
        reached.add(result.assessment.reached)
    return Summary(dict(sorted(outcomes.items())), exit_code_of(reached))


def exit_code_of(reached: Iterable[bool | None]) -> Literal[0, 1, 3]:
    """0 if every wish is reached; 1 if some is not; 3 if none fails, but some are undetermined or not covered."""
    answers = set(reached)
    if False in answers:
        return 1
    return 3 if None in answers else 0
