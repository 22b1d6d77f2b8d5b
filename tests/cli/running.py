"""Run the command in this process, as a shell would."""

from __future__ import annotations

import io
import json
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from dod_model.cli import main

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "docs" / "examples"
HEALTHY = EXAMPLES / "healthy.yaml"
PARTIAL = EXAMPLES / "partial.yaml"


class Answer(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str


def dod(*words: str | Path, stdin: str = "") -> Answer:
    """Run ``dod`` with these words."""
    out, err = io.StringIO(), io.StringIO()
    typed = io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8")
    with patch.object(sys, "stdin", typed), redirect_stdout(out), redirect_stderr(err):
        code = main([str(word) for word in words])
    return Answer(code, out.getvalue(), err.getvalue())


def report(*words: str | Path) -> dict[str, Any]:
    """The JSON report of ``dod check`` with these words."""
    found: dict[str, Any] = json.loads(dod("check", *words, "-o", "json").out)
    return found


def fault(requirement: str) -> Path:
    """The example in which this requirement is violated."""
    return EXAMPLES / "faults" / f"{requirement}.yaml"
