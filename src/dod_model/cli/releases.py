"""``dod releases``: since when the product can do what."""

from __future__ import annotations

from collections.abc import Iterator

import click

from dod_model.abilities import ABILITIES, Ability, Span
from dod_model.release_table import CURRENT_BRANCH


@click.command(name="releases")
@click.option("--table", is_flag=True, help="Print every release of the current branch with build and dates.")
def releases_command(table: bool) -> None:
    """Show since when the product can do what, on the current branch and in technical previews."""
    for line in _table() if table else _timeline():
        click.echo(line)


def _timeline() -> Iterator[str]:
    starts = sorted(ABILITIES, key=lambda ability: ability.current.since or 0)
    for ability in starts:
        yield f"{_span(ability.current, ''):<24} {_span(ability.preview, 'TP '):<32} {ability.id}"
        yield f"    {ability.statement} Counts: the release of {_side(ability)}. ({', '.join(ability.cites)})"


def _side(ability: Ability) -> str:
    return "site and client" if ability.asks_client else "the site"


def _span(span: Span, prefix: str) -> str:
    if span.unsaid_from == 0:
        return f"{prefix}no document says"
    if span.since is None and span.unsaid_from is None:
        return f"{prefix}never"
    end = f"to {prefix}{span.until}" if span.until else "on"
    text = f"not before {prefix}{span.unsaid_from}" if span.since is None else f"from {prefix}{span.since} {end}"
    return f"{text}, unsaid from {prefix}{span.unsaid_from}" if span.unsaid_from and span.since else text


def _table() -> Iterator[str]:
    yield "release  version     available   support ends  baseline"
    for row in CURRENT_BRANCH:
        mark = "  (third-party table)" if row.third_party else ""
        baseline = "yes" if row.baseline else "no"
        yield f"{row.number}     5.00.{row.build}   {row.available}  {row.support_ends}    {baseline}{mark}"
