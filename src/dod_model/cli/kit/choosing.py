"""Which vectors are asked: the options that `dod kit list` and `dod kit run` share."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any, TypeVar

import click

from dod_model.kit.format import Kind, Relation, Vector
from dod_model.kit.known import DRAWN
from dod_model.kit.scoring import Case
from dod_model.kit.shipped import KINDS, vector_file
from dod_model.render.wording import printable
from dod_model.requirements import BY_ID
from dod_model.site.nearest import closest

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Choice:
    """Which vectors are chosen. What is empty chooses all.

    Attributes:
        kinds: of one of these kinds. Random questions have none, and are left out by no kind.
        requirements: written for one of these, or with an answer in which it is violated or undetermined.
        patterns: with an id that is one of these, or fits one of these patterns.
    """

    kinds: Collection[Kind] = ()
    requirements: Collection[str] = ()
    patterns: Collection[str] = ()

    def shipped(self) -> Iterator[Case]:
        """The chosen ones of the vectors that came with the package, kind by kind."""
        for kind in self.kinds or KINDS:
            if self.patterns and not any(_may_be_of(kind, one) for one in self.patterns):
                continue
            file = vector_file(kind)
            yield from self.of(file.vectors)
            yield from self.of(file.relations)

    def of(self, cases: Iterable[Case]) -> Iterator[Case]:
        """The chosen ones of some vectors, whatever their kind."""
        return (one for one in cases if self._named(one) and self._fits(one))

    def _named(self, case: Case) -> bool:
        if not self.requirements:
            return True
        if isinstance(case, Relation):
            return False
        return any(name in self.requirements for name in _about(case))

    def _fits(self, case: Case) -> bool:
        return not self.patterns or any(fnmatchcase(case.id, one) for one in self.patterns)


def _may_be_of(kind: Kind, pattern: str) -> bool:
    """Whether an id that fits a pattern may be of this kind, which is its first part. To read a file takes time."""
    first, slash, _ = pattern.partition("/")
    return not slash or first == kind or any(mark in first for mark in "*?[")


def _about(vector: Vector) -> Iterator[str]:
    yield from vector.about
    yield from vector.expect.violated
    yield from vector.expect.undetermined


def choosing_options(command: Command) -> Command:
    """Give a command the options that choose among the vectors."""
    options = (
        click.option("--kind", "kinds", type=click.Choice(KINDS), multiple=True, help="Of this kind. May be repeated."),
        click.option(
            "--requirement",
            "requirements",
            metavar="ID",
            multiple=True,
            callback=_requirements,
            help="Written for this requirement, or with an answer in which it is violated or undetermined.",
        ),
        click.option(
            "--vector", "patterns", metavar="ID", multiple=True, help="With this id, in which * stands for anything."
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def chosen(choice: Choice, *, more: bool = False) -> list[Case]:
    """The chosen vectors, held.

    Args:
        choice: which.
        more: whether there are others to ask, so that there may be none of these.

    Raises:
        click.UsageError: there is none, which nobody means.
    """
    found = list(choice.shipped())
    for pattern in choice.patterns:
        if not pattern.startswith(DRAWN) and not any(fnmatchcase(one.id, pattern) for one in found):
            raise click.UsageError(_no_vector(pattern, choice))
    if not found and not more:
        raise click.UsageError("No vector is of all that: of the kind, about the requirement, and with the id.")
    return found


def _no_vector(pattern: str, choice: Choice) -> str:
    near = closest(pattern, [one.id for one in Choice(choice.kinds).shipped()])
    hint = f"Did you mean '{near}'?" if near else "`dod kit list --ids` tells them all."
    which = "None of the vectors that the other options choose" if choice.kinds or choice.requirements else "No vector"
    return f"{which} has an id like '{printable(pattern[:200])}'. {hint}"


def _requirements(ctx: click.Context, param: click.Parameter, names: tuple[str, ...]) -> tuple[str, ...]:
    """The ids, as they are.

    Raises:
        click.BadParameter: one is no requirement.
    """
    for name in names:
        if name not in BY_ID:
            near = closest(name, BY_ID)
            hint = f"Did you mean '{near}'?" if near else "`dod explain` lists them."
            raise click.BadParameter(f"'{printable(name[:80])}' is no requirement. {hint}", ctx, param)
    return names
