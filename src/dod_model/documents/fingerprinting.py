"""Write the register of outlines: ``python -m dod_model.documents.fingerprinting [--check] FOLDER``.

FOLDER has the pages of all documents that are at hand, as ``<commit>/<path>``. For maintainers only: it is needed where
a passage was added, or the way in which pages are cut or sketched was changed.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from textwrap import wrap

from dod_model.documents.blocks import Block, Kind, blocks
from dod_model.documents.citing import cited
from dod_model.documents.outlines import REGISTER, Outline, shorts
from dod_model.documents.passages import PageTooLargeError, Passage, documents, read_page
from dod_model.documents.sketches import Sketch, word_pairs

__all__ = ["RESEMBLING", "entry_text", "main", "outline_of", "register_text"]

RESEMBLING = 0.2
"""From this likeness to a cited block on a block is sketched too: if one of them is gone and the other reworded, the
two must be told apart. Half of what makes a rewording, for the other may have changed towards it."""

_HEAD = """\
# What is known of the pages that are at hand: for every document the short fingerprints of its blocks, in reading order
# (a heading has a #), and sketches of the cited blocks and of those that resemble them: index, number of word pairs,
# hashes of some of them. Generated from the pages by `python -m dod_model.documents.fingerprinting FOLDER`.
"""
_WIDTH = 116
_CHECK = "--check"
_TARGET = Path(__file__).parent / "data" / f"{REGISTER}.toml"


def register_text(folder: Path) -> str:
    """Return the register of all documents at hand, as TOML.

    Raises:
        OSError: a page is not in the folder, or cannot be read.
        PageTooLargeError: a page is too large.
    """
    entries = []
    for document in documents().values():
        if document.at_hand:
            passages = (passage for passage in cited() if passage.document == document.key)
            page = blocks(read_page(folder / document.place))
            entries.append(entry_text(outline_of(document.key, page, passages)))
    return "\n".join((_HEAD, *entries))


def outline_of(document: str, page: Sequence[Block], passages: Iterable[Passage]) -> Outline:
    """Return the outline of one page.

    Args:
        document: the key of the document.
        page: the blocks of the page.
        passages: the passages of it that are cited.
    """
    places = {(one.heading.casefold(), one.block) for one in passages}
    chosen = [index for index, block in enumerate(page) if (block.heading.casefold(), block.ordinal) in places]
    sketched = sorted({*chosen, *_resembling(page, chosen)})
    return Outline(document, shorts(page), {index: Sketch.of(page[index].text) for index in sketched})


def entry_text(outline: Outline) -> str:
    """Return an outline as an entry of the register."""
    blocks_of_it = wrap(" ".join(outline.blocks), _WIDTH)
    sketches = [f"{index} {sketch}" for index, sketch in outline.sketches.items()]
    head = ("[[record]]", f'document = "{outline.document}"')
    return "\n".join((*head, 'blocks = """', *blocks_of_it, '"""', 'sketches = """', *sketches, '"""\n'))


def _resembling(page: Sequence[Block], chosen: Sequence[int]) -> Iterator[int]:
    pairs = [word_pairs(block.text) for block in page]
    for one in chosen:
        sketch = Sketch(len(pairs[one]), pairs[one])
        for other, block in enumerate(page):
            same_kind = (block.kind is Kind.HEADING) is (page[one].kind is Kind.HEADING)
            if same_kind and sketch.likeness(pairs[other]) >= RESEMBLING:
                yield other


def main(words: Sequence[str], target: Path = _TARGET) -> int:
    """Write the register, or with ``--check`` say whether it is up to date.

    Args:
        words: the words of the command line: the folder, and perhaps ``--check``.
        target: the file to write.

    Returns:
        0; 1 if it is checked and out of date; 2 if the folder is missing or lacks a page.
    """
    folders = [word for word in words if word != _CHECK]
    if len(folders) != 1:
        sys.stderr.write(f"usage: python -m dod_model.documents.fingerprinting [{_CHECK}] FOLDER\n")
        return 2
    try:
        text = register_text(Path(folders[0]))
    except (OSError, PageTooLargeError) as problem:
        sys.stderr.write(f"{problem}\n")
        return 2
    if _CHECK in words:
        return int(target.read_text(encoding="utf-8") != text)
    target.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
