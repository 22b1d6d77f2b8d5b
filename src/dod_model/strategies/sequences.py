"""Drawing task sequences and their steps."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from dod_model.site import Step, StepKind, TaskSequence
from dod_model.strategies.conditions import drawn_conditions
from dod_model.strategies.drawing import Drawing

SEQUENCES = ("Upgrade", "Child", "Grandchild")
_KINDS = (StepKind.UPGRADE_OPERATING_SYSTEM, StepKind.DOWNLOAD_PACKAGE_CONTENT, StepKind.OTHER)
_GROUPS = 2  # so deep groups lie inside one another


def drawn_sequences(drawing: Drawing, names: tuple[str, ...], packages: tuple[str, ...]) -> tuple[TaskSequence, ...]:
    """The task sequences of a site. Each may run those that come after it, so that there is no ring."""
    return tuple(_sequence(drawing, name, names[place + 1 :], packages) for place, name in enumerate(names))


def _sequence(drawing: Drawing, name: str, later: tuple[str, ...], packages: tuple[str, ...]) -> TaskSequence:
    return TaskSequence(
        name=name,
        upgrade=drawing.field(True, False),
        boot_image=drawing.field(None, "Boot image (x64)"),
        enabled=drawing.field(True, False),
        run_another_program_first=drawing.field(None, "", "Check battery"),
        policy_size=drawing.field(65_536, 0, 40 * 2**20),
        steps=drawing.perhaps(
            lambda: tuple(_step(drawing, number, later, packages) for number in range(1, drawing.count(0, 3) + 1))
        ),
    )


def _step(drawing: Drawing, number: int, later: tuple[str, ...], packages: tuple[str, ...], around: int = 0) -> Step:
    """A step, or a group of steps that lies in so many groups."""
    name = f"Step {number}"
    kinds = [*_KINDS, *_KINDS]  # twice, for these are what has content
    kinds += [StepKind.RUN_TASK_SEQUENCE] if later else []
    kinds += [StepKind.GROUP] if around < _GROUPS else []
    kind = drawing.draw(st.sampled_from(kinds))
    fields: dict[str, Any] = {}
    if kind is StepKind.GROUP:
        fields["steps"] = drawing.perhaps(
            lambda: tuple(
                _step(drawing, place, later, packages, around + 1) for place in range(1, drawing.count(0, 3) + 1)
            )
        )
    elif kind is StepKind.RUN_TASK_SEQUENCE:
        fields["task_sequence"] = drawing.perhaps(lambda: drawing.draw(st.sampled_from(later)))
    else:
        fields["packages"] = drawing.perhaps(lambda: drawing.some(packages))
        fields["network_path"] = drawing.field(False, True)
    return Step(name=name, kind=kind, **fields, **drawn_conditions(drawing))
