"""Contradictions between documents are told with both sides and the reading that is taken."""

from datetime import date

import pytest

from dod_model.documents import Basis, Contradiction, contradictions, statements
from dod_model.requirements import REQUIREMENTS

CORRECTED = {"E01": date(2020, 4, 21), "E02": date(2019, 9, 19), "E07": date(2020, 3, 7)}
OPEN = {"E05", "E11", "E12", "E13", "F154"}

every_contradiction = pytest.mark.parametrize("entry", contradictions().values(), ids=lambda entry: entry.id)


def test_which_contradictions_there_are_and_which_are_open() -> None:
    assert set(contradictions()) == OPEN | set(CORRECTED)
    assert {entry.id for entry in contradictions().values() if entry.open} == OPEN
    assert {entry.id: entry.corrected.date for entry in contradictions().values() if entry.corrected} == CORRECTED


@every_contradiction
def test_a_contradiction_has_sides_that_differ(entry: Contradiction) -> None:
    assert len({side.says for side in entry.sides}) == len(entry.sides) >= 2
    places = [{(p.document, p.heading, p.block) for p in side.passages} for side in entry.sides]
    assert all(places)
    assert sum(map(len, places)) == len(set.union(*places))


@every_contradiction
def test_a_side_tells_the_dates_of_its_pages(entry: Contradiction) -> None:
    for side in entry.sides:
        assert len(side.dates) == len(side.passages)
        assert all(side.dates)


@every_contradiction
def test_a_contradiction_says_what_is_taken_and_on_what_basis(entry: Contradiction) -> None:
    assert entry.title.endswith("?")
    assert entry.reading.endswith(".")
    assert entry.basis in {Basis.DOCUMENTED, Basis.INFERRED}
    assert entry.corrected is None or entry.corrected.shown_by


@every_contradiction
def test_a_contradiction_touches_known_statements_and_requirements(entry: Contradiction) -> None:
    assert entry.id in entry.statements
    assert set(entry.statements) <= set(statements())
    touched = {one.id for one in REQUIREMENTS if entry.id in {touch.contradiction for touch in one.touched_by}}
    assert set(entry.requirements) == touched != set()


def test_readings_that_no_document_takes_are_inferred() -> None:
    inferred = {entry.id for entry in contradictions().values() if entry.basis is Basis.INFERRED}
    assert inferred == {"E05", "E11", "E12", "F154"}


@every_contradiction
def test_the_requirements_that_it_touches_cite_its_statements(entry: Contradiction) -> None:
    cites = {requirement.id: set(requirement.cites) for requirement in REQUIREMENTS}
    assert [name for name in entry.requirements if cites[name].isdisjoint(entry.statements)] == []
