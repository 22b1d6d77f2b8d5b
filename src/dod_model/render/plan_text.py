"""A plan -> text for reading."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dod_model.facts import Facts
from dod_model.plan import Plan, Step
from dod_model.render.wording import printable, quoted_labels

Paint = Callable[[str, str], str]


def plan_lines(plan: Plan, facts: Facts, paint: Paint) -> Iterator[str]:
    """The plan line by line: what to find out, the changes in order, and other ways of the same size."""
    if not plan.possible:
        yield from _no_plan(plan, paint)
        return
    if plan.is_empty:
        return
    yield f"  {paint('Plan', 'strong')}"
    for item in plan.find_out:
        yield printable(f"    find out {item.meaning} ({item.where})")
    for number, step in enumerate(plan.steps, start=1):
        yield printable(f"    {number}. {quoted_labels(step.change.text)}")
        yield from _details(step, facts, paint)
    for way in plan.other_ways:
        yield printable(f"    or instead: {'; '.join(quoted_labels(change.text) for change in way)}")


def _details(step: Step, facts: Facts, paint: Paint) -> Iterator[str]:
    if step.change.remedy.console:
        yield paint(f"       {step.change.remedy.console}", "faint")
    if cmdlet := step.change.cmdlet_on(facts):
        yield paint(f"       PowerShell: {cmdlet}", "faint")
    for other in step.alternatives:
        yield printable(f"       or: {quoted_labels(other.text)}")
    if step.change.touches:
        yield printable(f"       also touches {', '.join(step.change.touches)}")


def _no_plan(plan: Plan, paint: Paint) -> Iterator[str]:
    if plan.obstacles:
        yield f"  {paint('No plan', 'strong')}: no change to this site mends {', '.join(plan.obstacles)}"
