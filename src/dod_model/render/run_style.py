"""How runs are told: how much of them, and what the reader has to know of the numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dod_model.render.layout import Layout
from dod_model.render.run_words import names


@dataclass(frozen=True, slots=True)
class RunStyle:
    """How much is told, and how it is set.

    Attributes:
        everything: every moment by itself, with its cause and what it rests on.
        layout: width and colour.
    """

    everything: bool = False
    layout: Layout = field(default_factory=Layout)


def caveats(assumed: Sequence[str], unsized: Sequence[str], never: Sequence[str], layout: Layout) -> Iterator[str]:
    """What the reader has to know of the numbers.

    Args:
        assumed: what was assumed, a sentence each.
        unsized: packages whose size is not described.
        never: events whose moment never came, in words.
        layout: width and colour.
    """
    if unsized:
        yield ""
        sentence = f"The size of {names(unsized)} is not described and counts as 0: amounts are at least these."
        yield from layout.line(sentence, 2, "open")
    yield from listed("Assumed", assumed, layout)
    yield from listed("Never came", never, layout)


def listed(title: str, sentences: Sequence[str], layout: Layout) -> Iterator[str]:
    """Sentences under a title; nothing if there are none."""
    if sentences:
        yield ""
        yield from layout.line(title, 2, "strong")
        for sentence in sentences:
            yield from layout.line(sentence, 4, head="- ")
