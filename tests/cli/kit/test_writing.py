"""Files are written whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import click
import pytest

from dod_model.cli.kit.writing import destinations, write_whole
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


@pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes of this sort")
def test_what_is_no_regular_file_is_written_into_and_stays(tmp_path: Path) -> None:
    pipe, heard = tmp_path / "pipe", list[bytes]()
    os.mkfifo(pipe)
    (tmp_path / "link").symlink_to(pipe)
    for path in (pipe, tmp_path / "link"):
        reader = Thread(target=lambda: heard.append(pipe.read_bytes()))
        reader.start()
        write_whole(path, ["a", "b"])
        reader.join(10)
    assert heard == [b"ab", b"ab"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert (tmp_path / "link").is_symlink()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
@pytest.mark.parametrize("there", [True, False])
def test_a_link_stays_and_what_it_leads_to_is_replaced(tmp_path: Path, there: bool) -> None:
    (tmp_path / "away").mkdir()
    target, link = tmp_path / "away" / "report", tmp_path / "link"
    if there:
        target.write_bytes(b"as it was")
    link.symlink_to(target)
    write_whole(link, b"a")
    assert (link.is_symlink(), target.read_bytes()) == (True, b"a")
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_two_reports_do_not_go_to_one_file_by_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "report")
    with pytest.raises(click.UsageError, match="Two reports would go to"):
        destinations([f"json={tmp_path / 'report'}", f"text={tmp_path / 'link'}"])


def test_a_folder_that_may_not_be_written_to_is_told_beforehand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: (path, mode) != (tmp_path.resolve(), os.W_OK | os.X_OK))
    with pytest.raises(click.UsageError, match=r"report' lies in a folder that may not be written to\."):
        destinations([f"json={tmp_path / 'report'}"])


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_into_a_folder_that_there_is_not_is_told_beforehand(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "away" / "report")
    with pytest.raises(click.UsageError, match=r"link' lies in a folder that there is not\."):
        destinations([f"json={tmp_path / 'link'}"])
