"""``dod run``: what is downloaded when, from where and how much, step by step?"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import groupby
from typing import Any, Literal

import click

from dod_model.attempt import Attempt
from dod_model.cli.asking import question, question_options
from dod_model.cli.run_asking import AS_DEPLOYED, BOTH, PLAYED, Options, RunCommand, Way, price_of, way_of
from dod_model.cli.terminal import layout, watched
from dod_model.errors import InputError
from dod_model.intake import read_site
from dod_model.render.run_price import Price
from dod_model.render.run_totals import DeploymentTotals
from dod_model.results import exit_code_of
from dod_model.run import Run
from dod_model.run.event_words import FORMS, PLACES
from dod_model.site import Site
from dod_model.survey import Excerpts, attempts, with_clients
from dod_model.totals import total_of

LONG = 500
"""From so many attempts on, progress is shown on a terminal."""

_INDENTED = "\n  ".join
EPILOG = f"""\b
Examples:
  dod run site.yaml
  dod run site.yaml --client LT-001 --option both
  dod run site.yaml --client LT-001 --event "'CMG-EAST' stops while 'Drivers' downloads"
  dod run site.yaml --price-per-gb 0.05 -o json > run.json
  dod run site.yaml --client LT-001 -o mermaid > run.mmd

\b
With one client, the text is a timeline: what is fetched, for which step and from
where; with both options, two timelines and a table of their numbers. With several
clients it tells what each deployment comes to, with both options unless --option
says otherwise, and what on demand saves. 1 GB is 2**30 bytes. JSON has exact bytes and
the totals of each deployment, and of one client every moment; `dod schema run` is its
schema.

\b
There is no clock: what depends on time, or goes wrong, happens where --event places
it, the whole event in double quotes and names in single ones. An event is one of
  {_INDENTED(FORMS)}

\b
and after it comes when, one of
  {_INDENTED(PLACES)}

\b
Names are those of the description; a name that has a ' in it stands in double quotes.
While a package downloads is when half of it has come. On demand, before a step is also
before its downloads; all first, it is after all of them. Moments are counted as --all
and JSON count them.

\b
Exit codes: 0 every run ends well; 1 some run fails or does not start; 3 none does,
but some were played on assumptions or are not covered; 2 usage or unreadable input."""


@click.command(name="run", cls=RunCommand, epilog=EPILOG)
@click.argument("site", metavar="SITE")
@question_options("Play")
@click.option(
    "--option",
    type=click.Choice(list(PLAYED)),
    metavar="OPTION",
    help=f"The deployment option to play: {', '.join(PLAYED)}.  [default: {AS_DEPLOYED} for one client, {BOTH} for "
    "several]",
)
@click.option("--event", multiple=True, metavar="TEXT", help="What happens, and when; see below. May be repeated.")
@click.option(
    "--pre-downloaded",
    type=click.IntRange(min=0),
    metavar="N",
    help="How many packages pre-download had completed at the start.  [default: all, where it is on]",
)
@click.option(
    "--seed", type=int, metavar="N", help="Chooses where the product chooses at random.  [default: the first]"
)
@click.option("--price-per-gb", callback=price_of, metavar="X", help="Tell also what the bytes from the cloud cost.")
@click.option(
    "-o",
    "--output",
    type=click.Choice(["text", "json", "mermaid"]),
    default="text",
    show_default=True,
    help="Format; mermaid draws the runs of one client.",
)
@click.option("--all", "everything", is_flag=True, help="Tell every moment with what it rests on, and every client.")
@click.pass_context
def run_command(ctx: click.Context, /, site: str, **options: Any) -> None:
    """Play task sequences step by step: what is downloaded when, from where, and how much?

    SITE is the description of a site, in YAML or JSON; - reads it from standard input.
    """
    described = with_clients(read_site(site))
    asked = list(attempts(described, question(options)))
    one_client = options["client"] is not None or len(asked) == 1
    if options["output"] == "mermaid" and len(asked) > 1:
        raise click.UsageError(_too_many(asked), ctx)
    way = way_of(options)
    played = PLAYED[options["option"] or (AS_DEPLOYED if one_client else BOTH)]
    runs = list(_runs(described, asked, way, played)) if one_client else []
    totals = list(_of_one(described, runs, played) if one_client else _totals(described, asked, way, played))
    code = exit_code_of(kind.each.reached for one in totals for total in one.totals for kind in total.kinds)
    for piece in _told(site, runs, totals, code, options):
        sys.stdout.write(piece)
    sys.stdout.flush()
    ctx.exit(code)


def _too_many(asked: Sequence[Attempt]) -> str:
    """What to name for a diagram of one client and deployment."""
    clients, deployments = {one.client for one in asked}, {one.deployment for one in asked}
    missing = [f"--{kind}" for kind, found in (("client", clients), ("deployment", deployments)) if len(found) > 1]
    return f"-o mermaid draws one client and deployment: name it with {' and '.join(missing)}."


def _runs(site: Site, asked: Sequence[Attempt], way: Way, played: Options) -> Iterator[Run]:
    excerpts = Excerpts(site)
    for attempt in asked:
        part = excerpts.of(attempt)
        with _which(attempt, asked):
            found = [way.run(part, attempt, option) for option in played]
        yield from found


def _of_one(site: Site, runs: Iterable[Run], played: Options) -> Iterator[DeploymentTotals]:
    """The totals of each deployment over one client."""
    for attempt, group in groupby(runs, key=lambda run: run.attempt):
        totals = [total_of(run, option) for run, option in zip(group, played, strict=True)]
        yield DeploymentTotals(attempt, site, tuple(totals))


def _totals(site: Site, asked: Sequence[Attempt], way: Way, played: Options) -> Iterator[DeploymentTotals]:
    """The totals of one deployment after the other, with progress on a terminal if there are many attempts."""
    for _, group in groupby(asked, key=lambda attempt: attempt.deployment):
        found = list(group)
        with _which(found[0], asked):
            totals = [way.total(site, watched(found, len(found), LONG, "Playing"), option) for option in played]
        yield DeploymentTotals(found[0], site, tuple(totals))


@contextmanager
def _which(attempt: Attempt, asked: Sequence[Attempt]) -> Iterator[None]:
    """Say of which deployment a problem is, if several are played: an event may suit one of them only."""
    try:
        yield
    except InputError as error:
        if len({one.deployment for one in asked}) == 1:
            raise
        which = f"This is of the deployment '{attempt.deployment}'; --deployment plays another one alone."
        raise InputError(*(replace(one, hint=f"{one.hint} {which}".strip()) for one in error.problems)) from None


def _told(
    site: str, runs: Sequence[Run], totals: Sequence[DeploymentTotals], code: Literal[0, 1, 3], options: dict[str, Any]
) -> Iterator[str]:
    price: Price | None = options["price_per_gb"]
    match options["output"]:
        case "json":
            from dod_model.render.run_json import run_json

            yield run_json(site, runs, totals, price, code)
        case "mermaid":
            from dod_model.render.run_mermaid import run_mermaid

            yield run_mermaid(runs)
        case _:
            from dod_model.render.run_style import RunStyle
            from dod_model.render.run_text import run_text

            style = RunStyle(everything=options["everything"], layout=layout())
            yield from (f"{line}\n" for line in run_text(runs, () if runs else totals, price, style))
