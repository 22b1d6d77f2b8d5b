"""Expected answer and given answer: where do they differ, and how firmly do the documents stand behind that?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dod_model.assessment import Outcome
from dod_model.kit.answers import Aspect, Reply
from dod_model.kit.format import Basis, Relation, Same, Standing, Vector

OUTCOME, PLAN, RUN = "outcome", "plan", "run"
"""What a disagreement may be about, beside a requirement or a law."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One thing in which an answer differs from the expected one.

    Attributes:
        subject: the id of a requirement, the name of a law, or one of `OUTCOME`, `PLAN` and `RUN`.
        basis: how firmly the documents stand behind what was expected.
        expected: what was expected, in words.
        given: what the tool said, in words.
    """

    subject: str
    basis: Basis
    expected: str
    given: str


def basis_of(requirement: str, standing: Standing) -> Basis:
    """How firmly the documents stand behind the verdict on a requirement."""
    if requirement in standing.contested:
        return "contested"
    return "inferred" if requirement in standing.inferred else "documented"


def subjects(vector: Vector, answers: frozenset[Aspect]) -> Iterator[tuple[str, Basis]]:
    """What an answer to a vector is compared in: the outcome, and each requirement that is asked there."""
    asked = {Aspect(one) for one in vector.asks}
    standing = vector.standing
    if Aspect.OUTCOME in asked:
        yield OUTCOME, standing.outcome
    if Aspect.VIOLATED in asked & answers or Aspect.UNKNOWNS in asked & answers:
        for name in (*standing.met, *vector.expect.violated, *vector.expect.undetermined):
            yield name, basis_of(name, standing)
    if Aspect.PLAN in asked:
        yield PLAN, standing.outcome
    if Aspect.RUN in asked:
        yield RUN, standing.outcome


def disagreements(vector: Vector, reply: Reply, answers: frozenset[Aspect]) -> tuple[Disagreement, ...]:
    """Where an answer to a vector differs from the expected one, in what the tool says that it answers.

    Args:
        vector: what was asked.
        reply: what the tool said.
        answers: what it said at the start that it answers.
    """
    return tuple(_disagreements(vector, reply, answers))


def _disagreements(vector: Vector, reply: Reply, answers: frozenset[Aspect]) -> Iterator[Disagreement]:
    expect, standing = vector.expect, vector.standing
    if expect.outcome is not None and reply.outcome is not expect.outcome:
        yield Disagreement(OUTCOME, standing.outcome, expect.outcome.value, _word(reply.outcome))
    if expect.outcome is not None and Aspect.VIOLATED in answers:
        yield from _of_requirements(vector, reply, undetermined=Aspect.UNKNOWNS in answers)
    if "plan" in vector.asks and reply.plan != expect.plan:
        yield Disagreement(PLAN, standing.outcome, str(expect.plan), str(reply.plan))
    if "run" in vector.asks and reply.run != expect.run:
        yield Disagreement(RUN, standing.outcome, str(expect.run), str(reply.run))


def _of_requirements(vector: Vector, reply: Reply, *, undetermined: bool) -> Iterator[Disagreement]:
    """The requirements that are violated or undetermined in one of the two and not in the other."""
    expected = _said(vector.expect.violated, vector.expect.undetermined if undetermined else ())
    given = _said(reply.violated or (), (reply.undetermined or ()) if undetermined else ())
    met = frozenset(vector.standing.met)
    for name in sorted(expected.keys() | given.keys()):
        wanted, said = expected.get(name, "neither"), given.get(name, "neither")
        if wanted != said:
            wanted = ("met" if name in met else "not applicable") if wanted == "neither" else wanted
            said = "neither violated nor undetermined" if said == "neither" else said
            yield Disagreement(name, basis_of(name, vector.standing), wanted, said)


def _said(violated: frozenset[str] | tuple[str, ...], undetermined: frozenset[str] | tuple[str, ...]) -> dict[str, str]:
    """What is said of each requirement. One named in both lists is a contradiction of its own, and shows as such."""
    said = dict.fromkeys(violated, "violated")
    for name in undetermined:
        said[name] = "violated and undetermined" if name in said else "undetermined"
    return said


def _word(outcome: Outcome | None) -> str:
    return "nothing" if outcome is None else outcome.value


def broken(relation: Relation, first: Reply, second: Reply, answers: frozenset[Aspect]) -> tuple[Disagreement, ...]:
    """Whether two answers of a tool break a law: empty, or one disagreement.

    A law hangs on no reading of the documents, so it counts as documented.
    """
    if _HOLDS[relation.relation](first, second, Aspect.VIOLATED in answers):
        return ()
    return (Disagreement(relation.law, "documented", relation.relation, f"{_told(first)}, then {_told(second)}"),)


def _told(reply: Reply) -> str:
    violated = f" ({', '.join(sorted(reply.violated))})" if reply.violated else ""
    return f"{_word(reply.outcome)}{violated}"


def _same(first: Reply, second: Reply, sets: bool) -> bool:
    if first.outcome is not second.outcome:
        return False
    return not sets or (first.violated == second.violated and first.undetermined == second.undetermined)


_ORDER = {
    Outcome.NOT_COVERED: 0,
    Outcome.DOES_NOT_RUN: 1,
    Outcome.UNDETERMINED: 2,
    Outcome.DOWNLOADS_ON_DEMAND: 3,
    Outcome.DOWNLOADS_BEFORE_START: 3,
}


def _never_worse(first: Reply, second: Reply, _: bool) -> bool:
    if first.outcome is None or second.outcome is None:
        return False
    return _ORDER[second.outcome] >= _ORDER[first.outcome]


def _same_where_determined(first: Reply, second: Reply, sets: bool) -> bool:
    if first.outcome is not Outcome.UNDETERMINED and first.outcome is not second.outcome:
        return False
    open_before = first.undetermined or frozenset()
    violated, later = first.violated or frozenset(), second.violated or frozenset()
    return not sets or (violated <= later and later - violated <= open_before)


_HOLDS: dict[Same, Callable[[Reply, Reply, bool], bool]] = {
    "same-as": _same,
    "never-worse-than": _never_worse,
    "same-where-determined": _same_where_determined,
}
