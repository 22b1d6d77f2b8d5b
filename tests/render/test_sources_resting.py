"""What rests on a passage: statements, and the requirements that cite them."""

from __future__ import annotations

from dod_model.documents import Passage, cited, contradictions
from dod_model.render.sources_resting import resting_on
from dod_model.requirements import REQUIREMENTS


def test_requirements_are_those_that_cite_a_statement_or_are_touched_by_a_contradiction() -> None:
    for passage, statements in cited().items():
        citing = {one.id for one in REQUIREMENTS if set(one.cites) & set(statements)}
        touched = {name for one in contradictions().values() if one.id in statements for name in one.requirements}
        assert resting_on(passage).statements == statements
        assert set(resting_on(passage).requirements) == citing | touched


def test_every_requirement_rests_on_some_passage() -> None:
    found = {name for passage in cited() for name in resting_on(passage).requirements}
    assert found == {one.id for one in REQUIREMENTS}


def test_nothing_rests_on_what_is_not_cited() -> None:
    assert resting_on(Passage("SEED", "nowhere", 1, None)).statements == ()
    assert resting_on(Passage("SEED", "nowhere", 1, None)).requirements == ()
