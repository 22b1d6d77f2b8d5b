"""What `dod run` is asked to play: options, events, a price."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

import click

from dod_model.attempt import Attempt
from dod_model.errors import InputError
from dod_model.render.run_price import Price
from dod_model.render.wording import printable
from dod_model.run import Run, play
from dod_model.run.event_words import FORMS, PLACES, likely_cause, placed
from dod_model.run.events import Placed
from dod_model.site import DeploymentOption, Site
from dod_model.totals import Total, total

AS_DEPLOYED, ON_DEMAND, BEFORE_START, BOTH = "as-deployed", "on-demand", "before-start", "both"
Options = tuple[DeploymentOption | None, ...]
"""Deployment options to play, one after the other; None for that of the deployment."""
PLAYED: dict[str, Options] = {
    AS_DEPLOYED: (None,),
    ON_DEMAND: (DeploymentOption.WHEN_NEEDED,),
    BEFORE_START: (DeploymentOption.BEFORE_START,),
    BOTH: (DeploymentOption.WHEN_NEEDED, DeploymentOption.BEFORE_START),
}
"""The deployment options that each word plays."""

IN_QUOTES = """The whole event stands in double quotes, names in single ones: --event "'NAME' stops after moment 12"."""
"""How an event is quoted, so that every shell takes it as it is."""

_MOST = Decimal(10) ** 12
_DECIMALS = 12


@dataclass(frozen=True, slots=True)
class Way:
    """How runs are played.

    Attributes:
        events: what happens in every run, and when.
        pre_downloaded: how many packages pre-download had completed; None for all.
        seed: chooses where the product chooses at random; None for the first.
    """

    events: tuple[Placed, ...]
    pre_downloaded: int | None
    seed: int | None

    def run(self, site: Site, attempt: Attempt, option: DeploymentOption | None) -> Run:
        """Play one attempt."""
        return play(
            site, attempt, option=option, placed=self.events, pre_downloaded=self.pre_downloaded, seed=self.seed
        )

    def total(self, site: Site, attempts: Iterable[Attempt], option: DeploymentOption | None) -> Total:
        """Play many attempts."""
        return total(site, attempts, option, placed=self.events, pre_downloaded=self.pre_downloaded, seed=self.seed)


def way_of(options: dict[str, Any]) -> Way:
    """How to play, by the options of the command.

    Raises:
        click.UsageError: an event is not understood.
    """
    texts = options["event"]
    events = tuple(_event(text, number if len(texts) > 1 else 0) for number, text in enumerate(texts, start=1))
    return Way(events, options["pre_downloaded"], options["seed"])


def _event(text: str, number: int) -> Placed:
    """Read an event; tell which of several it is if it is not understood, what is likely wrong, and what there is."""
    try:
        return placed(text)
    except InputError:
        which = f"the --event number {number}" if number else "--event"
        lines = [f"{which} is not understood: {text[:200]}", f"  {likely_cause(text)}", "  An event is one of"]
        lines += [f"    {form}" for form in FORMS]
        lines.append("  and after it comes when, one of")
        lines += [f"    {form}" for form in PLACES]
        lines.append(f"  {IN_QUOTES}")
        raise click.UsageError("\n".join(map(printable, lines))) from None


class RunCommand(click.Command):
    """The command, which knows what it means if an event falls into many words."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words of the command.

        Raises:
            click.UsageError: they are not understood; where an event is among them, with how to quote it.
        """
        has_event = any(word.partition("=")[0] == "--event" for word in args)
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as problem:
            if has_event and "extra argument" in problem.message:
                raise click.UsageError(f"{problem.message}. {IN_QUOTES}", ctx) from None
            raise


def price_of(ctx: click.Context, param: click.Parameter, value: str | None) -> Price | None:
    """Read a price for each GB: a decimal number that is not negative. None if no price is given.

    Raises:
        click.BadParameter: it is no such number.
    """
    if value is None:
        return None
    try:
        number = Decimal(value)
    except InvalidOperation:
        message = f"'{printable(value[:80])}' is no number, such as 0.05."
        raise click.BadParameter(message, ctx, param) from None
    if not number.is_finite() or not 0 <= number <= _MOST or number != round(number, _DECIMALS):
        message = f"'{printable(value[:80])}' is no price: from 0 on, with {_DECIMALS} decimals at most."
        raise click.BadParameter(message, ctx, param)
    return Price(abs(number))
