"""Everything that is cited is compared with the pages of a folder, document by document."""

from dataclasses import replace
from pathlib import Path

import pytest

from dod_model.documents import PageTooLargeError, Passage, Standing, cited, documents, look_up, verify, verifying
from dod_model.documents.blocks import blocks
from dod_model.documents.finding_pages import Found
from dod_model.documents.fingerprinting import outline_of
from dod_model.documents.verifying import PageChecked, counts
from tests.documents.lending import CARD, DEPOSIT, PAGE, edited, passage_at

PASSAGES = [passage_at(DEPOSIT), passage_at(CARD)]
KNOWN = {"SEED": outline_of("SEED", blocks(PAGE), PASSAGES)}
SEED = documents()["SEED"]
UNVERIFIED = Passage("CDP20b", "", None, None)


def folder_with(folder: Path, page: str, path: str = SEED.path) -> Path:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(page, encoding="utf-8")
    return folder


def standings(page: PageChecked) -> list[Standing]:
    return [one.standing for one in page.sightings]


def test_passages_come_in_the_order_of_their_page(tmp_path: Path) -> None:
    (page,) = verify(folder_with(tmp_path, PAGE), PASSAGES, KNOWN)
    assert (page.document, page.found, page.unreadable) == (SEED, Found(SEED.path), "")
    assert [one.passage for one in page.sightings] == [passage_at(CARD), passage_at(DEPOSIT)]
    assert standings(page) == [Standing.THERE, Standing.THERE]


def test_each_document_has_an_entry(tmp_path: Path) -> None:
    elsewhere = replace(PASSAGES[0], document="TP1909")
    folder = folder_with(tmp_path, edited(("forty coins", "fifty coins")))
    seed, preview, later = verify(folder, [*PASSAGES, elsewhere, UNVERIFIED], KNOWN)
    assert standings(seed) == [Standing.THERE, Standing.REWORDED]
    assert (preview.found, standings(preview)) == (Found(None), [Standing.PAGE_NOT_FOUND])
    assert (later.found, standings(later)) == (Found(None), [Standing.UNVERIFIED])
    counted = counts((seed, preview, later))
    assert list(counted) == list(Standing)
    assert [counted[one] for one in Standing] == [1, 0, 1, 0, 1, 1]


def test_a_page_that_lies_elsewhere_says_so(tmp_path: Path) -> None:
    (page,) = verify(folder_with(tmp_path, PAGE, "new/includes/1909/3601238.md"), PASSAGES, KNOWN)
    assert (page.found.path, page.elsewhere) == ("new/includes/1909/3601238.md", True)
    (page,) = verify(folder_with(tmp_path, PAGE), PASSAGES, KNOWN)
    assert (page.found.path, page.elsewhere) == (SEED.path, False)
    (page,) = verify(folder_with(tmp_path, PAGE, SEED.place), PASSAGES, KNOWN)
    assert (page.found.path, page.elsewhere) == (SEED.place, False)


def test_a_page_that_is_too_large_is_told_and_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verifying, "MOST_BLOCKS", 3)
    folder = folder_with(tmp_path, PAGE)
    (page,) = verify(folder, PASSAGES, KNOWN)
    assert page.unreadable.endswith("has more than 3 blocks")
    assert standings(page) == [Standing.PAGE_NOT_FOUND, Standing.PAGE_NOT_FOUND]
    with pytest.raises(PageTooLargeError):
        look_up(PASSAGES[0], folder, KNOWN["SEED"])


def test_a_page_that_cannot_be_read_is_told_and_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(verifying, "read_page", refuse)
    (page,) = verify(folder_with(tmp_path, PAGE), PASSAGES, KNOWN)
    assert page.unreadable == "Permission denied"
    assert standings(page) == [Standing.PAGE_NOT_FOUND, Standing.PAGE_NOT_FOUND]


def test_everything_that_is_cited_is_compared(tmp_path: Path) -> None:
    pages = verify(tmp_path, cited())
    assert {one.passage for page in pages for one in page.sightings} == set(cited())
    assert [page.document.key for page in pages] == list(documents())


def test_what_is_cited_tells_what_rests_on_it() -> None:
    at_hand = {passage for passage in cited() if passage.verified}
    assert len(at_hand) > 200
    assert all(numbers == tuple(sorted(set(numbers))) and numbers for numbers in cited().values())
    (on_demand,) = [one for one in cited() if (one.document, one.block) == ("DTS1910-first", 6)]
    assert cited()[on_demand] == ("F004",)
    (denied,) = [one for one in cited() if (one.document, one.heading) == ("CDP20a", "Deployment settings")]
    assert "E01" in cited()[denied]


def test_everything_that_is_cited_is_there(sources: Path) -> None:
    pages = verify(sources, cited())
    assert {
        page.document.key: page.sightings
        for page in pages
        if set(standings(page)) - {Standing.THERE, Standing.UNVERIFIED}
    } == {}
    assert counts(pages)[Standing.THERE] == sum(passage.verified for passage in cited())
