"""The mutants that are known to change nothing that anyone can see, each with the reason."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from mutants.mutant import Mutant

LIST = Path("mutants/equivalent.toml")


@dataclass(frozen=True, slots=True)
class Equivalent:
    """An entry of the list.

    Attributes:
        path: the module.
        line: the lines that differ as they are, without indentation.
        becomes: the same as the mutant has them; empty for every mutant of the line.
        reason: why nobody can tell.
        within: the name that the module binds there, where the line stands in it more than once.
    """

    path: str
    line: str
    becomes: str
    reason: str
    within: str = ""

    def is_about(self, mutant: Mutant) -> bool:
        """Whether a mutant is the one that is meant."""
        same = mutant.path == self.path and mutant.removed == self.line
        return same and self.becomes in ("", mutant.added) and self.within in ("", mutant.within)


def equivalents(path: Path = LIST) -> list[Equivalent]:
    """Every entry of the list.

    Raises:
        TypeError: an entry lacks something, or has something else.
    """
    entries = tomllib.loads(path.read_text(encoding="utf-8")).get("equivalent", [])
    return [Equivalent(**{"becomes": "", **entry}) for entry in entries]
