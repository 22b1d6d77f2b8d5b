"""What the page on runs says can be done."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from dod_model.run.event_words import placed
from tests.cli.running import EXAMPLES, HEALTHY, ROOT, dod
from tests.docs.test_readme import blocks

PAGE = ROOT / "docs" / "how-to" / "play-a-run.md"
OFFICE = EXAMPLES / "branch-office.yaml"
GB = 2**30


@pytest.mark.parametrize(
    ("words", "pulled"),
    [([HEALTHY], 5_565_841_408), ([OFFICE], 19 * GB), ([OFFICE, "--client", "LT-103"], 7 * GB)],
    ids=["one client", "several", "one of several"],
)
def test_the_line_for_ci_adds_up_what_is_pulled(tmp_path: Path, words: list[str | Path], pulled: int) -> None:
    (block,) = [text for text in blocks(PAGE, "sh") if "python -c" in text]
    _, line = block.splitlines()
    code = line.removeprefix('python -c "').removesuffix('"')
    (tmp_path / "run.json").write_text(
        dod("run", *words, "--option", "as-deployed", "-o", "json").out, encoding="utf-8"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert ran.stdout == f"{pulled}\n"


def test_commands_are_quoted_as_every_shell_takes_them() -> None:
    """Neither the shell of Windows nor PowerShell takes double quotes inside single ones."""
    for page in (ROOT / "README.md", PAGE):
        lines = page.read_text(encoding="utf-8").splitlines()
        assert [line for line in lines if line.startswith(("$ ", "dod ", "python ")) and line.endswith("'")] == []
    assert "--event \"'" in PAGE.read_text(encoding="utf-8")


def test_half_of_a_download_is_meant_by_while() -> None:
    assert placed("the token ends while 'X' downloads") == placed("the token ends when 50 % of 'X' has come")
