"""``dod sources verify``: a folder in; how everything stands that is cited, and an exit code that says it in short."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from dod_model.cli.sources import verify as command
from dod_model.documents import Passage, blocks, documents, verifying
from dod_model.documents.fingerprinting import outline_of
from tests.cli.running import Answer, dod
from tests.documents.lending import CARD, DEPOSIT, LOCK, LOCK_LINE, PAGE, edited, passage_at, without

SEED = documents()["SEED"]
PASSAGES: dict[Passage, tuple[str, ...]] = {passage_at(place): () for place in (CARD, DEPOSIT, LOCK)}
MADE_UP = {"SEED": outline_of("SEED", blocks(PAGE), PASSAGES)}
ELSEWHERE = Passage("TP1909", "Rules", 1, "0" * 16)
UNVERIFIED = Passage("CDP20b", "", None, None)


@pytest.fixture(autouse=True)
def registers() -> Iterator[dict[Passage, tuple[str, ...]]]:
    """Small registers in the place of the real ones: three passages of a made-up page, and what a test adds."""
    passages = dict(PASSAGES)
    with patch.object(command, "cited", lambda: passages), patch.object(verifying, "outlines", lambda: MADE_UP):
        yield passages


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    lay(tmp_path, PAGE)
    return tmp_path


def lay(folder: Path, page: str) -> None:
    (folder / SEED.path).parent.mkdir(parents=True, exist_ok=True)
    (folder / SEED.path).write_text(page, encoding="utf-8")


def asked(folder: Path, *words: str) -> Answer:
    return dod("sources", "verify", folder, *words)


def as_json(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(asked(folder, "-o", "json").out)
    return found


MOVED = edited((f"{LOCK_LINE}\n", ""), ("## How it goes\n", f"## How it goes\n\n{LOCK_LINE}\n"))
REWORDED = edited(("forty coins", "fifty coins"))
GONE = without(LOCK_LINE)


@pytest.mark.parametrize(
    ("page", "more", "code"),
    [
        (PAGE, [], 0),
        (PAGE, [UNVERIFIED], 0),
        (PAGE, [ELSEWHERE], 3),
        (MOVED, [], 1),
        (REWORDED, [], 1),
        (GONE, [ELSEWHERE], 1),
    ],
    ids=["there", "there-or-unverified", "a-page-is-missing", "moved", "reworded", "gone-and-a-page-is-missing"],
)
def test_exit_codes(
    folder: Path, registers: dict[Passage, tuple[str, ...]], page: str, more: list[Passage], code: int
) -> None:
    registers |= dict.fromkeys(more, ())
    lay(folder, page)
    assert (asked(folder).code, asked(folder, "--all").code, asked(folder, "-o", "json").code) == (code, code, code)
    assert as_json(folder)["exit_code"] == code


@pytest.mark.parametrize(("page", "standing"), [(MOVED, "moved"), (REWORDED, "reworded"), (GONE, "gone")])
def test_what_changed_is_told_in_both_forms(folder: Path, page: str, standing: str) -> None:
    lay(folder, page)
    (line,) = [line for line in asked(folder).out.splitlines() if line.startswith(f"  {standing} ")]
    (passage,) = [one for one in as_json(folder)["documents"][0]["passages"] if one["standing"] != "there"]
    assert passage["standing"] == standing
    assert line.endswith(f"under '{passage['heading']}', block {passage['block']}")


def test_text_lists_what_has_changed_and_all_lists_everything(folder: Path) -> None:
    lay(folder, REWORDED)
    assert [asked(folder, *words).out.count(", block") for words in ((), ("--all",))] == [2, 4]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nope", "there is no such folder"),
        ("file.md", "this is no folder. Name the folder that the pages are in"),
        ("empty", "none of the cited pages is in this folder. Name a checkout of"),
        ("a\0b", "the folder cannot be read: "),
    ],
)
def test_a_folder_that_cannot_be_used(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file.md").touch()
    answer = dod("sources", "verify", f"{tmp_path}/{name}")
    assert (answer.code, answer.out) == (2, "")
    assert message in answer.err


def test_a_folder_with_other_pages_only_is_bad_input(tmp_path: Path) -> None:
    (tmp_path / "1909").mkdir()
    (tmp_path / "1909" / "other.md").write_text(PAGE, encoding="utf-8")
    assert asked(tmp_path).code == 2


def test_a_page_that_is_not_utf_8_or_has_other_line_ends_is_read(folder: Path) -> None:
    (folder / SEED.path).write_bytes(PAGE.replace("\n", "\r\n").encode() + b"\r\n\xff\xfe\r\n")
    assert asked(folder).code == 0


def test_names_of_files_are_told_safely(tmp_path: Path) -> None:
    folder = tmp_path / "a\x1b[31mb" / "1909"
    folder.mkdir(parents=True)
    (folder / "3601238.md").write_text(GONE, encoding="utf-8")
    answer = asked(tmp_path)
    assert "\x1b" not in answer.out
    assert "a\\u001b[31mb/1909/3601238.md" in answer.out
    assert as_json(tmp_path)["documents"][0]["found_at"] == "a\x1b[31mb/1909/3601238.md"


@pytest.mark.parametrize("words", [[], ["a", "b"], ["a", "-o", "xml"]])
def test_usage(words: list[str]) -> None:
    assert dod("sources", "verify", *words).code == 2


def test_the_group_lists_its_commands() -> None:
    answer = dod("sources", "--help")
    assert answer.code == 0
    assert "verify  Say whether what is cited still stands" in answer.out
    assert "Did you mean 'verify'?" in dod("sources", "verfy").err
