"""What the README and the pages claim is run."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dod_model.bdd.results import NO_RESULTS
from dod_model.publish import Material, pages
from tests.cli.running import ROOT, dod

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(<?([^)#\s>]+)(?:#[^)]*)?\)")
REPOSITORY = [ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
WRITTEN = sorted((ROOT / "docs").rglob("*.md"))
PROSE = sorted((ROOT / "src" / "dod_model" / "publish" / "prose").glob("*.md"))
PAGES = [*REPOSITORY, *WRITTEN, *PROSE]
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))


def blocks(page: Path, language: str) -> list[str]:
    found = BLOCK.findall(page.read_text(encoding="utf-8"))
    return [text for kind, text in found if kind == language]


def commands(text: str) -> Iterator[tuple[str, str]]:
    """The commands of a console block, each with the output that is shown."""
    for piece in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, _, output = piece.partition("\n")
        yield command, output


@each_page
def test_commands_print_what_is_shown(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")
    # `python` on a page is the one that has the package.
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    for block in blocks(page, "console"):
        for command, shown in commands(block):
            program, *words = shlex.split(command)
            assert program == "dod"
            answer = dod(*words)
            assert answer.out + answer.err == shown


def targets(page: Path) -> list[str]:
    """What a page links to, of this project."""
    return [one for one in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in one]


@pytest.mark.parametrize("page", REPOSITORY, ids=lambda path: path.name)
def test_links_of_the_repository_lead_to_what_lies_in_it(page: Path) -> None:
    assert [one for one in targets(page) if not (page.parent / one).exists()] == []


@pytest.mark.slow
def test_links_of_the_docs_lead_to_what_is_written_or_made() -> None:
    docs = ROOT / "docs"
    there = {path.relative_to(docs).as_posix() for path in docs.rglob("*")} | set(pages(Material(ROOT, NO_RESULTS)))
    named = [(page, one) for page in WRITTEN for one in targets(page)]
    assert len(named) > 50
    broken = [f"{page.relative_to(ROOT)}: {one}" for page, one in named if place(page, one) not in there]
    assert broken == []


def place(page: Path, target: str) -> str:
    """Where a link of a page of the docs leads to, from their root."""
    return os.path.relpath(os.path.normpath(page.parent / target), ROOT / "docs").replace(os.sep, "/")


@each_page
def test_make_targets_exist(page: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = re.findall(r"(?:^|`)make ([a-z]+)", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert [name for name in named if not re.search(rf"^{name}:", makefile, re.MULTILINE)] == []


def test_the_readme_shows_commands_at_all() -> None:
    assert len(blocks(ROOT / "README.md", "console")) >= 3


def test_plain_make_runs_the_features() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    (recipe,) = re.findall(r"^all:.*\n((?:\t.*\n)+)", makefile, re.MULTILINE)
    assert ".DEFAULT_GOAL := all" in makefile
    assert "behave" in recipe


def test_ci_calls_the_test_command_of_the_readme() -> None:
    (block,) = blocks(ROOT / "README.md", "sh")
    second = block.splitlines()[1].partition("#")[0].strip()
    assert second == "make test"
    assert second in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", [ROOT / "README.md", *(one for one in PROSE if one.stem == "python")])
def test_the_python_example_prints_what_is_shown(page: Path) -> None:
    (code,), (shown,) = blocks(page, "python"), blocks(page, "text")
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (ran.stdout, ran.stderr) == (shown, "")


def test_the_picture_is_up_to_date() -> None:
    script = ROOT / "docs" / "assets" / "make_picture.py"
    made = subprocess.run([sys.executable, script, "--check"], capture_output=True, text=True, check=False)
    assert (made.returncode, made.stdout, made.stderr) == (0, "", "")


def test_the_picture_loads_nothing_from_elsewhere() -> None:
    text = (ROOT / "docs" / "assets" / "dod-check.svg").read_text(encoding="utf-8")
    assert re.findall(r"https?://[^\"\s]+", text) == ["http://www.w3.org/2000/svg"]
    assert "url(" not in text
    assert "@import" not in text
