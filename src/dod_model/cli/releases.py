"""``dod releases``: since when the product can do what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import click

from dod_model.abilities import OF_THE_PRODUCT, Ability, Span
from dod_model.cli.terminal import layout
from dod_model.release_table import CURRENT_BRANCH
from dod_model.releases import Branch
from dod_model.render.layout import Layout

BEGINS, ENDS, UNSAID = "+", "-", "?"
COLUMNS = (9, 41)
"""Width of the column of releases, and of the one of the current branch."""

EPILOG = """\b
Examples:
  dod releases
  dod releases --table
  dod compare 1906 1910      what lies between two releases"""


@click.command(name="releases", epilog=EPILOG)
@click.option("--table", is_flag=True, help="Print every release of the current branch with build and dates.")
def releases_command(table: bool) -> None:
    """Show since when the product can do what, on the current branch and in technical previews.

    The two branches are series of their own that reuse the same numbers: 1910 came after TP 1909, and there
    is no order between them.
    """
    setting = layout()
    for line in _table() if table else _everything(setting):
        click.echo(line)


def _everything(setting: Layout) -> Iterator[str]:
    yield from timeline()
    yield ""
    yield f"{BEGINS} begins here   {ENDS} no more from here on   {UNSAID} from here on no document says"
    yield from setting.line(_never_told())
    yield ""
    for ability in sorted(OF_THE_PRODUCT, key=lambda one: one.current.since or 0):
        whose = "the releases of site and client count" if ability.asks_client else "the release of the site counts"
        yield from setting.line(ability.id, mood="strong")
        yield from setting.line(f"{ability.statement} ({whose}; {', '.join(ability.cites)})", 2)


def timeline() -> Iterator[str]:
    """What begins and ends, by release, with both branches side by side."""
    first, second = COLUMNS
    yield f"{'Release':<{first}}{'Current branch':<{second}}Technical preview"
    yield f"{'-' * (first - 2)}  {'-' * (second - 2)}  {'-' * (second - 2)}"
    by_release: dict[int, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for ability in OF_THE_PRODUCT:
        for column, branch in enumerate((Branch.CURRENT, Branch.TECHNICAL_PREVIEW)):
            for number, mark in _events(ability, branch):
                by_release[number][column].append(f"{mark} {ability.id}")
    for number in sorted(by_release):
        left, right = by_release[number]
        for row in range(max(len(left), len(right))):
            label = str(number) if row == 0 else ""
            cells = [column[row] if row < len(column) else "" for column in (left, right)]
            yield f"{label:<{first}}{cells[0]:<{second}}{cells[1]}".rstrip()


def _events(ability: Ability, branch: Branch) -> Iterator[tuple[int, str]]:
    span, after = ability.span(branch), ability.after(branch)
    if span.since is not None:
        yield span.since, BEGINS
    if after is not None:
        yield after.number, ENDS
    if span.unsaid_from:
        yield span.unsaid_from, UNSAID


def _never_told() -> str:
    silent = [one.id for one in OF_THE_PRODUCT if one.preview.unsaid_from == 0]
    none = [one.id for one in OF_THE_PRODUCT if one.preview == Span()]
    return f"Of technical previews no document speaks for {', '.join(silent)}; none has {', '.join(none)}."


def _table() -> Iterator[str]:
    yield "release  version    available   support ends  baseline"
    for row in CURRENT_BRANCH:
        mark = "  (third-party table)" if row.third_party else ""
        baseline = "yes" if row.baseline else "no"
        version = f"5.00.{row.build}"
        yield f"{row.number:<9}{version:<11}{row.available:<12}{row.support_ends:<14}{baseline:<3}{mark}".rstrip()
