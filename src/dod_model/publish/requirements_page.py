"""The page of requirements."""

from __future__ import annotations

from collections.abc import Iterator

from dod_model.documents import statements
from dod_model.publish.markdown import anchor, heading, link, page, prose, requirement, statement
from dod_model.publish.passages import passages_of
from dod_model.requirements import REQUIREMENTS, Force, Requirement
from dod_model.requirements.remedies import Remedy

FORCES = {
    Force.BLOCKS: "blocks: a violation keeps the task sequence from running",
    Force.WISH: "wish: asked under the wish *on demand* only; a violation keeps nothing from running",
    Force.ADVISES: "advises: a violation keeps nothing from running",
}

INTRODUCTION = """\
Every documented condition that is checked, in the order of reports. A requirement that *blocks* decides the outcome;
one that *advises* only tells. Each has an example, which is the healthy site with that one fault."""


def requirements_page() -> str:
    """All requirements with their passages, remedies and examples."""
    return page("Requirements", INTRODUCTION, _lines())


def _lines() -> Iterator[str]:
    topic = None
    for one in REQUIREMENTS:
        if one.topic is not topic:
            topic = one.topic
            yield from ("", heading(2, topic.value))
        yield from _section(one)


def _section(one: Requirement) -> Iterator[str]:
    yield from ("", heading(3, one.id, one.id), "", f"**{prose(one.statement)}**", "")
    if one.explanation:
        yield from (prose(one.explanation), "")
    yield f"- Force: {FORCES[one.force]}."
    if one.scope is not None:
        yield f"- Not applicable where {prose(one.scope.otherwise)}."
    if one.inferred is not None:
        yield f"- Inferred in part: {prose(one.inferred.reasoning)}"
    for touch in one.touched_by:
        number = touch.contradiction
        yield f"- Documents disagree: {link(number, f'contradictions.md#{anchor(number)}')}"
    yield f"- Rests on {', '.join(statement(number) for number in one.cites)}"
    yield f"- Example: {link(f'{one.id}.yaml', f'../examples/faults/{one.id}.yaml')}"
    yield from ("", "Remedies", "")
    yield from (f"- {_remedy(remedy)}" for remedy in one.remedies)
    yield from ("", "Passages", "")
    yield from (f"- {text}" for text in passages_of(part for name in one.cites for part in statements()[name].passages))


def _remedy(remedy: Remedy) -> str:
    where = f" ({prose(remedy.console)})" if remedy.console else ""
    since = None if remedy.cmdlet_needs is None else remedy.cmdlet_needs.current.since
    cmdlet = f"; `{remedy.cmdlet}`" + (f", from {since} on" if since else "") if remedy.cmdlet else ""
    return f"{prose(remedy.action)}{where}{cmdlet}"


def cited_by(number: str) -> str:
    """The requirements that rest on a statement, as links."""
    return ", ".join(requirement(one.id) for one in REQUIREMENTS if number in one.cites)
