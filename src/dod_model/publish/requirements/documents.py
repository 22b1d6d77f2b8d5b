"""The parts of a requirement's page that speak of documents: what they say, where, and where they disagree."""

from __future__ import annotations

from collections.abc import Iterator

from dod_model.documents import Statement, contradictions, statements
from dod_model.publish.labels import badge, counted, folded
from dod_model.publish.markdown import contradiction, heading, prose, stated, statement, table
from dod_model.publish.passages import PASSAGE_HEAD, passage_row
from dod_model.requirements import Requirement
from dod_model.requirements.requirement import Touch

FEW = 5
"""Up to so many passages are shown at once; more are folded."""


def documents_section(one: Requirement) -> Iterator[str]:
    """The statements that a requirement rests on, with their words, and the passages behind them."""
    yield from ("", heading(2, "What the documents say", "documents"), "")
    cited = [statements()[number] for number in one.cites]
    yield from (f"- {stated(each.id)}{_reasoned(each)}" for each in cited)
    passages = dict.fromkeys(passage for each in cited for passage in each.passages)
    verified = sum(passage.verified for passage in passages)
    title = f"{counted(len(passages), 'passage')}: {verified} verified, {len(passages) - verified} cited only"
    rows: dict[tuple[str, ...], dict[str, None]] = {}
    for each in cited:
        for passage in each.passages:
            rows.setdefault(passage_row(passage), {})[statement(each.id)] = None
    if len(rows) < len(passages):
        title += f"; those under one heading share a row: {counted(len(rows), 'row')} in all"
    cells = ((*row, ", ".join(numbers)) for row, numbers in rows.items())
    yield from folded(title, table((*PASSAGE_HEAD, "For"), cells), kind="quote", unfolded=len(rows) <= FEW)


def _reasoned(one: Statement) -> str:
    return f" *Not read, but reasoned: {prose(one.inferred_part)}*" if one.inferred_part else ""


def disputes_section(one: Requirement) -> Iterator[str]:
    """The contradictions that touch a requirement, and the reading that is taken; nothing if there is none."""
    if not one.touched_by:
        return
    yield from ("", heading(2, "Where documents disagree", "disputes"), "")
    for touch in one.touched_by:
        yield from _dispute(touch)


def _dispute(touch: Touch) -> Iterator[str]:
    found = contradictions()[touch.contradiction]
    state = badge("open", "open") if found.open else badge("corrected", "good")
    yield f"- {contradiction(found.id)}: {prose(found.title)} {state}"
    yield f"    - Our reading ({found.basis.value}): {prose(found.reading)}"
    if found.corrected is not None:
        yield f"    - Corrected on {found.corrected.date.isoformat()}: {prose(found.corrected.shown_by)}"
    turns = "would turn the verdict round: such a finding is *contested*" if touch.contests else "changes no verdict"
    yield f"    - Another reading {turns}."
