"""A tool that answers as it is told, and vectors made by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dod_model.assessment import Outcome
from dod_model.attempt import Attempt, Wish
from dod_model.kit.answers import Answer, Aspect, Hello, Key, Reply
from dod_model.kit.format import Asked, Expected, Play, Question, Relation, Same, Standing, Vector
from dod_model.kit.healthy import CLIENT, HEALTHY
from dod_model.kit.judgement import Judged
from dod_model.kit.known import Known
from dod_model.kit.scoring import Case, Scores, judged

OUTCOME, VIOLATED, UNKNOWNS, PLAN, RUN = Aspect
EVERYTHING = frozenset(Aspect)
RUNS, FAILS, OPEN = Outcome.DOWNLOADS_ON_DEMAND, Outcome.DOES_NOT_RUN, Outcome.UNDETERMINED
SERVES, GATEWAY, ALLOWED = "gateway-serves-content", "gateway-set-up", "allowed-on-the-internet"
"""Requirements."""
FIRM = Standing(outcome="documented", met=(), inferred=(), contested=())
NOTHING = Reply()
"""An answer in which everything is missing."""


def question(number: int, play: Play | None = None) -> Question:
    """A question unlike those with other numbers. Nobody reads it, so the deployment need not be there."""
    return Question(site=HEALTHY, attempt=Attempt(str(number), CLIENT), wish=Wish.ON_DEMAND, play=play)


def vector(
    name: str = "features/one",
    *,
    expect: Expected | None = None,
    standing: Standing = FIRM,
    asks: tuple[Asked, ...] = ("outcome", "violated"),
    why: str = "It is made by hand.",
) -> Vector:
    """A vector. Where nothing is said, the attempt is expected to succeed."""
    return Vector(
        id=name,
        why=why,
        about=(),
        scenarios=(),
        asks=asks,
        question=question(0),
        expect=expect or Expected(outcome=RUNS),
        standing=standing,
    )


def relation(
    same: Same, name: str = "relations/one", asks: tuple[Asked, ...] = ("outcome", "violated"), law: str = "a-law"
) -> Relation:
    """A relation between two questions."""
    return Relation(id=name, why="A law.", law=law, relation=same, asks=asks, first=question(1), second=question(2))


def reply(outcome: Outcome | None = RUNS, violated: Iterable[str] = (), undetermined: Iterable[str] = ()) -> Reply:
    """An answer with outcome and both sets."""
    return Reply(outcome, frozenset(violated), frozenset(undetermined))


class Scripted:
    """A tool that gives the answers it was given, by vector; of a relation by ``id 1`` and ``id 2``.

    Attributes:
        taken: how many questions were taken.
    """

    def __init__(
        self, script: Mapping[str, Answer], answers: frozenset[Aspect] = EVERYTHING, *, backwards: bool = False
    ) -> None:
        self.script = script
        self.taken = 0
        self.backwards = backwards
        self._hello = Hello("scripted", "1.0", answers)

    @property
    def hello(self) -> Hello:
        return self._hello

    def answers(self, asked: Iterable[tuple[Key, Question]]) -> Iterator[tuple[Key, Answer]]:
        found = self._found(asked)
        return iter(list(found)[::-1]) if self.backwards else found

    def _found(self, asked: Iterable[tuple[Key, Question]]) -> Iterator[tuple[Key, Answer]]:
        for key, one in asked:
            self.taken += 1
            case, number = key  # type: ignore[misc]  # what `judged` gives
            name = case.id if isinstance(case, Vector) else f"{case.id} {number}"  # type: ignore[has-type]
            del one
            yield key, self.script[name]

    def close(self) -> None:
        """Nothing was started."""


def asked(tool: Scripted, *cases: Case, known: Known | None = None) -> tuple[Scores, list[Judged]]:
    """What the tool answers, judged and added up."""
    scores = Scores(tool.hello, known or Known())
    return scores, list(judged(tool, cases, scores))
