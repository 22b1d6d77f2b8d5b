"""How does everything that is cited stand in a folder of pages?"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dod_model.documents.blocks import Block, blocks
from dod_model.documents.comparing import Sighting, compare
from dod_model.documents.finding_pages import Found, Pages
from dod_model.documents.outlines import Outline, outlines
from dod_model.documents.passages import Document, PageTooLargeError, Passage, Standing, documents, read_page

__all__ = ["MOST_BLOCKS", "PageChecked", "counts", "look_up", "verify"]

MOST_BLOCKS = 5_000
"""The largest page that is compared, in blocks. The largest known one has 1,051."""


@dataclass(frozen=True, slots=True)
class PageChecked:
    """How the passages of one document stand.

    ``found`` says where its page lies. ``unreadable`` says why a page that is there could not be compared, as a
    clause; it is empty if it could.
    """

    document: Document
    found: Found
    sightings: tuple[Sighting, ...]
    unreadable: str = ""

    @property
    def elsewhere(self) -> bool:
        """Say whether the page was found at another place than its commit or its path."""
        return self.found.path not in {None, self.document.place, self.document.path}


def verify(
    folder: Path, passages: Iterable[Passage], known: Mapping[str, Outline] | None = None
) -> tuple[PageChecked, ...]:
    """Compare passages with the pages of a folder, document by document.

    Within a document passages come in the order of the page that was read.

    Args:
        folder: a folder of pages.
        passages: what is looked for; those without fingerprint are unverified whatever the folder has.
        known: the outlines of their documents; by default those of the register.

    Raises:
        FolderTooLargeError: the folder has too many files.
        KeyError: a passage names no known document.
    """
    by_document: dict[str, list[Passage]] = {}
    for passage in passages:
        by_document.setdefault(passage.document, []).append(passage)
    named = [documents()[key] for key in by_document]
    pages = Pages(folder, named)
    known = outlines() if known is None else known
    return tuple(_checked(document, by_document[document.key], pages, known) for document in named)


def counts(pages: Iterable[PageChecked]) -> Mapping[Standing, int]:
    """Return how many passages stand how; every standing is named."""
    counted = Counter(one.standing for page in pages for one in page.sightings)
    return {standing: counted[standing] for standing in Standing}


def look_up(passage: Passage, folder: Path, outline: Outline | None = None) -> Standing:
    """Say how one passage stands in a folder of pages.

    Args:
        passage: a passage.
        folder: a folder of pages.
        outline: what is known of the page that it was read on; by default what the register knows.

    Raises:
        KeyError: the passage names no known document.
        PageTooLargeError: the page is too large.
        OSError: the page is there and cannot be read.
    """
    document = documents()[passage.document]
    found = Pages(folder, [document]).find(document)
    if not passage.verified:
        return Standing.UNVERIFIED
    if found.path is None:
        return Standing.PAGE_NOT_FOUND
    outline = outline or outlines().get(document.key, _unknown(document.key))
    (sighting,) = compare([passage], outline, _read(folder / found.path))
    return sighting.standing


def _checked(document: Document, passages: list[Passage], pages: Pages, known: Mapping[str, Outline]) -> PageChecked:
    outline = known.get(document.key, _unknown(document.key))
    ordered = sorted(passages, key=lambda one: -1 if (index := outline.index(one)) is None else index)
    unseen = tuple(_unseen(ordered))
    if not any(passage.verified for passage in passages):
        return PageChecked(document, Found(None), unseen)
    found = pages.find(document)
    if found.path is None:
        return PageChecked(document, found, unseen)
    try:
        page = _read(pages.folder / found.path)
    except (OSError, PageTooLargeError) as problem:
        return PageChecked(document, found, unseen, getattr(problem, "strerror", None) or str(problem))
    return PageChecked(document, found, tuple(compare(ordered, outline, page)))


def _unseen(passages: Iterable[Passage]) -> Iterator[Sighting]:
    for passage in passages:
        yield Sighting(passage, Standing.PAGE_NOT_FOUND if passage.verified else Standing.UNVERIFIED)


def _read(page: Path) -> list[Block]:
    found = blocks(read_page(page))
    if len(found) > MOST_BLOCKS:
        raise PageTooLargeError(f"{page} has more than {MOST_BLOCKS} blocks")
    return found


def _unknown(document: str) -> Outline:
    return Outline(document, (), {})
