"""Task sequences and their steps."""

from __future__ import annotations

from enum import Enum

from pydantic import MISSING, StrictBool

from dod_model.site.described import Described, Name, described, required


class StepKind(Enum):
    """Kinds of step that the conditions tell apart."""

    UPGRADE_OPERATING_SYSTEM = "upgrade-operating-system"
    DOWNLOAD_PACKAGE_CONTENT = "download-package-content"
    RUN_TASK_SEQUENCE = "run-task-sequence"
    OTHER = "other"


class Step(Described):
    """One step of a task sequence."""

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
    steps: tuple[Step, ...] | MISSING = described("The steps, in order; groups are written out.")
