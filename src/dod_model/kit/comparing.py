"""Expected answer and given answer: where do they differ, and how firmly do the documents stand behind that?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dod_model.assessment import Outcome
from dod_model.kit.answers import Aspect, Reply
from dod_model.kit.format import Basis, Expected, PlanSize, Relation, RunTotals, Same, Standing, Vector
from dod_model.requirements import BY_ID, Force

OUTCOME, PLAN, RUN = "outcome", "plan", "run"
"""What a disagreement may be about, beside a requirement or a law."""

_NOTHING = "nothing"


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
    expect, standing = vector.expect, vector.standing
    if Aspect.OUTCOME.value in vector.asks:
        yield OUTCOME, standing.outcome
        names = (*standing.met, *expect.violated) if Aspect.VIOLATED in answers else ()
        for name in (*names, *(expect.undetermined if Aspect.UNKNOWNS in answers else ())):
            yield name, basis_of(name, standing)
    if Aspect.PLAN.value in vector.asks and Aspect.PLAN in answers:
        yield PLAN, standing.outcome
    if Aspect.RUN.value in vector.asks:
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
    if Aspect.OUTCOME.value in vector.asks:
        if reply.outcome is not expect.outcome:
            yield Disagreement(OUTCOME, standing.outcome, _outcome_in_words(expect, answers), _word(reply.outcome))
        yield from _of_requirements(vector, reply, answers)
    if Aspect.PLAN.value in vector.asks and Aspect.PLAN in answers and reply.plan != expect.plan:
        yield Disagreement(PLAN, standing.outcome, _plan_in_words(expect.plan), _plan_in_words(reply.plan))
    if Aspect.RUN.value in vector.asks and _without_zeros(reply.run) != _without_zeros(expect.run):
        yield Disagreement(RUN, standing.outcome, *_runs_in_words(expect.run, reply.run))


def _of_requirements(vector: Vector, reply: Reply, answers: frozenset[Aspect]) -> Iterator[Disagreement]:
    """The requirements that are violated or undetermined in one of the two and not in the other."""
    violated, unknowns = Aspect.VIOLATED in answers, Aspect.UNKNOWNS in answers
    expect, standing = vector.expect, vector.standing
    expected = _said(expect.violated if violated else (), expect.undetermined if unknowns else ())
    given = _said(reply.violated or () if violated else (), reply.undetermined or () if unknowns else ())
    for name in sorted(expected.keys() | given.keys()):
        if expected.get(name) != given.get(name):
            otherwise = "met" if name in standing.met else "not applicable"
            wanted, said = expected.get(name, otherwise), given.get(name, "neither violated nor undetermined")
            # Where the documents do not speak of the attempt, that no condition applies is as firm as that itself.
            silent = expect.outcome is Outcome.NOT_COVERED
            yield Disagreement(name, standing.outcome if silent else basis_of(name, standing), wanted, said)


def _said(violated: frozenset[str] | tuple[str, ...], undetermined: frozenset[str] | tuple[str, ...]) -> dict[str, str]:
    """What is said of each requirement. One named in both lists is a contradiction of its own, and shows as such."""
    said = dict.fromkeys(violated, "violated")
    for name in undetermined:
        said[name] = "violated and undetermined" if name in said else "undetermined"
    return said


def _outcome_in_words(expect: Expected, answers: frozenset[Aspect]) -> str:
    """The outcome; for a tool that gives outcomes only with the conditions that it hangs on, told nowhere else."""
    if Aspect.VIOLATED in answers:
        return _word(expect.outcome)
    hangs_on = {
        Outcome.DOES_NOT_RUN: ("for it violates", expect.violated),
        Outcome.UNDETERMINED: ("for it leaves open", expect.undetermined),
    }
    why, names = hangs_on.get(expect.outcome or Outcome.NOT_COVERED, ("", ()))
    blocking = [name for name in names if BY_ID[name].force is Force.BLOCKS]
    word = _word(expect.outcome)
    return f"{word}, {why} {', '.join(blocking)}" if 0 < len(blocking) <= _MOST_NAMED else word


_MOST_NAMED = 5


def _word(outcome: Outcome | None) -> str:
    return _NOTHING if outcome is None else outcome.value


def _plan_in_words(plan: PlanSize | None) -> str:
    if plan is None:
        return _NOTHING
    return f"{plan.changes} change{'' if plan.changes == 1 else 's'}" if plan.possible else "no plan is possible"


def _without_zeros(run: RunTotals | None) -> RunTotals | None:
    """A run without the sources that gave nothing: to name them or not is the same."""
    if run is None:
        return None
    return run.model_copy(update={"by_source": {name: amount for name, amount in run.by_source.items() if amount}})


def _runs_in_words(expected: RunTotals | None, given: RunTotals | None) -> tuple[str, str]:
    """In what two runs differ, and only that."""
    if expected is None or given is None:
        return _NOTHING if expected is None else "a run", _NOTHING if given is None else "a run"
    first, second = _run_in_words(expected), _run_in_words(given)
    differing = [name for name in dict.fromkeys((*first, *second)) if first.get(name) != second.get(name)]
    wanted, said = ("; ".join(f"{name}: {run.get(name, '0')}" for name in differing) for run in (first, second))
    return wanted, said


def _run_in_words(run: RunTotals) -> dict[str, str]:
    amounts = {"in advance": run.in_advance, "before the start": run.before_start, "while it runs": run.during}
    sources = {f"from '{name}'": amount for name, amount in run.by_source.items() if amount}
    return {"ending": run.ending or "none", **{name: str(amount) for name, amount in (amounts | sources).items()}}


def broken(relation: Relation, first: Reply, second: Reply, answers: frozenset[Aspect]) -> tuple[Disagreement, ...]:
    """Whether two answers of a tool break a law: empty, or one disagreement.

    A law hangs on no reading of the documents, so it counts as documented.
    """
    if _HOLDS[relation.relation](first, second, answers):
        return ()
    given = f"{_told(first, answers)}, then {_told(second, answers)}"
    return (Disagreement(relation.law, "documented", _WANTED[relation.relation], given),)


def _told(reply: Reply, answers: frozenset[Aspect]) -> str:
    violated, undetermined = _sets(reply, answers)
    lists = {"violated": violated, "undetermined": undetermined}
    told = [f"{name}: {', '.join(sorted(ids))}" for name, ids in lists.items() if ids]
    return f"{_word(reply.outcome)} ({'; '.join(told)})" if told else _word(reply.outcome)


def _sets(reply: Reply, answers: frozenset[Aspect]) -> tuple[frozenset[str], frozenset[str]]:
    """What it says is violated and undetermined, as far as it says that it answers that."""
    violated = reply.violated if Aspect.VIOLATED in answers else None
    undetermined = reply.undetermined if Aspect.UNKNOWNS in answers else None
    return violated or frozenset(), undetermined or frozenset()


def _same(first: Reply, second: Reply, answers: frozenset[Aspect]) -> bool:
    return first.outcome is second.outcome and _sets(first, answers) == _sets(second, answers)


_ORDER = {
    Outcome.NOT_COVERED: 0,
    Outcome.DOES_NOT_RUN: 1,
    Outcome.UNDETERMINED: 2,
    Outcome.DOWNLOADS_ON_DEMAND: 3,
    Outcome.DOWNLOADS_BEFORE_START: 3,
}


def _never_worse(first: Reply, second: Reply, _: frozenset[Aspect]) -> bool:
    if first.outcome is None or second.outcome is None:
        return False
    return _ORDER[second.outcome] >= _ORDER[first.outcome]


def _same_where_determined(first: Reply, second: Reply, answers: frozenset[Aspect]) -> bool:
    if first.outcome is not Outcome.UNDETERMINED and first.outcome is not second.outcome:
        return False
    (violated, undetermined), (later, _) = _sets(first, answers), _sets(second, answers)
    return violated <= later and later - violated <= undetermined


_HOLDS: dict[Same, Callable[[Reply, Reply, frozenset[Aspect]], bool]] = {
    "same-as": _same,
    "never-worse-than": _never_worse,
    "same-where-determined": _same_where_determined,
}
_WANTED: dict[Same, str] = {
    "same-as": "the same answer twice",
    "never-worse-than": "a second answer that is no worse than the first",
    "same-where-determined": "a second answer that changes nothing that was certain in the first",
}
