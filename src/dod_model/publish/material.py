"""What the made pages tell of, beside the model itself: the features, and what came of their last run."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dod_model.bdd.results import Results


@dataclass(frozen=True, slots=True)
class Material:
    """What pages are made of.

    Attributes:
        spec: the folder with `features/` and `steps/`.
        results: what came of the last run of the features; empty if there was none.
    """

    spec: Path
    results: Results
