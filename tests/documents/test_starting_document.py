"""Each unit of the starting document leads to requirements, or is not normative."""

from pathlib import Path

import pytest

from dod_model.documents import StartingUnit, documents, starting_document, statements, units
from dod_model.documents.passages import read_page
from dod_model.documents.starting_document import DOCUMENT
from dod_model.requirements import REQUIREMENTS

NOT_NORMATIVE = {"S00", "S01", "S05", "S06", "S15", "S16"}
PAGE = """\
---
author: someone
date: today
---

## <a name="x"></a> The title

<!-- 123 -->
Since version 1802, it works. However, it costs.

### Needs

- A thing

  - When used:
    - Switch it **on**. It stays.

### Try!

Try it. Then tell.

When you do:

- This
"""
UNITS = [
    "author: someone date: today",
    "The title",
    "Since version 1802, it works.",
    "However, it costs.",
    "Needs",
    "A thing",
    "When used:",
    "Switch it on.",
    "It stays.",
    "Try! Try it.",
    "Then tell.",
    "When you do:",
    "This",
]

every_unit = pytest.mark.parametrize("unit", starting_document(), ids=lambda unit: unit.id)


def test_a_page_is_cut_into_sentences_headings_and_items() -> None:
    assert [unit.wording for unit in units(PAGE)] == UNITS


def test_a_new_and_a_changed_unit_are_noticed() -> None:
    known = {unit.fingerprint for unit in units(PAGE)}
    changed = PAGE.replace("it costs", "it is free").replace("- This", "- This\n- That")
    assert [unit.wording for unit in units(changed) if unit.fingerprint not in known] == [
        "However, it is free.",
        "That",
    ]
    assert known - {unit.fingerprint for unit in units(changed)} == {units(PAGE)[3].fingerprint}


def test_form_changes_no_unit() -> None:
    reformatted = (
        PAGE.replace("**", "*").replace("<!-- 123 -->\n", "").replace("it works. However", "it works.\nHowever")
    )
    assert [unit.fingerprint for unit in units(reformatted)] == [unit.fingerprint for unit in units(PAGE)]


@pytest.mark.parametrize(("page", "wordings"), [("", []), ("# Only", ["Only"]), ("# A\n\n## B", ["A", "B"])])
def test_short_pages(page: str, wordings: list[str]) -> None:
    assert [unit.wording for unit in units(page)] == wordings


def test_the_register_names_the_units_in_order() -> None:
    assert [unit.id for unit in starting_document()] == [f"S{number:02}" for number in range(20)]
    assert {unit.id for unit in starting_document() if not unit.normative} == NOT_NORMATIVE


@every_unit
def test_a_unit_leads_somewhere_or_says_why_not(unit: StartingUnit) -> None:
    assert unit.about
    assert set(unit.statements) <= set(statements())
    assert unit.normative is bool(unit.requirements)
    assert unit.normative is (unit.why_not is None)


@every_unit
def test_the_requirements_of_a_unit_cite_its_statements(unit: StartingUnit) -> None:
    cites = {requirement.id: set(requirement.cites) for requirement in REQUIREMENTS}
    assert [name for name in unit.requirements if cites[name].isdisjoint(unit.statements)] == []


def test_the_register_knows_every_unit_of_the_page(sources: Path) -> None:
    page = read_page(sources / documents()[DOCUMENT].place)
    assert [unit.fingerprint for unit in units(page)] == [unit.fingerprint for unit in starting_document()]
