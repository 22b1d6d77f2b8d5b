"""The lines of a report as data rather than text set for a terminal.

What the renderers say is taken as they say it: a page shows the words of the command, and has none of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dod_model.render.layout import Layout

TITLE = 2
"""How far the titles inside a report are indented."""


class Spoken(str):
    """A line, with what tells how it was meant.

    Attributes:
        head: what stands before it: a number, a mark, a label.
        indent: how far it is indented.
        mood: good, bad, open, strong or faint; empty for none.
    """

    head: str
    indent: int
    mood: str

    @classmethod
    def of(cls, text: str, head: str, indent: int, mood: str) -> Spoken:
        """A line."""
        line = cls(text)
        line.head, line.indent, line.mood = head, indent, mood
        return line

    @property
    def is_title(self) -> bool:
        """Whether it stands over a part of a report."""
        return self.indent == TITLE and self.mood == "strong"

    @property
    def is_headline(self) -> bool:
        """Whether it begins a report."""
        return self.indent == 0 and self.mood == "strong"


@dataclass(frozen=True, slots=True)
class Unset(Layout):
    """Sets nothing: every line comes as it was said, whole, with nothing escaped."""

    def line(self, text: str, indent: int = 0, mood: str = "", *, head: str = "") -> Iterator[str]:
        """One line."""
        yield Spoken.of(text, head.strip(), indent, mood)

    def labelled(self, label: str, texts: Iterable[str], indent: int, mood: str = "") -> Iterator[str]:
        """One line for each text, all with the label."""
        for text in texts:
            yield Spoken.of(text, label, indent, mood)


def spoken(lines: Iterable[str]) -> Iterator[Spoken]:
    """The lines that say something: gaps are left out."""
    return (line for line in lines if isinstance(line, Spoken))


def parted(lines: Iterable[Spoken]) -> Iterator[tuple[str, list[Spoken]]]:
    """Lines by the title under which they stand; those before the first title have an empty one."""
    title, found = "", list[Spoken]()
    for line in lines:
        if line.is_title:
            if found or title:
                yield title, found
            title, found = str(line), []
        else:
            found.append(line)
    if found or title:
        yield title, found
