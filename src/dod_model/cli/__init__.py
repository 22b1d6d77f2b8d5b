"""The command ``dod``. What it needs beyond the model comes with the extra ``cli``."""

from __future__ import annotations

import sys

__all__ = ["main"]

try:
    from dod_model.cli.main import main
except ModuleNotFoundError as missing:
    if missing.name not in {"click", "rich", "yaml"}:
        raise
    _MISSING = missing.name

    def main(args: list[str] | None = None) -> int:
        """Say how to install what the command needs."""
        del args
        sys.stderr.write(f"dod: the command needs {_MISSING}: pip install 'dod-model[cli]'\n")
        return 2
