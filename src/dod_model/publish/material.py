"""What a writer of pages gets, beside the model itself, and what it gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dod_model.bdd.results import Results

Pages = Mapping[str, str]
"""The text of files by name, from the root of the docs."""


@dataclass(frozen=True, slots=True)
class Material:
    """What pages are made of.

    Attributes:
        spec: the folder with `features/` and `steps/`.
        results: what came of the last run of the features; empty if there was none.
    """

    spec: Path
    results: Results
