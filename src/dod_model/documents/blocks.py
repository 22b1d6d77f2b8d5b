"""How is the text of a page cut into blocks, and when are two texts the same?

A *block* is the smallest piece of a page that a passage can point at:

- a paragraph (also one inside a note or a list item),
- a list item, nested items counted too, in reading order,
- a row of a table (the row of column names too, the line under it not),
- a block of code,
- an include directive.

Lines that follow without a blank line belong to the block that they continue. Blocks are numbered from 1 under the
nearest heading above them, whatever its level; the heading itself is block 0. A heading that a page repeats is one
heading here: its blocks are numbered through. Text before the first heading has the empty heading.

Two texts are the same when they differ in form only: markup, link targets, comments, white space and letter case do
not count. The fingerprint is taken of what is left.
"""

import html
import re
from collections import Counter
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from unicodedata import normalize

__all__ = ["Block", "Kind", "blocks", "fingerprint", "front_matter", "normalise", "plain"]

# Each pattern stops at the next opening sign, or the one after it in the target of a link, so that none takes more than
# linear time on hostile text.
_IMAGE_OR_LINK = re.compile(r"!?\[([^\[\]]*)\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\])")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_UNDERSCORES = re.compile(r"(?<!\w)(_{1,2})([^_]+)\1(?!\w)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")

_LINE_END = re.compile(r"\r\n|\r|\n")
_HEADING = re.compile(r" {0,3}#{1,6}\s+(\S.*)")
_QUOTE = re.compile(r"\s*>\s?")
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s+(?=\S)")
_NOTE_MARK = re.compile(r"\s*\[!(?!include)\w+\]\s*", re.IGNORECASE)
_INCLUDE = re.compile(r"\s*\[!include\b", re.IGNORECASE)
_ROW_RULE = re.compile(r"\s*\|[\s|:-]*-[\s|:-]*")


class Kind(Enum):
    """What a block is in the page's layout."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "list item"
    ROW = "table row"
    CODE = "code"
    INCLUDE = "include"


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a page.

    ``heading`` and ``ordinal`` say where it stands, ``line`` is the line of the page on which it begins (from 1),
    ``wording`` is its text without markup, ``text`` the same with letter case folded away.
    """

    heading: str
    ordinal: int
    kind: Kind
    wording: str
    text: str
    line: int

    @property
    def fingerprint(self) -> str:
        """The first 16 hexadecimal digits of the SHA-256 of ``text``."""
        return _digest(self.text)


@dataclass(slots=True)
class _Piece:
    kind: Kind
    line: int
    lines: list[str]


def plain(markdown: str) -> str:
    """Return the words of a piece of Markdown: no markup, comments or link targets, single spaces."""
    text = _TAG.sub(" ", _without_comments(markdown))
    text = _IMAGE_OR_LINK.sub(r"\1", _IMAGE_OR_LINK.sub(r"\1", text))
    text = _ESCAPE.sub(r"\1", _UNDERSCORES.sub(r"\2", text))
    text = text.translate({ord("*"): None, ord("`"): None, ord("|"): " "})
    return " ".join(normalize("NFC", html.unescape(text)).split())


def normalise(markdown: str) -> str:
    """Return what counts of a text: its words, letter case folded away."""
    return plain(markdown).casefold()


def fingerprint(markdown: str) -> str:
    """Return the first 16 hexadecimal digits of the SHA-256 of the normalised text."""
    return _digest(normalise(markdown))


def front_matter(markdown: str) -> str:
    """Return the metadata lines at the head of a page, or an empty text if it has none."""
    lines = _lines(markdown)
    end = _front_matter_end(lines)
    return "\n".join(lines[1 : end - 1]) if end else ""


def blocks(markdown: str) -> list[Block]:
    """Return the blocks of a page in reading order, headings included as block 0 of what stands under them.

    Front matter and comments are not text. A block without words (a picture without a description) is left out.
    """
    found: list[Block] = []
    heading = ""
    counted: Counter[str] = Counter()
    for piece in _pieces(_without_comments("\n".join(_lines(markdown)))):
        wording = plain("\n".join(piece.lines))
        if not wording:
            continue
        if piece.kind is Kind.HEADING:
            heading, ordinal = wording, 0
        else:
            counted[heading.casefold()] += 1
            ordinal = counted[heading.casefold()]
        found.append(Block(heading, ordinal, piece.kind, wording, wording.casefold(), piece.line))
    return found


def _digest(normalised: str) -> str:
    return sha256(normalised.encode()).hexdigest()[:16]


def _lines(markdown: str) -> list[str]:
    return _LINE_END.split(markdown.removeprefix("\N{BYTE ORDER MARK}"))


def _front_matter_end(lines: list[str]) -> int:
    """Return the number of lines that the front matter takes, its two fences included; 0 without front matter."""
    if lines[0].strip() != "---":
        return 0
    return next((number for number, line in enumerate(lines[1:], 2) if line.strip() == "---"), 0)


def _without_comments(markdown: str) -> str:
    """Leave comments out, but keep their line ends so that lines keep their numbers."""
    kept: list[str] = []
    position = 0
    while (start := markdown.find("<!--", position)) >= 0 and (end := markdown.find("-->", start)) >= 0:
        kept += (markdown[position:start], "\n" * markdown.count("\n", start, end))
        position = end + len("-->")
    return "".join((*kept, markdown[position:]))


def _pieces(markdown: str) -> list[_Piece]:
    """Cut a page without comments into its pieces."""
    lines = _lines(markdown)
    skipped = _front_matter_end(lines)
    pieces: list[_Piece] = []
    in_code = was_quoted = goes_on = False
    for number, raw in enumerate(lines[skipped:], skipped + 1):
        line, quoted = _unquoted(raw)
        quote_begins, was_quoted = quoted and not was_quoted, quoted
        kind = _kind(line)
        if line.lstrip().startswith("```"):
            in_code, goes_on = not in_code, False
            if in_code:
                pieces.append(_Piece(Kind.CODE, number, []))
        elif in_code:
            pieces[-1].lines.append(line)
        elif not line.strip() or _NOTE_MARK.fullmatch(line):
            goes_on = False
        elif quote_begins or not goes_on or kind is not Kind.PARAGRAPH:
            pieces.append(_Piece(kind, number, [_bare(line)]))
            goes_on = kind in {Kind.PARAGRAPH, Kind.ITEM}
        else:
            pieces[-1].lines.append(line)
    return pieces


def _unquoted(line: str) -> tuple[str, bool]:
    mark = _QUOTE.match(line)
    return (line[mark.end() :], True) if mark else (line, False)


def _kind(line: str) -> Kind:
    if _HEADING.match(line):
        return Kind.HEADING
    if line.lstrip().startswith("|"):
        return Kind.ROW
    if _INCLUDE.match(line):
        return Kind.INCLUDE
    return Kind.ITEM if _ITEM.match(line) else Kind.PARAGRAPH


def _bare(line: str) -> str:
    """Take off the sign that begins a piece; the line between a table's names and rows has no words."""
    if heading := _HEADING.match(line):
        return heading[1].rstrip().rstrip("#")
    if _ROW_RULE.fullmatch(line):
        return ""
    item = _ITEM.match(line)
    return line[item.end() :] if item else line
