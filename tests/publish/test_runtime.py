"""The runtime of the pages has all that they import, and nothing that they do not."""

from __future__ import annotations

import gzip
import json
from importlib.metadata import version
from pathlib import Path
from zipfile import ZipFile

import pytest

from dod_model.publish.__main__ import main
from tests.browser.missing import missing
from tests.cli.running import ROOT

MOST = 10_000_000
"""So many bytes all of it has at most, compressed as hosts send it."""


@pytest.fixture
def interpreter(tmp_path: Path) -> Path:
    """What the npm package has, in small."""
    folder = tmp_path / "interpreter"
    folder.mkdir()
    for name in ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm"):
        (folder / name).write_text(name, encoding="utf-8")
    (folder / "pyodide-lock.json").write_text('{"info": {"version": "1"}, "packages": {"x": 1}}', encoding="utf-8")
    with ZipFile(folder / "python_stdlib.zip", "w") as archive:
        for name in ("json/__init__.py", "pdb.py", "unittest/case.py", "typing.py"):
            archive.writestr(name, "")
    return folder


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    path = tmp_path / "pydantic_core.whl"
    with ZipFile(path, "w") as archive:
        for name in ("pydantic_core/__init__.py", "pydantic_core/x.so", "pydantic_core/x.pyi", "p.dist-info/RECORD"):
            archive.writestr(name, "")
    return path


def names(path: Path) -> list[str]:
    with ZipFile(path) as archive:
        return archive.namelist()


def test_it_is_made_of_what_is_installed(tmp_path: Path, interpreter: Path, wheel: Path) -> None:
    folder = tmp_path / "runtime"
    command = ["runtime", str(folder), "--interpreter", str(interpreter), "--wheel", str(wheel)]
    assert main(command) == 0
    first = (folder / "python.zip").read_bytes()
    inside = names(folder / "python.zip")
    assert inside == sorted(set(inside))
    for name in (
        "behave/__init__.py",
        "dod_model/_spec/environment.py",
        "dod_model/_spec/features/gateway/gateway.feature",
        "dod_model/browser/door.py",
        "dod_model/documents/data/documents.toml",
        "pydantic/__init__.py",
        "pydantic_core/x.so",
        "yaml/__init__.py",
        f"dod_model-{version('dod-model')}.dist-info/METADATA",
    ):
        assert name in inside
    left_out = ("dod_model/cli/", "dod_model/publish/", "dod_model/kit/data/", "pydantic/v1/", "_yaml")
    wrong = [one for one in inside if one.startswith(left_out) and one != "_yaml/__init__.py"]
    assert wrong == []
    assert [one for one in inside if one.endswith((".pyc", ".pyi", "RECORD", "py.typed"))] == []
    assert names(folder / "python_stdlib.zip") == ["json/__init__.py", "typing.py"]
    assert json.loads((folder / "pyodide-lock.json").read_text(encoding="utf-8"))["packages"] == {}
    assert main(command) == 0
    assert (folder / "python.zip").read_bytes() == first


def test_what_is_not_there_is_told(tmp_path: Path, interpreter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["runtime", str(tmp_path / "r"), "--interpreter", str(interpreter), "--wheel", str(tmp_path / "no.whl")]
    assert main(command) == 2
    assert "no.whl" in capsys.readouterr().err


@pytest.mark.slow
def test_the_built_one_is_small() -> None:
    folder = ROOT / "build" / "site" / "assets" / "runtime"
    if not folder.is_dir():
        missing("the docs are not built: make docs")
    sizes = {path.name: len(gzip.compress(path.read_bytes(), 6)) for path in folder.iterdir() if path.name != ".done"}
    assert sum(sizes.values()) < MOST, sizes
    with ZipFile(folder / "python.zip") as archive:
        modules = [name for name in archive.namelist() if name.startswith("dod_model/") and "/_spec/" not in name]
    assert not [name for name in modules if name.endswith(".py")]
