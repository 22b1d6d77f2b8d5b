"""``dod check``: will devices run the task sequence, and what is to be mended?"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

import click

from dod_model.attempt import Place, Start, User, Wish
from dod_model.intake import read_site
from dod_model.results import Result, exit_code_of, results
from dod_model.site import Site
from dod_model.survey import Question, attempts, with_clients

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
The text tells the outcome, then what is unmet: what was found, where the documents
say so, where they disagree, and a remedy; then the fewest changes that reach the
wish, in the order in which to make them. JSON is complete; `dod schema report` is
its schema.

\b
Exit codes: 0 every wish is reached; 1 some wish is not; 3 none fails, but some are
undetermined or not covered; 2 usage or unreadable input."""


def _choice(values: Iterable[Start | Place | User | Wish]) -> click.Choice[str]:
    return click.Choice([value.value for value in values])


def _listed(values: Iterable[Start | Place | User | Wish]) -> str:
    return ", ".join(value.value for value in values)


@click.command(name="check", epilog=EPILOG)
@click.argument("site", metavar="SITE")
@click.option("--deployment", metavar="NAME", help="Check this deployment only.")
@click.option("--client", metavar="NAME", help="Check this client only.")
@click.option("--start", type=_choice(Start), metavar="HOW", help=f"How it is started: {_listed(Start)}.")
@click.option(
    "--from",
    "place",
    type=_choice(Place),
    metavar="PLACE",
    default="internet",
    show_default=True,
    help=f"Where clients are: {_listed(Place)}.",
)
@click.option(
    "--user",
    type=_choice(User),
    metavar="WHO",
    help=f"Who starts it, as far as install permissions tell users apart: {_listed(User)}.",
)
@click.option(
    "--want",
    type=_choice(Wish),
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
    wish = Wish(options["want"])
    found = _results(described, _question(options), wish, with_plans=bool(options["plan"]))
    reached: list[bool | None] = []
    for piece in _written(_noted(found, reached), wish, options):
        sys.stdout.write(piece)
    sys.stdout.flush()
    ctx.exit(exit_code_of(reached))


def _question(options: dict[str, str | bool | None]) -> Question:
    start, user = options["start"], options["user"]
    return Question(
        deployment=_text(options["deployment"]),
        client=_text(options["client"]),
        start=None if start is None else Start(start),
        place=Place(options["place"]),
        user=None if user is None else User(user),
    )


def _text(value: str | bool | None) -> str | None:
    return value if isinstance(value, str) else None


def _results(site: Site, question: Question, wish: Wish, *, with_plans: bool) -> Iterator[Result]:
    """The results one by one, with progress on a terminal if there are many."""
    asked = list(attempts(site, question))
    found = results(site, asked, wish, with_plans=with_plans)
    if len(asked) < LONG or not sys.stderr.isatty():
        return found
    return _with_progress(found, len(asked))


def _with_progress(found: Iterator[Result], total: int) -> Iterator[Result]:
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    yield from track(found, description="Checking", total=total, console=console, transient=True)


def _noted(found: Iterator[Result], reached: list[bool | None]) -> Iterator[Result]:
    for result in found:
        reached.append(result.assessment.reached)
        yield result


def _written(found: Iterator[Result], wish: Wish, options: dict[str, str | bool | None]) -> Iterator[str]:
    """The report in pieces, in the format that was asked for."""
    if options["output"] == "json":
        from dod_model.render.json_report import json_report

        yield from json_report(found, wish)
        return
    from dod_model.cli.terminal import layout
    from dod_model.render.text import TextOptions, text_report

    style = TextOptions(everything=bool(options["everything"]), layout=layout())
    yield from (f"{line}\n" for line in text_report(found, wish, style))
