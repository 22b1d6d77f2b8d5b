"""Whatever the input, there is an answer within ten seconds and one gigabyte."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.intake.worst import INPUTS

WORST = Path(__file__).with_name("worst.py")
CASES = [("json", name, "") for name in INPUTS["json"]]
CASES += [("yaml", name, "pure") for name in INPUTS["yaml"]]
CASES += [
    ("yaml", name, "") for name in ("opened lists", "lines of words", "indented", "names", "bomb", "bare deployments")
]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="needs limits of the operating system")
@pytest.mark.parametrize(("form", "name", "part"), CASES)
def test_the_worst_inputs_are_refused_in_time(form: str, name: str, part: str) -> None:
    command = [sys.executable, str(WORST), form, name, *([part] if part else [])]
    done = subprocess.run(command, capture_output=True, text=True, timeout=100, check=False)
    assert done.stdout.startswith("refused: "), done.stderr
    _, _, problems, seconds = done.stdout.split()
    assert int(problems) <= 101
    assert float(seconds) < 10
