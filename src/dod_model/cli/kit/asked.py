"""Who is asked: a command, the model, or an impostor."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from math import isfinite
from typing import Any

import click

from dod_model.cli.commands import StoppedError
from dod_model.errors import DodError
from dod_model.kit.answers import Adapter, AdapterError, Aspect

IMPOSTOR = click.option("--impostor", metavar="NAME", help="Ask an impostor; `dod kit list --impostors` lists them.")
"""The option that names an impostor."""


class _Seconds(click.FloatRange):
    """A time that is not endless. Click takes `nan` for a number in every range."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Read a number of seconds.

        Raises:
            click.BadParameter: it is none, or not in the range.
        """
        seconds: float = super().convert(value, param, ctx)
        if not isfinite(seconds):
            self.fail(f"'{value}' is no number of seconds, as 10 or 0.5.", param, ctx)
        return seconds


TIMEOUT = click.option(
    "--timeout",
    type=_Seconds(min=0, min_open=True),
    metavar="S",
    default=10.0,
    show_default=True,
    help="Seconds that the adapter has to say hello, and for each answer.",
)
"""The option that bounds how long an answer may take."""
COMMAND = click.argument("command", nargs=-1, type=click.UNPROCESSED, metavar="-- COMMAND...")
"""The words of the command."""


class AskingCommand(click.Command):
    """A command of ours that ends in a command of others, after two dashes."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words of the command.

        Raises:
            click.UsageError: they are not understood; where the dashes are missing, with that they are.
        """
        dashes = "--" in args
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as problem:
            if dashes:
                raise
            hint = "What belongs to COMMAND stands after two dashes: -- COMMAND..."
            raise click.UsageError(f"{problem.format_message()} {hint}", ctx) from None

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; whatever it has started is ended, also where a signal stops it.

        Raises:
            StoppedError: a signal stopped it.
        """
        try:
            with stopped_by_signals():
                return super().invoke(ctx)
        except _Stop as stop:
            raise StoppedError(stop.number) from None


class _Stop(KeyboardInterrupt):
    """A signal says that the process is to end."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


@contextmanager
def stopped_by_signals() -> Iterator[None]:
    """A time in which the signals that ask to end are treated as Ctrl-C is: what was begun is ended, too.

    Signals that somebody else treats or has ignored, as `nohup` does, stay as they are. Only the first counts, for a
    terminal that is closed sends several, and the next would cut short what ends the adapter.
    """
    received: list[int] = []

    def stop(number: int, _: object) -> None:
        received.append(number)
        if len(received) == 1:
            raise _Stop(number)

    found = [getattr(signal, name, None) for name in ("SIGTERM", "SIGHUP")]
    main = threading.current_thread() is threading.main_thread()
    ours = [one for one in found if one is not None and main and signal.getsignal(one) is signal.SIG_DFL]
    try:
        for one in ours:
            signal.signal(one, stop)
        yield
    finally:
        for one in ours:
            signal.signal(one, signal.SIG_DFL)


@dataclass(frozen=True, slots=True)
class Asked:
    """Who is asked.

    Attributes:
        command: a program and its arguments, or nothing.
        model: whether it is the model itself.
        impostor: the name of an impostor, or None.
        timeout: seconds that a command has for an answer.
    """

    command: Sequence[str]
    model: bool
    impostor: str | None
    timeout: float

    def checked(self, example: str) -> Asked:
        """Itself, if exactly one is named.

        Args:
            example: a call that is right, for the message.

        Raises:
            click.UsageError: none is named, or several are.
        """
        named = [bool(self.command), self.model, self.impostor is not None]
        if not any(named):
            raise click.UsageError(f"Whom to ask is missing: a COMMAND after two dashes, as in\n  {example}")
        if sum(named) > 1:
            raise click.UsageError("Several are named to be asked: give one of COMMAND, --model and --impostor.")
        return self

    @contextmanager
    def adapter(self) -> Iterator[Adapter]:
        """The one who is asked; whatever was started is ended, also when all is stopped.

        Raises:
            DodError: it does not start, or does not introduce itself; or there is no such impostor.
        """
        if self.model or self.impostor is not None:
            yield in_process(self.impostor)
            return
        from dod_model.kit.process import LineAdapter

        try:
            adapter = LineAdapter(self.command, timeout=self.timeout)
        except AdapterError as error:
            raise DodError(str(error)) from None
        with adapter:
            yield adapter


def in_process(impostor: str | None) -> Adapter:
    """The model, or an impostor by its name.

    Raises:
        DodError: there is no such impostor; the message tells the nearest, and where to find them all.
    """
    from dod_model.kit.in_process import InProcess

    if impostor is None:
        from dod_model.kit.system import ModelUnderTest

        return InProcess("dod-model", ModelUnderTest(), Aspect, version=version("dod-model"))
    from dod_model.kit.impostors import IMPOSTORS
    from dod_model.kit.naming import UnknownNameError, looked_up

    try:
        found = looked_up(impostor, IMPOSTORS, "impostor")
    except UnknownNameError as error:
        message = f"{error} `dod kit list --impostors` lists them."
        raise DodError(message) from None
    return InProcess(found.id, found, (Aspect.VIOLATED, Aspect.UNKNOWNS))


def notes_of(adapter: Adapter) -> tuple[str, ...]:
    """What was odd about the one who was asked, as sentences; nothing ever is in this process."""
    notes: tuple[str, ...] = getattr(adapter, "notes", ())
    return notes
