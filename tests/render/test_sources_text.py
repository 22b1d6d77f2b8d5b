"""How passages stand, as text for reading."""

from __future__ import annotations

from collections.abc import Sequence

from dod_model.documents import Block, PageChecked, Passage, Sighting, Standing, cited, documents
from dod_model.documents.blocks import Kind
from dod_model.documents.finding_pages import Found
from dod_model.render.layout import Layout
from dod_model.render.sources_text import sources_text

FIRST = documents()["DTS1910-first"]
(ON_DEMAND,) = [passage for passage in cited() if passage.document == FIRST.key]
SECTION = "Deploy Windows 10 in-place upgrade via CMG"
UNCITED = Passage(FIRST.key, "", 1, "0" * 16)
HEADING = Passage(FIRST.key, "Title", 0, "1" * 16)
CITED = Passage("CDP20b", "", None, None)


def block(heading: str, ordinal: int) -> Block:
    return Block(heading, ordinal, Kind.PARAGRAPH, "words", "words", 12)


def told(*pages: PageChecked, everything: bool = False) -> list[str]:
    return list(sources_text(pages, Layout(), everything=everything))


def page(*sightings: Sighting, found: Found | None = None, unreadable: str = "") -> PageChecked:
    return PageChecked(FIRST, found or Found(FIRST.path), sightings, unreadable)


def details(lines: Sequence[str]) -> list[str]:
    """The lines between the head of the document and the counts."""
    return [line.strip() for line in lines[3 : list(lines).index("")]]


def test_what_was_reworded_is_told_with_its_place_and_what_rests_on_it() -> None:
    lines = told(page(Sighting(ON_DEMAND, Standing.REWORDED, block("Process", 3)), Sighting(UNCITED, Standing.THERE)))
    assert lines == [
        "Deploying a task sequence, first text for 1910 (DTS1910-first, 2019-11-25)",
        "  page:     sccm/osd/deploy-use/deploy-a-task-sequence.md",
        "  passages: 1 there, 1 reworded",
        f"  reworded        under '{SECTION}', block 6",
        "                  now           line 12, under 'Process', block 3",
        "                  statements    F004",
        "                  requirements  download-on-demand-available",
        "",
        "2 passages of 1 document compared: 1 there, 0 moved, 1 reworded, 0 gone.",
        "",
        "- Read what has changed, and see whether the statements that rest on it still hold. `dod explain F004` tells"
        " what a statement says.",
        "- --all lists every passage.",
    ]


def test_a_block_known_by_its_place_alone_is_told_as_such() -> None:
    lines = told(page(Sighting(UNCITED, Standing.REWORDED, block("", 1), by_place=True)))
    assert details(lines) == [
        "reworded        block 1",
        "now           line 12, before the first heading, block 1, by its place alone: its words are others",
        "statements    none",
        "requirements  none",
    ]


def test_what_moved_and_what_is_gone() -> None:
    lines = told(page(Sighting(HEADING, Standing.MOVED, block("Name", 0)), Sighting(ON_DEMAND, Standing.GONE)))
    assert details(lines) == [
        "moved           the heading 'Title'",
        "now           line 12, the heading 'Name'",
        "statements    none",
        "requirements  none",
        f"gone            under '{SECTION}', block 6",
        "statements    F004",
        "requirements  download-on-demand-available",
    ]


def test_what_is_there_takes_one_line_and_only_where_everything_is_asked_for() -> None:
    there = page(Sighting(ON_DEMAND, Standing.THERE, block(SECTION, 6)))
    assert told(there) == [
        "1 passage of 1 document compared: 1 there, 0 moved, 0 reworded, 0 gone.",
        "",
        "- --all lists every passage.",
    ]
    lines = told(there, everything=True)
    assert details(lines) == [f"there           under '{SECTION}', block 6"]
    assert lines[-1] == "1 passage of 1 document compared: 1 there, 0 moved, 0 reworded, 0 gone."


def test_unverified_passages_are_counted_and_listed_where_everything_is_asked_for() -> None:
    later = PageChecked(documents()["CDP20b"], Found(None), (Sighting(CITED, Standing.UNVERIFIED),))
    assert "1 passage cited, unverified: their pages were not at hand when they were cited." in told(later)
    lines = told(later, everything=True)
    assert lines[1:3] == ["  passages: 1 unverified", "  unverified      the page"]
    assert lines[3].split() == ["statements", *", ".join(cited()[CITED]).split()]


def test_a_page_at_another_place_says_what_it_was_taken_for() -> None:
    lines = told(page(Sighting(ON_DEMAND, Standing.GONE), found=Found("a/deploy-use/deploy-a-task-sequence.md")))
    assert lines[1:3] == [
        "  page:     a/deploy-use/deploy-a-task-sequence.md",
        "  read as:  sccm/osd/deploy-use/deploy-a-task-sequence.md",
    ]


def test_pages_that_were_not_found_are_named_once() -> None:
    missing = Sighting(ON_DEMAND, Standing.PAGE_NOT_FOUND)
    other = PageChecked(documents()["DTS1910"], Found(None), (missing,))
    lines = told(page(missing, found=Found(None)), other)
    assert lines[:2] == ["Pages not found", f"  {FIRST.path} (DTS1910-first, DTS1910)"]
    assert "2 passages not compared, because the page was not found." in lines
    assert "- Name a folder that has more of the pages: each is known by its name and folder." in lines
    (listed,) = [line for line in told(other, everything=True) if line.startswith("  page not found")]
    assert listed == f"  page not found  under '{SECTION}', block 6"


def test_why_a_page_was_not_compared() -> None:
    missing = Sighting(ON_DEMAND, Standing.PAGE_NOT_FOUND)
    lines = told(page(missing, found=Found(None, ("a/x.md", "b/x.md"))))
    assert lines[2] == "    it could be any of a/x.md, b/x.md"
    assert told(page(missing, unreadable="Permission denied"))[2] == "    it cannot be compared: Permission denied"


def test_lines_are_wrapped_and_painted() -> None:
    painted: list[tuple[str, str]] = []

    def paint(text: str, mood: str) -> str:
        painted.append((text.strip(), mood))
        return text

    pages = [page(Sighting(ON_DEMAND, Standing.REWORDED, block("Process", 3)))]
    lines = list(sources_text(pages, Layout(60, paint), everything=False))
    assert max(map(len, lines)) <= 60
    assert ("reworded", "bad") in painted
