"""The kill matrix: which vectors expose which impostors, and in what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import TypeVar

from dod_model.assessment import Assessment, Decision
from dod_model.kit.answers import Aspect, Reply
from dod_model.kit.comparing import Disagreement, broken, disagreements
from dod_model.kit.format import Kind, Question, Relation, Vector, VectorFile
from dod_model.kit.impostors import Case, Impostor
from dod_model.kit.system import ModelAnswer

ANSWERED = frozenset({Aspect.OUTCOME, Aspect.VIOLATED, Aspect.UNKNOWNS})
"""What impostors answer. Vectors that ask for more are not asked of them."""

Differences = tuple[Disagreement, ...]
"""In what an answer differs from the expected one; empty where it does not."""
Entry = TypeVar("Entry", Vector, Relation)


class KillMatrix:
    """How many vectors expose each impostor, and in what.

    Attributes:
        impostors: the ids of all impostors, in the order in which they were given.
        asked: how many vectors of each kind were asked; the kinds in the order in which they were given.
        exposing: for an impostor and a kind, how many vectors it answers wrongly.
        cells: for an impostor, a subject and a kind, how many vectors it answers wrongly in that subject. A subject
            is the id of a requirement, ``outcome``, or the name of a law. One vector may count in several.
        documented: for an impostor, how many vectors it answers wrongly in something that the documents say,
            uncontested.
    """

    def __init__(self, impostors: tuple[str, ...]) -> None:
        """A matrix of these impostors, to be filled."""
        self.impostors = impostors
        self.asked: Counter[Kind] = Counter()
        self.exposing: Counter[tuple[str, Kind]] = Counter()
        self.cells: Counter[tuple[str, str, Kind]] = Counter()
        self.documented: Counter[str] = Counter()

    def add(self, impostor: str, kind: Kind, found: Differences) -> None:
        """Count what an impostor gets wrong in a vector; nothing if it gets nothing wrong."""
        if not found:
            return
        self.exposing[impostor, kind] += 1
        self.documented[impostor] += any(one.basis == "documented" for one in found)
        for subject in {one.subject for one in found}:
            self.cells[impostor, subject, kind] += 1

    @property
    def unexposed(self) -> tuple[str, ...]:
        """The impostors that no vector exposes: holes in the spec."""
        return self.missed_by(*self.asked)

    @property
    def reasoned_only(self) -> tuple[str, ...]:
        """The impostors that are exposed, but only in what is inferred or contested."""
        return tuple(one for one in self.impostors if self.total(one) and not self.documented[one])

    def missed_by(self, *kinds: Kind) -> tuple[str, ...]:
        """The impostors that no vector of these kinds exposes."""
        return tuple(one for one in self.impostors if not any(self.exposing[one, kind] for kind in kinds))

    def total(self, impostor: str) -> int:
        """How many vectors expose an impostor."""
        return sum(self.exposing[impostor, kind] for kind in self.asked)

    def subjects(self, impostor: str) -> Mapping[str, int]:
        """In what an impostor is exposed, by how many vectors; the most frequent first."""
        found = Counter[str]()
        for (one, subject, _), count in self.cells.items():
            if one == impostor:
                found[subject] += count
        return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))

    def caught_by(self, subject: str) -> Mapping[str, int]:
        """The impostors that are exposed in a subject, by how many vectors; in the order of impostors."""
        found = Counter[str]()
        for (impostor, one, _), count in self.cells.items():
            if one == subject:
                found[impostor] += count
        return {one: found[one] for one in self.impostors if one in found}


def kill_matrix(impostors: Iterable[Impostor], files: Iterable[VectorFile]) -> KillMatrix:
    """Ask all impostors all vectors, and count those that they answer otherwise than is expected.

    What the model finds out of a question is found out once for all impostors. Vectors that ask for a plan or a run
    are passed over, for impostors answer neither.

    Args:
        impostors: whom to ask.
        files: the vectors.

    Raises:
        InputError: a question has an attempt that does not fit its site.
    """
    whom = tuple(impostors)
    matrix = KillMatrix(tuple(one.id for one in whom))
    for file in files:
        matrix.asked[file.kind] += 0
        for asked in _asked(file):
            matrix.asked[file.kind] += 1
            for one in whom:
                matrix.add(one.id, file.kind, asked.differences(one))
    return matrix


class _Asked:
    """The questions of an entry, and how answers to them are compared: once for all impostors that decide alike."""

    def __init__(self, compare: Callable[..., Differences], *questions: Question) -> None:
        """Compare the answers to these questions so."""
        self._compare = compare
        self._cases = [Case(one.site, one.attempt, one.wish) for one in questions]
        self._compared: list[tuple[list[Decision], Differences]] = []

    def differences(self, impostor: Impostor) -> Differences:
        """In what an impostor's answers are wrong."""
        decisions = [impostor.decide(case) for case in self._cases]
        for others, found in self._compared:
            if decisions == others:
                return found
        found = self._compare(*map(_reply, self._cases, decisions))
        self._compared.append((decisions, found))
        return found


def _asked(file: VectorFile) -> Iterator[_Asked]:
    for vector in _fit(file.vectors):
        yield _Asked(partial(_of_vector, vector), vector.question)
    for relation in _fit(file.relations):
        yield _Asked(partial(_of_relation, relation), relation.first, relation.second)


def _fit(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries that ask for no more than impostors answer."""
    return (one for one in entries if {Aspect(asked) for asked in one.asks} <= ANSWERED)


def _of_vector(vector: Vector, reply: Reply) -> Differences:
    return disagreements(vector, reply, ANSWERED)


def _of_relation(relation: Relation, first: Reply, second: Reply) -> Differences:
    return broken(relation, first, second, ANSWERED)


def _reply(case: Case, decision: Decision) -> Reply:
    answer = ModelAnswer(Assessment(case.facts, case.wish, decision))
    return Reply(answer.outcome, answer.violated, answer.undetermined)
