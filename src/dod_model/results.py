"""Many assessments taken together: what a command answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Literal

from dod_model.assessment import Assessment, assess
from dod_model.attempt import Attempt, Wish
from dod_model.plan import Plan, plan_for
from dod_model.site import Site


class ExitCode(IntEnum):
    """What the exit codes mean. No option changes what a number means."""

    REACHED = 0
    NOT_REACHED = 1
    USAGE = 2
    UNDETERMINED = 3
    OUR_BUG = 70


@dataclass(frozen=True, slots=True)
class Result:
    """An attempt, its assessment and, where the wish is not reached and a plan was asked for, its plan."""

    attempt: Attempt
    assessment: Assessment
    plan: Plan | None


def results(site: Site, attempts: Iterable[Attempt], wish: Wish, *, with_plans: bool = True) -> Iterator[Result]:
    """Assess attempts one by one.

    Raises:
        InputError: an attempt does not fit the site.
        TooManyWaysError: no plan was found within the limit of the search.
    """
    for attempt in attempts:
        assessment = assess(site, attempt, wish)
        wanted = with_plans and assessment.reached is not True
        yield Result(attempt, assessment, plan_for(site, attempt, wish) if wanted else None)


def exit_code_of(reached: Iterable[bool | None]) -> Literal[0, 1, 3]:
    """0 if every wish is reached; 1 if some is not; 3 if none fails, but some are undetermined or not covered."""
    answers = set(reached)
    if False in answers:
        return 1
    return 3 if None in answers else 0
