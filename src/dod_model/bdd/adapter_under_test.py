"""Another tool behind the scenarios: what it does not answer is passed over and counted, never failed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dod_model.assessment import Outcome
from dod_model.attempt import Attempt, Wish
from dod_model.kit.answers import Adapter, Aspect, DontKnow, Fault, Reply, Skip
from dod_model.kit.comparing import disagreements
from dod_model.kit.expecting import hangs_on_unknowns, vector
from dod_model.kit.format import Question
from dod_model.kit.system import NotAnsweredError
from dod_model.site import Site


@dataclass(frozen=True, slots=True)
class ToolAnswer:
    """What a tool said of an attempt. A set that it does not give is None, and then nothing is compared with it.

    Attributes:
        outcome: what becomes of the attempt.
        violated: ids of the violated requirements.
        undetermined: ids of the requirements that hang on something unknown.
    """

    outcome: Outcome
    violated: frozenset[str] | None
    undetermined: frozenset[str] | None
    findings: tuple[()] = ()
    reached: None = None


class AdapterUnderTest:
    """A tool, asked one question at a time.

    It is asked for outcomes and requirements. The other questions of the features (plans, evidence, effective settings,
    single moments of a run) are about words of this project, so scenarios with such a tag are passed over.

    Attributes:
        answers_tags: none.
    """

    answers_tags: frozenset[str] = frozenset()

    def __init__(self, adapter: Adapter) -> None:
        """Ask this tool."""
        self._adapter = adapter

    def assess(self, site: Site, attempt: Attempt, wish: Wish) -> ToolAnswer:
        """Ask what becomes of an attempt.

        Raises:
            NotAnsweredError: the tool does not answer such a question, says that it does not know, or differs only in
                what is contested or inferred.
            AssertionError: the tool gave no usable answer.
        """
        answers = self._adapter.hello.answers
        wanted = vector("asked", Question(site=site, attempt=attempt, wish=wish), why="")
        if Aspect.UNKNOWNS not in answers and hangs_on_unknowns(wanted.expect):
            message = "it does not answer unknowns"
            raise NotAnsweredError(message)
        reply = self._asked(wanted.question)
        differing = disagreements(wanted, reply, answers)
        if differing and all(one.basis != "documented" for one in differing):
            message = "it differs only in what is contested or inferred"
            raise NotAnsweredError(message)
        if reply.outcome is None:
            message = "the tool gave no outcome"
            raise AssertionError(message)
        return ToolAnswer(
            reply.outcome,
            reply.violated if Aspect.VIOLATED in answers else None,
            reply.undetermined if {Aspect.VIOLATED, Aspect.UNKNOWNS} <= answers else None,
        )

    def _asked(self, question: Question) -> Reply:
        ((_, answer),) = self._adapter.answers([(None, question)])
        if isinstance(answer, Reply):
            return answer
        if isinstance(answer, Fault):
            message = f"the tool gave no answer: {answer.kind}: {answer.message}"
            raise AssertionError(message)
        raise NotAnsweredError(_why(answer))

    def plan(self, *_: Any) -> Any:
        """Not asked of a tool."""
        raise NotAnsweredError(_NOT_ASKED)

    def effective(self, *_: Any) -> Any:
        """Not asked of a tool."""
        raise NotAnsweredError(_NOT_ASKED)

    def play(self, *_: Any, **__: Any) -> Any:
        """Not asked of a tool."""
        raise NotAnsweredError(_NOT_ASKED)


_NOT_ASKED = "tools are asked for outcomes and requirements"


def _why(answer: DontKnow | Skip) -> str:
    word = "it does not know" if isinstance(answer, DontKnow) else "it skips such a case"
    return f"{word}: {answer.reason}" if answer.reason else word
