"""How do the passages of a document stand on a page of another date?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dod_model.documents.blocks import Block, Kind
from dod_model.documents.matching import Matching, match
from dod_model.documents.outlines import Outline
from dod_model.documents.passages import Passage, Standing

__all__ = ["Sighting", "compare"]


@dataclass(frozen=True, slots=True)
class Sighting:
    """How a passage stands, and the block in which it is seen now, if it is.

    ``by_place`` says that the block is taken for a rewording because of its place alone: their words differ.
    """

    passage: Passage
    standing: Standing
    block: Block | None = None
    by_place: bool = False


def compare(passages: Iterable[Passage], outline: Outline, page: Sequence[Block]) -> Iterator[Sighting]:
    """Say of each passage how it stands on a page.

    Args:
        passages: passages of one document; those without fingerprint are unverified.
        outline: what is known of the document; one without blocks will do, but then nothing is found reworded.
        page: the blocks of the page.
    """
    matching = match(outline, page)
    for passage in passages:
        index = outline.index(passage)
        if not passage.verified:
            yield Sighting(passage, Standing.UNVERIFIED)
        else:
            yield _with_its_words(passage, index, matching, page) or _reworded(passage, index, matching, page)


def _with_its_words(passage: Passage, index: int | None, matching: Matching, page: Sequence[Block]) -> Sighting | None:
    """Find the words under their heading, or where they went; not where they stood before as well."""
    same = [block for block in page if block.fingerprint == passage.fingerprint]
    at_home = [block for block in same if _under(block, passage)]
    if at_home:
        nearest = min(at_home, key=lambda block: abs(block.ordinal - (passage.block or 0)))
        return Sighting(passage, Standing.THERE, nearest)
    if index is not None:
        same = [page[matching.same[index]]] if index in matching.same else []
    return Sighting(passage, Standing.MOVED, same[0]) if same else None


def _reworded(passage: Passage, index: int | None, matching: Matching, page: Sequence[Block]) -> Sighting:
    if index is None:
        return Sighting(passage, Standing.GONE)
    if index in matching.alike:
        return Sighting(passage, Standing.REWORDED, page[matching.alike[index]])
    if index in matching.placed:
        return Sighting(passage, Standing.REWORDED, page[matching.placed[index]], by_place=True)
    return Sighting(passage, Standing.GONE)


def _under(block: Block, passage: Passage) -> bool:
    """Say whether a block stands under the heading of a passage; a heading does so for itself only."""
    if (block.kind is Kind.HEADING) is not (passage.block == 0):
        return False
    return block.heading.casefold() == passage.heading.casefold()
