"""A plan -> text for reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from types import MappingProxyType

from dod_model.assessment import Assessment
from dod_model.plan import Plan, Step
from dod_model.render.finding_text import TELLING_ORDER, missing
from dod_model.render.layout import Layout
from dod_model.render.wording import quoted_labels
from dod_model.requirements import Verdict, covered
from dod_model.requirements.asking import agreed

NO_ANSWERS: Mapping[str, str] = MappingProxyType({})


def plan_lines(
    plan: Plan | None,
    assessment: Assessment,
    likewise: str,
    layout: Layout,
    answers: Mapping[str, str] = NO_ANSWERS,
) -> Iterator[str]:
    """The plan line by line: what to find out, the changes in order, and other ways of the same size.

    Args:
        plan: the plan; None if the search was given up.
        assessment: what it is a plan for.
        likewise: what to say where a change is on one client of several alike; empty if there is one only.
        layout: width and colour.
        answers: how whoever asks tells a fact that is of the question, by the name of the fact.
    """
    if plan is None:
        yield from layout.line("No plan was found within the limits of the search", 2, "strong")
    elif not plan.possible:
        yield from _no_plan(plan, layout)
    elif not plan.is_empty:
        yield from _to_find_out(plan, assessment, layout, answers)
        yield from _to_do(plan, assessment, likewise, layout)


def _to_find_out(plan: Plan, assessment: Assessment, layout: Layout, answers: Mapping[str, str]) -> Iterator[str]:
    if not plan.find_out:
        return
    yield from layout.line("Find out first", 2, "strong")
    waiting = []
    if agreed(covered, assessment.facts, None) is True:
        open_ones = assessment.with_verdict(Verdict.UNDETERMINED)
        waiting = [(one.id, {part.fact for part in missing(one)}) for one in open_ones]
    for details, items in groupby(plan.find_out, key=lambda one: one.details):
        told = details
        for item in sorted(items, key=lambda one: TELLING_ORDER[one.fact]) if details else items:
            yield from layout.line(item.meaning, 4, head="- ")
            yield from layout.line(item.where, 6, "faint")
            yield from layout.line(answers[item.fact], 6, "faint") if item.fact in answers else ()
            for detail in told:
                yield from layout.line(f"- {detail}", 6, "faint")
            told = ("as above",) if details else ()
            names = [name for name, facts in waiting if item.fact in facts]
            yield from layout.line(f"for {', '.join(names)}", 6, "faint") if names else ()


def _to_do(plan: Plan, assessment: Assessment, likewise: str, layout: Layout) -> Iterator[str]:
    if not plan.steps:
        return
    if plan.find_out:
        yield ""
    yield from layout.line("Then do" if plan.find_out else "Plan", 2, "strong")
    for number, step in enumerate(plan.steps, start=1):
        yield from layout.line(quoted_labels(step.change.text), 4, head=f"{number}. ")
        yield from _details(step, assessment, layout)
    if likewise and any(step.change.target[0] == "clients" for step in plan.steps):
        yield from layout.line(likewise, 4)
    for way in plan.other_ways:
        yield from layout.line("; ".join(quoted_labels(change.text) for change in way), 4, head="or instead: ")


def _details(step: Step, assessment: Assessment, layout: Layout) -> Iterator[str]:
    if step.change.remedy.console:
        yield from layout.line(step.change.remedy.console, 7, "faint")
    if cmdlet := step.change.cmdlet_on(assessment.facts):
        yield from layout.line(f"PowerShell: {cmdlet}", 7, "faint")
    for other in step.alternatives:
        yield from layout.line(quoted_labels(other.text), 7, head="or: ")
    if step.change.touches:
        yield from layout.line(f"also touches {', '.join(step.change.touches)}", 7)
    if step.mends:
        yield from layout.line(f"for {', '.join(step.mends)}", 7, "faint")


def _no_plan(plan: Plan, layout: Layout) -> Iterator[str]:
    if plan.obstacles:
        yield from layout.line("No plan", 2, "strong")
        yield from layout.line(f"no change to this site mends {', '.join(plan.obstacles)}", 4)
