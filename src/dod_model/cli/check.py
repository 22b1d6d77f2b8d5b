"""``dod check``: will devices run the task sequence, and what is to be mended?"""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from dod_model.attempt import Attempt, Wish
from dod_model.cli.asking import choice, question, question_options
from dod_model.cli.terminal import layout, watched
from dod_model.intake import read_site
from dod_model.results import Result, exit_code_of, results, summary_of
from dod_model.site import Site
from dod_model.survey import attempts, with_clients

LONG = 500
"""From so many attempts on, progress is shown on a terminal."""

EPILOG = """\b
Examples:
  dod check site.yaml
  dod check site.yaml --deployment "Upgrade laptops" --client LT-001
  dod check site.yaml --start schedule --from internet
  dod check site.yaml --want run -o json > report.json
  dod schema > site.schema.json        what a description may contain

\b
By default every deployment is checked for every member of its collection, started
as its purpose suggests (available: from Software Center; required: by its schedule),
by a client on the internet. Clients that fare alike are told of together.
What a description leaves out is unknown, never assumed; a list that is given is
complete. A description without clients is checked for "any client".

\b
The text tells the outcome, then what is unmet: what is wanted, what was found, where
the documents say so, where they disagree, and a remedy; then the fewest changes that
reach the wish, in the order in which to make them, each with what it is for. JSON is
complete; `dod schema report` is its schema.

\b
Exit codes: 0 every wish is reached; 1 some wish is not; 3 none fails, but some are
undetermined or not covered; 2 usage or unreadable input."""


@click.command(name="check", epilog=EPILOG)
@click.argument("site", metavar="SITE")
@question_options("Check")
@click.option(
    "--want",
    type=choice(Wish),
    metavar="WISH",
    default="on-demand",
    show_default=True,
    help="What is wished: on-demand, that content is downloaded when it is needed; or run, that it runs at all.",
)
@click.option("-o", "--output", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Format.")
@click.option("--all", "everything", is_flag=True, help="Tell also what is met, not applicable and assumed.")
@click.option("--plan/--no-plan", default=True, show_default=True, help="Look for the fewest changes that help.")
@click.pass_context
def check_command(ctx: click.Context, /, site: str, **options: str | bool | None) -> None:
    """Say whether devices will run the task sequence, and what to mend.

    SITE is the description of a site, in YAML or JSON; - reads it from standard input.
    """
    described = with_clients(read_site(site))
    asked = list(attempts(described, question(options)))
    wish = Wish(options["want"])
    reached: list[bool | None] = []
    found = results(described, asked, wish, with_plans=bool(options["plan"]))
    found = _noted(watched(found, len(asked), LONG, "Checking"), reached)
    as_json = options["output"] == "json"
    pieces = _json_of(found, wish, site, described, asked) if as_json else _text_of(found, wish, options)
    for piece in pieces:
        sys.stdout.write(piece)
    sys.stdout.flush()
    ctx.exit(exit_code_of(reached))


def _noted(found: Iterator[Result], reached: list[bool | None]) -> Iterator[Result]:
    for result in found:
        reached.append(result.assessment.reached)
        yield result


def _text_of(found: Iterator[Result], wish: Wish, options: dict[str, str | bool | None]) -> Iterator[str]:
    """The report as text, line by line."""
    from dod_model.render.text import TextOptions, text_report

    answers = {"started_from": "tell it with --start"}
    if options["user"] is None:
        answers["user_may_install"] = "name the user with --user"
    style = TextOptions(everything=bool(options["everything"]), layout=layout(), answers=answers)
    yield from (f"{line}\n" for line in text_report(found, wish, style))


def _json_of(found: Iterator[Result], wish: Wish, name: str, site: Site, asked: list[Attempt]) -> Iterator[str]:
    """The report as JSON in pieces. Everything is decided twice, for the summary comes first and nothing is held."""
    from dod_model.render.json_report import json_report

    summary = summary_of(results(site, asked, wish, with_plans=False))
    yield from json_report(name, found, wish, summary)
