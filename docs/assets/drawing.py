"""What the pictures share: the document, the frame, and writing it or comparing with it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

GROUND = "#1f252c"
"""The pictures have a ground of their own, so that they read alike on light and on dark pages."""

PALETTE = """
    text { fill: #d7dce2; white-space: pre; }
    .good { fill: #7bd88f; font-weight: bold; }
    .bad { fill: #ff7b72; font-weight: bold; }
    .open { fill: #ffd866; font-weight: bold; }
    .strong { fill: #ffffff; font-weight: bold; }
    .faint { fill: #98a2ae; }
"""


def document(width: int, height: int, label: str, style: str, inside: Iterable[str]) -> str:
    """A whole picture.

    Args:
        width: of the picture.
        height: of the picture.
        label: what it shows, for those who cannot see it.
        style: rules for its own classes.
        inside: its elements, those in front last.
    """
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f'aria-label="{escape(label)}">'
    )
    frame = f'  <rect width="{width}" height="{height}" rx="8" fill="{GROUND}"/>'
    return "\n".join([head, f"  <style>{PALETTE}{style}  </style>", frame, *inside, "</svg>\n"])


def write_or_check(words: Sequence[str], path: Path, picture: str) -> int:
    """Write a picture, or with ``--check`` say whether it is up to date; return the exit code."""
    if "--check" not in words:
        path.write_text(picture, encoding="utf-8", newline="\n")
        return 0
    if path.read_text(encoding="utf-8") == picture:
        return 0
    sys.stdout.write(f"not up to date: {path.name}\n")
    return 1
