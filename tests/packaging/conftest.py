"""The archives of this checkout, built once for all tests of them that run in one process."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.packaging.checkout import ROOT


def build(source: Path, target: Path, *formats: str) -> None:
    """Build archives of the project in `source` into `target`."""
    command = [sys.executable, "-m", "hatchling", "build", "--directory", str(target), *formats]
    subprocess.run(command, cwd=source, check=True, capture_output=True)


@pytest.fixture(scope="session")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one wheel and one source archive of this checkout."""
    target = tmp_path_factory.mktemp("archives")
    build(ROOT, target)
    return target


@pytest.fixture(scope="session")
def wheel(archives: Path) -> Path:
    (path,) = archives.glob("*.whl")
    return path
