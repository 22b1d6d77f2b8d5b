"""A command that has introduced itself and runs."""

from __future__ import annotations

import os
from collections.abc import Sequence
from time import monotonic

from dod_model.kit.answers import AdapterError
from dod_model.kit.launching import end, how_it_ended, kill, launch
from dod_model.kit.messages import LONGEST_ANSWER, bye_line, hello_line, read_hello, shown
from dod_model.kit.pipes import Arrival, Pipes
from dod_model.render.wording import printable

FLUSH = "Does it flush its output after each line?"
"""What to look at first where a tool is silent."""

_LAST_MOMENTS = 1.0  # seconds that a command has to end after its output did
_BYE = 2.0  # seconds that it has to end after the bye


class Running:
    """A command from its start to its end.

    Attributes:
        hello: how it introduced itself.
        pipes: what goes to it and comes from it.
    """

    def __init__(self, command: Sequence[str], cwd: str | os.PathLike[str] | None, timeout: float) -> None:
        """Start it and have it introduce itself.

        Args:
            command: the program and its arguments.
            cwd: the folder that it runs in.
            timeout: seconds that it has to introduce itself.

        Raises:
            AdapterError: it does not start, or does not introduce itself.
        """
        self._process = launch(command, cwd)
        self.pipes = Pipes(self._process)
        try:
            self.pipes.write(hello_line())
            self.hello = read_hello(self._first_line(timeout))
        except AdapterError as error:
            self.kill()
            raise AdapterError(f"'{printable(command[0][:200])}' {error}{self.last_words()}") from None
        except BaseException:
            self.kill()
            raise

    def _first_line(self, timeout: float) -> bytes:
        until = monotonic() + timeout
        while (arrival := self.pipes.read(until)) is not None and arrival.when <= until:
            lines = [line for line in arrival.lines if line.strip()]
            if lines:
                self.pipes.put_back(Arrival(arrival.when, lines[1:], ended=False))
                return lines[0]
            if arrival.ended:
                raise AdapterError(f"does not introduce itself: {self.ending()}.")
        raise AdapterError(f"does not introduce itself within {timeout:g} s. {FLUSH}")

    @property
    def has_ended(self) -> bool:
        """Whether the command is over, though something that it started may hold its pipes open."""
        return self._process.poll() is not None

    @property
    def overlong(self) -> bool:
        """Whether its output was closed to it, since it wrote a line longer than any answer."""
        return len(self.pipes.unfinished) > LONGEST_ANSWER

    def ending(self) -> str:
        """How it ended, as a part of a sentence, for one whose output is at its end."""
        if self.overlong:
            return f"it wrote a line of more than {LONGEST_ANSWER:,} bytes, which begins {shown(self.pipes.unfinished)}"
        half = self.pipes.unfinished
        told = how_it_ended(self._process, _LAST_MOMENTS)
        return f"{told}, in the middle of the line {shown(half)}" if half.strip() else told

    def last_words(self) -> str:
        """What tells most of the last that it wrote on standard error, as a sentence after another, or empty.

        It has ended, or was killed.
        """
        words = self.pipes.last_words(_LAST_MOMENTS)
        return f" Its last words on standard error: '{printable(words)}'." if words else ""

    def kill(self) -> None:
        """End it at once, with everything in its group."""
        kill(self._process)
        self.pipes.leave()

    def dismiss(self) -> None:
        """Say good-bye, wait a little, and end whatever is left."""
        self.pipes.write(bye_line())
        self.pipes.close_input()
        try:
            end(self._process, _BYE)
        finally:
            self.kill()
