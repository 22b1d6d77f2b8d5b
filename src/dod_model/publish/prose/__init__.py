"""What do pages say that are partly written by hand? Their prose, and what puts into it what is made."""

from __future__ import annotations

import re
from pathlib import Path

_WRITTEN = Path(__file__).parent
_PLACE = re.compile(r"\{\{(\w+)\}\}")


def with_prose(name: str, made: dict[str, str]) -> str:
    """A page whose prose is written by hand, in a file beside this module, with what is made put at its places.

    Args:
        name: of the page, without its ending.
        made: what is put where the page has a name in two pairs of braces.

    Raises:
        KeyError: a place is named for which nothing was made.
    """
    text = (_WRITTEN / f"{name}.md").read_text(encoding="utf-8")
    return _PLACE.sub(lambda found: made[found[1]], text)
