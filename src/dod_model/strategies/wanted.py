"""Strategies for attempts of which it is known what becomes of them."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from dod_model.assessment import Outcome
from dod_model.kit.dials import State, turned
from dod_model.kit.naming import UnknownNameError, requirement_named
from dod_model.site.nearest import nearest
from dod_model.strategies.causes import Wanted, causes, moves, ordered

_MOST_MORE = 8
"""So many dials more are turned at most."""


def attempts_with(*, outcome: Outcome) -> st.SearchStrategy[State]:
    """Attempts with this outcome, each with its site and the wish: `assess(*example).outcome` is the outcome.

    Examples are the healthy site with dials of `dod_model.kit.dials` turned, and are shown as such. They shrink to the
    fewest dials that have the outcome.

    Args:
        outcome: what becomes of the attempts.

    Raises:
        hypothesis.errors.InvalidArgument: the outcome is none.
    """
    return _states(Wanted(outcome=_outcome(outcome)))


def attempts_violating(*requirements: str, outcome: Outcome | None = None) -> st.SearchStrategy[State]:
    """Attempts that violate these requirements and perhaps others, each with its site and the wish.

    Examples are the healthy site with dials of `dod_model.kit.dials` turned, and are shown as such. They shrink to the
    fewest dials that violate the requirements.

    Args:
        requirements: their ids, at least one.
        outcome: what becomes of the attempts; left out for whatever it may be.

    Raises:
        hypothesis.errors.InvalidArgument: there is no requirement with such an id, no outcome as this, or nothing that
            violates all of them with this outcome.
    """
    if not requirements:
        message = "name at least one requirement that is to be violated"
        raise InvalidArgument(message)
    return _states(Wanted(frozenset(map(_requirement, requirements)), None if outcome is None else _outcome(outcome)))


def positions_for(wanted: Wanted) -> st.SearchStrategy[dict[str, str]]:
    """Positions of dials that make an attempt as it is wanted; shrink to the simplest cause.

    They start from a cause, and turn more dials, one by one, where it stays as wanted: nothing is thrown away.

    Raises:
        hypothesis.errors.InvalidArgument: there is no such attempt.
    """
    beginnings = causes(wanted)
    if not beginnings:
        message = f"there is no attempt {wanted}"
        raise InvalidArgument(message)

    move = st.one_of([st.sampled_from(group) for group in moves()])

    @st.composite
    def positions(draw: Any) -> dict[str, str]:
        found = dict(draw(st.sampled_from(beginnings)))
        for turns in draw(st.lists(move, max_size=_MOST_MORE)):
            more = {**found, **dict(turns)}
            if found.keys().isdisjoint(dict(turns)) and wanted.fits(more):
                found = more
        return dict(ordered(found))

    return positions()


def _states(wanted: Wanted) -> st.SearchStrategy[State]:
    """States, which a failing test shows as `turned({...})`."""
    return st.builds(turned, positions_for(wanted))


def _requirement(name: object) -> str:
    if not isinstance(name, str):
        message = f"a requirement is named by its id, and not {name!r}"
        raise InvalidArgument(message)
    try:
        return requirement_named(name).id
    except UnknownNameError as error:
        raise InvalidArgument(str(error)) from None


def _outcome(given: object) -> Outcome:
    if isinstance(given, Outcome):
        return given
    hint = nearest(str(given).replace("-", "_"), set(Outcome.__members__))
    message = f"outcome must be an Outcome, not {given!r}. {hint}".strip()
    raise InvalidArgument(message)
