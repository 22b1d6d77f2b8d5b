"""Where the spec is found."""

from pathlib import Path

import pytest

from dod_model.bdd import spec
from dod_model.bdd.spec import spec_folder
from dod_model.errors import InputError

ROOT = Path(__file__).resolve().parents[2]


def with_spec(folder: Path) -> Path:
    for name in ("features", "steps"):
        (folder / name).mkdir(parents=True)
    (folder / "environment.py").write_text("", encoding="utf-8")
    return folder


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package somewhere else."""
    folder = tmp_path / "src" / "dod_model"
    folder.mkdir(parents=True)
    monkeypatch.setattr(spec, "_PACKAGE", folder)
    return folder


def test_in_this_checkout_it_is_at_the_root() -> None:
    assert spec_folder() == ROOT


def test_in_a_checkout_it_is_beside_the_sources(package: Path, tmp_path: Path) -> None:
    assert with_spec(tmp_path) == tmp_path
    assert package.parent.parent == spec_folder()


def test_in_an_installed_package_it_is_inside(package: Path, tmp_path: Path) -> None:
    with_spec(tmp_path)
    assert with_spec(package / "_spec") == spec_folder()


def test_where_it_did_not_come_along_it_is_told_what_helps(package: Path) -> None:
    (package.parent.parent / "features").mkdir()
    with pytest.raises(InputError) as error:
        spec_folder()
    assert [problem.code for problem in error.value.problems] == ["no-spec"]
    assert "wheel" in str(error.value)
