"""The page of contradictions tells all of them, who says what, and which reading is taken."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from dod_model.documents import Contradiction, contradictions, statements
from dod_model.publish.documents import contradictions as room
from dod_model.publish.documents.contradictions import contradictions_page
from dod_model.publish.markdown import prose
from dod_model.publish.passages import passages_of
from dod_model.requirements import BY_ID
from tests.publish.evidence_given import HOSTILE, Seen

each_contradiction = pytest.mark.parametrize("one", contradictions().values(), ids=lambda one: one.id)


def sections() -> dict[str, str]:
    parts = re.split(r"^## .+ \{#(\w+)\}$", contradictions_page(), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


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


def test_a_contradiction_corrected_before_the_date_of_its_pages_is_told_to_be_dated_in_advance() -> None:
    told = {name for name, text in sections().items() if "they are dated in advance.\n" in text}
    assert told == {"e02"}
    assert re.findall(r"^\| \[(\w+)\].+ \(dated in advance\) \|", contradictions_page(), re.MULTILINE) == ["E02"]


@pytest.mark.parametrize(("day", "told"), [(25, True), (26, False), (27, False)])
def test_dates_are_compared(monkeypatch: pytest.MonkeyPatch, day: int, told: bool) -> None:
    found = contradictions()["E02"]
    assert found.corrected
    other = replace(found, corrected=replace(found.corrected, date=date(2019, 9, day)))
    monkeypatch.setattr(room, "contradictions", lambda: {"E02": other})
    assert ("they are dated in advance.\n" in sections()["e02"]) is told


def test_the_other_contradictions_of_the_register_are_told_with_where_they_went() -> None:
    rows = re.findall(
        r"^\| \[(E\d+)\]\(<~/documents/statements\.md#e\d+>\) \| .+ \| (.+) \|$", sections()["elsewhere"], re.M
    )
    others = [name for name in statements() if name.startswith("E") and name not in contradictions()]
    assert [name for name, _ in rows] == others
    assert "E03" in others
    went = dict(rows)
    assert went["E03"].startswith("out of scope: ")
    assert "[own-site-first](<~/reference/run.md#own-site-first>)" in went["E06"]


def test_hostile_text_shows_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = Seen(contradictions_page())
    found = contradictions()["E01"]
    sides = (replace(found.sides[0], says=HOSTILE), *found.sides[1:])
    dispute = replace(found, title=HOSTILE, sides=sides, reading=HOSTILE)
    monkeypatch.setattr(room, "contradictions", lambda: {"E01": dispute})
    seen = Seen(contradictions_page())
    assert seen.text.count(HOSTILE) == 4
    assert seen.elements <= usual.elements
    assert seen.attributes <= usual.attributes
