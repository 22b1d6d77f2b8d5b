"""The file of known disagreements."""

from __future__ import annotations

from pathlib import Path

from dod_model.kit.known import read_known
from tests.kit.reports.scored import agreed, everything


def test_it_is_read_back_as_what_counts_against_the_tool(tmp_path: Path) -> None:
    file = tmp_path / "known.txt"
    file.write_text(everything().told("known"), encoding="utf-8")
    assert {(one.vector, one.subject) for one in read_known(str(file)).lines} == {
        ("features/wrong", "outcome"),
        ("features/wrong", "gateway-serves-content"),
        ("features/known", "outcome"),
        ("relations/broken", "names-do-not-matter"),
        ("boundaries/dont-know", ""),
        ("boundaries/skipped", ""),
    }


def test_what_the_head_says_is_no_reason(tmp_path: Path) -> None:
    file = tmp_path / "known.txt"
    file.write_text(everything().told("known"), encoding="utf-8")
    assert {one.why for one in read_known(str(file)).lines} == {""}


def test_where_all_agree_it_holds_no_line(tmp_path: Path) -> None:
    file = tmp_path / "known.txt"
    file.write_text(agreed().told("known"), encoding="utf-8")
    assert read_known(str(file)).lines == ()
