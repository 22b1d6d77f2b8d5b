"""A tool behind a command that speaks the line protocol. Whatever it does, each question gets exactly one answer."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from time import monotonic
from types import TracebackType
from typing import Any, Self

from dod_model.kit.answers import AdapterError, Answer, Fault, Hello, Key, wanted
from dod_model.kit.flight import Flight, Sent, Settled
from dod_model.kit.format import Question
from dod_model.kit.messages import question_line, shown
from dod_model.kit.pipes import Arrival
from dod_model.kit.running import FLUSH, Running

_BATCH = 2**16  # bytes that are written at once
_ROOM = 2**23  # bytes in flight, beyond which no more is asked
_MOST_RESTARTS, _MOST_SILENCES = 1_000, 20  # in all: a start costs a moment, a silence the whole time for an answer
_SILENCES = 3  # questions in a row that a tool may leave without an answer if it has never given one


class LineAdapter:
    """A command that is asked over the line protocol.

    It is started once and asked several questions ahead of its answers, which may come in any order. Its author is told
    what went wrong, question by question:

    - It ends or closes its output while questions are in flight: it is started anew. If one question was in flight,
      that gets ``crash``. If there were several, they are asked again one at a time, so that the guilty one is found
      also where answers were lost in a buffer or come out of order.
    - Nothing comes: when `timeout` has passed since the last answer, and since the oldest question was sent, that
      question gets ``timeout``; the command is killed and started anew, and the others are asked again.
    - Lines that are no answers: see `dod_model.kit.flight.Flight`. If there are so many in a row that they are no mere
      messages, or if a line has no end, the oldest question gets ``garbage``, and the command is started anew.
    - It was started anew too often, or does not start again: all questions that are left get ``crash``.
    - It has never given an answer, and let the time of three questions in a row pass: all that are left get what these
      got.

    The memory that it takes does not grow with the number of questions. Use it in a ``with`` statement: nothing that
    was started is left running, whatever happens in it.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        timeout: float = 10.0,
        window: int = 256,
        restarts: int = 50,
        cwd: str | os.PathLike[str] | None = None,
    ) -> None:
        """Start the command and have it introduce itself.

        Args:
            command: the program and its arguments; no shell is involved.
            timeout: seconds to wait for the introduction, and for each answer.
            window: how many questions are in flight at most.
            restarts: how often it is started anew without an answer in between before it is given up. It is given up,
                too, when it was silent too often, or started anew very often in all.
            cwd: the folder that it runs in; None for that of this process.

        Raises:
            AdapterError: it does not start, or does not introduce itself.
        """
        self._command, self._cwd = tuple(command), cwd
        self._timeout, self._window, self._restarts = timeout, max(1, window), restarts
        self._flight = Flight(self._window)
        self._number = 0
        self._last_answer = 0.0
        self._causes: list[str] = []
        self._in_a_row = self._silences = 0
        self._given_up: Fault | None = None
        self._busy = self._closed = False
        self._running: Running | None = self._started()
        self._hello = self._running.hello

    @property
    def hello(self) -> Hello:
        """How it introduces itself."""
        return self._hello

    @property
    def notes(self) -> tuple[str, ...]:
        """What was odd, answered or not, as sentences: breaks, lines that are no answers, repeated answers."""
        causes = self._causes
        broke_off = [f"How often it broke off: {len(causes)}; the first time {causes[0]}."] if causes else []
        return (*broke_off, *self._flight.oddities)

    def answers(self, asked: Iterable[tuple[Key, Question]]) -> Iterator[tuple[Key, Answer]]:
        """Ask many questions. Each gets exactly one answer, in any order; the key tells which it belongs to.

        If the answers are not taken to the end, the command is killed, and started anew when there is more to ask.

        Raises:
            RuntimeError: it is being asked already, or was closed.
        """
        source = iter(asked)
        with self._turn():
            self._ask(source)
            while self._flight and not self._given_up:
                yield from self._hear()
                self._ask(source)
            if not self._given_up:
                return
            yield from self._flight.given_up(self._given_up)
            for key, _ in source:
                yield key, self._given_up

    def close(self) -> None:
        """Say good-bye, and end whatever was started. Questions cannot be asked any more."""
        self._closed = True
        running, self._running = self._running, None
        if running is not None:
            running.dismiss()

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Say good-bye; or, if something went wrong, end it at once."""
        if kind is not None:
            self._kill()
        self.close()

    def _started(self) -> Running:
        return Running(self._command, self._cwd, self._timeout)

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """The time in which questions are asked. What is in flight when it is cut short is nobody's any more."""
        if self._busy or self._closed:
            raise RuntimeError("The tool is closed." if self._closed else "The tool is being asked already.")
        self._busy = True
        try:
            yield
        finally:
            self._busy = False
            if self._flight.abandon():
                self._kill()

    def _ask(self, source: Iterator[tuple[Any, Question]]) -> None:
        """Send questions until enough are in flight. They are sent many at a time, since each sending has its price."""
        flight = self._flight
        if self._closed:
            raise RuntimeError("The tool was closed while it was being asked.")
        most = 1 if flight.alone else self._window
        if self._given_up or len(flight) > most * 3 // 4:
            return
        batch: list[Sent] = []
        size = 0
        while len(flight) + len(batch) < most and flight.size + size < _ROOM and not self._given_up:
            sent = flight.next_again() or self._next(source)
            if sent is None:
                break
            batch.append(sent)
            size += len(sent.line)
            if size >= _BATCH:
                self._send(batch)
                batch, size = [], 0
        self._send(batch)

    def _next(self, source: Iterator[tuple[Any, Question]]) -> Sent | None:
        """The next question; None if there is none."""
        for key, question in source:
            self._number += 1
            asks = wanted(question, self._hello.answers)
            return Sent(key, self._number, question_line(self._number, question, asks), asks)
        return None

    def _send(self, batch: list[Sent]) -> None:
        if not batch:
            return
        try:
            self._running = self._running or self._started()
            self._running.pipes.write(b"".join([sent.line for sent in batch]))
        except AdapterError as error:
            self._given_up = Fault("crash", f"Given up, for it does not start again: {error}")
        now = monotonic()
        for sent in batch:
            self._flight.add(sent, now)

    def _hear(self) -> list[Settled]:
        """What the tool says next, or what its silence means."""
        running = self._running
        if running is None:
            raise RuntimeError("The tool was closed while it was being asked.")
        until = max(self._last_answer, self._flight.oldest.when) + self._timeout
        arrival = running.pipes.read(until)
        settled = self._flight.settle(arrival.lines) if arrival else []
        if settled and arrival:
            self._last_answer = arrival.when
            self._in_a_row = 0
            return settled
        if arrival and arrival.ended:
            return self._ended(running, arrival)
        if self._flight.babbles:
            why = "it writes lines without end that are no answers"
            return self._anew(running, why, "garbage", "It writes lines without end.")
        return [] if arrival and arrival.when < until else self._silent(running)

    def _silent(self, running: Running) -> list[Settled]:
        if running.has_ended:
            return self._ended(running, Arrival(monotonic(), [], ended=True))
        if passed_over := self._flight.settle_passed_over():
            return passed_over
        told = f"No answer came within {self._timeout:g} s."
        if running.pipes.unfinished:
            told += f" Half a line had come: {shown(running.pipes.unfinished)}."
        elif not self._last_answer and not self._flight.strayed:
            told += f" {FLUSH}"
        settled = self._anew(running, f"no answer came within {self._timeout:g} s", "timeout", told)
        self._silences += 1
        if not self._last_answer and self._silences >= _SILENCES and not self._given_up:
            self._given_up = _never_answered(settled[0][1])
        if self._silences >= _MOST_SILENCES and not self._given_up:
            self._given_up = Fault("timeout", f"Given up, for it was silent {_MOST_SILENCES} times.")
        return settled

    def _ended(self, running: Running, arrival: Arrival) -> list[Settled]:
        flight = self._flight
        ending = running.ending()
        if passed_over := flight.settle_passed_over():
            return passed_over + (self._ended(running, arrival) if flight else self._anew(running, ending))
        if running.overlong:
            return self._anew(running, ending, "garbage", f"Instead of an answer {ending}.")
        if flight.oldest.when > arrival.when:  # it had ended before it was asked
            return self._anew(running, ending)
        if len(flight) > 1:
            flight.alone = len(flight)
            return self._anew(running, f"{ending} with {len(flight)} questions in flight")
        return self._anew(running, ending, "crash", f"When it was asked this, {ending}.")

    def _anew(self, running: Running, cause: str, kind: str = "", told: str = "") -> list[Settled]:
        """End the command, to be started anew when there is more to ask.

        Where a kind of fault is given, the oldest question is to blame and gets it.
        """
        self._kill()
        settled = [self._flight.blame(kind, told + running.last_words())] if kind else []
        self._flight.ask_again()
        self._causes.append(cause)
        self._in_a_row += 1
        if self._in_a_row > self._restarts or len(self._causes) > _MOST_RESTARTS:
            again = len(self._causes) - 1
            self._given_up = Fault("crash", f"Given up after {again} restarts; the last time {cause}.")
        return settled

    def _kill(self) -> None:
        running, self._running = self._running, None
        if running is not None:
            running.kill()


def _never_answered(answer: Answer) -> Fault:
    """What is left of the questions to a tool that was given up, as the last one that was asked got this answer."""
    kind, message = (answer.kind, answer.message) if isinstance(answer, Fault) else ("timeout", "")
    why = f"Given up, for it has answered none of {_SILENCES} questions, nor any before. The last one:"
    return Fault(kind, f"{why} {message}")
