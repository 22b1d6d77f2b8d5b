"""``dod explain``: all about a requirement."""

from __future__ import annotations

from collections.abc import Iterator

import click

from dod_model.cli.terminal import layout
from dod_model.documents import contradictions
from dod_model.render.layout import Layout
from dod_model.render.passages import citations
from dod_model.render.wording import printable, quoted_labels
from dod_model.requirements import BY_ID, REQUIREMENTS, Force, Requirement
from dod_model.site.consistency import nearest

FORCES = {
    Force.BLOCKS: "a violation keeps the task sequence from running",
    Force.WISH: "asked under the wish that content is downloaded on demand; a violation keeps nothing from running",
    Force.ADVISES: "advice; a violation keeps nothing from running",
}

EPILOG = """\b
Examples:
  dod explain                             the list of all requirements
  dod explain gateway-serves-content      all about one"""


@click.command(name="explain", epilog=EPILOG)
@click.argument("requirement", required=False, metavar="[REQUIREMENT]")
def explain_command(requirement: str | None) -> None:
    """Tell all about a requirement; without one, list them all.

    REQUIREMENT is a name such as allowed-on-the-internet, as reports use it. Told are the condition, what a
    violation does, what to do about it, every passage that it rests on, and where documents disagree.
    """
    if requirement is None:
        lines = _index(layout())
    elif requirement in BY_ID:
        lines = _about(BY_ID[requirement], layout())
    else:
        hint = nearest(requirement, set(BY_ID))
        message = f"There is no requirement '{printable(requirement[:80])}'. {hint} `dod explain` lists them all."
        raise click.UsageError(" ".join(message.split()))
    for line in lines:
        click.echo(line)


def _index(setting: Layout) -> Iterator[str]:
    topic = None
    for one in REQUIREMENTS:
        if one.topic is not topic:
            if topic is not None:
                yield ""
            topic = one.topic
            yield from setting.line(topic.value, mood="strong")
        yield f"  {one.id}"
        yield from setting.line(one.statement, 6)


def _about(requirement: Requirement, setting: Layout) -> Iterator[str]:
    yield from setting.line(requirement.id, mood="strong")
    yield from setting.line(requirement.statement, 2)
    yield from setting.line(requirement.explanation, 2) if requirement.explanation else ()
    yield ""
    yield from setting.labelled("force", (f"{FORCES[requirement.force]}",), 2)
    if requirement.scope is not None:
        yield from setting.labelled("asked", (f"not where {requirement.scope.otherwise}",), 2)
    if requirement.inferred is not None:
        yield from setting.labelled("inferred", (f"in part: {requirement.inferred.reasoning}",), 2)
    yield from _remedies(requirement, setting)
    yield from _passages(requirement, setting)
    yield from _contradictions(requirement, setting)


def _remedies(requirement: Requirement, setting: Layout) -> Iterator[str]:
    yield ""
    yield from setting.line("Remedies", 2, "strong")
    for remedy in requirement.remedies:
        yield from setting.line(quoted_labels(remedy.action), 4, head="- ")
        yield from setting.line(remedy.console, 6, "faint") if remedy.console else ()
        if remedy.cmdlet:
            first = None if remedy.cmdlet_needs is None else remedy.cmdlet_needs.current.since
            since = "" if first is None else f" (from {first} on)"
            yield from setting.line(f"PowerShell: {remedy.cmdlet}{since}", 6, "faint")


def _passages(requirement: Requirement, setting: Layout) -> Iterator[str]:
    yield ""
    yield from setting.line("Passages", 2, "strong")
    for one in citations(requirement):
        parts = (one.document, f"under '{one.heading}'" if one.heading else "", one.date)
        mark = "" if one.verified else " (cited, unverified)"
        yield from setting.line(", ".join(part for part in parts if part) + mark, 4, head=f"{one.statement:<6}")
        yield from setting.line(one.url, 10, "faint")


def _contradictions(requirement: Requirement, setting: Layout) -> Iterator[str]:
    if requirement.touched_by:
        yield ""
        yield from setting.line("Where documents disagree", 2, "strong")
    for touch in requirement.touched_by:
        found = contradictions()[touch.contradiction]
        state = f"corrected on {found.corrected.date.isoformat()}" if found.corrected else "open"
        yield from setting.line(f"{found.title} ({state})", 4, head=f"{found.id:<6}")
        yield from setting.line(f"Our reading: {found.reading}", 10)
