"""What help texts and docstrings say, as Markdown: words are escaped, names between backticks stay code."""

from __future__ import annotations

import re
from collections.abc import Callable

from dod_model.publish.markdown import escaped, spaced

_CODE = re.compile(r"(?P<ticks>`{1,2})(?P<code>[^`]+)(?P=ticks)")


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
    """Text beside code; What is inside a line begins none, so nothing makes it a list."""
    words = text.strip()
    return spaced(text, plain(f",{words}")[1:] if inside else plain(words))


def fenced(text: str, language: str) -> str:
    """Lines of code, in a fence that nothing in them ends."""
    most = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, most + 1)
    return f"{fence}{language}\n{text}\n{fence}"
