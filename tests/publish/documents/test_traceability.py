"""The page of traceability is true: whatever does not arrive shows, and is counted."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from dod_model.bdd.results import Results
from dod_model.documents import Destination, StartingUnit, Statement, starting_document, statements
from dod_model.publish.documents import traces, ways
from dod_model.publish.documents.traceability import traceability_page
from dod_model.publish.documents.traces import Traces
from dod_model.publish.documents.ways import KINDS, way
from dod_model.publish.evidence import Asked
from dod_model.publish.features.files import scenarios_by_requirement
from dod_model.publish.markdown import prose
from dod_model.requirements import REQUIREMENTS
from tests.publish.evidence_given import HOSTILE, SPEC, Seen, but, everything, material

UNIT = StartingUnit("S99", "", "A new sentence.", True, None, ("F001",), ("gateway-set-up",))
STATEMENT = next(one for one in statements().values() if one.goes_to is Destination.OUT_OF_SCOPE)
GATEWAY = scenarios_by_requirement(SPEC)["gateway-set-up"]


def units(page: str) -> str:
    return page.partition("{#units}")[2].partition("\n## ")[0]


def told(page: str) -> str:
    return page.partition("{#statements}")[2]


def rows(part: str, head: str) -> list[list[str]]:
    table = part.partition(f"\n| {head} |")[2].partition("\n\n")[0]
    return [line.strip("| ").split(" | ") for line in table.splitlines()[2:]]


def with_units(monkeypatch: pytest.MonkeyPatch, *given: StartingUnit) -> str:
    monkeypatch.setattr(traces, "starting_document", lambda: given)
    return units(traceability_page(material(everything())))


def with_statements(monkeypatch: pytest.MonkeyPatch, *given: Statement) -> str:
    monkeypatch.setattr(traces, "statements", lambda: {one.id: one for one in given})
    return told(traceability_page(material(everything())))


def test_all_units_arrive_where_all_scenarios_passed() -> None:
    part = units(traceability_page(material(everything())))
    assert '!!! success "Complete"\n\n    20 units: 14 lead' in part
    assert "; 6 are not normative, each with why; 0 do not arrive.\n" in part
    for unit in starting_document():
        row = part.partition(f"\n| **{unit.id}** {prose(unit.about)} | ")[2].partition("\n| **")[0]
        assert re.findall(r"statements\.md#(\w+)>", row.partition(" | ")[0]) == [one.lower() for one in unit.statements]
        assert re.findall(r"\[([a-z0-9-]+)\]\(<~/requirements/\1.md>\)", row) == list(unit.requirements)
        assert row.count(" passed*{.dod-badge .dod-good} |") == len(unit.requirements)
        assert (f"*not normative:* {prose(unit.why_not or '')}" in row) is not unit.normative
    assert ".dod-bad}" not in part


def test_a_unit_whose_requirement_has_a_failed_scenario_shows_it() -> None:
    results = but("failed", GATEWAY)
    part = units(traceability_page(material(results)))
    cases = len({key for place in GATEWAY for key in place.keys})
    assert '!!! failure "Not complete"\n\n    20 units: 13 lead' in part
    assert "; 1 do not arrive.\n" in part
    assert f"    - S08: gateway-set-up: 1 of {cases} failed\n" in part
    row = next(line for line in part.splitlines() if line.startswith("| **S08** "))
    assert f"*1 of {cases} failed*{{.dod-badge .dod-bad}}" in row
    assert part.count(" failed*{") == 1


def test_a_statement_whose_requirement_has_a_failed_scenario_shows_it() -> None:
    part = told(traceability_page(material(but("failed", GATEWAY, 2))))
    resting = [one.id for one in statements().values() if "gateway-set-up" in way(one).markdown]
    assert resting
    for number in resting:
        assert f"    - [{number}](<~/documents/statements.md#{number.lower()}>): gateway-set-up: 2 of " in part
    assert part.count(" failed*{.dod-badge .dod-bad}") == len(resting)


@pytest.mark.parametrize("results", [{}, but("skipped", GATEWAY, len(everything()))], ids=["no run", "passed over"])
def test_what_was_not_run_does_not_arrive(results: Results) -> None:
    part = units(traceability_page(material(results)))
    assert '!!! failure "Not complete"' in part
    assert re.search(r"    - S08: gateway-set-up: (\d+) of \1 not run\n", part)


def test_without_a_run_no_unit_arrives() -> None:
    assert "20 units: 0 lead" in units(traceability_page(material({})))


@pytest.mark.parametrize(
    ("unit", "fault"),
    [
        (replace(UNIT, requirements=()), "leads nowhere"),
        (replace(UNIT, statements=()), "leads nowhere"),
        (replace(UNIT, requirements=("no-such-thing",)), "no-such-thing: no such requirement"),
        (replace(UNIT, normative=False, requirements=()), "no reason told"),
    ],
)
def test_a_unit_that_leads_nowhere_is_told(monkeypatch: pytest.MonkeyPatch, unit: StartingUnit, fault: str) -> None:
    part = with_units(monkeypatch, unit)
    assert '!!! failure "Not complete"\n\n    1 unit: 0 lead' in part
    assert f"each with why; 1 do not arrive.\n\n    - S99: {fault}\n" in part
    assert "{.dod-badge .dod-bad}" in part


def test_a_requirement_that_no_scenario_asks_for_does_not_arrive(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(traces, "scenarios_by_requirement", lambda _: {})
    part = with_units(monkeypatch, UNIT)
    assert "    - S99: gateway-set-up: no scenario\n" in part
    assert "*no scenario*{.dod-badge .dod-bad}" in part


def test_a_requirement_on_which_no_vector_turns_does_not_arrive(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(traces, "vectors_of", lambda _: {"features": Asked(met=5)})
    part = with_units(monkeypatch, UNIT)
    assert "    - S99: gateway-set-up: no vector\n" in part
    assert "*none*{.dod-badge .dod-bad}" in part


def test_every_statement_is_told_once_with_where_it_went() -> None:
    part = told(traceability_page(material(everything())))
    found = rows(part, "Statement | What it says | Goes to | Last run")
    assert [re.findall(r"\[(\w+)\]", row[0])[0] for row in found] == list(statements())
    for row, one in zip(found, statements().values(), strict=True):
        assert row[1] == prose(one.says)
        assert row[2].startswith(way(one).markdown)


def test_the_kinds_add_up_to_all_statements() -> None:
    part = told(traceability_page(material(everything())))
    found = rows(part, "Goes to | Statements | Not named there")
    assert [row[0] for row in found[:-1]] == [
        kind for kind in KINDS if any(way(one).kind == kind for one in statements().values())
    ]
    assert sum(int(row[1]) for row in found[:-1]) == len(statements())
    assert found[-1][1] == f"**{len(statements())}**"


def test_the_summary_counts_the_statements_that_do_not_arrive() -> None:
    given = material(everything())
    amiss = [one.statement.id for one in Traces(given).statements if one.fault]
    part = told(traceability_page(given))
    assert (
        f"    {len(statements())} statements: {len(statements()) - len(amiss)} arrive; {len(amiss)} do not.\n" in part
    )
    assert re.findall(r"    - \[(\w+)\]\(.+?\): not named there\n", part) == amiss


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"goes_to": None}, "leads nowhere"),
        ({"reason": None}, "not named there"),
        ({"goes_to": Destination.RUN, "reason": None}, "not named there"),
        ({"goes_to": Destination.ASSUMED, "reason": None}, "not named there"),
        ({"goes_to": Destination.CONTRADICTIONS, "reason": None}, "not named there"),
        ({"goes_to": Destination.RELEASE_TABLE, "reason": None}, "not named there"),
        ({"goes_to": Destination.SITE_DESCRIPTION, "reason": None}, "not named there"),
    ],
)
def test_a_statement_that_leads_nowhere_is_told(
    monkeypatch: pytest.MonkeyPatch, change: dict[str, Any], fault: str
) -> None:
    part = with_statements(monkeypatch, replace(STATEMENT, id="F998", **change))
    assert f"    1 statement: 0 arrive; 1 do not.\n\n    - F998: {fault}\n" in part
    assert f"*{fault}*{{.dod-badge .dod-bad}} |" in part


@pytest.mark.parametrize(
    ("number", "kind", "place"),
    [
        ("F001", "a requirement", "(<~/requirements/task-sequence-over-the-internet-available.md>)"),
        ("F053", "how a run goes on, step by step", "(<~/reference/run.md#sequence-starts>)"),
        ("F040", "what is assumed and not checked", "The client reaches the internet over IPv4."),
        ("F133", "the contradictions among documents", "(<~/documents/contradictions.md#e02>)"),
        ("F130", "out of scope", "A name, not a condition."),
    ],
)
def test_a_statement_leads_to_the_place_that_names_it(number: str, kind: str, place: str) -> None:
    found = way(statements()[number])
    assert found.kind == kind
    assert found.told
    assert place in found.markdown


def test_a_statement_goes_to_every_requirement_that_rests_on_it() -> None:
    for one in statements().values():
        resting = [each.id for each in REQUIREMENTS if one.id in each.cites]
        found = re.findall(r"requirements/([a-z0-9-]+)\.md", " ".join(way(one).places))
        assert found == resting
        assert (way(one).kind == ways.TO_REQUIREMENT) is bool(resting)


def test_hostile_text_shows_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = with_units(monkeypatch, replace(UNIT, requirements=("none",))) + with_statements(monkeypatch, STATEMENT)
    unit = replace(UNIT, id=HOSTILE, about=HOSTILE, requirements=(HOSTILE,))
    statement = replace(STATEMENT, says=HOSTILE, reason=HOSTILE)
    seen = Seen(with_units(monkeypatch, unit) + with_statements(monkeypatch, statement))
    assert seen.text.count(HOSTILE) == 7
    assert seen.elements == Seen(usual).elements
    assert seen.attributes == Seen(usual).attributes
