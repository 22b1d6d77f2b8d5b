"""Colour, wrapped lines and progress on a terminal, and only there."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from shutil import get_terminal_size
from typing import Any, TypeVar

import click

from dod_model.render.layout import Layout

Item = TypeVar("Item")

_STYLES: dict[str, dict[str, Any]] = {
    "good": {"fg": "green", "bold": True},
    "bad": {"fg": "red", "bold": True},
    "open": {"fg": "yellow", "bold": True},
    "strong": {"bold": True},
    "faint": {"dim": True},
}


WIDEST = 110
"""Longer lines are hard to read, however wide the terminal is."""


def layout() -> Layout:
    """How lines are set on standard output: as they are, unless that is a terminal.

    There they are wrapped to its width, and have colour unless NO_COLOR is set.
    """
    if not sys.stdout.isatty():
        return Layout()
    width = min(get_terminal_size().columns, WIDEST)
    if os.environ.get("NO_COLOR"):
        return Layout(width)
    return Layout(width, lambda text, mood: click.style(text, **_STYLES[mood]))


def watched(items: Iterable[Item], total: int, long: int, description: str) -> Iterator[Item]:
    """The items, with progress on standard error if there are many and that is a terminal.

    Args:
        items: what is gone through.
        total: how many there are.
        long: from how many on progress is shown.
        description: what is being done.
    """
    if total < long or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    yield from track(items, description=description, total=total, console=console, transient=True)
