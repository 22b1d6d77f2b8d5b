"""The three pipes of a command, so that nobody waits for it who does not want to: a thread for each."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic, sleep
from typing import IO, NamedTuple

from dod_model.kit.messages import LONGEST_ANSWER

_CHUNK = 2**16
_AHEAD = 8 * 2**20  # bytes that are read before anybody wants them
_LAST_WORDS = 16 * 2**10  # bytes of standard error that are kept, for the trace of a stack follows the error
_LONGEST = 160  # characters of a line of standard error that are told
_AN_ERROR = re.compile(
    r"^(Uncaught |Unhandled exception\W+|Exception in thread \S+ |Caused by: )?"
    r"[\w.$:]*(Error|Exception)( \[\w+\])?(:|$)"
)
_LIKE_AN_ERROR = re.compile(r"(?i)\b(panic|panicked|fatal|error|exception)\b")
_SLICE = 0.5  # seconds; on Windows an interrupt from the keyboard waits for the end of a wait


class Arrival(NamedTuple):
    """What came from a command.

    Attributes:
        when: when it came, by the clock that only goes forward, in seconds.
        lines: whole lines, without their ends.
        ended: nothing follows: the output is at its end, or the line that comes is longer than any answer.
    """

    when: float
    lines: list[bytes]
    ended: bool


class Pipes:
    """What goes to a command and comes from it. Nothing is kept of the former but what it did not yet take."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        """Begin to read what the command writes."""
        self._to_write: SimpleQueue[bytes | None] = SimpleQueue()
        self._arrivals: SimpleQueue[Arrival] = SimpleQueue()
        self._unread: Arrival | None = None
        self._came = self._taken = 0
        self._gone = False
        self._part = bytearray()
        self._errors = b""
        # Each thread closes its own pipe, for no other can do so while it waits there.
        works = ((self._write, process.stdin), (self._read, process.stdout), (self._drain, process.stderr))
        self._threads = [Thread(target=work, args=(pipe,), daemon=True) for work, pipe in works]
        for thread in self._threads:
            thread.start()

    def write(self, data: bytes) -> None:
        """Have it written as soon as the command takes it; do not wait for that."""
        self._to_write.put(data)

    def close_input(self) -> None:
        """Have the command's input end after what was written so far."""
        self._to_write.put(None)

    def read(self, until: float) -> Arrival | None:
        """What comes next; None if nothing comes until then.

        Args:
            until: a time of the clock that only goes forward; one that is past takes what came before.
        """
        if self._unread is not None:
            arrival, self._unread = self._unread, None
            return arrival
        while True:
            left = until - monotonic()
            with suppress(Empty):
                arrival = self._arrivals.get(timeout=min(max(left, 0), _SLICE))
                self._taken += sum(map(len, arrival.lines)) + len(arrival.lines)
                return arrival
            if left <= 0:
                return None

    def put_back(self, arrival: Arrival) -> None:
        """Have this read once more."""
        self._unread = arrival

    @property
    def unfinished(self) -> bytes:
        """What came of a line that has not ended."""
        return bytes(self._part)

    def last_words(self, patience: float = 0.0) -> str:
        """The lines on standard error that tell most; as text, for it is not known to be clean.

        Args:
            patience: seconds to wait for its end, where the command has ended.
        """
        self._threads[2].join(patience)
        lines = [line.strip() for line in self._errors.decode("utf-8", "backslashreplace").splitlines()]
        return " | ".join(line[:_LONGEST] for line in _telling([line for line in lines if line]))

    def leave(self) -> None:
        """Want nothing any more: the command was ended, its pipes are closed."""
        self._gone = True
        self.close_input()
        for thread in self._threads:
            # One that the command started and that left the group may hold a pipe open for ever.
            thread.join(1)

    def _write(self, pipe: IO[bytes]) -> None:
        with suppress(OSError), pipe:
            while (data := self._to_write.get()) is not None:
                rest = memoryview(data)
                while rest:
                    rest = rest[pipe.write(rest) :]

    def _read(self, pipe: IO[bytes]) -> None:
        with pipe:
            while chunk := _chunk(pipe):
                self._wait_for_room(len(chunk))
                first, *others = chunk.split(b"\n")
                self._part += first
                if others:
                    lines = [bytes(self._part), *others[:-1]]
                    self._part = bytearray(others[-1])
                    self._arrivals.put(Arrival(monotonic(), lines, ended=False))
                elif len(self._part) > LONGEST_ANSWER:
                    break
            self._arrivals.put(Arrival(monotonic(), [], ended=True))
            while chunk and not self._gone:  # a line that is too long: its writer is not blocked before it is killed
                chunk = _chunk(pipe)

    def _wait_for_room(self, size: int) -> None:
        self._came += size
        while self._came - self._taken > _AHEAD and not self._gone:
            sleep(0.01)

    def _drain(self, pipe: IO[bytes]) -> None:
        with pipe:
            while chunk := _chunk(pipe):
                self._errors = (self._errors + chunk)[-_LAST_WORDS:]


def _telling(lines: Sequence[str]) -> Sequence[str]:
    """The last line that looks like an error, and the last of all; without one, the last three."""
    last = len(lines) - 1
    # Where it is no error by its form, the message may follow on a line of its own, as that of a panic does.
    for pattern, following in ((_AN_ERROR, 0), (_LIKE_AN_ERROR, 1)):
        found = [number for number, line in enumerate(lines) if pattern.search(line)]
        if found:
            told = sorted({found[-1], min(found[-1] + following, last), last})
            return [lines[number] for number in told]
    return lines[-3:]


def _chunk(pipe: IO[bytes]) -> bytes:
    """What can be read now, waiting for at least one byte; empty at the end."""
    with suppress(OSError):
        return os.read(pipe.fileno(), _CHUNK)
    return b""
