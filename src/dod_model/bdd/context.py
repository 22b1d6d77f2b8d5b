"""What steps share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from dod_model.attempt import Attempt, Wish
from dod_model.bdd.system import Answer, SystemUnderTest
from dod_model.bdd.world import ATTEMPT, HEALTHY
from dod_model.site import Site

if TYPE_CHECKING:
    from dod_model.plan import Plan


class Context(Protocol):
    """The part of behave's context that steps may use.

    Attributes:
        system: what answers.
        site: the site of the scenario.
        attempt: what is attempted on it.
        wish: what is wanted of the attempt.
        assessment: the answer, after a When.
        plan: the plan, after a When that asks for one.
        table: the table below the step; behave sets it.
    """

    system: SystemUnderTest
    site: Site
    attempt: Attempt
    wish: Wish
    assessment: Answer
    plan: Plan
    table: Any


def begin(context: Context) -> None:
    """Start a scenario on the healthy site."""
    context.site = HEALTHY
    context.attempt = ATTEMPT
    context.wish = Wish.ON_DEMAND
