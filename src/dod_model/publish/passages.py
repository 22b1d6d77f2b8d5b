"""Passages as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dod_model.documents import Passage, documents
from dod_model.publish.markdown import escaped, link


def passages_of(passages: Iterable[Passage]) -> Iterator[str]:
    """Each passage once, as a link to the page in the state that was read."""
    yield from dict.fromkeys(_passage(one) for one in passages)


def _passage(passage: Passage) -> str:
    document = documents()[passage.document]
    heading = f", under “{escaped(passage.heading)}”" if passage.heading else ""
    date = f", {document.date.isoformat()}" if document.date else ""
    mark = "" if passage.verified else " (cited, unverified)"
    return f"{link(document.title, document.url)}{heading}{date}{mark}"
