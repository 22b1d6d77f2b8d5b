"""Asking a tool everything, and adding up what it said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum

from dod_model.kit.answers import Adapter, Answer, Aspect, DontKnow, Fault, Hello, Reply, Skip
from dod_model.kit.comparing import Disagreement, broken, disagreements, subjects
from dod_model.kit.format import Basis, Question, Relation, Vector

Case = Vector | Relation
MOST_KEPT = 20_000
"""So many judgements that are no agreement are kept in full; the others are only counted."""


class Result(Enum):
    """What came of asking one vector."""

    AGREED = "agreed"
    DISAGREED = "disagreed"
    DONT_KNOW = "don't know"
    SKIPPED = "skipped"
    ERROR = "error"
    NOT_ASKED = "not asked"


@dataclass(frozen=True, slots=True)
class Judged:
    """One vector, judged.

    Attributes:
        id: its id.
        why: what it shows.
        result: what came of it.
        disagreements: in what the answer differs.
        reason: why there is no answer; empty where there is one.
    """

    id: str
    why: str
    result: Result
    disagreements: tuple[Disagreement, ...] = ()
    reason: str = ""

    @property
    def kind(self) -> str:
        """Where it comes from: the first part of the id."""
        return self.id.partition("/")[0]

    @property
    def against_documents(self) -> bool:
        """Whether it differs in something that the documents say, uncontested."""
        return any(one.basis == "documented" for one in self.disagreements)


@dataclass(slots=True)
class Score:
    """How often a tool agreed and disagreed over one thing."""

    agreed: int = 0
    disagreed: int = 0


@dataclass(slots=True)
class Scores:
    """What a tool said of many vectors, added up. Its size does not grow with theirs, but for what went wrong.

    Attributes:
        hello: how the tool introduced itself.
        results: how many vectors came to which result.
        by_kind: the same for each kind of vector.
        subjects: for each requirement, law and part of an answer, and each basis, how often it agreed.
        kept: what was neither agreed nor left unasked, in full, the first `MOST_KEPT`.
        against_documents: how many vectors differ in something that the documents say.
    """

    hello: Hello
    results: Counter[Result] = field(default_factory=Counter)
    by_kind: dict[str, Counter[Result]] = field(default_factory=dict)
    subjects: dict[str, dict[Basis, Score]] = field(default_factory=dict)
    kept: list[Judged] = field(default_factory=list)
    against_documents: int = 0

    def add(self, judged: Judged, compared: Iterable[tuple[str, Basis]]) -> None:
        """Add one vector.

        Args:
            judged: the vector, judged.
            compared: what its answer was compared in, beside that in which it differs.
        """
        self.results[judged.result] += 1
        self.by_kind.setdefault(judged.kind, Counter())[judged.result] += 1
        differing = {one.subject for one in judged.disagreements}
        for one in judged.disagreements:
            self._score(one.subject, one.basis).disagreed += 1
        for subject, basis in compared:
            if subject not in differing:
                self._score(subject, basis).agreed += 1
        self.against_documents += judged.against_documents
        if judged.result not in (Result.AGREED, Result.NOT_ASKED) and len(self.kept) < MOST_KEPT:
            self.kept.append(judged)

    def _score(self, subject: str, basis: Basis) -> Score:
        return self.subjects.setdefault(subject, {}).setdefault(basis, Score())

    @property
    def total(self) -> int:
        """How many vectors there were."""
        return self.results.total()


def judged(adapter: Adapter, cases: Iterable[Case], scores: Scores) -> Iterator[Judged]:
    """Ask a tool; every vector comes out once, judged, and is added to the scores.

    What it does not answer is not asked. The vectors are taken one by one.
    """
    answers = scores.hello.answers
    waiting: dict[str, Answer] = {}
    left_out: list[Judged] = []

    def questions() -> Iterator[tuple[tuple[Case, int], Question]]:
        for case in cases:
            if not {Aspect(one) for one in case.asks} <= answers | _ALWAYS[Aspect.VIOLATED in answers]:
                left_out.append(Judged(case.id, case.why, Result.NOT_ASKED, reason=_not_answered(case, answers)))
            elif isinstance(case, Vector):
                yield (case, 1), case.question
            else:
                yield (case, 1), case.first
                yield (case, 2), case.second

    for (case, number), answer in adapter.answers(questions()):
        yield from _noted(left_out, scores)
        if isinstance(case, Vector):
            found = _of_vector(case, answer, answers)
        elif case.id in waiting:
            other = waiting.pop(case.id)
            found = _of_relation(case, *((answer, other) if number == 1 else (other, answer)), answers)
        else:
            waiting[case.id] = answer
            continue
        compared = subjects(case, answers) if isinstance(case, Vector) else ((case.law, _DOCUMENTED),)
        scores.add(found, compared if found.result in _COMPARED else ())
        yield found
    yield from _noted(left_out, scores)


def _noted(left_out: list[Judged], scores: Scores) -> Iterator[Judged]:
    for one in left_out:
        scores.add(one, ())
        yield one
    left_out.clear()


_DOCUMENTED: Basis = "documented"
_COMPARED = (Result.AGREED, Result.DISAGREED)
# A tool that gives outcomes only is asked the vectors with requirements all the same, for their outcome.
_ALWAYS = {True: frozenset[Aspect](), False: frozenset({Aspect.VIOLATED})}


def _not_answered(case: Case, answers: frozenset[Aspect]) -> str:
    missing = [one for one in case.asks if Aspect(one) not in answers]
    return f"it does not answer {', '.join(missing)}"


def _of_vector(vector: Vector, answer: Answer, answers: frozenset[Aspect]) -> Judged:
    if not isinstance(answer, Reply):
        return _unanswered(vector, answer)
    found = disagreements(vector, answer, answers)
    return Judged(vector.id, vector.why, Result.DISAGREED if found else Result.AGREED, found)


def _of_relation(relation: Relation, first: Answer, second: Answer, answers: frozenset[Aspect]) -> Judged:
    for answer in (first, second):
        if not isinstance(answer, Reply):
            return _unanswered(relation, answer)
    assert isinstance(first, Reply) and isinstance(second, Reply)  # noqa: S101, PT018 - mypy does not see it
    found = broken(relation, first, second, answers)
    return Judged(relation.id, relation.why, Result.DISAGREED if found else Result.AGREED, found)


def _unanswered(case: Case, answer: Answer) -> Judged:
    match answer:
        case DontKnow(reason):
            return Judged(case.id, case.why, Result.DONT_KNOW, reason=reason)
        case Skip(reason):
            return Judged(case.id, case.why, Result.SKIPPED, reason=reason)
        case Fault(kind, message):
            return Judged(case.id, case.why, Result.ERROR, reason=f"{kind}: {message}")
    raise TypeError(answer)
