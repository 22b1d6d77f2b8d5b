"""Files are written whole or not at all."""

from __future__ import annotations

import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dod_model.cli.kit.writing import write_whole
from dod_model.errors import DodError


def test_a_file_is_replaced_when_all_is_written(tmp_path: Path) -> None:
    path = tmp_path / "report"
    path.write_text("as it was", encoding="utf-8")

    def pieces() -> Iterator[str]:
        assert path.read_text(encoding="utf-8") == "as it was"
        yield from ("a\n", "\ud800ü")

    write_whole(path, pieces())
    assert path.read_bytes() == b"a\n\\ud800\xc3\xbc"
    assert list(tmp_path.iterdir()) == [path]


def test_what_goes_wrong_on_the_way_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "report"
    path.write_text("as it was", encoding="utf-8")

    def pieces() -> Iterator[str]:
        yield "a"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_whole(path, pieces())
    assert path.read_text(encoding="utf-8") == "as it was"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "report").mkdir()
    with pytest.raises(DodError, match=r"report' cannot be written"):
        write_whole(tmp_path / "report", b"a")
    assert list(tmp_path.iterdir()) == [tmp_path / "report"]


@pytest.mark.skipif(sys.platform == "win32", reason="files have no such permissions there")
def test_others_may_read_it_as_any_file(tmp_path: Path) -> None:
    (tmp_path / "like").touch()
    write_whole(tmp_path / "report", b"a")
    assert stat.S_IMODE((tmp_path / "report").stat().st_mode) == stat.S_IMODE((tmp_path / "like").stat().st_mode)
