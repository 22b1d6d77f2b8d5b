"""The page of contradictions: where the documents contradict one another, and the reading that is taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from dod_model.documents import Contradiction, Side, contradictions
from dod_model.publish.documents.framing import below_documents
from dod_model.publish.labels import badge, counted, day
from dod_model.publish.markdown import anchor, heading, link, prose, requirement, statement, table
from dod_model.publish.passages import passages_of
from dod_model.requirements import BY_ID

INTRODUCTION = """\
Where documents contradict one another, and the reading that is taken. A finding that another reading would change is
marked *contested*, unless the vendor has corrected the contradiction since. Dates are those that the pages give
themselves, and some are dated in advance."""

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


def _row(one: Contradiction) -> tuple[str, ...]:
    said = _span(date for side in one.sides for date in side.dates) or "undated"
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


def _contests(one: Contradiction, name: str) -> bool:
    touches = BY_ID[name].touched_by if name in BY_ID else ()
    return any(touch.contests for touch in touches if touch.contradiction == one.id)


def _dispute(one: Contradiction) -> Iterator[str]:
    yield from ("", heading(2, f"{one.id}: {one.title}", one.id), "", _state(one), "")
    for side in sorted(one.sides, key=_first):
        yield from _side(side)
    if one.corrected is not None:
        yield f"- {day(one.corrected.date)}, corrected: {prose(one.corrected.shown_by)}"
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
