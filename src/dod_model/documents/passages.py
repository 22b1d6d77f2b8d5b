"""Where does a document say it, and does it still stand there?

A *document* is one page at one commit. A *passage* is one block of it (``blocks`` says how a page is cut). Where the
page is at hand the passage carries a fingerprint of the block's words; else it is *cited, unverified*.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from dod_model.documents.registers import records
from dod_model.errors import DodError

__all__ = [
    "LARGEST_PAGE",
    "Document",
    "PageTooLargeError",
    "Passage",
    "Standing",
    "documents",
    "passages_from",
    "read_page",
]

LARGEST_PAGE = 2_000_000
"""The largest page that is read, in bytes. The largest known one has 134,000."""


class PageTooLargeError(DodError, ValueError):
    """A page is larger than ``LARGEST_PAGE``. To be mended by whoever chose the folder of pages."""


class Standing(Enum):
    """How a passage stands in a folder of pages."""

    THERE = "there"
    """A block under the same heading has the words that were cited."""
    MOVED = "moved"
    """A block under another heading has the words, and did not have them before."""
    REWORDED = "reworded"
    """No such block has the words; one has words that are alike, or stands in the very place."""
    GONE = "gone"
    """The page has neither the words nor anything like them."""
    PAGE_NOT_FOUND = "page not found"
    """The folder has no such page."""
    UNVERIFIED = "unverified"
    """The passage is cited only: it has no fingerprint to compare with."""


@dataclass(frozen=True, slots=True)
class Document:
    """One page at one commit.

    ``title`` is our own short name for it. ``date`` is the date that the page gives itself. ``commit`` is a Git
    revision, empty for a discussion thread. ``at_hand`` says that its passages carry fingerprints.
    """

    key: str
    title: str
    repository: str
    path: str
    date: date | None
    commit: str
    at_hand: bool

    @property
    def place(self) -> str:
        """Where the page lies in a folder of pages: ``<commit>/<path>``."""
        return f"{self.commit}/{self.path}"

    @property
    def url(self) -> str:
        """The address at which the page can be read in that state. Nothing here ever fetches it."""
        inner = f"blob/{quote(self.commit)}/{quote(self.path)}" if self.commit else self.path
        return f"https://github.com/{self.repository}/{inner}"


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of a document: heading, ordinal under it (0 is the heading itself) and fingerprint.

    ``block`` is None where only the section is cited, and ``heading`` is empty for text before the first heading or
    where the whole page is meant. ``fingerprint`` is None where the page is not at hand.
    """

    document: str
    heading: str
    block: int | None
    fingerprint: str | None

    @property
    def verified(self) -> bool:
        """Say whether the passage carries a fingerprint; else it is *cited, unverified*."""
        return self.fingerprint is not None


@cache
def documents() -> Mapping[str, Document]:
    """Return all documents by key."""
    return MappingProxyType({record["key"]: _document(record) for record in records("documents")})


def passages_from(tables: Iterable[Mapping[str, Any]]) -> tuple[Passage, ...]:
    """Return the passages of one entry of a register."""
    return tuple(
        Passage(table["document"], table.get("heading", ""), table.get("block"), table.get("fingerprint"))
        for table in tables
    )


def read_page(page: Path) -> str:
    """Return the text of a page; bytes that are not UTF-8 become replacement characters.

    Raises:
        PageTooLargeError: the file has more than ``LARGEST_PAGE`` bytes.
        OSError: the file cannot be read.
    """
    with page.open("rb") as file:
        content = file.read(LARGEST_PAGE + 1)
    if len(content) > LARGEST_PAGE:
        raise PageTooLargeError(f"{page} is larger than {LARGEST_PAGE} bytes")
    return content.decode("utf-8", errors="replace")


def _document(record: Mapping[str, Any]) -> Document:
    return Document(
        key=record["key"],
        title=record["title"],
        repository=record["repository"],
        path=record["path"],
        date=record.get("date"),
        commit=record.get("commit", ""),
        at_hand=record.get("at_hand", False),
    )
