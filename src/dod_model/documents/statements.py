"""What do the documents state, and what becomes of each statement?

Every statement has a number that never changes: F for facts, E for contradictions between documents, G for what users
meet in practice. A requirement that rests on a statement cites its number. A statement that no requirement cites says
itself where it goes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import Any

from dod_model.documents.passages import Passage, passages_from
from dod_model.documents.registers import records

__all__ = ["Basis", "Destination", "Statement", "statements"]


_SECTIONS = (
    "gates",
    "prerequisites",
    "deployment",
    "start",
    "content",
    "client",
    "announcement",
    "second-reading",
    "disagreements",
    "practice",
)


class Basis(Enum):
    """What a statement rests on."""

    DOCUMENTED = "documented"
    """A page of the vendor's documents says so."""
    INFERRED = "inferred"
    """No page says so; it follows from what pages say."""
    THIRD_PARTY = "third-party"
    """Somebody else observed it: public code, a forum, a discussion thread."""


class Destination(Enum):
    """Where a statement goes that no requirement cites."""

    RUN = "run"
    """It tells how an attempt goes on step by step."""
    ASSUMED = "assumed"
    """It is taken for granted and not checked."""
    RELEASE_TABLE = "release-table"
    """It is an entry of the table of releases or of abilities."""
    CONTRADICTIONS = "contradictions"
    """It is an entry of the register of contradictions."""
    SITE_DESCRIPTION = "site-description"
    """It is told in the description of a site: a label, a default, what a field means."""
    OUT_OF_SCOPE = "out-of-scope"
    """It is about something else; the reason says about what."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One numbered thing that the documents state, in our words.

    ``inferred_part`` names what in it no page says. ``goes_to`` is None where a requirement cites the statement.
    ``reason`` says why, where it is out of scope, or where nothing there names it. ``seen`` tells where a statement
    without passage was found.
    """

    id: str
    says: str
    basis: Basis
    inferred_part: str | None
    passages: tuple[Passage, ...]
    goes_to: Destination | None
    reason: str | None
    seen: str | None


@cache
def statements() -> Mapping[str, Statement]:
    """Return all statements by number, in the order of the register."""
    files = (f"statements/{section}" for section in _SECTIONS)
    return MappingProxyType({record["id"]: _statement(record) for record in records(*files)})


def _statement(record: Mapping[str, Any]) -> Statement:
    goes_to = record.get("goes_to")
    return Statement(
        id=record["id"],
        says=record["says"],
        basis=Basis(record["basis"]),
        inferred_part=record.get("inferred_part"),
        passages=passages_from(record.get("passages", ())),
        goes_to=None if goes_to is None else Destination(goes_to),
        reason=record.get("reason"),
        seen=record.get("seen"),
    )
