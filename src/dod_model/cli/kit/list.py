"""``dod kit list``: what there is to ask."""

from __future__ import annotations

from typing import Any

import click

from dod_model.cli.kit.choosing import Choice, choosing_options, chosen
from dod_model.cli.terminal import layout
from dod_model.kit.format import Kind
from dod_model.kit.shipped import KINDS, vector_count, vector_text

MEANINGS: dict[Kind, str] = {
    "features": "what the scenarios of the features ask",
    "boundaries": "both sides of every boundary between releases, and one thing at a time that is not in order",
    "pairs": "every two things that are not in order, together somewhere",
    "triples": "every three of them",
    "relations": "two questions each, whose answers stand in a relation, whatever they are",
}
"""What the vectors of each kind are."""

EPILOG = """\b
Examples:
  dod kit list
  dod kit list --ids | wc -l
  dod kit list --ids --kind features --requirement gateway-serves-content
  dod kit list --impostors

\b
Exit codes: 0 told; 2 usage, or no vectors."""


@click.command(name="list", epilog=EPILOG)
@click.option("--ids", is_flag=True, help="Print the ids, a line each.")
@choosing_options
@click.option("--impostors", is_flag=True, help="List the impostors instead: adapters that are wrong in one way each.")
def list_command(*, ids: bool, impostors: bool, **options: Any) -> None:
    """Tell what there is to ask: the kinds of vectors, and how many there are of each.

    With --ids, or an option that chooses among them, it prints the ids of the vectors.
    """
    choosing = any(options.values())
    if impostors and (ids or choosing):
        raise click.UsageError("--impostors lists no vectors; it goes with no other option.")
    if impostors:
        _impostors()
    elif ids or choosing:
        for case in chosen(Choice(**options)):
            click.echo(case.id)
    else:
        _kinds()


def _kinds() -> None:
    setting, total = layout(), 0
    for kind in KINDS:
        count = vector_count(vector_text(kind))
        total += count
        for line in setting.line(MEANINGS[kind], head=f"{kind:<12}{count:>6,}  "):
            click.echo(line)
    click.echo(f"{'all':<12}{total:>6,}")


def _impostors() -> None:
    from dod_model.kit.impostors import TOPICS

    setting = layout()
    for topic, impostors in TOPICS.items():
        for line in setting.line(topic, mood="strong"):
            click.echo(line)
        for one in impostors:
            for line in (*setting.line(one.id, 2), *setting.line(one.believes, 6, "faint")):
                click.echo(line)
