import os
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "docs" / "examples").rglob("*.yaml"))
SEEDS = ("0", "1", "42")
# One process for all files: starting one costs more than reading a file.
CHECK_ALL = """
import sys
from dod_model.cli import main

for form in ("json", "text"):
    for name in sys.argv[1:]:
        try:
            main(["check", name, "-o", form])
        except SystemExit as end:
            print(end.code, flush=True)
"""


def output(seed: str) -> bytes:
    names = [str(path) for path in EXAMPLES]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "NO_COLOR": "1"}
    run = subprocess.run(  # the interpreter that runs the tests, on files of this project
        [sys.executable, "-c", CHECK_ALL, *names], env=environment, capture_output=True, check=False, timeout=120
    )
    assert run.returncode == 0, run.stderr.decode()
    return run.stdout


@pytest.mark.slow
class TestSameBytes:
    """The same input gives the same bytes, whatever the seed of Python's hashes."""

    def test_reports_on_every_example(self) -> None:
        first, *others = [output(seed) for seed in SEEDS]
        assert first.count(b"dod-report") >= len(EXAMPLES) > 0
        assert others == [first] * len(others)
