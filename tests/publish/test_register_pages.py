"""The pages of statements and contradictions tell all of them, and where they lead."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from dod_model.documents import Contradiction, Statement, contradictions, statements
from dod_model.publish import register_pages as room
from dod_model.publish.markdown import prose
from dod_model.publish.passages import passages_of
from dod_model.publish.register_pages import contradictions_page, statements_page
from dod_model.requirements import BY_ID
from tests.publish.evidence_given import HOSTILE, Seen

each_contradiction = pytest.mark.parametrize("one", contradictions().values(), ids=lambda one: one.id)
each_statement = pytest.mark.parametrize("one", statements().values(), ids=lambda one: one.id)


def sections() -> dict[str, str]:
    parts = re.split(r"^## .+ \{#(\w+)\}$", contradictions_page(), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def section(number: str) -> str:
    return statements_page().partition(f"**{number}**{{#{number.lower()}}}")[2].partition("{#")[0]


def goes_to(number: str) -> str:
    return section(number).partition("- Goes to: ")[2].partition("\n")[0]


def test_every_statement_is_told_once_with_where_it_goes() -> None:
    text = statements_page()
    assert re.findall(r"\{#(\w+)\}", text) == [
        one.lower() for letter in "FEG" for one in statements() if one[0] == letter
    ]
    assert text.count("- Goes to: ") == len(statements())
    assert "- Goes to: \n" not in text


@each_statement
def test_a_statement_is_told_with_its_basis_and_its_passages(one: Statement) -> None:
    told = section(one.id)
    assert told.startswith(f" {prose(one.says)} *{one.basis.value}*{{")
    assert prose(one.inferred_part or "") in told
    assert prose(one.seen or "") in told
    assert [line for line in passages_of(one.passages) if f"\n- {line}\n" not in told] == []


@pytest.mark.parametrize(
    ("number", "where"),
    [
        ("F053", "how a run goes on, step by step: [sequence-starts](<~/reference/run.md#sequence-starts>)"),
        ("F100", "[token-renewed](<~/reference/run.md#token-renewed>), [events](<~/reference/run.md#events>)"),
        ("F143", "[task-sequence-enabled](<~/requirements/task-sequence-enabled.md>); in a run: [stage policy]"),
        ("E06", "[own-site-first](<~/reference/run.md#own-site-first>)"),
        ("E01", "(<~/documents/contradictions.md#e01>)"),
        ("F126", "out of scope: It is about how long a run takes, and a run has no clock."),
    ],
)
def test_a_statement_leads_to_what_rests_on_it(number: str, where: str) -> None:
    assert where in goes_to(number)


def test_a_place_that_does_not_name_a_statement_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    one = replace(statements()["F126"], reason=None)
    monkeypatch.setattr(room, "statements", lambda: {"F126": one})
    assert goes_to("F126") == "out of scope *not named there*{.dod-badge .dod-bad}"


@each_contradiction
def test_a_contradiction_tells_who_says_what(one: Contradiction) -> None:
    told = sections()[one.id.lower()]
    for side in one.sides:
        lines = told.partition(f": {prose(side.says)}\n")[2].partition("\n- ")[0] + "\n"
        assert [line for line in passages_of(side.passages) if f"    - {line}\n" not in lines] == []


@each_contradiction
def test_a_contradiction_tells_its_dates_in_order_and_the_correction_last(one: Contradiction) -> None:
    told = sections()[one.id.lower()].partition('!!! abstract "Our reading"')[0]
    dates = re.findall(r"^- \*(\d{4}-\d\d-\d\d)\*\{\.dod-day\}(?: to .+?)?: ", told, re.MULTILINE)
    firsts = [min(filter(None, side.dates)).isoformat() for side in one.sides if any(side.dates)]
    assert dates == sorted(firsts)
    last = [line for line in told.splitlines() if line.startswith("- ")][-1]
    if one.corrected:
        shown = prose(one.corrected.shown_by)
        assert last == f"- *{one.corrected.date.isoformat()}*{{.dod-day}}, corrected: {shown}"
    assert ("*open*{.dod-badge .dod-open}" in told) is one.open


@each_contradiction
def test_a_contradiction_tells_the_reading_and_what_hangs_on_it(one: Contradiction) -> None:
    told = sections()[one.id.lower()].partition('!!! abstract "Our reading"')[2]
    assert f"    {prose(one.reading)} *({one.basis.value})*\n" in told
    for name in one.requirements:
        contests = any(touch.contests for touch in BY_ID[name].touched_by if touch.contradiction == one.id)
        effect = "another reading would turn its verdict round" if contests else "no verdict hangs on it"
        assert f"- Touches [{name}](<~/requirements/{name}.md>): {effect}.\n" in told


def test_the_contradictions_are_told_at_a_glance() -> None:
    text = contradictions_page()
    rows = re.findall(r"^\| \[(\w+)\]\(<#(\w+)>\) \| .+ \| (.+) \| (.+) \| (.+) \|$", text, re.MULTILINE)
    assert [(row[0], row[1]) for row in rows] == [(one, one.lower()) for one in contradictions()]
    still = sum(one.open for one in contradictions().values())
    assert f"\n{len(rows)} contradictions: {still} open, {len(rows) - still} corrected.\n" in text
    assert sum(row[3].startswith("*open*") for row in rows) == still
    assert {row[0]: row[4] for row in rows}["E12"].startswith("[started-from-software-center](")


def test_hostile_text_shows_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = Seen(contradictions_page() + statements_page())
    found = contradictions()["E01"]
    sides = (replace(found.sides[0], says=HOSTILE), *found.sides[1:])
    dispute = replace(found, title=HOSTILE, sides=sides, reading=HOSTILE)
    monkeypatch.setattr(room, "contradictions", lambda: {"E01": dispute})
    hostile = replace(statements()["F126"], says=HOSTILE, reason=HOSTILE, inferred_part=HOSTILE, seen=HOSTILE)
    monkeypatch.setattr(room, "statements", lambda: {"F126": hostile})
    seen = Seen(contradictions_page() + statements_page())
    assert seen.text.count(HOSTILE) == 8
    assert seen.elements <= usual.elements
    assert seen.attributes <= usual.attributes
