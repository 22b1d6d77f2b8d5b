"""Logic over yes, no and unknown (None), as Kleene has it."""

from __future__ import annotations

from collections.abc import Iterable


def any_of(answers: Iterable[bool | None]) -> bool | None:
    """Yes if one is yes; no if all are no; else unknown."""
    unknown = False
    for answer in answers:
        if answer:
            return True
        unknown = unknown or answer is None
    return None if unknown else False


def all_of(answers: Iterable[bool | None]) -> bool | None:
    """No if one is no; yes if all are yes; else unknown."""
    unknown = False
    for answer in answers:
        if answer is False:
            return False
        unknown = unknown or answer is None
    return None if unknown else True


def negation(answer: bool | None) -> bool | None:
    """The opposite; unknown stays unknown."""
    return None if answer is None else not answer


def both(first: bool | None, second: bool | None) -> bool | None:
    """Yes if both are yes; no if one is no; else unknown."""
    if first is False or second is False:
        return False
    return None if first is None or second is None else True
