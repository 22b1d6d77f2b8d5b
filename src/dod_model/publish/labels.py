"""Small things that pages have in common: labels, where one is, the pages beside."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from html import escape
from typing import Literal

from dod_model.publish.markdown import escaped, heading, link

Mood = Literal["good", "bad", "open", "quiet"]
"""The colour of a label; its words say the same."""


def badge(text: str, mood: Mood = "quiet") -> str:
    """A label within a line."""
    return f"*{escaped(text)}*{{.dod-badge .dod-{mood}}}"


def day(told: date | None) -> str:
    """A date that is not broken between lines."""
    return f"*{told.isoformat()}*{{.dod-day}}" if told else "undated"


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: the plural with an s, unless it is given."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def capital(text: str) -> str:
    """Text with a capital at its beginning, the rest as it is."""
    return f"{text[:1].upper()}{text[1:]}"


def crumbs(*links: str) -> Iterator[str]:
    """Where one is, as a line above the title: Markdown already, the outermost first."""
    yield " / ".join(links)
    yield "{: .dod-crumbs }"
    yield ""


def page_below(above: Iterable[str], title: str, lines: Iterable[str]) -> str:
    """A whole page whose title does not come first, and is therefore told in front of all, too.

    Args:
        above: what stands above the title, as of `crumbs`.
        title: as text.
        lines: all below it, Markdown.
    """
    # The theme shows the title that is told in front as it is, so it is escaped for HTML here.
    quoted = json.dumps(escape(" ".join(title.split())), ensure_ascii=False)
    # JSON is YAML but for signs that are not printed, which YAML wants written as numbers.
    told = "".join(sign if sign.isprintable() else f"\\U{ord(sign):08x}" for sign in quoted)
    front = ("---", f"title: {told}", "---", "")
    return "\n".join([*front, *above, heading(1, title), "", *lines]).rstrip("\n") + "\n"


def pager(before: tuple[str, str] | None, after: tuple[str, str] | None) -> Iterator[str]:
    """The pages before and after, each its name and its address; None for none."""
    yield ""
    yield " ".join(
        (
            link(f"← {before[0]}", before[1]) if before else "",
            link(f"{after[0]} →", after[1]) if after else "",
        )
    ).strip()
    yield "{: .dod-pager }"


def folded(title: str, lines: Iterable[str], *, kind: str = "note", unfolded: bool = False) -> Iterator[str]:
    """Lines that are shown when asked for.

    Args:
        title: our own words, with nothing in them that is not ours.
        lines: Markdown.
        kind: the kind of admonition.
        unfolded: whether they are shown at first.
    """
    yield ""
    yield f'???{"+" if unfolded else ""} {kind} "{title}"'
    yield ""
    yield from (f"    {line}" if line else "" for line in lines)
    yield ""
