"""What does the document that the project starts from say, unit by unit?

The page is cut into *units*: its front matter, its headings and the sentences of its blocks. A heading counts by itself
when it is the page's first or stands over a list; else it is read together with the sentence below it. The register
names every unit, with the statements and requirements that it leads to, or why it is not normative. A unit that is new
or changed has a fingerprint that the register does not know.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from dod_model.documents.blocks import Kind, blocks, fingerprint, front_matter, plain
from dod_model.documents.registers import records

__all__ = ["DOCUMENT", "StartingUnit", "Unit", "starting_document", "units"]

DOCUMENT = "SEED"
"""The key of the starting document."""

_SENTENCE_END = re.compile(r"(?<=[.!?]) (?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of a page: its words without markup, and their fingerprint."""

    wording: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class StartingUnit:
    """One unit of the starting document as the register knows it.

    ``about`` tells in our words what it is. A unit that is not ``normative`` says ``why_not``; a normative one leads
    to ``statements`` and through them to ``requirements``.
    """

    id: str
    fingerprint: str
    about: str
    normative: bool
    why_not: str | None
    statements: tuple[str, ...]
    requirements: tuple[str, ...]


def units(markdown: str) -> list[Unit]:
    """Return the units of a page in reading order."""
    return [Unit(wording, fingerprint(wording)) for wording in _wordings(markdown)]


@cache
def starting_document() -> tuple[StartingUnit, ...]:
    """Return the units of the starting document, S00 (front matter) to S19, in reading order."""
    return tuple(_starting_unit(record) for record in records("starting_document"))


def _wordings(markdown: str) -> Iterator[str]:
    if metadata := front_matter(markdown):
        yield plain(metadata)
    page = blocks(markdown)
    heading = ""
    for number, block in enumerate(page):
        following = page[number + 1].kind if number + 1 < len(page) else None
        if block.kind is Kind.HEADING and number and following is Kind.PARAGRAPH:
            heading = block.wording
            continue
        first, *others = _SENTENCE_END.split(block.wording)
        yield f"{heading} {first}".strip()
        yield from others
        heading = ""


def _starting_unit(record: dict[str, Any]) -> StartingUnit:
    return StartingUnit(
        id=record["id"],
        fingerprint=record["fingerprint"],
        about=record["about"],
        normative=record["normative"],
        why_not=record.get("why_not"),
        statements=tuple(record.get("statements", ())),
        requirements=tuple(record.get("requirements", ())),
    )
