"""Causes: the few dials of the healthy site that have to be turned for an attempt to be as it is wanted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import TypeAlias

from dod_model.assessment import ASKED, Outcome, judge
from dod_model.kit.dials import BY_NAME, CLIENT_RELEASE, DIALS, SITE_RELEASE, branches_differ, turned
from dod_model.kit.faults import FAULTS
from dod_model.requirements import Verdict
from dod_model.situation import facts_of, resolve

Turns: TypeAlias = tuple[tuple[str, str], ...]
"""Dials with the positions that they are turned to, in the order of the dials."""

_NOT_COVERED_EITHER: Turns = ((SITE_RELEASE, "1511"), ("it is an upgrade", "No"))
_IN_CONCERT = (
    ("the user is", "Install permissions"),
    ("it is started", "the client's connection is metered"),
    ("all packages are on a share", "Deployment options"),
    ("Deployment options", "the client cache holds"),
)
"""Dials that do together what neither does alone, where a single other dial does it, too."""
_MOST = 100
"""So many causes are followed up where several things are wanted at once; those of the fewest dials first."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an attempt is to be.

    Attributes:
        violated: ids of requirements that it violates, and perhaps others.
        outcome: what becomes of it; None for whatever it may be.
    """

    violated: frozenset[str] = frozenset()
    outcome: Outcome | None = None

    def fits(self, positions: Mapping[str, str]) -> bool:
        """Whether the attempt is so with the dials in these positions."""
        if not _together(positions):
            return False
        outcome, violated, _ = _answer(tuple(positions.items()))
        return self.violated <= violated and self.outcome in (None, outcome)

    def __str__(self) -> str:
        """It in words, as what comes after "an attempt"."""
        parts = [f"violates {', '.join(sorted(self.violated))}"] if self.violated else []
        parts += [] if self.outcome is None else [f"has the outcome {self.outcome.value}"]
        return f"that {' and '.join(parts)}"


def _answer(positions: Turns) -> tuple[Outcome, frozenset[str], int]:
    """The outcome, what is violated, and how much is undetermined."""
    state = turned(dict(positions))
    decision = judge(facts_of(resolve(state.site, state.attempt)), state.wish)
    named = zip(ASKED[state.wish], decision.verdicts, strict=True)
    violated = frozenset(one.id for one, verdict in named if verdict is Verdict.VIOLATED)
    return decision.outcome, violated, decision.verdicts.count(Verdict.UNDETERMINED)


def _together(positions: Mapping[str, str]) -> bool:
    site, client = ((name, positions.get(name, BY_NAME[name].healthy)) for name in (SITE_RELEASE, CLIENT_RELEASE))
    return not branches_differ(site, client)


def _others(name: str) -> tuple[str, ...]:
    """The positions of a dial but the healthy one."""
    return tuple(BY_NAME[name].positions)[1:]


@cache
def moves() -> tuple[tuple[Turns, ...], ...]:
    """What can be turned at once, like beside like.

    That is each dial by itself; for the other branch, the releases of both sides; and the faults of several dials.
    """
    alone = [tuple(((one.name, position),) for position in _others(one.name)) for one in DIALS]
    both = tuple(_pairs(SITE_RELEASE, CLIENT_RELEASE))
    faults = tuple(ordered(one.positions) for one in FAULTS.values() if len(one.positions) > 1)
    fitting = (tuple(turns for turns in group if _together(dict(turns))) for group in (*alone, both))
    return (*fitting, faults)


def _pairs(first: str, second: str) -> Iterator[Turns]:
    """Every two positions of two dials."""
    for one, other in product(_others(first), _others(second)):
        yield ordered({first: one, second: other})


@cache
def _every_move() -> tuple[Turns, ...]:
    return tuple(turns for group in moves() for turns in group)


@cache
def causes(wanted: Wanted) -> tuple[Turns, ...]:
    """The smallest sets of dials to turn, the fewest dials first; empty if there are none.

    They are minimal: with one dial less turned it is not as wanted. One of the fewest dials is always among them; not
    all that there are, if it takes several dials.
    """
    found: Iterable[Turns] = ((),)
    reached = Wanted()
    for name in sorted(wanted.violated):
        reached = Wanted(reached.violated | {name})
        found = _best(_merged(found, _of_requirement(name)), reached)
    if wanted.outcome is not None:
        found = _best((*found, *_merged(found, _of_outcome(wanted.outcome))), wanted)
    return tuple(found)


@cache
def _of_requirement(name: str) -> tuple[Turns, ...]:
    """One dial that does it by itself; two in concert; or the known fault, one of its dials exchanged for another."""
    fault = ordered(FAULTS[name].positions)
    rests = [tuple(kept for kept in fault if kept != one) for one in fault] if len(fault) > 1 else []
    concerted = [turns for dials in _IN_CONCERT for turns in _pairs(*dials)]
    return _best((*_every_move(), *_merged(rests, _every_move()), *concerted), Wanted(frozenset({name})))


@cache
def _of_outcome(outcome: Outcome) -> tuple[Turns, ...]:
    return _best(((), *_every_move(), _NOT_COVERED_EITHER), Wanted(outcome=outcome))


def _merged(some: Iterable[Turns], others: Iterable[Turns]) -> list[Turns]:
    """Each of these with each of those, where they do not turn the same dial to different positions."""
    both = [(dict(one), dict(other)) for one, other in product(tuple(some), tuple(others))]
    return [ordered(one | other) for one, other in both if all(other.get(name, at) == at for name, at in one.items())]


def _best(candidates: Iterable[Turns], wanted: Wanted) -> tuple[Turns, ...]:
    """Those that fit and of which no smaller one is there, in the order in which one would choose."""
    fitting = [turns for turns in dict.fromkeys(candidates) if wanted.fits(dict(turns))]
    least: list[Turns] = []
    for turns in sorted(fitting, key=_simplicity):
        if not any(set(smaller) <= set(turns) for smaller in least):
            least.append(turns)
    return tuple(least[:_MOST])


def _simplicity(turns: Turns) -> tuple[int, int, int]:
    """The fewest dials first, then what violates the least beside, then what leaves the least open."""
    _, violated, undetermined = _answer(turns)
    return len(turns), len(violated), undetermined


def ordered(positions: Mapping[str, str]) -> Turns:
    """Positions of dials in the order of the dials."""
    return tuple((one.name, positions[one.name]) for one in DIALS if one.name in positions)
