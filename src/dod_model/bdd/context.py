"""What steps share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from dod_model.attempt import Attempt, Wish
from dod_model.bdd.system import Answer, SystemUnderTest
from dod_model.bdd.world import ATTEMPT, HEALTHY
from dod_model.site import Site

if TYPE_CHECKING:
    from dod_model.plan import Plan


class Case:
    """What a scenario is about: everything that steps may set and ask.

    Attributes:
        system: what answers.
        site: the site of the scenario.
        attempt: what is attempted on it.
        wish: what is wanted of the attempt.
        assessment: the answer, after a When.
        plan: the plan, after a When that asks for one.
    """

    __slots__ = ("assessment", "attempt", "plan", "site", "system", "wish")

    system: SystemUnderTest
    site: Site
    attempt: Attempt
    wish: Wish
    assessment: Answer
    plan: Plan

    def __init__(self, system: SystemUnderTest) -> None:
        """Ask this system."""
        self.system = system

    def begin(self) -> None:
        """Start anew, on the healthy site."""
        self.site = HEALTHY
        self.attempt = ATTEMPT
        self.wish = Wish.ON_DEMAND
        for answered in ("assessment", "plan"):
            if hasattr(self, answered):
                delattr(self, answered)

    def assess(self) -> None:
        """Ask what becomes of the attempt."""
        self.assessment = self.system.assess(self.site, self.attempt, self.wish)

    def make_plan(self) -> None:
        """Ask for the fewest changes."""
        self.plan = self.system.plan(self.site, self.attempt, self.wish)


class Context(Protocol):
    """The part of behave's context that steps may use.

    Attributes:
        case: what the scenario is about. One object for the whole run: to set an attribute of behave's context costs
            more than most steps.
        table: the table below the step; behave sets it.
    """

    case: Case
    table: Any
