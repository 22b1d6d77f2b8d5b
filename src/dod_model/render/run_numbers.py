"""Runs in numbers: a column for each option, so that the options stand side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from dod_model.render.layout import Layout
from dod_model.render.run_price import Price, from_cloud
from dod_model.render.run_words import SHORT_OPTIONS, choice, size
from dod_model.render.wording import printable
from dod_model.run import Run, Summary
from dod_model.run.amounts import by_choice

LABEL_COLUMNS = 42
COLUMN = 17
"""Columns that a cell takes, at least: the longest words and blanks before them."""
LINES_TOLD = 12
"""So many steps, sources or packages have a line of their own; the others share one."""

Row = tuple[str, Sequence[str]]
"""A label and a cell for each column."""

_INDENT = 2
_APART = 2


def numbers(runs: Sequence[Run], price: Price | None, layout: Layout) -> Iterator[str]:
    """Runs of one attempt side by side.

    Args:
        runs: of the same attempt, each with another option.
        price: what the cloud costs; None to leave money out.
        layout: width and colour.
    """
    yield from table("In numbers", [SHORT_OPTIONS[run.option] for run in runs], rows(runs, price), layout)


def table(title: str, heads: Sequence[str], rows: Iterable[Row], layout: Layout) -> Iterator[str]:
    """Rows under a title and heads, which fit on 80 columns for up to two columns, unless an amount is huge."""
    found = list(rows)
    column = max(COLUMN, *(len(cell) + _APART for _, cells in found for cell in cells))
    yield from layout.line(_set(title, heads, column), _INDENT, "strong")
    for label, cells in found:
        yield from layout.line(_set(label, cells, column), _INDENT)


def _set(label: str, cells: Sequence[str], column: int) -> str:
    safe = printable(label)
    cut = safe if len(safe) < LABEL_COLUMNS else f"{safe[: LABEL_COLUMNS - 2]}…"
    return (f"{cut:<{LABEL_COLUMNS}}" + "".join(f"{cell:>{column}}" for cell in cells)).rstrip()


def rows(runs: Sequence[Run], price: Price | None) -> Iterator[Row]:
    """Every figure of the runs, a cell for each run.

    Args:
        runs: of the same attempt, each with another option.
        price: what the cloud costs; None to leave money out.
    """
    found = [Summary(run) for run in runs]

    def row(label: str, amount: Callable[[Summary], int]) -> Row:
        return label, [size(amount(one)) for one in found]

    yield row("Pulled", lambda one: one.pulled)
    if any(one.in_advance for one in found):
        yield row("  in advance", lambda one: one.in_advance)
    yield row("  before the start", lambda one: one.before_start)
    yield row("  while it runs", lambda one: one.during)
    steps = [{f"{action.number}. {action.name}": amount for action, amount in one.by_step.items()} for one in found]
    yield from each("    for ", steps)
    yield from each("  from ", [{choice(among): much for among, much in by_choice(run).items()} for run in runs])
    yield row("Fetched in vain", lambda one: sum(one.in_vain.values()))
    yield from each("  ", [one.in_vain for one in found])
    yield row("Thrown away", lambda one: one.thrown_away)
    yield row("Spared by conditions", lambda one: sum(one.spared.values()))
    yield from each("  ", [one.spared for one in found])
    yield row("Most on the device at once", lambda one: one.largest_held)
    yield "Client cache", ["not known" if one.cache is None else size(one.cache) for one in found]
    if price is not None:
        yield from priced(price, [from_cloud(one.by_source, one.run.situation.site) for one in found])


def priced(price: Price, amounts: Sequence[int]) -> Iterator[Row]:
    """What came from the cloud, and what that costs."""
    yield "From the cloud", [size(amount) for amount in amounts]
    yield f"Price, {price.terms}", [price.told(amount) for amount in amounts]


def each(head: str, columns: Sequence[Mapping[str, int]]) -> Iterator[Row]:
    """A row for each name that has an amount in some column; of many the first few, and one for all others.

    Args:
        head: stands before every name.
        columns: the amounts by name, in bytes.
    """
    found = list(dict.fromkeys(name for column in columns for name, amount in column.items() if amount))
    told = found if len(found) <= LINES_TOLD else found[: LINES_TOLD - 1]
    for name in told:
        yield f"{head}{name}", [size(column.get(name, 0)) for column in columns]
    rest = found[len(told) :]
    if rest:
        sums = [sum(column.get(name, 0) for name in rest) for column in columns]
        yield f"{head}{len(rest):,} others", [size(amount) for amount in sums]
