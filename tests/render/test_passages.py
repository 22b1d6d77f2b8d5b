"""Which passages stand behind a requirement."""

from __future__ import annotations

import pytest

from dod_model.documents import statements
from dod_model.render.passages import citations
from dod_model.requirements import REQUIREMENTS, Requirement

each = pytest.mark.parametrize("requirement", REQUIREMENTS, ids=lambda one: one.id)


@each
def test_every_passage_of_every_cited_statement_is_there_once(requirement: Requirement) -> None:
    found = citations(requirement)
    assert len(set(found)) == len(found)
    assert {one.statement for one in found} == {name for name in requirement.cites if statements()[name].passages}


@each
def test_verified_passages_come_first(requirement: Requirement) -> None:
    marks = [one.verified for one in citations(requirement)]
    assert marks == sorted(marks, reverse=True)
    assert marks


@each
def test_every_passage_can_be_looked_up(requirement: Requirement) -> None:
    for one in citations(requirement):
        assert one.document
        assert one.url.startswith("https://")
