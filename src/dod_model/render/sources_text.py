"""Passages compared with pages -> text for reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from dod_model.documents import Block, PageChecked, Passage, Sighting, Standing
from dod_model.render.layout import Layout
from dod_model.render.sources_resting import resting_on

MOODS = {
    Standing.THERE: "good",
    Standing.MOVED: "open",
    Standing.REWORDED: "bad",
    Standing.GONE: "bad",
    Standing.PAGE_NOT_FOUND: "open",
    Standing.UNVERIFIED: "faint",
}
"""The colour of each standing."""
CHANGED = (Standing.MOVED, Standing.REWORDED, Standing.GONE)
"""How a passage stands that is not as it was read. Such passages are always listed."""
COLUMN = 16
"""Columns that the name of a standing takes, the blanks behind it included."""


def sources_text(pages: Sequence[PageChecked], layout: Layout, *, everything: bool) -> Iterator[str]:
    """The lines of the report: what has changed, by document; where no page was found; counts; what to do next.

    Args:
        pages: the documents, with how their passages stand.
        layout: width and colour.
        everything: list every passage, also those that are there, unverified, or on a page that was not found.
    """
    for page in pages:
        listed = [one for one in page.sightings if everything or one.standing in CHANGED]
        if listed:
            yield from _document(page, layout)
            for one in listed:
                yield from _passage(one, layout)
            yield ""
    if not everything:
        yield from _not_found(pages, layout)
    yield from _counted(pages, layout)
    yield from _hints(pages, layout, everything=everything)


def _document(page: PageChecked, layout: Layout) -> Iterator[str]:
    document = page.document
    date = f", {document.date.isoformat()}" if document.date else ""
    yield from layout.line(f"{document.title} ({document.key}{date})", mood="strong")
    if page.found.path is not None:
        yield from layout.labelled("page:", [page.found.path], 2)
    if page.elsewhere:
        yield from layout.labelled("read as:", [document.path], 2)
    yield from _why_not(page, layout)
    yield from layout.labelled("passages:", [_numbers(page.sightings)], 2)


def _why_not(page: PageChecked, layout: Layout) -> Iterator[str]:
    if page.unreadable:
        yield from layout.line(page.unreadable, 2, "open", head="it cannot be compared: ")
    if page.found.several:
        yield from layout.line(", ".join(page.found.several), 2, "open", head="it could be any of ")


def _passage(one: Sighting, layout: Layout) -> Iterator[str]:
    label, blank = f"  {layout.paint(f'{one.standing.value:<{COLUMN}}', MOODS[one.standing])}", " " * (2 + COLUMN)
    first, *more = layout.line(cited_place(one.passage), len(blank))
    yield label + first.removeprefix(blank)
    yield from more
    for name, text in _details(one):
        yield from layout.line(text, len(blank), "faint", head=f"{name:<14}")


def _details(one: Sighting) -> Iterator[tuple[str, str]]:
    """Where it is now, and what rests on it: nothing of a passage that is there."""
    if one.standing is Standing.THERE:
        return
    if one.block is not None:
        yield "now", _now(one.block) + (", by its place alone: its words are others" if one.by_place else "")
    resting = resting_on(one.passage)
    yield "statements", ", ".join(resting.statements) or "none"
    yield "requirements", ", ".join(resting.requirements) or "none"


def cited_place(passage: Passage) -> str:
    """Where a passage was read, in words."""
    section = f"under '{passage.heading}'" if passage.heading else ""
    if passage.block == 0:
        return f"the heading '{passage.heading}'"
    block = "" if passage.block is None else f"block {passage.block}"
    return ", ".join(part for part in (section, block) if part) or "the page"


def _now(block: Block) -> str:
    if block.ordinal == 0:
        return f"line {block.line}, the heading '{block.heading}'"
    section = f"under '{block.heading}'" if block.heading else "before the first heading"
    return f"line {block.line}, {section}, block {block.ordinal}"


def _numbers(sightings: Sequence[Sighting]) -> str:
    counted = Counter(one.standing for one in sightings)
    return ", ".join(f"{counted[standing]} {standing.value}" for standing in Standing if counted[standing])


def _not_found(pages: Sequence[PageChecked], layout: Layout) -> Iterator[str]:
    missing = [page for page in pages if _count([page], Standing.PAGE_NOT_FOUND)]
    if not missing:
        return
    yield from layout.line("Pages not found", mood="strong")
    by_path: dict[str, list[PageChecked]] = {}
    for page in missing:
        by_path.setdefault(page.document.path, []).append(page)
    for path, same in by_path.items():
        yield from layout.line(f"{path} ({', '.join(page.document.key for page in same)})", 2)
        yield from (f"  {line}" for line in dict.fromkeys(line for page in same for line in _why_not(page, layout)))
    yield ""


def _counted(pages: Sequence[PageChecked], layout: Layout) -> Iterator[str]:
    compared = _count(pages, Standing.THERE, *CHANGED)
    found = [page for page in pages if page.found.path is not None]
    parts = [f"{_count(pages, standing):,} {standing.value}" for standing in (Standing.THERE, *CHANGED)]
    text = (
        f"{compared:,} {_plural('passage', compared)} of {_many(len(found), 'document')} compared: {', '.join(parts)}."
    )
    yield from layout.line(text, mood="bad" if _count(pages, *CHANGED) else "good")
    missing = _count(pages, Standing.PAGE_NOT_FOUND)
    if missing:
        yield from layout.line(
            f"{_many(missing, 'passage')} not compared, because the page was not found.", mood="open"
        )
    unverified = _count(pages, Standing.UNVERIFIED)
    if unverified:
        yield from layout.line(
            f"{_many(unverified, 'passage')} cited, unverified: their pages were not at hand when they were cited."
        )


def _hints(pages: Sequence[PageChecked], layout: Layout, *, everything: bool) -> Iterator[str]:
    hints = []
    changed = [one for page in pages for one in page.sightings if one.standing in CHANGED]
    if changed:
        numbers = [number for one in changed for number in resting_on(one.passage).statements]
        example = f" `dod explain {numbers[0]}` tells what a statement says." if numbers else ""
        hints.append(f"Read what has changed, and see whether the statements that rest on it still hold.{example}")
    if _count(pages, Standing.PAGE_NOT_FOUND):
        hints.append("Name a folder that has more of the pages: each is known by its name and folder.")
    if not everything:
        hints.append("--all lists every passage.")
    if hints:
        yield ""
    for hint in hints:
        yield from layout.line(hint, head="- ")


def _count(pages: Sequence[PageChecked], *standings: Standing) -> int:
    return sum(one.standing in standings for page in pages for one in page.sightings)


def _many(number: int, noun: str) -> str:
    return f"{number:,} {_plural(noun, number)}"


def _plural(noun: str, number: int) -> str:
    return noun if number == 1 else f"{noun}s"
