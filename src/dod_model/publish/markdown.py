"""Text -> Markdown that shows it as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from dod_model.documents import statements

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|])")
_NOT_ESCAPABLE = str.maketrans({sign: f"&#{ord(sign)};" for sign in "~$^="})
"""Signs that some builders take for markup, and not all let be escaped with a backslash."""
_BEGINS_A_BLOCK = re.compile(r"^(\d*)([-+](?=[-+ ]|$)|[.)](?= |$)|!(?=!!)|\?(?=\?\?))")
"""What makes a list, a line or a box of a text that stands at the beginning of a line."""
_NOT_IN_TARGETS = str.maketrans({sign: f"%{ord(sign):02X}" for sign in ' <>\n\r\t\\"|`[]{}^'})
_LABEL = re.compile(r"\*\*(.+?)\*\*")
_NUMBER = re.compile(r"\b([EFG]\d[0-9A-Z]{1,2})\b")
ROOT = "~/"
"""With this a link begins that is meant from the root of the docs."""
_NO_ANCHOR = re.compile(r"[^a-z0-9-]")


def escaped(text: str) -> str:
    """Text in which nothing is taken for Markdown or HTML, on one line."""
    inline = _SPECIAL.sub(r"\\\1", " ".join(text.split())).replace("&", "&amp;").replace("\\<", "&lt;")
    return _BEGINS_A_BLOCK.sub(lambda found: f"{found[1]}&#{ord(found[2])};", inline.translate(_NOT_ESCAPABLE))


def spaced(text: str, shown: str) -> str:
    """A piece of a line as it is shown, with a blank at each end at which its text has one.

    Args:
        text: the piece.
        shown: its Markdown, without blanks at its ends.
    """
    return f"{' ' if text[:1].isspace() else ''}{shown}{' ' if shown and text[-1:].isspace() else ''}"


def prose(text: str) -> str:
    """Text in which console labels, between two asterisks, stay bold, and numbers of statements become links."""
    pieces = _LABEL.split(text)
    marked = [f"**{_linked(piece)}**" if index % 2 else _linked(piece) for index, piece in enumerate(pieces)]
    return "".join(marked)


def _linked(text: str) -> str:
    """Escaped text with links to the register."""
    return spaced(text, _NUMBER.sub(lambda found: statement(found[1]), escaped(text)))


def stated(number: str) -> str:
    """A link to a statement in the register, with what it says."""
    return f"{statement(number)}: {prose(statements()[number].says)}"


def statement(number: str) -> str:
    """A link to a statement in the register; the number alone if there is no such statement."""
    return link(number, f"~/documents/statements.md#{anchor(number)}") if number in statements() else number


def anchor(name: str) -> str:
    """The name as an anchor in a page."""
    return _NO_ANCHOR.sub("", name.lower())


def requirement(name: str) -> str:
    """A link to a requirement."""
    return link(name, f"~/requirements/{name}.md")


def contradiction(number: str) -> str:
    """A link to a contradiction."""
    return link(number, f"~/documents/contradictions.md#{anchor(number)}")


def behaviour(name: str) -> str:
    """A link to a behaviour of a run."""
    return link(name, f"~/reference/run.md#{anchor(name)}")


def stage(name: str) -> str:
    """A link to a stage of a run, at which an unmet requirement shows."""
    return link(f"stage {name}", f"~/reference/run.md#{anchor(f'stage-{name}')}")


def link(text: str, target: str) -> str:
    """A link. A target that begins with `~/` is meant from the root of the docs."""
    return f"[{escaped(text)}](<{target.translate(_NOT_IN_TARGETS)}>)"


def heading(level: int, text: str, name: str = "") -> str:
    """A heading, with an anchor of its own if a name is given."""
    mark = f" {{#{anchor(name)}}}" if name else ""
    return f"{'#' * level} {escaped(text)}{mark}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table; cells are Markdown already."""
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)


def placed(markdown: str, name: str) -> str:
    """A page as it is written: links that are meant from the root of the docs lead there from the page's own folder.

    Args:
        markdown: the page.
        name: its file, from the root of the docs.
    """
    return markdown.replace(f"](<{ROOT}", f"](<{'../' * name.count('/')}")


def page(title: str, introduction: str, lines: Iterable[str]) -> str:
    """A whole page."""
    return "\n".join([heading(1, title), "", introduction, "", *lines]).rstrip("\n") + "\n"
