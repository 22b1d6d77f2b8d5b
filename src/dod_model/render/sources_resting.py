"""Which statements and which requirements rest on a passage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dod_model.documents import Passage, cited, contradictions
from dod_model.requirements import REQUIREMENTS


@dataclass(frozen=True, slots=True)
class Resting:
    """What rests on a passage.

    Attributes:
        statements: the numbers of statements and contradictions.
        requirements: the ids of the requirements that cite them, or that such a contradiction touches.
    """

    statements: tuple[str, ...]
    requirements: tuple[str, ...]


def resting_on(passage: Passage) -> Resting:
    """What rests on a passage; nothing does on one that is not cited."""
    statements = cited().get(passage, ())
    found = {requirement for number in statements for requirement in _citing().get(number, ())}
    return Resting(statements, tuple(sorted(found)))


@cache
def _citing() -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = {}
    for requirement in REQUIREMENTS:
        for number in requirement.cites:
            found.setdefault(number, set()).add(requirement.id)
    for contradiction in contradictions().values():
        found.setdefault(contradiction.id, set()).update(contradiction.requirements)
    return found
