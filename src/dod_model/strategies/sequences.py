"""Drawing task sequences and their steps."""

from __future__ import annotations

from hypothesis import strategies as st

from dod_model.site import Step, StepKind, TaskSequence
from dod_model.strategies.drawing import Drawing

SEQUENCES = ("Upgrade", "Child", "Grandchild")
_KINDS = (StepKind.UPGRADE_OPERATING_SYSTEM, StepKind.DOWNLOAD_PACKAGE_CONTENT, StepKind.OTHER)


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
        steps=drawing.perhaps(
            lambda: tuple(_step(drawing, number, later, packages) for number in range(1, drawing.count(0, 3) + 1))
        ),
    )


def _step(drawing: Drawing, number: int, later: tuple[str, ...], packages: tuple[str, ...]) -> Step:
    name = f"Step {number}"
    kinds = (*_KINDS, StepKind.RUN_TASK_SEQUENCE) if later else _KINDS
    kind = drawing.draw(st.sampled_from(kinds))
    if kind is StepKind.RUN_TASK_SEQUENCE:
        child = drawing.perhaps(lambda: drawing.draw(st.sampled_from(later)))
        return Step(name=name, kind=kind, task_sequence=child)
    return Step(
        name=name,
        kind=kind,
        packages=drawing.perhaps(lambda: drawing.some(packages)),
        network_path=drawing.field(False, True),
    )
