"""Asking a tool everything, and adding up what it said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from dod_model.kit.answers import Adapter, Answer, Aspect, DontKnow, Fault, Hello, Reply, Skip
from dod_model.kit.comparing import Disagreement, broken, disagreements, subjects
from dod_model.kit.format import Basis, Question, Relation, Vector
from dod_model.kit.judgement import COMPARED, KEPT, OPEN, Judged, Result
from dod_model.kit.known import Known, KnownDisagreement
from dod_model.requirements import BY_ID

Case = Vector | Relation
MOST_KEPT = 20_000
"""So many judgements of each result that is no agreement are kept in full; the others are only counted."""


class Score:
    """How often a tool agreed and disagreed over one thing."""

    __slots__ = ("agreed", "disagreed")

    def __init__(self) -> None:
        """Nothing was compared yet."""
        self.agreed = self.disagreed = 0


class Scores:
    """What a tool said of many vectors, added up. Its size does not grow with theirs, but for what went wrong.

    Attributes:
        hello: how the tool introduced itself.
        results: how many vectors came to which result.
        by_kind: the same for each kind of vector.
        subjects: for each requirement, law and part of an answer, and each basis, how often it agreed.
        unasked: why vectors were not asked, and how many for each reason.
        kept: what was neither agreed nor left unasked, in full, the first `MOST_KEPT` of each result.
        against_documents: how many vectors differ in something that the documents say, known ones left aside.
        known_open: how many vectors got no answer on purpose, as is known.
        known: the disagreements that are known.
        still: those of them that were met again.
        stopped: those of them whose vector was answered without the disagreement.
    """

    def __init__(self, hello: Hello, known: Known | None = None) -> None:
        """Nothing was added yet.

        Args:
            hello: how the tool introduced itself.
            known: the disagreements that are known; None for none.
        """
        self.hello = hello
        self.known = known or Known()
        self.results: Counter[Result] = Counter()
        self.by_kind: dict[str, Counter[Result]] = {}
        self.subjects: dict[str, dict[Basis, Score]] = {}
        self.unasked: Counter[str] = Counter()
        self.kept: list[Judged] = []
        self.against_documents = 0
        self.known_open = 0
        self.still: list[KnownDisagreement] = []
        self.stopped: list[KnownDisagreement] = []

    def add(self, judged: Judged, compared: Iterable[tuple[str, Basis]]) -> None:
        """Add one vector.

        Args:
            judged: the vector, judged.
            compared: what its answer was compared in, beside that in which it differs.
        """
        compared = tuple(compared)
        self.results[judged.result] += 1
        self.by_kind.setdefault(judged.kind, Counter())[judged.result] += 1
        differing = {one.subject for one in judged.disagreements}
        for one in judged.disagreements:
            self._score(one.subject, one.basis).disagreed += 1
        for subject, basis in compared:
            if subject not in differing:
                self._score(subject, basis).agreed += 1
        self.against_documents += judged.against_documents
        if judged.result is Result.NOT_ASKED:
            self.unasked[judged.reason] += 1
        if judged.result in KEPT and self.results[judged.result] <= MOST_KEPT:
            self.kept.append(judged)
        if judged.result in OPEN:
            self._note_open(judged.id)
        if judged.result in COMPARED:
            self._note_known(judged.id, differing, compared)

    def _note_known(self, vector: str, differing: set[str], compared: tuple[tuple[str, Basis], ...]) -> None:
        """A line has stopped where what it is about was compared, is documented, and does not differ any more."""
        for one in self.known.of(vector):
            if any(map(one.covers, differing)):
                self.still.append(one)
            elif self._has_stopped(one.subject, dict(compared)):
                self.stopped.append(one)

    def _note_open(self, vector: str) -> None:
        """That a tool gives no answer may be known, too: by a line about the whole vector."""
        lines = [one for one in self.known.of(vector) if not one.subject]
        self.still += lines
        self.known_open += bool(lines)

    def _has_stopped(self, subject: str, compared: Mapping[str, Basis]) -> bool:
        if not subject:
            return True
        # A requirement that does not apply is not among what is compared; that it is not violated was seen anyway.
        seen = subject in BY_ID and bool(self.hello.answers & {Aspect.VIOLATED, Aspect.UNKNOWNS})
        return compared.get(subject, _DOCUMENTED if seen else "inferred") == _DOCUMENTED

    def _score(self, subject: str, basis: Basis) -> Score:
        return self.subjects.setdefault(subject, {}).setdefault(basis, Score())

    @property
    def total(self) -> int:
        """How many vectors there were."""
        return self.results.total()

    @property
    def asked(self) -> int:
        """How many of them were asked."""
        return self.total - self.results[Result.NOT_ASKED]

    @property
    def left_out(self) -> int:
        """How many judgements would be kept, were there not so many."""
        return sum(max(0, number - MOST_KEPT) for one, number in self.results.items() if one in KEPT)


def exit_code_of(scores: Scores) -> Literal[0, 1, 3]:
    """What a run comes to, as a number.

    0 no answer differs from what the documents say; 1 some does, or was an error, or a known disagreement has stopped,
    so that its line is to be removed; 3 none of that, but some questions got no answer, or none was asked at all.
    What is only inferred or contested never counts, in known disagreements neither; nor does what is not asked.
    """
    if scores.against_documents or scores.results[Result.ERROR] or scores.stopped:
        return 1
    unanswered = sum(scores.results[one] for one in OPEN) > scores.known_open
    return 3 if unanswered or not any(scores.results[one] for one in COMPARED) else 0


def judged(adapter: Adapter, cases: Iterable[Case], scores: Scores) -> Iterator[Judged]:
    """Ask a tool; every vector comes out once, judged, and is added to the scores.

    What it does not answer is not asked. The vectors are taken one by one.

    Args:
        adapter: the tool.
        cases: vectors and relations.
        scores: what to add to; its list of known disagreements tells what does not count.
    """
    answers = scores.hello.answers
    waiting: dict[str, Answer] = {}
    left_out: list[Judged] = []

    def questions() -> Iterator[tuple[tuple[Case, int], Question]]:
        for case in cases:
            if missing := lacking(case, answers):
                reason = f"it does not answer {', '.join(missing)}"
                left_out.append(Judged(case.id, case.why, Result.NOT_ASKED, reason=reason))
            elif isinstance(case, Vector):
                yield (case, 1), case.question
            else:
                yield (case, 1), case.first
                yield (case, 2), case.second

    for (case, number), answer in adapter.answers(questions()):
        yield from _noted(left_out, scores)
        if isinstance(case, Vector):
            found = _of_vector(case, answer, scores)
        elif case.id in waiting:
            other = waiting.pop(case.id)
            found = _of_relation(case, *((answer, other) if number == 1 else (other, answer)), scores)
        else:
            waiting[case.id] = answer
            continue
        compared = subjects(case, answers) if isinstance(case, Vector) else ((case.law, _DOCUMENTED),)
        scores.add(found, compared if found.result in COMPARED else ())
        yield found
    yield from _noted(left_out, scores)


def _noted(left_out: list[Judged], scores: Scores) -> Iterator[Judged]:
    for one in left_out:
        scores.add(one, ())
        yield one
    left_out.clear()


_DOCUMENTED: Basis = "documented"


def lacking(case: Case, answers: frozenset[Aspect]) -> list[str]:
    """What a tool would have to answer beyond what it does for a vector to be asked of it."""
    return [one for one in case.asks if Aspect(one) not in answers and Aspect(one) not in _BESIDE]


# They stand beside the outcome: a tool that does not give them is asked for its outcome all the same.
_BESIDE = frozenset({Aspect.VIOLATED, Aspect.PLAN})


def _of_vector(vector: Vector, answer: Answer, scores: Scores) -> Judged:
    if isinstance(answer, Reply):
        return _compared(vector, disagreements(vector, answer, scores.hello.answers), scores.known)
    return _unanswered(vector, answer)


def _of_relation(relation: Relation, first: Answer, second: Answer, scores: Scores) -> Judged:
    if not isinstance(first, Reply):
        return _unanswered(relation, first)
    if not isinstance(second, Reply):
        return _unanswered(relation, second)
    return _compared(relation, broken(relation, first, second, scores.hello.answers), scores.known)


def _compared(case: Case, found: tuple[Disagreement, ...], known: Known) -> Judged:
    subjects_known = frozenset(one.subject for one in found if known.covers(case.id, one.subject))
    result = Result.DISAGREED if found else Result.AGREED
    return Judged(case.id, case.why, result, found, known=subjects_known)


def _unanswered(case: Case, answer: DontKnow | Skip | Fault) -> Judged:
    match answer:
        case DontKnow(reason):
            return Judged(case.id, case.why, Result.DONT_KNOW, reason=reason)
        case Skip(reason):
            return Judged(case.id, case.why, Result.SKIPPED, reason=reason)
        case Fault(kind, message):
            return Judged(case.id, case.why, Result.ERROR, reason=f"{kind}: {message}")
