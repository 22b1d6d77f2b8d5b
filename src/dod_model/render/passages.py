"""Which passages stand behind a requirement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dod_model.documents import documents, statements
from dod_model.requirements import Requirement


@dataclass(frozen=True, slots=True)
class Citation:
    """A passage, ready to be shown.

    Attributes:
        statement: id of the statement that rests on it.
        document: title of the document.
        heading: the heading under which it stands; empty for the text before the first.
        date: date of the document, as ISO; empty if it has none.
        url: where the page is kept at the commit that was read.
        verified: whether its text was at hand and is fingerprinted; else it is cited only.
    """

    statement: str
    document: str
    heading: str
    date: str
    url: str
    verified: bool


def citations(requirement: Requirement) -> tuple[Citation, ...]:
    """Every passage behind a requirement, the verified ones first."""
    found = dict.fromkeys(_citations(requirement))
    return tuple(sorted(found, key=lambda one: not one.verified))


def _citations(requirement: Requirement) -> Iterator[Citation]:
    pages = documents()
    for name in requirement.cites:
        for passage in statements()[name].passages:
            page = pages[passage.document]
            date = page.date.isoformat() if page.date else ""
            yield Citation(name, page.title, passage.heading, date, page.url, passage.verified)
