"""A command as somebody writes it in one text: its program and arguments."""

from __future__ import annotations

import os
import shlex


def words(command: str, *, posix: bool = os.name != "nt") -> list[str]:
    """The program and its arguments; those with blanks stand in quotation marks.

    Args:
        command: as it was given.
        posix: whether a backslash makes the next character plain; on Windows it is a part of paths.

    Raises:
        ValueError: it is empty, or a quotation mark is not closed.
    """
    found = shlex.split(command, posix=posix)
    if not found:
        raise ValueError("it is empty")
    return found if posix else [_without_marks(word) for word in found]


def _without_marks(word: str) -> str:
    return word[1:-1] if len(word) > 1 and word[0] == word[-1] and word[0] in "'\"" else word
