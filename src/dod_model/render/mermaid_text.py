"""Text that mermaid shows as it is."""

from __future__ import annotations

import re

from dod_model.render.wording import printable

LONGEST = 200
"""Longer texts are cut: a diagram is no place for them."""

_PLAIN = re.compile(r"[\w ,./()'+-]", re.ASCII)
_END = re.compile(r"\bend\b", re.IGNORECASE)


def escaped(text: str) -> str:
    """A text on one line, in which whatever means something to mermaid is written as the code of its character.

    Control and direction characters are shown as escapes, as on a terminal. The word ``end`` closes a block wherever
    it stands, so its first letter is written as a code, too.
    """
    safe = printable(text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…")
    coded = "".join(char if _PLAIN.match(char) else _code(char) for char in safe)
    return _END.sub(lambda found: _code(found[0][0]) + found[0][1:], coded)


def _code(char: str) -> str:
    return f"#{ord(char)};"
