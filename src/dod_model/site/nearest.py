"""Which name was probably meant?"""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches
from heapq import nlargest

_MANY = 5000  # names among which the nearest is looked for
_LONG = 64  # letters of a name for which the nearest is looked for
_FINALISTS = 10  # names that are compared closely


def nearest(name: str, names: set[str]) -> str:
    """A hint that names the nearest valid name, or what there is to choose from."""
    if close := closest(name, names):
        return f"Did you mean '{close}'?"
    if not names:
        return "The list is empty."
    return f"There is {', '.join(repr(cut(known)) for known in sorted(names))}." if len(names) <= 5 else ""


def closest(name: str, names: Collection[str]) -> str:
    """The name that was probably meant, without regard to case; empty if none is near.

    Names that are long are compared with nothing. Of many names only the few with the most pairs of letters
    in common are compared closely, for a close comparison costs up to a millisecond.
    """
    if len(name) > _LONG or len(names) > _MANY:
        return ""
    wanted = name.casefold()
    folded = {known.casefold(): known for known in sorted(names, reverse=True) if len(known) <= _LONG}
    if wanted in folded:
        return folded[wanted]
    pairs = {wanted[start : start + 2] for start in range(len(wanted))}
    likely = nlargest(_FINALISTS, folded, key=lambda known: sum(pair in known for pair in pairs))
    close = get_close_matches(wanted, likely, n=1)
    return folded[close[0]] if close else ""


def cut(name: str) -> str:
    """A name as it is told; no valid name is cut."""
    return name if len(name) <= 256 else f"{name[:255]}…"
