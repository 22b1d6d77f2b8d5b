"""Where are the registers kept? As TOML files beside this module, read once, on first use."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["records"]


@cache
def records(*names: str) -> tuple[dict[str, Any], ...]:
    """Return the ``record`` tables of the named registers, in the order of the files.

    Args:
        names: file names in the folder ``data``, without ``.toml``.

    Raises:
        FileNotFoundError: there is no such register.
        tomllib.TOMLDecodeError: the file is not TOML.
    """
    folder = files(__package__) / "data"
    tables = (tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8")) for name in names)
    return tuple(record for table in tables for record in table["record"])
