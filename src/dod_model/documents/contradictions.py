"""Where do documents contradict one another, and which reading does the project take?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any

from dod_model.documents.passages import Passage, documents, passages_from
from dod_model.documents.registers import records
from dod_model.documents.statements import Basis

__all__ = ["Contradiction", "Correction", "Side", "contradictions"]


@dataclass(frozen=True, slots=True)
class Side:
    """What one side of a contradiction says, in our words, and where."""

    says: str
    passages: tuple[Passage, ...]

    @property
    def dates(self) -> tuple[date | None, ...]:
        """The dates that the side's pages give themselves, one for each passage."""
        return tuple(documents()[passage.document].date for passage in self.passages)


@dataclass(frozen=True, slots=True)
class Correction:
    """When the vendor mended a contradiction, and what shows it."""

    date: date
    shown_by: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two or more passages that cannot both be taken at their word.

    ``corrected`` is None while the documents still disagree. ``reading`` is what the project takes and why, ``basis``
    what that reading rests on. ``statements`` and ``requirements`` are the ids of those that it touches.
    """

    id: str
    title: str
    sides: tuple[Side, ...]
    corrected: Correction | None
    reading: str
    basis: Basis
    statements: tuple[str, ...]
    requirements: tuple[str, ...]

    @property
    def open(self) -> bool:
        """Say whether the documents still disagree."""
        return self.corrected is None


@cache
def contradictions() -> Mapping[str, Contradiction]:
    """Return all contradictions by the number of their statement."""
    return MappingProxyType({record["id"]: _contradiction(record) for record in records("contradictions")})


def _contradiction(record: Mapping[str, Any]) -> Contradiction:
    corrected = record.get("corrected")
    return Contradiction(
        id=record["id"],
        title=record["title"],
        sides=tuple(Side(side["says"], passages_from(side["passages"])) for side in record["sides"]),
        corrected=None if corrected is None else Correction(corrected["date"], corrected["shown_by"]),
        reading=record["reading"],
        basis=Basis(record["basis"]),
        statements=tuple(record["statements"]),
        requirements=tuple(record["requirements"]),
    )
