"""The pages of statements, of contradictions and of the starting document."""

from __future__ import annotations

from collections.abc import Iterator

from dod_model.documents import (
    Contradiction,
    Destination,
    Statement,
    contradictions,
    starting_document,
    statements,
)
from dod_model.publish.markdown import anchor, heading, link, page, prose, requirement, statement, table
from dod_model.publish.passages import passages_of
from dod_model.publish.requirements_page import cited_by
from dod_model.publish.run_page import in_runs
from dod_model.render.explaining_registers import DESTINATIONS

STATEMENTS = """\
What the documents state, in our words, and what becomes of each statement: a requirement or a run rests on it, or it
goes elsewhere. F are facts, E contradictions between documents, G what users meet in practice. A passage that is
*cited, unverified* was not at hand when the register was made; the others carry a fingerprint of their text."""

CONTRADICTIONS = """\
Where documents contradict one another, and the reading that is taken. A finding that another reading would change is
marked *contested*, unless the vendor has corrected the contradiction since."""

SOURCE = """\
The page that the project starts from is the announcement of the feature in a technical preview. Each of its text units
leads to requirements, or is not normative; a test fails on a unit that is new or changed."""


KINDS = {"F": "Facts", "E": "Contradictions between documents", "G": "What users meet in practice"}


def statements_page() -> str:
    """Every statement and where it went."""
    return page("Register of statements", STATEMENTS, _statements())


def _statements() -> Iterator[str]:
    for letter, title in KINDS.items():
        yield from ("", heading(2, title), "")
        for one in statements().values():
            if one.id.startswith(letter):
                yield from _statement(one)


def _statement(one: Statement) -> Iterator[str]:
    basis = one.basis.value + (f"; inferred: {prose(one.inferred_part)}" if one.inferred_part else "")
    yield f'<span id="{anchor(one.id)}">**{one.id}**</span> {prose(one.says)} *({basis})*'
    yield from ("", f"- Goes to: {_goes_to(one)}")
    yield from (f"- {text}" for text in passages_of(one.passages))
    if one.seen:
        yield f"- Seen: {prose(one.seen)}"
    yield ""


def _goes_to(one: Statement) -> str:
    found = [cited_by(one.id)] if cited_by(one.id) else []
    if in_runs(one.id):
        found.append(f"in a run: {in_runs(one.id)}")
    if one.id in contradictions():
        found.append(link("contradictions", f"contradictions.md#{anchor(one.id)}"))
    elif one.goes_to is not None and one.goes_to is not Destination.RUN:
        found.append(DESTINATIONS[one.goes_to])
    return "; ".join(found) + (f": {prose(one.reason)}" if one.reason else "")


def contradictions_page() -> str:
    """Every contradiction, with its sides, dates and the reading taken."""
    return page("Contradictions", CONTRADICTIONS, (line for one in contradictions().values() for line in _dispute(one)))


def _dispute(one: Contradiction) -> Iterator[str]:
    yield from ("", heading(2, f"{one.id}: {one.title}", one.id), "")
    for side in one.sides:
        yield f"- {prose(side.says)}"
        yield from (f"    - {text}" for text in passages_of(side.passages))
    state = "Open."
    if one.corrected is not None:
        state = f"Corrected on {one.corrected.date.isoformat()}: {prose(one.corrected.shown_by)}"
    yield from ("", state, "", f"**Our reading** ({one.basis.value}): {prose(one.reading)}", "")
    touched = ", ".join(requirement(name) for name in one.requirements) or "no requirement"
    yield f"Touches {touched}; statements {', '.join(statement(number) for number in one.statements)}."


def source_page() -> str:
    """Every text unit of the starting document and where it leads."""
    head = ("Unit", "What it is", "Statements", "Requirements")
    rows = (
        (
            one.id,
            prose(one.about),
            ", ".join(statement(number) for number in one.statements),
            ", ".join(requirement(name) for name in one.requirements)
            if one.normative
            else f"not normative: {prose(one.why_not or '')}",
        )
        for one in starting_document()
    )
    return page("Coverage of the starting document", SOURCE, table(head, rows))
