"""Names that are given by hand: looked up, and where there is none such, the nearest is told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from dod_model.errors import DodError
from dod_model.requirements import BY_ID, Requirement
from dod_model.site.nearest import nearest

Named = TypeVar("Named")


class UnknownNameError(DodError, LookupError):
    """A name stands for nothing. Whoever wrote it mends it."""


def looked_up(name: str, among: Mapping[str, Named], what: str) -> Named:
    """What a name stands for.

    Args:
        name: the name.
        among: everything that has a name of the kind.
        what: what it would be the name of, as "requirement".

    Raises:
        UnknownNameError: there is none such; the message tells the nearest.
    """
    if name in among:
        return among[name]
    message = f"there is no {what} '{name}'. {nearest(name, set(among))}"
    raise UnknownNameError(message.strip())


def requirement_named(name: str) -> Requirement:
    """The requirement with this id.

    Raises:
        UnknownNameError: there is none such.
    """
    return looked_up(name, BY_ID, "requirement")
