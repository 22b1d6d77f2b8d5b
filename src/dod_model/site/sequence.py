"""Task sequences and their steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Any

from pydantic import MISSING, StrictBool, StrictInt, field_validator
from pydantic_core import PydanticCustomError

from dod_model.site.condition import Condition, IfStatement
from dod_model.site.described import Described, Name, described, required
from dod_model.site.grouping import GROUPS_DEEP, TOO_DEEP, depth_first, too_deep


class StepKind(Enum):
    """Kinds of step that the conditions tell apart."""

    UPGRADE_OPERATING_SYSTEM = "upgrade-operating-system"
    DOWNLOAD_PACKAGE_CONTENT = "download-package-content"
    RUN_TASK_SEQUENCE = "run-task-sequence"
    GROUP = "group"
    OTHER = "other"


class Step(Described):
    """One step of a task sequence, or a group of steps."""

    name: Name = required("What the step is called.")
    kind: StepKind = required("The kind of step.")
    packages: tuple[Name, ...] | MISSING = described("The packages that the step refers to.")
    task_sequence: Name | MISSING = described(
        "The child task sequence of a step of kind run-task-sequence.", label="Select task sequence to run"
    )
    network_path: StrictBool | MISSING = described(
        "Whether the step takes its source from a network path instead of a package; asked of upgrade steps.",
        label="Source path",
    )
    steps: tuple[Step, ...] | MISSING = described(
        f"The steps of a group, in order; groups may lie {GROUPS_DEEP} deep inside one another."
    )
    conditions: tuple[Condition, ...] | MISSING = described(
        "The conditions under which it runs; [] for one that always runs. Those of a group count for all of its steps."
    )
    if_statement: IfStatement | MISSING = described(
        "How the conditions are joined: it runs if all, any or none of them hold.", left_out="all"
    )

    @field_validator("steps", mode="before")
    @classmethod
    def _not_too_deep(cls, steps: Any) -> Any:
        # Before anything is read, so that the depth of the data is never the depth of the call stack.
        if too_deep(steps, GROUPS_DEEP - 1):
            raise PydanticCustomError("too-deep", TOO_DEEP)
        return steps


class TaskSequence(Described):
    """A task sequence."""

    name: Name = required("What the task sequence is called.")
    upgrade: StrictBool | MISSING = described(
        "Whether it is of the type that upgrades an operating system.",
        label="Upgrade an operating system from an upgrade package",
    )
    boot_image: Name | MISSING | None = described(
        "The boot image that it names; null for none.", label="Use a boot image"
    )
    enabled: StrictBool | MISSING = described(
        "Whether the task sequence is enabled.", label="Disable a task sequence on computers where it is deployed"
    )
    run_another_program_first: str | MISSING | None = described(
        "The program that is to run before it; null for none.", label="Run another program first"
    )
    policy_size: StrictInt | MISSING = described(
        "Size in bytes of the policy that a client receives for it, child task sequences included (F128).",
        ge=0,
        le=2**60,
    )
    steps: tuple[Step, ...] | MISSING = described("The steps and groups, in order.")


def every_step(steps: Iterable[Step]) -> Iterator[Step]:
    """The steps and groups, each group before what lies in it, in the order of the console."""
    return depth_first(steps, _inside)


def flattened(steps: Iterable[Step]) -> Iterator[Step]:
    """The steps that are no groups, also those inside groups, in the order of the console.

    A group of which the steps are left out adds none.
    """
    return (step for step in every_step(steps) if step.kind is not StepKind.GROUP)


def _inside(step: Step) -> tuple[Step, ...]:
    return () if step.steps is MISSING else step.steps
