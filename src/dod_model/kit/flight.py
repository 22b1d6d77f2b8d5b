"""Questions that were sent and not yet answered, and what is made of the lines that come back."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from dod_model.kit.answers import Answer, Aspect, Fault, Reply
from dod_model.kit.messages import GarbageError, lacking, read_answer, shown

_STRAY = 4  # windows of lines in a row that may be stray


class Sent:
    """A question that was sent.

    Attributes:
        key: what the asker calls it.
        number: what the tool is to call it; grows from question to question.
        line: the request.
        asks: the parts of an answer that were asked for.
        when: when it was last sent, by the clock that only goes forward.
        instead: the line that seems to stand for its answer; empty if there is none.
    """

    __slots__ = ("asks", "instead", "key", "line", "number", "when")

    def __init__(self, key: Any, number: int, line: bytes, asks: frozenset[Aspect]) -> None:
        """A question that is to be sent."""
        self.key, self.number, self.line, self.asks = key, number, line, asks
        self.when = 0.0
        self.instead = ""


@dataclass(slots=True)
class _Noted:
    """How often something happened, and how it was the first time."""

    count: int = 0
    first: str = ""

    def add(self, what: str) -> None:
        self.count += 1
        self.first = self.first or what

    def __str__(self) -> str:
        return f"{self.count}, the first {self.first}"


Settled = tuple[Any, Answer]
"""The key of a question, and its answer."""


class Flight:
    """The questions in flight, in the order of asking. Each leaves it exactly once, with an answer.

    A line that is no answer to any of them is *stray*. It settles nothing at once, since it may be a message of the
    tool before the answer proper. What it was shows later:

    - The oldest question is answered next: it was a message, which is forgiven.
    - A later question is answered next, by a tool that has always answered in the order of asking: the line seems to
      stand for the answer to those that were passed over. They are settled as ``garbage`` when a whole window of later
      questions is answered, or when nothing comes any more; unless their answers do come, and it was a message.
    - Nothing comes any more: `blame` tells of it.

    Attributes:
        alone: so many of the questions are to be asked one at a time, for one of them may have ended the tool.
    """

    def __init__(self, window: int) -> None:
        """Nothing in flight; at most `window` questions will be, and a few times as many lines may be stray."""
        self.alone = 0
        self._window = window
        self._waiting: dict[int, Sent] = {}
        self._again: deque[Sent] = deque()
        self._size = 0
        self._last = 0
        self._in_order = True
        self._in_a_row = 0
        self._stray = _Noted()
        self._all_stray = _Noted()
        self._repeated = _Noted()

    def __len__(self) -> int:
        """How many questions wait for an answer."""
        return len(self._waiting)

    @property
    def size(self) -> int:
        """How many bytes the requests have that wait for an answer."""
        return self._size

    @property
    def oldest(self) -> Sent:
        """The question that was asked first of those that wait."""
        return next(iter(self._waiting.values()))

    @property
    def babbles(self) -> bool:
        """Whether more lines in a row were no answers than can be borne."""
        return self._in_a_row > _STRAY * self._window

    @property
    def strayed(self) -> bool:
        """Whether lines came that are no answers, and it is not known yet what they were."""
        return self._stray.count > 0

    def add(self, sent: Sent, when: float) -> None:
        """A question is sent now."""
        sent.when = when
        self._last = max(self._last, sent.number)
        self._size += len(sent.line)
        self._waiting[sent.number] = sent

    def ask_again(self) -> None:
        """All that wait are to be asked once more, before any others: the tool was started anew."""
        self._again.extendleft(reversed(self._waiting.values()))
        for sent in self._again:
            sent.instead = ""
        self._waiting.clear()
        self._size = self._in_a_row = 0
        self._stray = _Noted()

    def next_again(self) -> Sent | None:
        """The next question that is to be asked once more; None if there is none."""
        return self._again.popleft() if self._again else None

    def settle(self, lines: Iterable[bytes]) -> list[Settled]:
        """What these lines settle. Blank lines are passed over."""
        settled: list[Settled] = []
        for line in lines:
            if line and not line.isspace():
                try:
                    number, answer = read_answer(line)
                except GarbageError as error:
                    self._strayed(f"{shown(line)}: {error}")
                else:
                    self._answered(number, answer, settled)
        return settled

    def settle_passed_over(self, before: int | None = None) -> list[Settled]:
        """Settle the questions instead of whose answers a stray line came.

        Args:
            before: only those with a lower number; None for all.
        """
        limit = self._last + 1 if before is None else before
        found = [sent for sent in self._waiting.values() if sent.instead and sent.number < limit]
        return [self._left(sent, Fault("garbage", f"Instead of an answer came {sent.instead}.")) for sent in found]

    def blame(self, kind: str, what: str) -> Settled:
        """The oldest question gets no answer any more.

        Args:
            kind: the kind of the fault; stray lines turn ``timeout`` into ``garbage``.
            what: what happened, as a sentence; stray lines are told before it, for they are the cause.
        """
        if self._stray.count and kind == "timeout":
            kind = "garbage"
        if self._stray.count:
            what = f"{self._told_stray()} {what}"
        return self._left(self.oldest, Fault(kind, what))

    def abandon(self) -> bool:
        """Forget all questions. Returns whether there were any."""
        any_left = bool(self._waiting or self._again)
        self.ask_again()
        self._again.clear()
        self.alone = 0
        return any_left

    def given_up(self, why: Fault) -> Iterator[Settled]:
        """No question gets an answer any more."""
        self.ask_again()
        while self._again:
            yield self._again.popleft().key, why

    @property
    def oddities(self) -> Iterator[str]:
        """What was odd in lines that settled nothing, as sentences."""
        if self._all_stray.count:
            yield f"Lines on standard output that are no answers: {self._all_stray}. They belong on standard error."
        if self._repeated.count:
            yield f"Answers to what had been answered, passed over: {self._repeated}."

    def _answered(self, number: int, answer: Answer, settled: list[Settled]) -> None:
        sent = self._waiting.get(number)
        if sent is None:
            self._unasked(number)
            return
        self._in_a_row = 0
        if isinstance(answer, Reply) and (lack := lacking(answer, sent.asks)):
            answer = Fault("garbage", lack)
        self._see_order(sent)
        settled.append(self._left(sent, answer))
        if next(iter(self._waiting), number) < number - self._window:
            settled += self.settle_passed_over(number - self._window)

    def _see_order(self, answered: Sent) -> None:
        """See from which question is answered next what stray lines were."""
        if answered.instead:
            self._in_order = False
            for sent in self._waiting.values():
                sent.instead = ""
        if not self._in_order:
            return
        passed_over = list(takewhile(lambda sent: sent is not answered, self._waiting.values()))
        new = [sent for sent in passed_over if not sent.instead]
        for sent in new:
            sent.instead = self._stray.first
        self._in_order = not new or bool(self._stray.count)
        self._stray = _Noted()

    def _left(self, sent: Sent, answer: Answer) -> Settled:
        del self._waiting[sent.number]
        self._size -= len(sent.line)
        self.alone = max(0, self.alone - 1)
        if not self._waiting:
            self._stray = _Noted()
        return sent.key, answer

    def _unasked(self, number: int) -> None:
        if 0 < number <= self._last:
            self._in_a_row += 1
            self._repeated.add(f"with the id {number}")
        else:
            self._strayed(f"an answer to {number}, which was never asked")

    def _told_stray(self) -> str:
        if self._stray.count == 1:
            return f"Instead of an answer came {self._stray.first}."
        return f"Lines that are no answers came instead: {self._stray}."

    def _strayed(self, what: str) -> None:
        self._in_a_row += 1
        self._stray.add(what)
        self._all_stray.add(what)
