"""Laws of every page that is made, and of how all are written."""

from __future__ import annotations

import json
import posixpath
import re
from functools import cache
from pathlib import Path

import pytest

from dod_model.bdd.results import NO_RESULTS
from dod_model.bdd.spec import spec_folder
from dod_model.publish import Material, pages, publish
from dod_model.publish.__main__ import main
from tests.cli.running import ROOT

pytestmark = pytest.mark.slow

LINK = re.compile(r"\]\(<([^>]+)>\)")
HEADING = re.compile(r"^# ", re.MULTILINE)
FENCE = re.compile(r"^(```+|~~~+).*?^\1$", re.MULTILINE | re.DOTALL)


@cache
def made() -> dict[str, str]:
    return pages(Material(spec_folder(), NO_RESULTS))


def markdown() -> dict[str, str]:
    return {name: FENCE.sub("", text) for name, text in made().items() if name.endswith(".md")}


def test_links_lead_to_a_page_or_a_file_of_the_docs() -> None:
    broken = []
    for name, text in markdown().items():
        for target in LINK.findall(text):
            file = target.partition("#")[0]
            if "://" in target or not file:
                continue
            there = posixpath.normpath(posixpath.join(posixpath.dirname(name), file))
            if there not in made() and not (ROOT / "docs" / there).is_file():
                broken.append((name, target))
    assert broken == []


def test_links_from_the_root_are_made_relative_everywhere() -> None:
    assert [name for name, text in made().items() if "](<~/" in text] == []


def test_every_line_of_a_table_has_as_many_cells() -> None:
    uneven = []
    for name, text in markdown().items():
        for block in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
            cells = {len(re.findall(r"(?<!\\)\|", line)) for line in block.splitlines()}
            uneven += [name] if len(cells) != 1 else []
    assert uneven == []


def test_every_page_has_one_title() -> None:
    assert [name for name, text in markdown().items() if len(HEADING.findall(text)) != 1] == []


def test_pages_are_the_same_every_time() -> None:
    assert pages(Material(spec_folder(), NO_RESULTS)) == made()


def test_no_page_is_made_that_is_also_written_by_hand() -> None:
    assert [name for name in made() if (ROOT / "docs" / name).exists()] == []


def test_the_docs_are_written_anew(tmp_path: Path) -> None:
    written, folder, results = tmp_path / "written", tmp_path / "docs", tmp_path / "results.json"
    (written / "sub" / "__pycache__").mkdir(parents=True)
    (written / "sub" / "own.md").write_text("# Own\n", encoding="utf-8")
    (written / "sub" / "__pycache__" / "x.pyc").write_bytes(b"")
    folder.mkdir()
    (folder / "older.md").write_text("# Older\n", encoding="utf-8")
    results.write_text(json.dumps({"format": "dod-results/1", "scenarios": []}), encoding="utf-8")
    assert main(["pages", str(folder), "--written", str(written), "--results", str(results)]) == 0
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert there == {*made(), "sub/own.md"}
    assert (folder / "requirements/index.md").read_text(encoding="utf-8") == made()["requirements/index.md"]


def test_a_page_of_both_kinds_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written = tmp_path / "written"
    (written / "requirements").mkdir(parents=True)
    (written / "requirements/index.md").write_text("# Mine\n", encoding="utf-8")
    with pytest.raises(FileExistsError):
        publish(tmp_path / "docs", written, Material(spec_folder(), NO_RESULTS))
    assert main(["pages", str(tmp_path / "docs"), "--written", str(written)]) == 2
    assert "requirements/index.md" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["", "[]", '{"format": "other/1", "scenarios": []}'])
def test_results_of_another_form_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    results = tmp_path / "results.json"
    results.write_text(text, encoding="utf-8")
    assert main(["pages", str(tmp_path / "docs"), "--results", str(results)]) == 2
    assert "no results of a run of the features" in capsys.readouterr().err
    assert not (tmp_path / "docs").exists()
