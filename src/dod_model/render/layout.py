"""How lines are set: wrapped to a width if there is one, indented, and with colour if there is any."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from dod_model.render.wording import printable

Paint = Callable[[str, str], str]
"""Takes a text and what it is (good, bad, open, strong, faint) and returns it, perhaps with colour."""

LABEL = 10
"""Columns that a label takes, the blanks behind it included."""


def plain(text: str, _: str) -> str:
    """No colour."""
    return text


@dataclass(frozen=True, slots=True)
class Layout:
    """How lines are set. Whatever is unsafe on a terminal is escaped here.

    Attributes:
        width: columns to wrap at; None for lines as long as they are.
        paint: puts colour on a text.
    """

    width: int | None = None
    paint: Paint = plain

    def line(self, text: str, indent: int = 0, mood: str = "", *, head: str = "") -> Iterator[str]:
        """A text, on as many lines as it needs.

        Args:
            text: the text.
            indent: blanks before every line.
            mood: what it is, for the colour; empty for no colour.
            head: stands before the text, as a number or a label; further lines are indented by its length.
        """
        before = " " * indent + head
        further = " " * len(before) + ("  " if text.startswith("- ") else "")
        for number, piece in enumerate(self._pieces(printable(text), len(further))):
            painted = self.paint(piece, mood) if mood else piece
            yield (further if number else before) + painted

    def labelled(self, label: str, texts: Iterable[str], indent: int, mood: str = "") -> Iterator[str]:
        """Texts beside a label, which stands before the first of them only."""
        head = f"{label:<{LABEL}}"
        for text in texts:
            yield from self.line(text, indent, mood, head=head)
            head = " " * LABEL

    def _pieces(self, text: str, used: int) -> list[str]:
        if self.width is None:
            return [text]
        room = max(self.width - used, 30)
        return textwrap.wrap(text, room, break_long_words=False, break_on_hyphens=False) or [""]
