"""The Node that the adapter in JavaScript runs on: that of the machine, or the one from the package registry."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

_OURS = Path(sys.executable).with_name("node")


def _runs(program: str | None) -> bool:
    """Whether it is there and runs; a name on PATH may belong to a Node that does not."""
    if program is None:
        return False
    ran = subprocess.run([program, "--version"], capture_output=True, check=False, timeout=60)
    return ran.returncode == 0


NODE = next((one for one in (shutil.which("node"), shutil.which(_OURS)) if one and _runs(one)), "node")
"""The program; where there is none, a name that does not start, so that tests fail and do not pass by."""
