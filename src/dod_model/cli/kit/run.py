"""``dod kit run``: ask a tool everything, and tell where it differs from the documents."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from itertools import chain
from typing import Any

import click

from dod_model.cli.kit.asked import COMMAND, IMPOSTOR, TIMEOUT, Asked, AskingCommand, notes_of
from dod_model.cli.kit.choosing import Choice, choosing_options, chosen
from dod_model.cli.kit.writing import destinations
from dod_model.cli.terminal import watched
from dod_model.kit.known import Known, check_vectors, read_known
from dod_model.kit.scoring import Case, Scores, exit_code_of, judged
from dod_model.kit.shipped import entries

LONG = 200
"""From so many vectors on, progress is shown on a terminal; of a command always, for it may take its time."""

EXAMPLE = "dod kit run -- node adapter.mjs"
EPILOG = f"""\b
Examples:
  {EXAMPLE}
  dod kit run --kind features -o junit=report.xml -- node adapter.mjs
  dod kit run -o json --known known.txt -- python my_adapter.py > report.json
  dod kit run --vector 'features/content/*' --timeout 2 -- ./my-tool --adapter
  dod kit run --drawn 10000 --seed 7 --model

\b
Disagreements are told apart by how firmly the documents stand behind the answer:
documented, contested (documents contradict one another) and inferred (it was
reasoned). Only the documented ones fail. What COMMAND says that it does not answer
is not asked of it, and never fails. Nothing is left running, also after Ctrl-C.

\b
FORMAT is one of
  text       for reading
  json       complete; `dod schema kit` is its schema
  junit      every vector as a test, for a CI
  markdown   a summary, for the page of a CI job or a comment
  badge      how many agree, for an endpoint badge of shields.io
  known      what differs today, as a file for --known

\b
Known disagreements do not fail. Their file has one a line: the id of a vector, then
perhaps what it is about (a requirement, a law, outcome, plan or run), then perhaps a
comment after #. The id alone stands also for no answer. A line whose disagreement has
stopped is to be removed, and fails.

\b
Exit codes: 0 no answer differs from what the documents say; 1 some does, or was an
error, or a known disagreement has stopped; 3 none of that, but some questions got no
answer, or none was asked; 2 usage, unreadable input, or COMMAND does not start."""


@click.command(name="run", cls=AskingCommand, epilog=EPILOG)
@choosing_options
@click.option("--drawn", type=click.IntRange(min=0), metavar="N", default=0, help="Ask N random questions more.")
@click.option("--seed", type=int, metavar="S", default=1, show_default=True, help="Chooses the random questions.")
@click.option(
    "-o",
    "--output",
    "outputs",
    metavar="FORMAT[=FILE]",
    multiple=True,
    help="What to tell, and where; may be repeated. If nothing goes to standard output, the text does.",
)
@click.option("--known", "known_file", metavar="FILE", help="Disagreements that do not count; see below.")
@TIMEOUT
@click.option("--model", is_flag=True, help="Ask the model itself.")
@IMPOSTOR
@COMMAND
@click.pass_context
def run_command(ctx: click.Context, /, **options: Any) -> None:
    """Ask a tool everything, and tell where it differs from the documents.

    COMMAND is a line adapter, a program with its arguments; no shell is involved. The options choose among the
    vectors that came with the package; those of several kinds are to be fulfilled together.
    """
    asked = Asked(options["command"], options["model"], options["impostor"], options["timeout"]).checked(EXAMPLE)
    places = destinations(options["outputs"])
    choice = Choice(options["kinds"], options["requirements"], options["patterns"])
    known = _known(options["known_file"])
    cases = chosen(choice, more=options["drawn"] > 0)
    with asked.adapter() as adapter:
        scores = Scores(adapter.hello, known)
        found = judged(adapter, chain(cases, _drawn(choice, options["drawn"], options["seed"])), scores)
        long = 1 if asked.command else LONG
        for one in watched(found, len(cases) + options["drawn"], long, "Asking"):
            for place in places:
                place.report.add(one)
    for place in places:
        place.write(place.report.finish(scores, notes_of(adapter)))
    ctx.exit(exit_code_of(scores))


def _drawn(choice: Choice, count: int, seed: int) -> Iterator[Case]:
    """Random questions, made one by one."""
    if count:
        from dod_model.kit.combinations import drawn

        yield from choice.of(drawn(count, seed))


def _known(path: str | None) -> Known:
    if path is None:
        return Known()
    known = read_known(path)
    check_vectors(known, _ids)
    return known


@cache
def _ids(kind: str) -> Collection[str]:
    """The ids of all vectors of a kind; none where there is no such kind."""
    return frozenset(one.id for one in entries(kind))
