"""What help texts and docstrings say, as Markdown: words are escaped, names between backticks stay code."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from dod_model.publish.markdown import escaped

_CODE = re.compile(r"(?P<ticks>`{1,2})(?P<code>[^`]+)(?P=ticks)")
_WRITTEN = Path(__file__).with_name("prose")
_PLACE = re.compile(r"\{\{(\w+)\}\}")


def code(text: str) -> str:
    """Text as code within a line; a line break in it is a blank."""
    words = " ".join(text.split())
    most = max((len(run) for run in re.findall("`+", words)), default=0)
    ticks = "`" * (most + 1)
    return f"{ticks} {words} {ticks}" if most else f"{ticks}{words}{ticks}"


def coded(text: str, show: Callable[[str], str] = code, plain: Callable[[str], str] = escaped) -> str:
    """Escaped text in which what stands between backticks, one or two, is code.

    Args:
        text: what a help text or a docstring says.
        show: makes Markdown of what stands between them.
        plain: makes Markdown of the rest.
    """
    pieces: list[str] = []
    end = 0
    for found in _CODE.finditer(text):
        pieces += [_between(text[end : found.start()], plain, inside=end > 0), show(found["code"])]
        end = found.end()
    return "".join([*pieces, _between(text[end:], plain, inside=end > 0)]).strip()


def _between(text: str, plain: Callable[[str], str], *, inside: bool) -> str:
    """Text beside code; a blank at its ends is kept. What is inside a line begins none, so nothing makes it a list."""
    words = text.strip()
    inner = plain(f",{words}")[1:] if inside else plain(words)
    return f"{' ' if text[:1].isspace() else ''}{inner}{' ' if inner and text[-1:].isspace() else ''}"


def fenced(text: str, language: str) -> str:
    """Lines of code, in a fence that nothing in them ends."""
    most = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, most + 1)
    return f"{fence}{language}\n{text}\n{fence}"


def with_prose(name: str, made: dict[str, str]) -> str:
    """A page whose prose is written by hand, in `prose/` beside this module, with what is made put at its places.

    Args:
        name: of the page, without its ending.
        made: what is put where the page has a name in two pairs of braces.

    Raises:
        KeyError: a place is named for which nothing was made.
    """
    text = (_WRITTEN / f"{name}.md").read_text(encoding="utf-8")
    return _PLACE.sub(lambda found: made[found[1]], text)
