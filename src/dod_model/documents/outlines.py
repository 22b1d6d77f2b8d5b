"""What is known of a page that was read, when the page itself is not at hand?

An *outline* has a short fingerprint of every block of the page, in reading order, and sketches of the blocks that are
cited and of those that resemble them. So a page of another date can be compared with it block by block, and none of
its text is copied. The register of outlines is generated: ``python -m dod_model.documents.fingerprinting FOLDER``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from dod_model.documents.blocks import Block, Kind, fingerprint
from dod_model.documents.passages import Passage
from dod_model.documents.registers import records
from dod_model.documents.sketches import Sketch

__all__ = ["HEADING", "REGISTER", "Outline", "outline_from", "outlines", "short", "shorts"]

REGISTER = "fingerprints"
"""The name of the register of outlines."""
HEADING = "#"
"""Stands before the short fingerprint of a heading."""
_DIGITS = 8


def short(whole: str) -> str:
    """Return a short fingerprint: enough to tell the blocks of one page apart."""
    return whole[:_DIGITS]


def shorts(page: Iterable[Block]) -> tuple[str, ...]:
    """Return the short fingerprints of the blocks of a page, those of headings marked."""
    return tuple((HEADING if one.kind is Kind.HEADING else "") + short(one.fingerprint) for one in page)


@dataclass(frozen=True, slots=True)
class Outline:
    """What is known of a page.

    ``blocks`` are short fingerprints in reading order, those of headings marked with ``HEADING``. ``sketches`` are
    those of some of the blocks, by their index in ``blocks``.
    """

    document: str
    blocks: tuple[str, ...]
    sketches: Mapping[int, Sketch]

    def headings(self) -> list[str]:
        """Return, for every block, the short fingerprint of the heading that it stands under."""
        found, heading = [], short(fingerprint(""))
        for block in self.blocks:
            heading = block.removeprefix(HEADING) if block.startswith(HEADING) else heading
            found.append(heading)
        return found

    def index(self, passage: Passage) -> int | None:
        """Return where a passage stood among the blocks; None if the outline does not know it."""
        heading, ordinal = short(fingerprint(passage.heading)), 0
        for index, (block, above) in enumerate(zip(self.blocks, self.headings(), strict=True)):
            if above != heading:
                continue
            ordinal += not block.startswith(HEADING)
            at = 0 if block.startswith(HEADING) else ordinal
            if at == passage.block and block.removeprefix(HEADING) == short(passage.fingerprint or ""):
                return index
        return None


@cache
def outlines() -> Mapping[str, Outline]:
    """Return all outlines by the key of their document."""
    return MappingProxyType({record["document"]: outline_from(record) for record in records(REGISTER)})


def outline_from(record: Mapping[str, Any]) -> Outline:
    """Return the outline that an entry of the register holds.

    Raises:
        KeyError: a part of the entry is missing.
        ValueError: a sketch is not as it should be.
    """
    numbered = (line.split(" ", 1) for line in record["sketches"].splitlines())
    sketches = {int(index): Sketch.read(written) for index, written in numbered}
    return Outline(record["document"], tuple(record["blocks"].split()), MappingProxyType(sketches))
