"""What a run comes to in bytes, as scenarios write it down."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from dod_model.bdd.parameters import meaning

if TYPE_CHECKING:
    from dod_model.run import Run, Summary

Amount = Callable[["Summary"], int]
AMOUNTS: dict[str, Amount] = {
    "come in advance": lambda summary: summary.in_advance,
    "come before the task sequence starts": lambda summary: summary.before_start,
    "come while it runs": lambda summary: summary.during,
    "come in all": lambda summary: summary.pulled,
    "are thrown away": lambda summary: summary.thrown_away,
    "come in vain": lambda summary: sum(summary.in_vain.values()),
    "are spared by conditions": lambda summary: sum(summary.spared.values()),
    "are on the device at once": lambda summary: summary.largest_held,
}
"""The parts of what a run comes to."""

FITS = {True: "yes", False: "no", None: "unknown"}
"""Whether the cache is large enough, in words."""


def summary_of(run: Run) -> Summary:
    """What the run comes to."""
    from dod_model.run import Summary

    return Summary(run)


def for_step(run: Run, step: str) -> int:
    """What came just before a step for it."""
    return sum(size for action, size in summary_of(run).by_step.items() if action.name == step)


def compared(runs: Sequence[Run], rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """The rows of a table as the runs fill them: an amount in each row, after it a cell for each run.

    Raises:
        UnknownWordError: a row is about no such amount.
    """
    summaries = [summary_of(run) for run in runs]
    parts = {row[0]: meaning(row[0], AMOUNTS, "part of what a run comes to") for row in rows}
    return [[name, *(told(amount(summary)) for summary in summaries)] for name, amount in parts.items()]


def told(size: int) -> str:
    """An amount in words: ``700 MB``."""
    megabytes, rest = divmod(size, 2**20)
    return f"{megabytes} MB" + (f" and {rest} bytes" if rest else "")


def told_amounts(run: Run) -> str:
    """All that a run comes to, in words."""
    summary = summary_of(run)
    lines = [f"{told(amount(summary))} {part}" for part, amount in AMOUNTS.items()]
    lines.append(f"the cache is large enough: {FITS[summary.fits]}")
    lines.extend(f"no size is told of {package}" for package in run.unsized)
    lines.extend(f"{told(size)} come from {source}" for source, size in summary.by_source.items())
    lines.extend(f"{told(size)} come for {action.name}" for action, size in summary.by_step.items())
    return "\n".join(lines)
