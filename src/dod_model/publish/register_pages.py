"""The pages of statements and of contradictions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dod_model.documents import Basis, Contradiction, Side, Statement, contradictions, statements
from dod_model.publish.labels import Mood, badge, counted, crumbs, day, page_below
from dod_model.publish.markdown import anchor, heading, link, prose, requirement, statement, table
from dod_model.publish.passages import passages_of
from dod_model.publish.statement_ways import besides, way
from dod_model.requirements import BY_ID

STATEMENTS = """\
What the documents state, in our words, and what becomes of each statement: a requirement or a run rests on it, or it
goes elsewhere. F are facts, E contradictions between documents, G what users meet in practice. A passage that is
*cited, unverified* was not at hand when the register was made; the others carry a fingerprint of their text."""

CONTRADICTIONS = """\
Where documents contradict one another, and the reading that is taken. A finding that another reading would change is
marked *contested*, unless the vendor has corrected the contradiction since. Dates are those that the pages give
themselves, and some are dated in advance."""

KINDS = {"F": "Facts", "E": "Contradictions between documents", "G": "What users meet in practice"}
MOODS: dict[Basis, Mood] = {Basis.DOCUMENTED: "good", Basis.INFERRED: "open", Basis.THIRD_PARTY: "quiet"}
"""The colour of a basis."""
UNDATED = date.max


def statements_page() -> str:
    """Every statement and where it went."""
    return _page("Statements", STATEMENTS, _statements())


def _page(title: str, introduction: str, lines: Iterator[str]) -> str:
    return page_below(crumbs(link("Documents", "~/documents/index.md")), title, [introduction, "", *lines])


def _statements() -> Iterator[str]:
    for letter, title in KINDS.items():
        yield from ("", heading(2, title), "")
        for one in statements().values():
            if one.id.startswith(letter):
                yield from _statement(one)


def _statement(one: Statement) -> Iterator[str]:
    yield f"**{one.id}**{{#{anchor(one.id)}}} {prose(one.says)} {badge(one.basis.value, MOODS[one.basis])}"
    yield ""
    if one.inferred_part:
        yield f"- Inferred: {prose(one.inferred_part)}"
    yield f"- Goes to: {_goes_to(one)}"
    yield from (f"- {text}" for text in passages_of(one.passages))
    if one.seen:
        yield f"- Seen: {prose(one.seen)}"
    yield ""


def _goes_to(one: Statement) -> str:
    taken = way(one)
    also = tuple(text for text in besides(one) if text.partition(": ")[2] not in taken.markdown)
    mark = "" if taken.told else f" {badge('not named there', 'bad')}"
    return "; ".join((taken.markdown, *also)) + mark


def contradictions_page() -> str:
    """Every contradiction: who says what, when it was corrected, which reading is taken."""
    return _page("Contradictions", CONTRADICTIONS, _contradictions())


def _contradictions() -> Iterator[str]:
    found = contradictions().values()
    still = sum(one.open for one in found)
    yield f"{counted(len(found), 'contradiction')}: {still} open, {len(found) - still} corrected."
    yield ""
    yield from table(("Number", "What about", "Said", "State", "Makes findings contested"), map(_row, found))
    for one in found:
        yield from _dispute(one)


def _row(one: Contradiction) -> tuple[str, ...]:
    days = sorted(day for side in one.sides for day in side.dates if day is not None)
    said = _span(days[0], days[-1]) if days else "undated"
    contested = ", ".join(requirement(name) for name in one.requirements if _contests(one, name))
    return (link(one.id, f"#{anchor(one.id)}"), prose(one.title), said, _state(one), contested or "none")


def _span(first: date, last: date) -> str:
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
    return min((day for day in side.dates if day is not None), default=UNDATED)


def _side(side: Side) -> Iterator[str]:
    days = sorted(day for day in side.dates if day is not None)
    said = _span(days[0], days[-1]) if days else "Undated"
    yield f"- {said}: {prose(side.says)}"
    yield from (f"    - {text}" for text in passages_of(side.passages))


def _touched(one: Contradiction) -> Iterator[str]:
    for name in one.requirements:
        effect = "another reading would turn its verdict round" if _contests(one, name) else "no verdict hangs on it"
        yield f"- Touches {requirement(name)}: {effect}."
    if not one.requirements:
        yield "- Touches no requirement."
    yield f"- Statements: {', '.join(statement(number) for number in one.statements)}"
