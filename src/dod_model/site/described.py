"""How a field of the description tells what it means."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import MISSING, BaseModel, ConfigDict, Field, StringConstraints

Name = Annotated[str, StringConstraints(min_length=1, max_length=256)]
"""What an object is called in the console; unique among objects of its kind, also without regard to case."""


class Described(BaseModel):
    """Base of every part of a site: frozen, unknown fields rejected, left out is unknown.

    A field that was left out is `MISSING` and stays out of the output; ``null`` and ``[]`` are values.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, hide_input_in_errors=True)

    def known(self) -> dict[str, Any]:
        """The fields that were given, by name."""
        return {name: getattr(self, name) for name in type(self).model_fields if getattr(self, name) is not MISSING}

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        """What was given, so that a description is short to read."""
        return iter(self.known().items())


def described(
    what: str,
    *,
    label: str = "",
    default: str = "",
    left_out: str = "unknown",
    ge: int | None = None,
    le: int | None = None,
) -> Any:
    """A field that may be left out.

    Args:
        what: what the field says.
        label: the label in the console, exactly.
        default: the product's default and where that is stated; it is told, never assumed.
        left_out: what leaving the field out means.
        ge: smallest number allowed.
        le: largest number allowed.
    """
    return Field(default=MISSING, description=_description(what, label, default, left_out), ge=ge, le=le)


def required(what: str, *, label: str = "") -> Any:
    """A field that must be given: the name of an object, or what the rest hangs on."""
    return Field(description=_description(what, label, "", ""))


def _description(what: str, label: str, default: str, left_out: str) -> str:
    parts = [what]
    if label:
        parts.append(f"Console: **{label}**.")
    if default:
        parts.append(f"Product default: {default}.")
    if left_out:
        parts.append(f"Left out: {left_out}.")
    return " ".join(parts)
