"""Where the features use which step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from behave.parser import parse_feature

from dod_model.bdd.catalogue import KnownStep, step_for
from dod_model.bdd.reporter import scenarios


@dataclass(frozen=True, slots=True)
class Use:
    """A step in a scenario, or in a row of an outline.

    Attributes:
        file: the feature, from the folder of the spec.
        line: where the step is written.
        text: what it says, with the values of its row.
    """

    file: str
    line: int
    text: str


@cache
def step_uses(spec: Path) -> Mapping[KnownStep, tuple[Use, ...]]:
    """Every use of every step that the features use, in the order of the features.

    Args:
        spec: the folder with `features/` and `steps/`.
    """
    found: dict[KnownStep, list[Use]] = {}
    known: dict[tuple[str, str], KnownStep | None] = {}
    for kind, use in _written(spec):
        key = kind, use.text
        if key not in known:
            known[key] = step_for(spec, kind, use.text)
        step = known[key]
        if step is not None:
            found.setdefault(step, []).append(use)
    return MappingProxyType({step: tuple(uses) for step, uses in found.items()})


def _written(spec: Path) -> Iterator[tuple[str, Use]]:
    for path in sorted((spec / "features").rglob("*.feature")):
        file = path.relative_to(spec).as_posix()
        for scenario in scenarios(parse_feature(path.read_text(encoding="utf-8"), filename=file)):
            for step in scenario.all_steps:
                yield step.step_type, Use(file, step.line, step.name)
