"""``dod explain``: all about a requirement."""

from __future__ import annotations

from collections.abc import Iterator

import click

from dod_model.cli.colour import painter
from dod_model.documents import contradictions
from dod_model.render.passages import citations
from dod_model.render.text import Paint
from dod_model.render.wording import quoted_labels
from dod_model.requirements import BY_ID, REQUIREMENTS, Force, Requirement
from dod_model.site.consistency import nearest

FORCES = {
    Force.BLOCKS: "a violation keeps the task sequence from running",
    Force.WISH: "asked when content is to be downloaded on demand; a violation keeps nothing from running",
    Force.ADVISES: "advice; a violation keeps nothing from running",
}


@click.command(name="explain")
@click.argument("requirement", required=False, metavar="[REQUIREMENT]")
def explain_command(requirement: str | None) -> None:
    """Tell all about a requirement; without one, list them all.

    REQUIREMENT is an id, such as allowed-on-the-internet: the name that reports use.
    """
    if requirement is None:
        lines = _index()
    elif requirement in BY_ID:
        lines = _about(BY_ID[requirement], painter())
    else:
        hint = nearest(requirement, set(BY_ID))
        message = f"There is no requirement '{requirement[:80]}'. {hint} `dod explain` lists them all."
        raise click.UsageError(message)
    for line in lines:
        click.echo(line)


def _index() -> Iterator[str]:
    topic = ""
    for one in REQUIREMENTS:
        if one.topic.value != topic:
            topic = one.topic.value
            yield f"{topic}"
        yield f"  {one.id}"
        yield f"      {one.statement}"


def _about(requirement: Requirement, paint: Paint) -> Iterator[str]:
    yield paint(requirement.id, "strong")
    yield f"  {requirement.statement}"
    if requirement.explanation:
        yield f"  {requirement.explanation}"
    yield f"  Force: {FORCES[requirement.force]}."
    if requirement.scope is not None:
        yield f"  Not applicable if {requirement.scope.otherwise}."
    if requirement.inferred is not None:
        yield f"  Inferred in part: {requirement.inferred.reasoning}"
    yield from _remedies(requirement, paint)
    yield from _passages(requirement, paint)
    for touch in requirement.touched_by:
        found = contradictions()[touch.contradiction]
        state = "open" if found.open else f"corrected {found.corrected.date.isoformat()}" if found.corrected else "open"
        yield f"  {paint('Contradiction', 'strong')} {found.id} ({state}): {found.title} {found.reading}"


def _remedies(requirement: Requirement, paint: Paint) -> Iterator[str]:
    yield f"  {paint('Remedies', 'strong')}"
    for remedy in requirement.remedies:
        yield f"    {quoted_labels(remedy.action)}" + (f" ({remedy.console})" if remedy.console else "")
        if remedy.cmdlet:
            first = None if remedy.cmdlet_needs is None else remedy.cmdlet_needs.current.since
            since = "" if first is None else f" (since {first})"
            yield f"      PowerShell: {remedy.cmdlet}{since}"


def _passages(requirement: Requirement, paint: Paint) -> Iterator[str]:
    yield f"  {paint('Passages', 'strong')}"
    for one in citations(requirement):
        heading = f", under '{one.heading}'" if one.heading else ""
        date = f", {one.date}" if one.date else ""
        mark = "verified" if one.verified else "cited, unverified"
        yield f"    {one.statement}: {one.document}{heading}{date} ({mark})"
        yield paint(f"      {one.url}", "faint")
