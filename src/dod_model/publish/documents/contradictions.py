"""The page of contradictions: where the documents contradict one another, and the reading that is taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from dod_model.documents import Contradiction, Side, contradictions, statements
from dod_model.publish.documents.framing import below_documents
from dod_model.publish.documents.statements import goes_to
from dod_model.publish.labels import badge, counted, day
from dod_model.publish.markdown import anchor, heading, link, prose, requirement, statement, table
from dod_model.publish.passages import passages_of
from dod_model.requirements import BY_ID

INTRODUCTION = """\
Where documents contradict one another, and the reading that is taken. A finding that another reading would change is
marked *contested*, unless the vendor has corrected the contradiction since. Dates are those that the pages give
themselves; where one was corrected before that, the pages are dated in advance, and it is said there."""
ELSEWHERE = """\
These contradictions stand in the register of statements alone, and make no finding contested. They are out of scope, or
are settled where the statement went: in the course of a run, in the table of releases, in what a site describes."""

UNDATED = date.max
"""Where a side without a date stands: last."""


def contradictions_page() -> str:
    """Every contradiction: who says what, when it was corrected, which reading is taken."""
    return below_documents("Contradictions", [INTRODUCTION, "", *_contradictions()])


def _contradictions() -> Iterator[str]:
    found = contradictions().values()
    still = sum(one.open for one in found)
    yield f"{counted(len(found), 'contradiction')}: {still} open, {len(found) - still} corrected."
    yield ""
    yield from table(("Number", "What about", "Said", "State", "Makes findings contested"), map(_row, found))
    for one in found:
        yield from _dispute(one)
    yield from _elsewhere()


def _elsewhere() -> Iterator[str]:
    """The contradictions of the register that are not among these, and where each went."""
    yield from ("", heading(2, "Contradictions that are not told here", "elsewhere"), "", ELSEWHERE, "")
    others = (one for one in statements().values() if one.id.startswith("E") and one.id not in contradictions())
    yield from table(
        ("Number", "What it is about", "Where it went"),
        ((statement(one.id), prose(one.says), goes_to(one)) for one in others),
    )


def _row(one: Contradiction) -> tuple[str, ...]:
    said = _span(date for side in one.sides for date in side.dates) or "undated"
    said += " (dated in advance)" if _in_advance(one) else ""
    contested = ", ".join(requirement(name) for name in one.requirements if _contests(one, name))
    return (link(one.id, f"#{anchor(one.id)}"), prose(one.title), said, _state(one), contested or "none")


def _span(dates: Iterable[date | None]) -> str:
    """From the first of some dates to the last; empty if none is known."""
    known = [one for one in dates if one is not None]
    if not known:
        return ""
    first, last = min(known), max(known)
    return day(first) if first == last else f"{day(first)} to {day(last)}"


def _state(one: Contradiction) -> str:
    if one.corrected is None:
        return badge("open", "open")
    return f"{badge('corrected', 'good')} {day(one.corrected.date)}"


def _in_advance(one: Contradiction) -> bool:
    """Whether it was corrected before the first day that its pages give themselves."""
    return one.corrected is not None and one.corrected.date < min(map(_first, one.sides)) < UNDATED


def _contests(one: Contradiction, name: str) -> bool:
    touches = BY_ID[name].touched_by if name in BY_ID else ()
    return any(touch.contests for touch in touches if touch.contradiction == one.id)


def _dispute(one: Contradiction) -> Iterator[str]:
    yield from ("", heading(2, f"{one.id}: {one.title}", one.id), "", _state(one), "")
    for side in sorted(one.sides, key=_first):
        yield from _side(side)
    if one.corrected is not None:
        yield f"- {day(one.corrected.date)}, corrected: {prose(one.corrected.shown_by)}"
    if _in_advance(one):
        yield "    - That is before the date that the pages give themselves: they are dated in advance."
    yield from ("", '!!! abstract "Our reading"', "", f"    {prose(one.reading)} *({one.basis.value})*", "")
    yield from _touched(one)


def _first(side: Side) -> date:
    return min((one for one in side.dates if one is not None), default=UNDATED)


def _side(side: Side) -> Iterator[str]:
    yield f"- {_span(side.dates) or 'Undated'}: {prose(side.says)}"
    yield from (f"    - {text}" for text in passages_of(side.passages))


def _touched(one: Contradiction) -> Iterator[str]:
    for name in one.requirements:
        effect = "another reading would turn its verdict round" if _contests(one, name) else "no verdict hangs on it"
        yield f"- Touches {requirement(name)}: {effect}."
    if not one.requirements:
        yield "- Touches no requirement."
    yield f"- Statements: {', '.join(map(statement, one.statements))}"
