"""A tool in this process: a Python object that decides attempts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Protocol

from dod_model.assessment import Outcome
from dod_model.kit.answers import Answer, Aspect, DontKnow, Fault, Hello, Key, Reply, Skip
from dod_model.kit.expecting import plan_size, run_totals
from dod_model.kit.format import Question
from dod_model.kit.messages import unknown_ids
from dod_model.plan import TooManyWaysError
from dod_model.run.event_words import placed

if TYPE_CHECKING:
    from dod_model.attempt import Attempt, Wish
    from dod_model.site import Site


class Decision(Protocol):
    """What is read of what a tool decides; as much as `dod_model.kit.system.Answer` has of it."""

    @property
    def outcome(self) -> Outcome:
        """What becomes of the attempt."""

    @property
    def violated(self) -> frozenset[str]:
        """Ids of the violated requirements; read only where the tool answers them."""

    @property
    def undetermined(self) -> frozenset[str]:
        """Ids of the requirements that hang on something unknown; read only where the tool answers them."""


class Decides(Protocol):
    """What a tool has to have. One that answers plans or runs has `plan` or `play` of `SystemUnderTest` as well."""

    def assess(self, site: Site, attempt: Attempt, wish: Wish) -> Decision:
        """Decide an attempt."""


class InProcess:
    """A Python object, asked in this process, one question after the other.

    An exception that it raises is a `Fault` of the kind ``error``; words that there are not are one of ``garbage``.
    """

    def __init__(self, name: str, system: Decides, answers: Iterable[Aspect], *, version: str = "") -> None:
        """Ask this object.

        Args:
            name: what it is called.
            system: what decides attempts; a `dod_model.kit.system.SystemUnderTest` or a part of one.
            answers: the parts of an answer that it gives; the outcome need not be among them, everyone gives that.
            version: its version.
        """
        self._hello = Hello(name, version, frozenset(answers) | {Aspect.OUTCOME})
        # Whether it has the methods for what it says that it answers shows when it is asked.
        self._system: Any = system

    @property
    def hello(self) -> Hello:
        """How it introduces itself."""
        return self._hello

    def answers(self, asked: Iterable[tuple[Key, Question]]) -> Iterator[tuple[Key, Answer]]:
        """Ask many questions, one when its answer is wanted. The answers come in the order of asking."""
        for key, question in asked:
            try:
                answer = self._assessed(question) if question.play is None else self._played(question)
            except Exception as error:
                answer = Fault("error", f"{type(error).__name__}: {error}".removesuffix(": "))
            yield key, answer

    def close(self) -> None:
        """Nothing was started, so there is nothing to end."""

    def _assessed(self, question: Question) -> Answer:
        gives, case = self._hello.answers, (question.site, question.attempt, question.wish)
        decision = self._system.assess(*case)
        violated = frozenset(decision.violated) if Aspect.VIOLATED in gives else None
        undetermined = frozenset(decision.undetermined) if Aspect.UNKNOWNS in gives else None
        if not isinstance(decision.outcome, Outcome):
            return Fault("garbage", f"Its answer cannot be used: {decision.outcome!r} is no outcome.")
        if wrong := unknown_ids((violated or frozenset()) | (undetermined or frozenset())):
            return Fault("garbage", f"Its answer cannot be used: {wrong}.")
        if Aspect.PLAN not in gives or not question.plan:
            return Reply(decision.outcome, violated, undetermined)
        try:
            plan = self._system.plan(*case)
        except TooManyWaysError as error:
            return DontKnow(str(error))
        return Reply(decision.outcome, violated, undetermined, plan_size(plan))

    def _played(self, question: Question) -> Answer:
        play = question.play
        if play is None or Aspect.RUN not in self._hello.answers:
            return Skip("It plays no runs.")
        run = self._system.play(
            question.site,
            question.attempt,
            option=play.option,
            placed=tuple(map(placed, play.events)),
            pre_downloaded=play.pre_downloaded,
        )
        return Reply(run=run_totals(run))
