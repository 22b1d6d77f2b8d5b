"""The command ``dod``."""

from dod_model.cli.main import main

__all__ = ["main"]
