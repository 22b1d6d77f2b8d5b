"""Looking into parts of a description, be they of the model or plain data of the same form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import MISSING


def of_part(part: object, field: str) -> Any:
    """The value of a field, without blanks around it; `MISSING` if it was left out or there is no such field."""
    if isinstance(part, Mapping):
        value = part.get(field, MISSING)
        return value.strip() if isinstance(value, str) else value
    return getattr(part, field, MISSING)


def members(part: object, field: str) -> list[tuple[str, Any]]:
    """The members of a list with their paths; none if it is left out or no list."""
    found = of_part(part, field)
    if not isinstance(found, Sequence) or isinstance(found, str):
        return []
    return [(f"{field}[{index}]", item.strip() if isinstance(item, str) else item) for index, item in enumerate(found)]


def written_of(part: object, field: str) -> str | None:
    """The value of a field that has a few valid values, as it is written; None if it is no text."""
    value = of_part(part, field)
    value = getattr(value, "value", value)
    return value if isinstance(value, str) else None
