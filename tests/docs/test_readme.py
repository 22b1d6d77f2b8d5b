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

from tests.cli.running import ROOT, dod

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
WRITTEN = [path for path in PAGES if "generated" not in path.parts]
each_page = pytest.mark.parametrize("page", WRITTEN, ids=lambda path: str(path.relative_to(ROOT)))


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


@each_page
def test_links_lead_somewhere(page: Path) -> None:
    targets = LINK.findall(page.read_text(encoding="utf-8"))
    inside = [one for one in targets if "://" not in one and "generated/" not in one]
    assert [one for one in inside if not (page.parent / one).exists()] == []


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


def test_the_python_example_prints_what_is_shown() -> None:
    (code,), (shown,) = blocks(ROOT / "README.md", "python"), blocks(ROOT / "README.md", "text")
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
