"""What came of asking a file of vectors is told, also where it is none."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from dod_model.browser import call
from dod_model.kit.shipped import KINDS, vector_text
from tests.cli.running import ROOT

PAGE = (ROOT / "docs" / "kit" / "vectors.md").read_text(encoding="utf-8")


def asked(file: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(call("vectors", json.dumps({"file": file})))
    return told


def test_all_agree() -> None:
    assert asked(vector_text("pairs")) == {"problem": "", "asked": 146, "agreed": 146, "otherwise": []}


def test_one_that_does_not_is_named() -> None:
    file = json.loads(vector_text("pairs"))
    first = file["vectors"][0]
    was = first["expect"]["outcome"]
    first["expect"]["outcome"] = "not-covered" if was != "not-covered" else "does-not-run"
    assert asked(json.dumps(file)) == {"problem": "", "asked": 146, "agreed": 145, "otherwise": [first["id"]]}


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"kit": 2}', "\x00"])
def test_what_is_no_file_of_vectors_is_a_problem(text: str) -> None:
    told = asked(text)
    assert told["problem"].startswith("this is no file of vectors")
    assert told["asked"] == 0


def test_the_page_leads_to_every_file_and_its_script_asks_those() -> None:
    files = re.findall(r"\[(\w+)\]\((\S+)\)\{ \.dod-vectors \}", PAGE)
    assert files == [(kind, f"vectors/{kind}.json") for kind in KINDS]
    script = (ROOT / "web" / "src" / "vectors.mjs").read_text(encoding="utf-8")
    assert 'querySelectorAll("a.dod-vectors")' in script


def test_without_javascript_the_page_says_what_is_missing() -> None:
    (said,) = re.findall(r'<div data-dod="vectors"><p>(.+)</p></div>', PAGE)
    assert "With JavaScript" in said
