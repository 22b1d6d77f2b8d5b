"""Plans, as scenarios write them down."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from dod_model.bdd.context import Case
from dod_model.situation import derive

if TYPE_CHECKING:
    from dod_model.plan import Change, Plan

THEN = ", then: "
"""Between the changes of one plan where they stand in one cell."""
OR = ", or: "
"""Between alternatives where they stand in one cell."""


def rows_of(table: Any) -> list[list[str]]:
    """The rows of a table in a scenario; empty cells and rows say nothing."""
    rows = [[cell for cell in row.cells if cell] for row in table]
    return [row for row in rows if row]


def steps_of(plan: Plan) -> list[list[str]]:
    """The changes of a plan, each with its alternatives."""
    return [[step.change.text, *_joined(OR, step.alternatives)] for step in plan.steps]


def other_ways_of(plan: Plan) -> list[list[str]]:
    """The other plans of the same size."""
    return [_joined(THEN, way) for way in plan.other_ways]


def to_find_out(plan: Plan) -> list[list[str]]:
    """What is to be found out first."""
    return [[unknown.meaning] for unknown in plan.find_out]


def touched_by(plan: Plan, change: str) -> tuple[str, ...]:
    """What a change of the plan also affects."""
    return _change(plan, change).touches


def cmdlet_for(case: Case, change: str) -> str:
    """The cmdlet for a change of the plan on the site of the case; empty for none."""
    return _change(case.plan, change).cmdlet_on(derive(case.site, case.attempt))


def told_plan(plan: Plan) -> str:
    """A plan in words."""
    parts = {
        "find out": to_find_out(plan),
        "steps": steps_of(plan),
        "other plans": other_ways_of(plan),
        "obstacles": [[obstacle] for obstacle in plan.obstacles],
    }
    lines = [f"possible: {plan.possible}"]
    for part, rows in parts.items():
        lines.append(f"{part}:")
        lines.extend(f"    | {' | '.join(row)} |" for row in rows)
    return "\n".join(lines)


def _joined(mark: str, changes: Iterable[Change]) -> list[str]:
    text = mark.join(change.text for change in changes)
    return [text] if text else []


def _change(plan: Plan, text: str) -> Change:
    for change in plan.changes:
        if change.text == text:
            return change
    raise AssertionError(told_plan(plan))
