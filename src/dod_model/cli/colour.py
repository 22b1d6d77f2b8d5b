"""Colour on a terminal, and only there."""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from dod_model.render.text import Paint, plain

_STYLES: dict[str, dict[str, Any]] = {
    "good": {"fg": "green", "bold": True},
    "bad": {"fg": "red", "bold": True},
    "open": {"fg": "yellow", "bold": True},
    "strong": {"bold": True},
    "faint": {"dim": True},
}


def painter() -> Paint:
    """What puts colour on text: nothing, unless standard output is a terminal and NO_COLOR is not set."""
    if not sys.stdout.isatty() or os.environ.get("NO_COLOR"):
        return plain
    return lambda text, mood: click.style(text, **_STYLES[mood])
