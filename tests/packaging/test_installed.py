"""The wheel, installed: the test-kit works without a checkout.

The packages that it needs are those of this environment, so that nothing is fetched; the project itself is the wheel.
"""

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from tests.packaging.checkout import ROOT

pytestmark = pytest.mark.slow

EXAMPLES = ROOT / "docs" / "examples"
ADAPTER = EXAMPLES / "adapters" / "minimal" / "adapter.py"


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the programs of an environment are that has the wheel and not this checkout."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    site = Path(sysconfig.get_path("purelib", vars={"base": str(folder)}))
    words = ["install", "--no-index", "--no-deps", "--quiet", str(wheel)]
    into = ["--python", str(programs / "python")]
    subprocess.run([sys.executable, "-m", "pip", *into, *words], check=True, capture_output=True)
    for path in Path(sysconfig.get_path("purelib")).iterdir():
        if not _is_ours(path) and not (site / path.name).exists():
            (site / path.name).symlink_to(path)
    return programs


def _is_ours(path: Path) -> bool:
    """Whether it belongs to the project, or puts this checkout on the path."""
    return path.name.lower().startswith(
        ("dod_model", "_dod_model", "_editable_impl_dod", "__editable__", "__pycache__")
    )


def run(program: Path, *words: object, where: Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    command = [str(program), *map(str, words)]
    return subprocess.run(command, cwd=where, env=environment, capture_output=True, text=True, check=False, timeout=300)


def test_the_checkout_is_not_there(programs: Path, tmp_path: Path) -> None:
    told = run(programs / "python", "-c", "import dod_model; print(dod_model.__file__)", where=tmp_path)
    assert not Path(told.stdout.strip()).is_relative_to(ROOT), told.stdout + told.stderr


def test_an_adapter_is_tried(programs: Path, tmp_path: Path) -> None:
    told = run(programs / "dod", "kit", "smoke", "--", programs / "python", ADAPTER, where=tmp_path)
    assert told.returncode == 0, told.stdout + told.stderr


def test_the_model_is_asked_everything(programs: Path, tmp_path: Path) -> None:
    told = run(programs / "dod", "kit", "run", "--", programs / "dod", "kit", "serve", where=tmp_path)
    assert told.returncode == 0, told.stdout + told.stderr
    assert told.stdout.splitlines()[-1].startswith("No answer differs from the documents.")


def test_the_features_run_against_an_adapter(programs: Path, tmp_path: Path) -> None:
    told = run(programs / "dod", "kit", "features", "--", programs / "dod", "kit", "serve", where=tmp_path)
    assert told.returncode == 0, told.stdout + told.stderr
    assert " 0 failed" in told.stdout.splitlines()[-1]


def test_a_file_of_tests_uses_fixtures_strategies_and_the_plugin(programs: Path, tmp_path: Path) -> None:
    for file in (EXAMPLES / "testing").glob("test_*.py"):
        (tmp_path / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    adapter = f"{programs / 'dod'} kit serve"
    words = ("-m", "pytest", "-q", "--dod-adapter", adapter, "--dod-kinds", "boundaries")
    told = run(programs / "python", *words, where=tmp_path)
    assert told.returncode == 0, told.stdout + told.stderr
    assert "failed" not in told.stdout
