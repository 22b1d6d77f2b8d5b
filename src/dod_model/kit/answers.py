"""What is asked of a tool, and what may come back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Protocol, TypeAlias, TypeVar

from dod_model.assessment import Outcome
from dod_model.errors import DodError
from dod_model.kit.format import PlanSize, Question, RunTotals


class Aspect(Enum):
    """A part of an answer. A tool says at the start which of them it gives; the rest is not asked of it."""

    OUTCOME = "outcome"
    """What becomes of the attempt. Every tool gives it."""
    VIOLATED = "violated"
    """Which requirements are violated."""
    UNKNOWNS = "unknowns"
    """That something is undetermined, and which requirements are, where the description leaves something out."""
    PLAN = "plan"
    """How many changes are the fewest that reach the wish."""
    RUN = "run"
    """What a run comes to, played step by step."""


@dataclass(frozen=True, slots=True)
class Hello:
    """How a tool introduces itself.

    Attributes:
        name: what it is called.
        version: its version; may be empty.
        answers: the parts of an answer that it gives; the outcome is always among them.
    """

    name: str
    version: str
    answers: frozenset[Aspect]


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer. What the tool does not answer is None.

    Attributes:
        outcome: what becomes of the attempt; None only where a run was asked for.
        violated: ids of the violated requirements, advice and wish included.
        undetermined: ids of the requirements that hang on something unknown.
        plan: the size of the smallest plan.
        run: what the run comes to.
    """

    outcome: Outcome | None = None
    violated: frozenset[str] | None = None
    undetermined: frozenset[str] | None = None
    plan: PlanSize | None = None
    run: RunTotals | None = None


@dataclass(frozen=True, slots=True)
class DontKnow:
    """The tool was asked and does not know. The reason may be empty."""

    reason: str


@dataclass(frozen=True, slots=True)
class Skip:
    """The tool does not treat of such a case, and says why."""

    reason: str


@dataclass(frozen=True, slots=True)
class Fault:
    """No usable answer: the tool said that it failed, or it crashed, hung, or wrote what is no answer.

    Attributes:
        kind: a stable word: ``error`` (it said so), ``crash``, ``timeout``, ``garbage``.
        message: what happened, as a sentence.
    """

    kind: str
    message: str


Answer: TypeAlias = Reply | DontKnow | Skip | Fault
Key = TypeVar("Key")


class AdapterError(DodError):
    """A tool cannot be asked at all: it does not start, or does not introduce itself. Its author mends it."""


def wanted(question: Question, answers: frozenset[Aspect]) -> frozenset[Aspect]:
    """The parts of an answer that a question asks for, of those that a tool gives."""
    if question.play is not None:
        return _RUN
    return answers - _RUN if question.plan else answers - _RUN_AND_PLAN


_RUN = frozenset({Aspect.RUN})
_RUN_AND_PLAN = frozenset({Aspect.RUN, Aspect.PLAN})


class Adapter(Protocol):
    """A tool that can be asked, be it in this process or another."""

    @property
    def hello(self) -> Hello:
        """How it introduces itself."""

    def answers(self, asked: Iterable[tuple[Key, Question]]) -> Iterator[tuple[Key, Answer]]:
        """Ask many questions. Each gets exactly one answer, in any order; the key tells which it belongs to.

        Questions are taken one by one, never many ahead of the answers, so there may be millions.
        """

    def close(self) -> None:
        """Say good-bye; whatever was started is ended."""
