"""What the project says of itself to an installer."""

import subprocess
import sys
from importlib.metadata import distribution, entry_points

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.version import Version

from tests.packaging.checkout import ROOT, pyproject

OPTIONAL = ("behave", "click", "hypothesis", "rich", "yaml")


def requirements() -> list[Requirement]:
    return [Requirement(line) for line in distribution("dod-model").requires or []]


def test_installed_metadata_is_that_of_pyproject() -> None:
    project, installed = pyproject()["project"], distribution("dod-model")
    assert installed.metadata["Name"] == project["name"] == "dod-model"
    assert installed.version == project["version"] == str(Version(project["version"]))
    assert installed.metadata["Requires-Python"] == project["requires-python"]
    assert installed.metadata["License-Expression"] == "MIT"
    assert "Typing :: Typed" in installed.metadata.get_all("Classifier", [])


def test_license_file_is_the_license_that_is_named() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert text.startswith("MIT License\n\nCopyright (c) 2026 The dod_model developers\n")


def test_the_core_needs_pydantic_only() -> None:
    assert [needed.name for needed in requirements() if needed.marker is None] == ["pydantic"]


def test_the_extra_all_is_all_the_extras() -> None:
    extras = pyproject()["project"]["optional-dependencies"]
    (everything,) = (Requirement(line) for line in extras["all"])
    assert everything.extras == extras.keys() - {"all"}


def test_what_extras_offer_is_what_the_tests_use() -> None:
    extras = pyproject()["project"]["optional-dependencies"]
    offered = {line for name, lines in extras.items() if name != "all" for line in lines}
    assert offered <= set(pyproject()["dependency-groups"]["test"])


def test_tools_check_for_the_oldest_python_that_is_allowed() -> None:
    allowed = SpecifierSet(pyproject()["project"]["requires-python"])
    checked = pyproject()["tool"]["mypy"]["python_version"]
    minor = int(checked.split(".")[1])
    assert allowed.contains(checked)
    assert not allowed.contains(f"3.{minor - 1}.99")
    assert f"Programming Language :: Python :: {checked}" in pyproject()["project"]["classifiers"]


def test_the_command_dod_can_be_loaded() -> None:
    (command,) = entry_points(group="console_scripts", name="dod")
    assert callable(command.load())


@pytest.mark.slow
def test_importing_the_model_imports_nothing_optional() -> None:
    code = f"import sys, dod_model; print([name for name in {OPTIONAL!r} if name in sys.modules])"
    # Isolated: no start-up file of the test run may import anything before.
    output = subprocess.run([sys.executable, "-I", "-c", code], check=True, capture_output=True, text=True).stdout
    assert output.strip() == "[]"
