import builtins
import io
import os
import sys
import threading
from pathlib import Path
from typing import NoReturn

import pytest

from dod_model.errors import InputError, Problem
from dod_model.intake.files import read_bytes


def problem(path: object) -> Problem:
    with pytest.raises(InputError) as caught:
        read_bytes(str(path), 10)
    (found,) = caught.value.problems
    return found


def test_no_more_is_read_than_one_byte_over_the_bound(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"x" * 50)
    assert read_bytes(str(path), 10) == b"x" * 11
    assert read_bytes(str(path), 50) == b"x" * 50


def test_a_missing_file_names_its_neighbour(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("{}")
    found = problem(tmp_path / "sit.yaml")
    assert (found.code, found.hint) == ("no-such-file", f"Did you mean '{tmp_path / 'site.yaml'}'?")
    assert problem(tmp_path / "unlike").hint == ""


def test_a_missing_folder_is_said_to_be_missing(tmp_path: Path) -> None:
    found = problem(tmp_path / "nowhere" / "site.yaml")
    assert (found.code, found.hint) == ("no-such-file", f"There is no folder '{tmp_path / 'nowhere'}' either.")


def test_a_folder_names_a_description_in_it(tmp_path: Path) -> None:
    assert (problem(tmp_path).code, problem(tmp_path).hint) == ("directory", "")
    (tmp_path / "notes.txt").touch()
    (tmp_path / "site.json").touch()
    assert problem(tmp_path).hint == f"Did you mean '{tmp_path / 'site.json'}'?"


def test_what_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> NoReturn:
        raise PermissionError

    (tmp_path / "a.yaml").touch()
    monkeypatch.setattr(builtins, "open", refuse)
    assert problem(tmp_path / "a.yaml").code == "no-permission"


@pytest.mark.parametrize("path", ["a\0b", "x" * 5000, "\ud800"])
def test_what_is_no_name_of_a_file(path: str) -> None:
    assert problem(path).code in {"unreadable", "no-such-file"}


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs devices")
def test_a_device_is_refused() -> None:
    assert problem("/dev/zero").code == "device"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_an_endless_pipe_is_read_up_to_the_bound(tmp_path: Path) -> None:
    path = tmp_path / "pipe.yaml"
    os.mkfifo(path)

    def pour() -> None:
        try:
            with path.open("wb", buffering=0) as pipe:
                while True:
                    pipe.write(b"x" * 65536)
        except BrokenPipeError:
            pass

    pouring = threading.Thread(target=pour)
    pouring.start()
    assert len(read_bytes(str(path), 100_000)) == 100_001
    pouring.join(timeout=5)
    assert not pouring.is_alive()


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"release: 1910")))
    assert read_bytes("-", 20) == b"release: 1910"
    monkeypatch.setattr(sys, "stdin", None)
    assert problem("-").code == "unreadable"
    closed = io.TextIOWrapper(io.BytesIO())
    closed.buffer.close()
    monkeypatch.setattr(sys, "stdin", closed)
    assert problem("-").code == "unreadable"
