"""The command without its extra: it says what to install."""

import subprocess
import sys

import pytest

WITHOUT = """
import sys
sys.modules[{name!r}] = None
from dod_model.cli import main
sys.exit(main(["--version"]))
"""


@pytest.mark.parametrize("name", ["click"])
def test_it_says_how_to_install_what_is_missing(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT.format(name=name)], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 2
    assert done.stderr == f"dod: the command needs {name}: pip install 'dod-model[cli]'\n"
    assert done.stdout == ""
