"""The steps that a run goes through, unrolled without a look at how the engine does it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import MISSING

from dod_model.site import Site, Step, StepKind


@dataclass(frozen=True)
class Leaf:
    """A step that is neither group nor child: its number in the run, its packages, and the numbers of what holds it."""

    number: int
    packages: tuple[str, ...]
    within: tuple[int, ...]


def unrolled(site: Site, sequence: str) -> tuple[list[Leaf], int]:
    """The steps of a task sequence, groups and children unrolled; and how many they are with those."""
    known = {one.name: one for one in given(site.task_sequences, ())}
    leaves: list[Leaf] = []
    number = 0

    def walk(steps: Any, within: tuple[int, ...]) -> None:
        nonlocal number
        for step in given(steps, ()):
            number += 1
            if is_leaf(step):
                leaves.append(Leaf(number, given(step.packages, ()), within))
            elif step.kind is StepKind.GROUP:
                walk(step.steps, (*within, number))
            else:
                child = known.get(given(step.task_sequence, ""))
                walk(() if child is None else child.steps, (*within, number))

    walk(known[sequence].steps if sequence in known else (), ())
    return leaves, number


def is_leaf(step: Step) -> bool:
    return step.kind not in {StepKind.GROUP, StepKind.RUN_TASK_SEQUENCE}


def given(value: Any, otherwise: Any) -> Any:
    return otherwise if value is MISSING else value
