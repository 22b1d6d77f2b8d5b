"""In which order does a task sequence go through its steps? Groups and children unrolled, without recursion."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from pydantic import MISSING

from dod_model.errors import InputError, Problem
from dod_model.site import Step, StepKind, TaskSequence
from dod_model.situation import Situation
from dod_model.situation.resolving import given

MOST_ACTIONS = 100_000
"""So many steps a run may have, steps of children counted each time that they run."""


class Part(Enum):
    """What is to be done about an action at a place of the program."""

    STEP = "step"
    ENTER = "enter"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class Action:
    """A step at its place in a run.

    Attributes:
        number: its place, from 1; groups and steps that run a child count.
        step: the step.
        sequence: the task sequence in which it stands.
        depth: in how many groups and children it lies.
    """

    number: int
    step: Step
    sequence: str
    depth: int

    @property
    def name(self) -> str:
        """What the step is called."""
        return self.step.name

    @property
    def packages(self) -> tuple[str, ...]:
        """The packages that it refers to, each once; none where that is unknown."""
        return tuple(dict.fromkeys(given(self.step.packages) or ()))


class Place(NamedTuple):
    """One place of the program.

    Attributes:
        part: what is to be done.
        action: the action.
        end: index of the place where what was entered is left; its own for anything else.
    """

    part: Part
    action: Action
    end: int


@dataclass(frozen=True, slots=True)
class Program:
    """All that a run may go through.

    Attributes:
        places: in their order.
        unknown: what the description leaves out of it, a sentence each.
    """

    places: tuple[Place, ...]
    unknown: tuple[str, ...]


class _Frame(NamedTuple):
    """Steps that are under way, and the action that holds them."""

    steps: Iterator[Step]
    sequence: str
    holder: Action | None
    entered: int


def program_of(situation: Situation) -> Program:
    """Unroll the deployed task sequence of a situation.

    Raises:
        InputError: it runs more steps than `MOST_ACTIONS`.
    """
    known = {one.name: one for one in situation.children}
    name = situation.deployment.task_sequence
    unknown: dict[str, None] = {}
    places: list[Place] = []
    frames = [_Frame(_steps_of(situation.sequence, name, unknown), name, None, -1)]
    number = 0
    while frames:
        frame = frames[-1]
        step = next(frame.steps, None)
        if step is None:
            frames.pop()
            _leave(frame, places)
            continue
        number += 1
        if number > MOST_ACTIONS:
            message = f"the task sequence '{name}' runs more than {MOST_ACTIONS:,} steps, those of children included"
            raise InputError(Problem("too-long", message, "task_sequences"))
        action = Action(number, step, frame.sequence, len(frames) - 1)
        inner = _inside(action, known, unknown)
        places.append(Place(Part.STEP if inner is None else Part.ENTER, action, len(places)))
        if inner is not None:
            frames.append(_Frame(inner[1], inner[0], action, len(places) - 1))
    return Program(tuple(places), tuple(unknown))


def _leave(frame: _Frame, places: list[Place]) -> None:
    if frame.holder is not None:
        places[frame.entered] = places[frame.entered]._replace(end=len(places))
        places.append(Place(Part.LEAVE, frame.holder, len(places)))


def _inside(
    action: Action, known: dict[str, TaskSequence], unknown: dict[str, None]
) -> tuple[str, Iterator[Step]] | None:
    """The sequence and the steps inside a group or a child; None for a step that holds no others."""
    step = action.step
    if step.kind is StepKind.GROUP:
        if step.steps is MISSING:
            unknown[f"the group '{step.name}' has no steps"] = None
        return action.sequence, iter(given(step.steps) or ())
    if step.kind is not StepKind.RUN_TASK_SEQUENCE:
        if step.packages is MISSING:
            unknown[f"the step '{step.name}' refers to no package"] = None
        return None
    if step.task_sequence is MISSING:
        unknown[f"the step '{step.name}' runs no child task sequence"] = None
        return action.sequence, iter(())
    return step.task_sequence, _steps_of(known.get(step.task_sequence), step.task_sequence, unknown)


def _steps_of(sequence: TaskSequence | None, name: str, unknown: dict[str, None]) -> Iterator[Step]:
    steps = None if sequence is None else given(sequence.steps)
    if steps is None:
        unknown[f"the task sequence '{name}' has no steps"] = None
    return iter(steps or ())
