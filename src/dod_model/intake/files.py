"""Path -> bytes, never more than asked for."""

from __future__ import annotations

import os
import stat
import sys
from itertools import islice
from pathlib import Path

from dod_model.errors import InputError, Problem
from dod_model.intake.limits import NEIGHBOURS
from dod_model.site.nearest import closest


def read_bytes(path: str, most: int) -> bytes:
    """What the file holds, at most one byte more than `most`, by which one sees that it is too large.

    Args:
        path: a file or a pipe; ``-`` is the standard input.
        most: the bound in bytes.

    Raises:
        InputError: there is no such file, or it cannot be read.
    """
    if path == "-":
        return _standard_input(most)
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 - a Path would change what was typed
        if stat.S_ISDIR(mode):
            raise InputError(Problem("directory", "this is a folder, expected a file", hint=_inside(path)))
        if stat.S_ISCHR(mode) or stat.S_ISBLK(mode):
            raise InputError(Problem("device", "this is a device, expected a file"))
        with open(path, "rb") as file:  # noqa: PTH123 - as above
            return file.read(most + 1)
    except FileNotFoundError:
        raise InputError(Problem("no-such-file", "there is no such file", hint=_neighbour(path))) from None
    except PermissionError:
        raise InputError(Problem("no-permission", "you may not read this file")) from None
    except OSError as error:
        raise InputError(Problem("unreadable", f"the file cannot be read: {error.strerror or error}")) from None
    except ValueError as error:
        raise InputError(Problem("unreadable", f"this is no name of a file: {error}"[:200])) from None


def _standard_input(most: int) -> bytes:
    source = getattr(sys.stdin, "buffer", None)
    if source is None:
        raise InputError(Problem("unreadable", "there is no standard input"))
    try:
        data: bytes = source.read(most + 1)
    except (OSError, ValueError) as error:
        raise InputError(Problem("unreadable", f"the standard input cannot be read: {error}")) from None
    return data


def _names(folder: Path, *, descriptions: bool = False) -> list[str]:
    """Some names in a folder; none if it cannot be listed."""
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in islice(entries, NEIGHBOURS)]
    except (OSError, ValueError):
        return []
    return [name for name in names if name.lower().endswith((".yaml", ".yml", ".json"))] if descriptions else names


def _neighbour(path: str) -> str:
    wanted = Path(path)
    if not wanted.parent.is_dir():
        return f"There is no folder '{wanted.parent}' either."
    found = closest(wanted.name, _names(wanted.parent))
    return f"Did you mean '{wanted.parent / found}'?" if found else ""


def _inside(path: str) -> str:
    found = sorted(_names(Path(path), descriptions=True))
    return f"Did you mean '{Path(path) / found[0]}'?" if found else ""
