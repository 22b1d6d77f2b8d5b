"""Puts the spec and the vectors into the wheel, so that both are there without a checkout.

A hook and not `force-include`: that would copy the spec into every editable install too, where the copy goes stale. The
vectors are recorded here, from the features that go into the same wheel, so that the two cannot differ.
"""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SPEC = ("environment.py", "features", "steps")
RECORD = "import sys, pathlib; from dod_model.bdd.running import record; record(pathlib.Path(sys.argv[1]))"
LONGEST = 900
"""So many seconds recording may take; it takes a few."""


class SpecInWheel(BuildHookInterface):  # type: ignore[type-arg]  # its parameter is the builder's configuration
    """Adds the spec below `dod_model/_spec` and the vectors below `dod_model/kit/data` to a wheel, if not editable."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name the files to include; hatchling reads them from `build_data`."""
        if version != "standard":
            return
        build_data["force_include"] |= {name: f"dod_model/_spec/{name}" for name in SPEC}
        self._recorded = TemporaryDirectory()
        self._record(self._recorded.name)
        build_data["force_include"][self._recorded.name] = "dod_model/kit/data"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was recorded; by now it is in the wheel."""
        del build_data, artifact_path
        if version == "standard":
            self._recorded.cleanup()

    def _record(self, folder: str) -> None:
        """Record the vectors with the code that is built, which is not installed yet."""
        path = os.pathsep.join(filter(None, (str(Path(self.root, "src")), os.environ.get("PYTHONPATH", ""))))
        environment = {**os.environ, "PYTHONPATH": path}
        command = [sys.executable, "-c", RECORD, folder]
        subprocess.run(command, cwd=self.root, env=environment, timeout=LONGEST, check=True)  # noqa: S603 - our own code
