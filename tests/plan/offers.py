"""What is offered towards a requirement, and what a plan says, in words that are easy to compare."""

from collections.abc import Iterable
from typing import Any

from dod_model.assessment import assess
from dod_model.attempt import Attempt, Wish
from dod_model.plan import Change, plan_for
from dod_model.plan.moves import Move, State, moves
from dod_model.requirements import BY_ID
from dod_model.situation import resolve
from tests.situation.healthy import ATTEMPT, site

Slot = tuple[str, ...]


def towards(
    requirement: str,
    wish: Wish = Wish.ON_DEMAND,
    attempt: Attempt = ATTEMPT,
    slots: Iterable[Slot] = (),
    **changes: Any,
) -> list[Move]:
    """The moves towards a requirement, on the healthy site or a changed one."""
    described = site(**changes)
    state = State(assess(described, attempt, wish), resolve(described, attempt), wish, frozenset(slots))
    return list(moves(state, BY_ID[requirement]))


def texts(changes: Iterable[Change]) -> list[str]:
    """The changes in words."""
    return [change.text for change in changes]


def offered(
    requirement: str, wish: Wish = Wish.ON_DEMAND, attempt: Attempt = ATTEMPT, **changes: Any
) -> list[list[str]]:
    """The same in words: the first choice of each step."""
    return [texts(step.change for step in move) for move in towards(requirement, wish, attempt, **changes)]


def planned(wish: Wish = Wish.ON_DEMAND, attempt: Attempt = ATTEMPT, **changes: Any) -> list[str]:
    """The steps of the plan, in words."""
    return texts(plan_for(site(**changes), attempt, wish).changes)
