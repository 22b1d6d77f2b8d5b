"""A requirement -> all that is known of it, as text for reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dod_model.documents import contradictions
from dod_model.render.layout import Layout
from dod_model.render.passages import Citation, citations, place
from dod_model.render.wording import quoted_labels
from dod_model.requirements import Force, Requirement

FORCES = {
    Force.BLOCKS: "a violation keeps the task sequence from running",
    Force.WISH: "asked under the wish that content is downloaded on demand; a violation keeps nothing from running",
    Force.ADVISES: "advice; a violation keeps nothing from running",
}


def about_requirement(requirement: Requirement, setting: Layout) -> Iterator[str]:
    """The condition, its force, remedies, passages, and where documents disagree."""
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
    yield from passage_lines(citations(requirement), setting)
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


def passage_lines(cited: Iterable[Citation], setting: Layout) -> Iterator[str]:
    """Passages with their statements and addresses."""
    yield ""
    yield from setting.line("Passages", 2, "strong")
    for one in cited:
        yield from setting.line(place(one), 4, head=f"{one.statement:<6}")
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
