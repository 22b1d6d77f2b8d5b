"""What to ask of a site: the options that `dod check` and `dod run` share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum
from typing import Any, TypeVar

import click

from dod_model.attempt import Place, Start, User
from dod_model.survey import Question

Command = TypeVar("Command", bound=Callable[..., Any])


def choice(values: Iterable[Enum]) -> click.Choice[str]:
    """One of these values, by the words that stand for them."""
    return click.Choice([value.value for value in values])


def listed(values: Iterable[Enum]) -> str:
    """The words that stand for these values."""
    return ", ".join(value.value for value in values)


def question_options(verb: str) -> Callable[[Command], Command]:
    """Give a command the options that say what to ask of a site.

    Args:
        verb: what the command does with an attempt, for the help: ``Check``.
    """
    options = (
        click.option("--deployment", metavar="NAME", help=f"{verb} this deployment only."),
        click.option("--client", metavar="NAME", help=f"{verb} this client only."),
        click.option("--start", type=choice(Start), metavar="HOW", help=f"How it is started: {listed(Start)}."),
        click.option(
            "--from",
            "place",
            type=choice(Place),
            metavar="PLACE",
            default="internet",
            show_default=True,
            help=f"Where clients are: {listed(Place)}.",
        ),
        click.option(
            "--user",
            type=choice(User),
            metavar="WHO",
            help=f"Who starts it, as far as install permissions tell users apart: {listed(User)}.",
        ),
    )

    def with_options(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return with_options


def question(options: dict[str, Any]) -> Question:
    """The question that the options of a command ask."""
    start, user = options["start"], options["user"]
    return Question(
        deployment=options["deployment"],
        client=options["client"],
        start=None if start is None else Start(start),
        place=Place(options["place"]),
        user=None if user is None else User(user),
    )
