"""The page of statements tells all of them, and where they lead."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from dod_model.documents import Statement, statements
from dod_model.publish.documents import statements as room
from dod_model.publish.documents.statements import statements_page
from dod_model.publish.markdown import prose
from dod_model.publish.passages import passages_of
from tests.publish.evidence_given import HOSTILE, Seen

each_statement = pytest.mark.parametrize("one", statements().values(), ids=lambda one: one.id)


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


def test_hostile_text_shows_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = Seen(statements_page())
    hostile = replace(statements()["F126"], says=HOSTILE, reason=HOSTILE, inferred_part=HOSTILE, seen=HOSTILE)
    monkeypatch.setattr(room, "statements", lambda: {"F126": hostile})
    seen = Seen(statements_page())
    assert seen.text.count(HOSTILE) == 4
    assert seen.elements <= usual.elements
    assert seen.attributes <= usual.attributes
