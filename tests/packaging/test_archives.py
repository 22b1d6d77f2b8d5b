"""The wheel and the source archive: they hold the model, its data and the spec, and the spec runs from them."""

import os
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from dod_model.bdd.running import record
from dod_model.kit.shipped import KINDS, vector_text
from tests.packaging.checkout import ROOT, files_below
from tests.packaging.conftest import build

pytestmark = pytest.mark.slow

SPEC = Path("dod_model/_spec")
DATA = "dod_model/kit/data"


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what an installer would put into site-packages."""
    target = tmp_path_factory.mktemp("site-packages")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target)
    return target


def names(wheel: Path) -> set[str]:
    """The files of a wheel, without those that describe the wheel itself."""
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name}


def posix(paths: Iterable[Path]) -> set[str]:
    return {path.as_posix() for path in paths}


def test_the_wheel_holds_the_package_the_spec_and_nothing_else(wheel: Path) -> None:
    found = (path.relative_to(ROOT / "src") for path in files_below(ROOT / "src" / "dod_model"))
    package = posix(path for path in found if not path.is_relative_to(DATA))
    authored = [ROOT / "environment.py", *files_below(ROOT / "features"), *files_below(ROOT / "steps")]
    spec = posix(SPEC / path.relative_to(ROOT) for path in authored)
    vectors = {f"{DATA}/{kind}.json" for kind in KINDS}
    assert names(wheel) == package | spec | vectors


def test_the_vectors_in_the_wheel_are_what_the_features_give(unpacked: Path, tmp_path: Path) -> None:
    record(tmp_path)
    for kind in KINDS:
        assert (unpacked / DATA / f"{kind}.json").read_bytes() == (tmp_path / f"{kind}.json").read_bytes(), kind


def test_the_vectors_of_the_checkout_are_what_the_features_give(tmp_path: Path) -> None:
    """`make` records them, and `make kit` anew after a change."""
    record(tmp_path)
    for kind in KINDS:
        assert vector_text(kind) == (tmp_path / f"{kind}.json").read_text(encoding="utf-8"), f"{kind}: run `make kit`"


def test_the_wheel_is_typed_and_has_its_data(wheel: Path) -> None:
    held = names(wheel)
    assert "dod_model/py.typed" in held
    assert any(name.startswith("dod_model/documents/data/") and name.endswith(".toml") for name in held)
    assert any(name.startswith(f"{SPEC.as_posix()}/features/") and name.endswith(".feature") for name in held)


def test_the_spec_runs_from_the_wheel(unpacked: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(unpacked), "NO_COLOR": "1"}
    script = "import dod_model; print(dod_model.__file__)"
    where = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True)
    assert Path(where.stdout.strip()).is_relative_to(unpacked)

    behave = [sys.executable, "-m", "behave", "--format", "progress", "features"]
    run = subprocess.run(behave, cwd=unpacked / SPEC, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    assert " 0 failed" in run.stdout


def test_the_source_archive_builds_the_same_wheel(archives: Path, wheel: Path, tmp_path: Path) -> None:
    (path,) = archives.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        # Python 3.11.2 has no `filter`; the archive was built just now.
        archive.extractall(tmp_path)
    (source,) = tmp_path.iterdir()
    build(source, tmp_path / "dist", "--target", "wheel")
    (rebuilt,) = (tmp_path / "dist").glob("*.whl")
    assert names(rebuilt) == names(wheel)


def test_the_source_archive_holds_what_a_developer_needs(archives: Path) -> None:
    (path,) = archives.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        held = {name.partition("/")[2].partition("/")[0] for name in archive.getnames()}
    files = {"Makefile", "README.md", "LICENSE", "mkdocs.yml", "requirements-dev.txt", "hatch_build.py"}
    assert files | {"docs", "features", "src", "steps", "tests"} <= held
