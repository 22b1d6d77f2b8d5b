"""What was measured, and how it is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Row:
    """One measured figure.

    Attributes:
        what: what was measured.
        seconds: the median.
        beside: the same of the peer that it is compared with; None for no peer.
    """

    what: str
    seconds: float
    beside: float | None = None

    @property
    def ratio(self) -> float | None:
        """How many times the peer's time it took."""
        return None if self.beside is None else self.seconds / self.beside


@dataclass(frozen=True, slots=True)
class Bound:
    """A stated bound, and the figure that has to keep it.

    Attributes:
        what: what is bounded, as a sentence without its number.
        figure: what was measured.
        at_most: the largest figure that keeps it; None if only the smallest counts.
        at_least: the smallest figure that keeps it; None if only the largest counts.
    """

    what: str
    figure: float
    at_most: float | None = None
    at_least: float | None = None

    @property
    def kept(self) -> bool:
        """Whether the figure keeps the bound."""
        if self.at_most is not None and self.figure > self.at_most:
            return False
        return self.at_least is None or self.figure >= self.at_least

    def __str__(self) -> str:
        """The bound, the figure, and whether it is kept."""
        wanted = f"at most {self.at_most:g}" if self.at_most is not None else f"at least {self.at_least:g}"
        return f"{'kept  ' if self.kept else 'BROKEN'}  {self.what}: {self.figure:.2f} ({wanted})"


@dataclass(frozen=True, slots=True)
class Section:
    """Figures that belong together.

    Attributes:
        title: what they are about.
        rows: the figures.
        bounds: what they have to keep.
        remarks: what else is to be said, a sentence each.
    """

    title: str
    rows: list[Row] = field(default_factory=list)
    bounds: list[Bound] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        """The section as lines of text."""
        yield f"== {self.title}"
        width = max((len(row.what) for row in self.rows), default=0)
        for row in self.rows:
            ratio = "" if row.ratio is None else f"{row.ratio:8.2f} x"
            yield f"  {row.what:{width}}  {in_words(row.seconds):>10}{ratio}"
        yield from (f"  {remark}" for remark in self.remarks)
        yield from (f"  {bound}" for bound in self.bounds)


def in_words(seconds: float) -> str:
    """A duration in the unit that suits it."""
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("us", 1e-6)):
        if seconds >= size:
            return f"{seconds / size:.2f} {unit}"
    return f"{seconds / 1e-9:.0f} ns"


def as_data(sections: Iterable[Section]) -> list[dict[str, Any]]:
    """The sections as plain data."""
    return [asdict(section) for section in sections]
