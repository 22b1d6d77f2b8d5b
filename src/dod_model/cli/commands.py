"""A command made of sub-commands, of which only the one that runs is imported."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

from dod_model.render.wording import printable


class ReaderGoneError(Exception):
    """The pipe that the output goes to was closed."""


class StoppedError(Exception):
    """The command was told to stop by a signal, and has ended what it had started.

    Attributes:
        number: of the signal.
    """

    def __init__(self, number: int) -> None:
        """Say by which signal."""
        super().__init__(f"stopped by signal {number}")
        self.number = number


class Commands(click.Group):
    """A group of sub-commands, each a function in a module of the same name.

    The function is called after the command: `check_command` in the module `check`.
    """

    def __init__(self, *args: Any, table: Mapping[str, str], package: str, **options: Any) -> None:
        """Know the sub-commands by name.

        Args:
            args: as for `click.Group`.
            table: the names of the sub-commands, in the order of the help, and what they do.
            package: the package that has their modules.
            options: as for `click.Group`.
        """
        super().__init__(*args, **options)
        self._table = table
        self._package = package

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the sub-commands."""
        del ctx
        return list(self._table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The sub-command of that name; None if there is none."""
        del ctx
        if cmd_name not in self._table:
            return None
        command: click.Command = getattr(import_module(f"{self._package}.{cmd_name}"), f"{cmd_name}_command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the sub-commands without importing them."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(self._table.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run the sub-command and write out what it said.

        Raises:
            ReaderGoneError: nobody reads the output any more. Click would leave with code 1, which means something.
        """
        try:
            try:
                return super().invoke(ctx)
            finally:
                sys.stdout.flush()
        except BrokenPipeError as gone:
            raise ReaderGoneError from gone

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """Find the sub-command; for a wrong name, tell the nearest."""
        name = args[0] if args else ""
        if name and not name.startswith("-") and name not in self._table:
            from difflib import get_close_matches

            close = get_close_matches(name, list(self._table), n=1)
            hint = f" Did you mean '{close[0]}'?" if close else f" There is {', '.join(self._table)}."
            ctx.fail(f"There is no command '{printable(name[:80])}'.{hint}")
        return super().resolve_command(ctx, args)
