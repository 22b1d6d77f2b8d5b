"""A passage is one block of a document, and can be looked up in a folder of pages."""

import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dod_model.documents import (
    Document,
    PageTooLargeError,
    Passage,
    Standing,
    blocks,
    contradictions,
    documents,
    fingerprint,
    look_up,
    statements,
)
from dod_model.documents.fingerprinting import outline_of
from dod_model.documents.passages import LARGEST_PAGE

REPOSITORIES = {"MicrosoftDocs/SCCMdocs", "MicrosoftDocs/memdocs", "MicrosoftDocs/sccm-docs-powershell-ref"}
PAGE = "# Rules\n\nThe first rule.\n\nThe second rule.\n"
PASSAGE = Passage("SEED", "Rules", 2, fingerprint("The second rule."))
OUTLINE = outline_of("SEED", blocks(PAGE), [PASSAGE])


def all_passages() -> list[Passage]:
    stated = [passage for statement in statements().values() for passage in statement.passages]
    contradicted = [p for entry in contradictions().values() for side in entry.sides for p in side.passages]
    return [*stated, *contradicted]


def folder_with(tmp_path: Path, page: str | bytes) -> Path:
    place = tmp_path / documents()["SEED"].place
    place.parent.mkdir(parents=True)
    place.write_bytes(page if isinstance(page, bytes) else page.encode())
    return tmp_path


def test_importing_the_room_reads_no_file() -> None:
    watch = (
        "import sys; opened = []; sys.addaudithook(lambda e, a: opened.append(str(a[0])) if e == 'open' else None);"
        "import dod_model.documents; print([name for name in opened if name.endswith('.toml')])"
    )
    ran = subprocess.run([sys.executable, "-c", watch], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_documents_are_keyed_once_and_say_what_they_are() -> None:
    assert documents()["SEED"] == Document(
        key="SEED",
        title="Download on demand over the internet, technical preview 1909",
        repository="MicrosoftDocs/SCCMdocs",
        path="sccm/core/get-started/2019/includes/1909/3601238.md",
        date=date(2019, 9, 26),
        commit="3621f5bd1",
        at_hand=True,
    )
    for key, document in documents().items():
        assert key == document.key
        assert document.title
    assert len({(d.repository, d.path, d.commit) for d in documents().values()}) == len(documents())


def test_a_page_has_a_commit_and_a_thread_has_none() -> None:
    for document in documents().values():
        if document.path.endswith(".md"):
            assert document.repository in REPOSITORIES
            assert re.fullmatch(r"[0-9a-f]{7,40}|main", document.commit), document
        else:
            assert re.fullmatch(r"(issues|pull)/\d+", document.path)
            assert (document.commit, document.at_hand) == ("", False)


def test_the_address_of_a_document() -> None:
    assert documents()["SEED"].url == (
        "https://github.com/MicrosoftDocs/SCCMdocs/blob/3621f5bd1/sccm/core/get-started/2019/includes/1909/3601238.md"
    )
    assert documents()["SCCMdocs-2092"].url == "https://github.com/MicrosoftDocs/SCCMdocs/issues/2092"


def test_every_document_is_pointed_at() -> None:
    assert set(documents()) == {passage.document for passage in all_passages()}


@pytest.mark.parametrize(
    "passage", dict.fromkeys(all_passages()), ids=lambda p: f"{p.document}-{p.heading[:30]}-{p.block}"
)
def test_a_passage_is_well_formed(passage: Passage) -> None:
    at_hand = documents()[passage.document].at_hand
    assert passage.verified is at_hand
    if at_hand:
        assert passage.block is not None
        assert passage.block >= 0
        assert passage.fingerprint is not None
        assert re.fullmatch(r"[0-9a-f]{16}", passage.fingerprint)
    else:
        assert passage.fingerprint is None


def test_every_passage_with_a_fingerprint_is_there(sources: Path) -> None:
    standings = {passage: look_up(passage, sources) for passage in all_passages() if passage.verified}
    assert len(standings) > 200
    assert {passage: standing for passage, standing in standings.items() if standing is not Standing.THERE} == {}


def test_what_is_at_hand_is_what_lies_in_the_folder(sources: Path) -> None:
    found = {
        document.key for document in documents().values() if document.commit and (sources / document.place).is_file()
    }
    assert found == {document.key for document in documents().values() if document.at_hand}


@pytest.mark.parametrize(
    ("page", "standing"),
    [
        (PAGE, Standing.THERE),
        ("# **RULES**\n\nThe first rule.\n\n*The* second <!-- new -->\nrule.\n", Standing.THERE),
        ("# Rules\n\nThe second rule.\n\nThe first rule.\n", Standing.THERE),
        ("# Laws\n\nThe first rule.\n\nThe second rule.\n", Standing.MOVED),
        ("# Rules\n\nThe first rule.\n\nThe second law.\n", Standing.REWORDED),
        ("# Rules\n\nThe first rule.\n", Standing.GONE),
        ("", Standing.GONE),
    ],
)
def test_looking_up_a_passage(tmp_path: Path, page: str, standing: Standing) -> None:
    assert look_up(PASSAGE, folder_with(tmp_path, page), OUTLINE) is standing


def test_a_page_that_is_not_there(tmp_path: Path) -> None:
    assert look_up(PASSAGE, tmp_path) is Standing.PAGE_NOT_FOUND


def test_a_folder_in_the_place_of_a_page_is_no_page(tmp_path: Path) -> None:
    (tmp_path / documents()["SEED"].place).mkdir(parents=True)
    assert look_up(PASSAGE, tmp_path) is Standing.PAGE_NOT_FOUND


def test_a_passage_without_fingerprint_is_unverified_whatever_the_folder(tmp_path: Path) -> None:
    cited = replace(PASSAGE, fingerprint=None)
    assert not cited.verified
    assert look_up(cited, tmp_path) is Standing.UNVERIFIED
    assert look_up(cited, folder_with(tmp_path, PAGE)) is Standing.UNVERIFIED


def test_a_passage_of_an_unknown_document_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="NOPE"):
        look_up(replace(PASSAGE, document="NOPE"), tmp_path)


def test_a_page_over_the_limit_is_refused(tmp_path: Path) -> None:
    page = PAGE.encode().ljust(LARGEST_PAGE, b" ")
    folder = folder_with(tmp_path, page)
    assert look_up(PASSAGE, folder) is Standing.THERE
    (folder / documents()["SEED"].place).write_bytes(page + b" ")
    with pytest.raises(PageTooLargeError, match="larger than 2000000 bytes"):
        look_up(PASSAGE, folder)


def test_bytes_that_are_no_text_do_not_stop_the_reading_and_count(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, b"\xff\xfe\n\n" + PAGE.encode())
    assert look_up(PASSAGE, folder) is Standing.THERE
    (folder / documents()["SEED"].place).write_bytes(PAGE.encode().replace(b"second", b"second\xff"))
    assert look_up(PASSAGE, folder, OUTLINE) is Standing.REWORDED
