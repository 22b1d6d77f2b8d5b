"""Passages as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dod_model.documents import Document, Passage, documents
from dod_model.publish.labels import badge, day
from dod_model.publish.markdown import anchor, escaped, link

PASSAGE_HEAD = ("Document", "Under the heading", "Date", "Checked")
"""The columns of `passage_row`."""


def passages_of(passages: Iterable[Passage]) -> Iterator[str]:
    """Each passage once, as a link to the page in the state that was read."""
    yield from dict.fromkeys(_passage(one) for one in passages)


def _passage(passage: Passage) -> str:
    document = documents()[passage.document]
    heading = f", under “{escaped(passage.heading)}”" if passage.heading else ""
    date = f", {document.date.isoformat()}" if document.date else ""
    mark = "" if passage.verified else " (cited, unverified)"
    return f"{link(document.title, document.url)}{heading}{date}{mark}"


def passage_row(passage: Passage) -> tuple[str, ...]:
    """A passage as a row: the page in the state that was read, and beside it our page of the document."""
    document = documents()[passage.document]
    where = f"{link(document.title, document.url)} ({document_link(document)})"
    return (where, escaped(passage.heading) or "the page", day(document.date), checked(passage))


def checked(passage: Passage) -> str:
    """Whether a passage was read and has a fingerprint, as a label."""
    return badge("verified", "good") if passage.verified else badge("cited, unverified", "open")


def document_link(document: Document) -> str:
    """A link to our page of a document, by its key."""
    return link(document.key, f"~/{document_page_name(document)}")


def document_page_name(document: Document) -> str:
    """The file of our page of a document, from the root of the docs."""
    return f"documents/{anchor(document.key)}.md"
