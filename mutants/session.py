"""What became of each mutant, kept on disk, so that a run that was stopped goes on where it was."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from threading import Lock

from mutants.mutant import Mutant
from mutants.workshop import COPIED, Outcome


def fingerprint(names: Iterable[str] = COPIED) -> str:
    """A text that changes when anything changes that is copied into a workshop."""
    digest = hashlib.sha256()
    for name in names:
        root = Path(name)
        files = sorted(path for path in root.rglob("*") if path.is_file()) if root.is_dir() else [root]
        for path in files:
            if path.suffix != ".pyc" and path.exists():
                digest.update(str(path).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


class Session:
    """The outcomes so far, one line of JSON each."""

    def __init__(self, path: Path, state: str, *, trust_killed: bool = False) -> None:
        """Go on with a session.

        Args:
            path: where it is kept.
            state: the fingerprint of the project; outcomes of another state do not count.
            trust_killed: whether a mutant that was killed in another state counts as killed all the same.
        """
        self._path = path
        self._state = state
        self._lock = Lock()
        self._outcomes: dict[str, Outcome] = {}
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        for line in lines:
            kept = json.loads(line)
            outcome = Outcome(kept["outcome"])
            if kept["state"] == state or (trust_killed and outcome is not Outcome.SURVIVED):
                self._outcomes[kept["key"]] = outcome
            elif trust_killed:
                self._outcomes.pop(kept["key"], None)

    def outcome(self, mutant: Mutant) -> Outcome | None:
        """What became of a mutant; None if it was not tried."""
        return self._outcomes.get(_digest(mutant))

    def note(self, mutant: Mutant, outcome: Outcome) -> None:
        """Keep what became of a mutant."""
        key = _digest(mutant)
        with self._lock, self._path.open("a", encoding="utf-8") as file:
            self._outcomes[key] = outcome
            file.write(json.dumps({"key": key, "outcome": outcome.value, "state": self._state}) + "\n")


def _digest(mutant: Mutant) -> str:
    return hashlib.sha256(f"{mutant.key}\n{mutant.by_features}".encode()).hexdigest()[:24]
