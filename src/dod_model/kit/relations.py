"""Relation vectors: pairs of questions whose answers stand in a relation, for those who have no property tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dod_model.assessment import assess
from dod_model.kit.arranging.withholding import UNKNOWNS
from dod_model.kit.boundaries import slug
from dod_model.kit.combinations import name_of, rows
from dod_model.kit.dials import DIALS, RELEASES, START, State, turned
from dod_model.kit.expecting import expected, hangs_on_unknowns, identified
from dod_model.kit.format import Asked, Relation
from dod_model.kit.laws import LAWS, Law
from dod_model.site import Site

EVERY_NTH_ROW = 3
"""So many rows of the array of pairs pass for one that is taken."""
EVERY_NTH_GAP = 6
"""So many things that may be left out pass for one that is; the healthy site loses each of them."""


def relations() -> Iterator[Relation]:
    """The relation vectors, in a stable order; only those in which the two questions differ."""
    for number, (name, state) in enumerate(_states()):
        for law in LAWS:
            for word, first, second in _pairs(law, state, number):
                if first != second:
                    yield _relation(f"relations/{law.name}/{name}/{word}", law, first, second)


def _states() -> Iterator[tuple[str, State]]:
    """The healthy site, the first fault of each dial by itself, and some rows of the array of pairs."""
    yield "healthy", START
    for one in DIALS:
        position = list(one.positions)[1]
        if one.name not in RELEASES:  # a release alone may be of another branch than the other side's
            yield slug(f"{one.name} {position}"), turned({one.name: position})
    for number, positions in enumerate(rows("pairs"), start=1):
        if number % EVERY_NTH_ROW == 0:
            yield name_of(positions), turned(positions)


def _pairs(law: Law, state: State, number: int) -> Iterator[tuple[str, State, State]]:
    for word, change in law.changes.items():
        yield word, state, change(state)
    if not law.changes:
        for place, (what, withhold) in enumerate(UNKNOWNS.items()):
            if number == 0 or (number + place) % EVERY_NTH_GAP == 0:
                yield slug(what), _without(state, withhold), state


def _without(state: State, withhold: Callable[[Site], Site]) -> State:
    try:
        return state._replace(site=withhold(state.site))
    except (KeyError, TypeError):  # what would be left out is not there, or lies in something that is left out
        return state


def _relation(name: str, law: Law, first: State, second: State) -> Relation:
    asks: tuple[Asked, ...] = ("outcome", "violated")
    answers = [expected(assess(*one)) for one in (first, second)]
    on_unknowns = law.relation == "same-where-determined" or any(map(hangs_on_unknowns, answers))
    return Relation(
        id=identified(name, first.question, second.question),
        why=law.statement,
        law=law.name,
        relation=law.relation,
        asks=(*asks, "unknowns") if on_unknowns else asks,
        first=first.question,
        second=second.question,
    )
