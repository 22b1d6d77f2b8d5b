"""The register of outlines is generated from the pages, and has none of their words."""

import re
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from dod_model.documents import blocks, cited, documents
from dod_model.documents.fingerprinting import entry_text, main, outline_of, register_text
from dod_model.documents.outlines import HEADING, outline_from, outlines
from tests.documents.lending import DEPOSIT, PAGE, PLACES, passage_at

REGISTER = files("dod_model.documents") / "data" / "fingerprints.toml"
OUTLINE = outline_of("SEED", blocks(PAGE), [passage_at(place) for place in PLACES])


def test_an_outline_has_every_block_in_order_and_marks_headings() -> None:
    page = blocks(PAGE)
    assert [one.removeprefix(HEADING) for one in OUTLINE.blocks] == [block.fingerprint[:8] for block in page]
    assert [one.startswith(HEADING) for one in OUTLINE.blocks] == [block.ordinal == 0 for block in page]


def test_an_outline_knows_where_a_passage_stood() -> None:
    page = blocks(PAGE)
    for place in PLACES:
        index = OUTLINE.index(passage_at(place))
        assert index is not None
        assert (page[index].heading, page[index].ordinal) == place
    changed = PAGE.replace("forty coins", "fifty coins")
    assert OUTLINE.index(passage_at(DEPOSIT, changed)) is None


def test_text_before_the_first_heading_has_the_empty_heading() -> None:
    page = "Nobody reads this.\n\n# Ride\n\nAway.\n"
    passage = passage_at(("", 1), page)
    assert outline_of("SEED", blocks(page), [passage]).index(passage) == 0


def test_only_cited_blocks_and_those_that_resemble_them_are_sketched() -> None:
    page = "# Ride\n\nYou may ride a red bicycle.\n\nYou may ride a blue bicycle.\n\nShoes are needed.\n"
    assert list(outline_of("SEED", blocks(page), [passage_at(("Ride", 1), page)]).sketches) == [1, 2]
    assert list(outline_of("SEED", blocks(page), []).sketches) == []


def test_an_outline_is_read_as_it_was_written() -> None:
    (record,) = tomllib.loads(entry_text(OUTLINE))["record"]
    assert outline_from(record) == OUTLINE


def test_an_outline_has_no_words_of_the_page() -> None:
    words = {word for block in blocks(PAGE) for word in re.findall(r"[a-z]{3,}", block.text)}
    written = set(re.findall(r"[a-z]{3,}", entry_text(OUTLINE)))
    assert words & (written - {"record", "document", "blocks", "sketches"}) == set()


def test_the_register_knows_every_page_at_hand_and_every_verified_passage() -> None:
    assert list(outlines()) == [key for key, document in documents().items() if document.at_hand]
    for passage in cited():
        if passage.verified:
            index = outlines()[passage.document].index(passage)
            assert index is not None, passage
            assert index in outlines()[passage.document].sketches


def test_the_register_is_what_the_pages_give(sources: Path) -> None:
    generate = "generate it anew: python -m dod_model.documents.fingerprinting FOLDER"
    assert REGISTER.read_text(encoding="utf-8") == register_text(sources), generate


def test_the_command_writes_the_register(tmp_path: Path, sources: Path) -> None:
    target = tmp_path / "fingerprints.toml"
    assert main([str(sources)], target) == 0
    assert target.read_bytes() == REGISTER.read_bytes()
    assert main(["--check", str(sources)], target) == 0
    target.write_text("# nothing\n", encoding="utf-8")
    assert main([str(sources), "--check"], target) == 1
    assert target.read_text(encoding="utf-8") == "# nothing\n"


def test_the_command_wants_one_folder_and_all_its_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([], tmp_path / "register.toml") == 2
    assert capsys.readouterr().err.startswith("usage: ")
    assert main([str(tmp_path)], tmp_path / "register.toml") == 2
    assert "3601238.md" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
