"""Which block of a page of one date is which block of the page of another date?

Blocks with the same words are matched first: in their order where that is kept, then wherever they stand. What is left
on both sides has changed. There a block is taken for a rewording of an old one if they are alike, the most alike first;
the words of a block are given away once only, so that a sentence that was deleted is not found in its reworded sister.
Last, one block that stands alone between the counterparts of an old block's neighbours is taken for its rewording by
its place.
"""

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from dod_model.documents.blocks import Block, Kind, fingerprint
from dod_model.documents.outlines import HEADING, Outline, short, shorts
from dod_model.documents.sketches import word_pairs

__all__ = ["Matching", "match"]

_SAME_HEADING = 0.1
"""How much likeness the same heading is worth where several blocks are alike."""
_SLACK = 1.1
"""Words of a block may be given away up to this share of them: how many are shared is an estimate."""


@dataclass(frozen=True, slots=True)
class Matching:
    """Blocks of the old page and their counterparts on the new one, as indexes.

    ``same`` have the same words, ``alike`` are alike, ``placed`` have their place in common and nothing else.
    """

    same: Mapping[int, int]
    alike: Mapping[int, int]
    placed: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class _Candidate:
    rank: float
    shared: float
    old: int
    new: int


def match(outline: Outline, page: Sequence[Block]) -> Matching:
    """Match the blocks of an outline with those of a page. Only blocks with a sketch are found alike."""
    same = _same_words(outline.blocks, shorts(page))
    alike = _alike(outline, page, same)
    return Matching(same, alike, _placed(outline, page, same | alike))


def _same_words(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    found: dict[int, int] = {}
    for run in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        found.update(zip(range(run.a, run.a + run.size), range(run.b, run.b + run.size), strict=True))
    taken = set(found.values())
    waiting: defaultdict[str, deque[int]] = defaultdict(deque)
    for index, block in enumerate(new):
        if index not in taken:
            waiting[block.removeprefix(HEADING)].append(index)
    for index, block in enumerate(old):
        if index not in found and (free := waiting.get(block.removeprefix(HEADING))):
            found[index] = free.popleft()
    return found


def _alike(outline: Outline, page: Sequence[Block], same: Mapping[int, int]) -> dict[int, int]:
    taken = set(same.values())
    left = {index: word_pairs(block.text) for index, block in enumerate(page) if index not in taken}
    candidates = _candidates(outline, page, set(outline.sketches) - set(same), left)
    given = dict.fromkeys(left, 0.0)
    found: dict[int, int] = {}
    for one in sorted(candidates, key=lambda one: (-one.rank, one.old, one.new)):
        if one.old not in found and given[one.new] + one.shared <= len(left[one.new]) * _SLACK:
            found[one.old] = one.new
            given[one.new] += one.shared
    return found


def _candidates(
    outline: Outline, page: Sequence[Block], missing: set[int], left: Mapping[int, frozenset[int]]
) -> Iterator[_Candidate]:
    above = outline.headings()
    headings = {index: short(fingerprint(page[index].heading)) for index in left}
    for old in missing:
        sketch = outline.sketches[old]
        for new, pairs in left.items():
            if _same_kind(outline.blocks[old], page[new]) and sketch.is_like(pairs):
                nearness = _SAME_HEADING if headings[new] == above[old] else 0.0
                yield _Candidate(sketch.likeness(pairs) + nearness, sketch.shared(pairs), old, new)


def _placed(outline: Outline, page: Sequence[Block], known: Mapping[int, int]) -> dict[int, int]:
    bounds = {-1: -1, len(outline.blocks): len(page)}
    taken = set(known.values())
    found: dict[int, int] = {}
    for index in sorted(set(outline.sketches) - set(known)):
        before, after = (known.get(one, bounds.get(one)) for one in (index - 1, index + 1))
        if before is None or after is None or after - before != 2 or before + 1 in taken:
            continue
        if _same_kind(outline.blocks[index], page[before + 1]):
            found[index] = before + 1
    return found


def _same_kind(old: str, new: Block) -> bool:
    """Say whether both are headings, or both are none."""
    return old.startswith(HEADING) is (new.kind is Kind.HEADING)
