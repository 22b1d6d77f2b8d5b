"""The adapters of the examples, and what the manual of the test-kit says of them and of the tests."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from dod_model.kit.impostors import IMPOSTORS
from tests.cli.running import ROOT, dod
from tests.docs.test_readme import blocks
from tests.node import NODE

ADAPTERS = ROOT / "docs" / "examples" / "adapters"
TESTING = ROOT / "docs" / "examples" / "testing"
MANUAL = ROOT / "docs" / "kit" / "index.md"
JAVASCRIPT = (NODE, ADAPTERS / "javascript" / "adapter.mjs")
MINIMAL = {
    "Python": (sys.executable, ADAPTERS / "minimal" / "adapter.py"),
    "JavaScript": (NODE, ADAPTERS / "minimal" / "adapter.mjs"),
}


@pytest.mark.slow
def test_the_adapter_in_javascript_agrees_in_every_vector() -> None:
    answer = dod("kit", "run", "-o", "json", "--", *JAVASCRIPT)
    told = json.loads(answer.out)
    assert (answer.code, told["disagreements"]) == (0, [])
    compared = {name: number for name, number in told["results"].items() if number and name != "not_asked"}
    assert compared.keys() == {"agreed"}
    assert compared["agreed"] > 2_500


@pytest.mark.slow
@pytest.mark.parametrize("name", IMPOSTORS)
def test_an_impostor_does_not_get_through(name: str) -> None:
    answer = dod("kit", "run", "--kind", "features", "-o", "json", "--impostor", name)
    told = json.loads(answer.out)["disagreements"]
    assert told
    documented = any(one["basis"] == "documented" for vector in told for one in vector["differences"])
    assert answer.code == (1 if documented else 0)


@pytest.mark.parametrize("language", MINIMAL)
def test_thirty_lines_are_wired_right(language: str) -> None:
    answer = dod("kit", "smoke", "--", *MINIMAL[language])
    assert answer.code == 0, answer.out
    _, path = MINIMAL[language]
    assert len(Path(path).read_text(encoding="utf-8").splitlines()) <= 30


def test_the_adapter_in_powershell_is_as_long() -> None:
    assert len((ADAPTERS / "minimal" / "adapter.ps1").read_text(encoding="utf-8").splitlines()) <= 30


def test_every_guarantee_names_a_test_that_is_there() -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", MANUAL.read_text(encoding="utf-8"))
    assert len(named) >= 12
    for path, test in named:
        assert re.search(
            rf"(?:def|class) {test}\b" if test else "def test_", (ROOT / path).read_text(encoding="utf-8")
        ), f"{path}::{test}"


@pytest.mark.parametrize("name", sorted(one.name for one in TESTING.glob("test_*.py")))
def test_the_tests_of_a_tool_in_python_pass(name: str) -> None:
    """In a process of its own, as a user runs them: what is configured for this project does not count."""
    words = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", "/dev/null", "--rootdir", "."]
    ran = subprocess.run(
        [*words, name],
        cwd=TESTING,
        capture_output=True,
        text=True,
        check=False,
    )
    assert re.search(r"^\d+ passed", ran.stdout.splitlines()[-1]), ran.stdout + ran.stderr


def test_requests_and_answers_in_the_manual_are_json() -> None:
    for block in blocks(ROOT / "docs" / "kit" / "protocol.md", "json"):
        for line in block.splitlines():
            json.loads(line)
