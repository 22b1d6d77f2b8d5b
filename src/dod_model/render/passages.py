"""Which passages stand behind a requirement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dod_model.documents import Passage, documents, statements
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
    return behind(requirement.cites)


def behind(names: Iterable[str]) -> tuple[Citation, ...]:
    """Every passage behind these statements, the verified ones first.

    Raises:
        KeyError: there is no such statement.
    """
    found = dict.fromkeys(citation(name, passage) for name in names for passage in statements()[name].passages)
    return tuple(sorted(found, key=lambda one: not one.verified))


def citation(statement: str, passage: Passage) -> Citation:
    """A passage of a statement, ready to be shown."""
    page = documents()[passage.document]
    date = page.date.isoformat() if page.date else ""
    return Citation(statement, page.title, passage.heading, date, page.url, passage.verified)


def place(cited: Citation) -> str:
    """Where a passage stands: document, heading and date."""
    parts = (cited.document, f"under '{cited.heading}'" if cited.heading else "", cited.date)
    return ", ".join(part for part in parts if part) + ("" if cited.verified else " (cited, unverified)")
