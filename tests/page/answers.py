"""What a page hears of a text, for tests."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from dod_model.browser.checking import check
from tests.cli.running import EXAMPLES, HEALTHY, PARTIAL

FLAGS = {"--want": "wish", "--start": "start", "--from": "place", "--user": "user"}
OFFICE = EXAMPLES / "branch-office.yaml"
EVERY = [HEALTHY, PARTIAL, OFFICE, *sorted((EXAMPLES / "faults").iterdir())]
GATEWAY = EXAMPLES / "faults" / "gateway-serves-content.yaml"


def asked(path: Path) -> tuple[list[str], dict[str, str]]:
    """The options that an example names, as words of the command and as arguments of the question."""
    first = path.read_text(encoding="utf-8").splitlines()[0]
    words = first.split()[4:] if first.startswith("# dod check ") else []
    pairs = zip(words[::2], words[1::2], strict=True)
    return words, {FLAGS[flag]: value for flag, value in pairs}


def answered(text: str, **options: str | None) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(check(text, **options))  # type: ignore[arg-type]
    return found


def of(path: Path) -> dict[str, Any]:
    return answered(path.read_text(encoding="utf-8"), **asked(path)[1])


def verdicts(assessment: dict[str, Any]) -> dict[str, str]:
    return {one["requirement"]: one["verdict"] for one in assessment["findings"]}


def said(line: dict[str, Any]) -> str:
    return "".join(piece["text"] for piece in line["pieces"])


def lines_of(sections: list[dict[str, Any]]) -> list[str]:
    return [text for one in sections for text in (one["title"], *map(said, one["lines"])) if text]


def place_of(found: dict[str, Any], name: str) -> set[int]:
    """The lines to which a name leads, wherever it is told."""
    lines = [line for group in found["groups"] for one in group["sections"] for line in one["lines"]]
    return {piece["line"] for line in lines for piece in line["pieces"] if piece["text"] == f"'{name}'"}


def line_of(text: str, words: str) -> int:
    (number,) = [number for number, line in enumerate(text.splitlines(), start=1) if words in line]
    return number
