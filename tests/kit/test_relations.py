"""Relation vectors: pairs of questions that differ, of every law, over the healthy site and many faults."""

import re
from collections import Counter
from functools import cache

import pytest

from dod_model.assessment import assess
from dod_model.kit.arranging.withholding import UNKNOWNS
from dod_model.kit.boundaries import slug
from dod_model.kit.dials import DIALS, RELEASES, START
from dod_model.kit.expecting import expected, hangs_on_unknowns
from dod_model.kit.format import Question, Relation
from dod_model.kit.laws import LAWS, Law
from dod_model.kit.relations import relations
from dod_model.site import Site

WITHHOLDING = "to-know-more-changes-no-certain-answer"
each_law = pytest.mark.parametrize("law", LAWS, ids=lambda law: law.name)


@cache
def of_the_kit() -> tuple[Relation, ...]:
    return tuple(relations())


def of(law: Law) -> list[Relation]:
    return [one for one in of_the_kit() if one.law == law.name]


def undetermined(question: Question) -> bool:
    return hangs_on_unknowns(expected(assess(question.site, question.attempt, question.wish)))


@each_law
class TestOfALaw:
    def test_there_are_dozens_and_some_of_each_change(self, law: Law) -> None:
        counted = Counter(_word(one) for one in of(law))
        assert sum(counted.values()) > 30
        assert counted.keys() == (law.changes.keys() or {slug(what) for what in UNKNOWNS})

    def test_each_says_what_has_to_hold(self, law: Law) -> None:
        assert {(one.why, one.relation) for one in of(law)} == {(law.statement, law.relation)}

    def test_some_are_about_something_that_is_amiss(self, law: Law) -> None:
        outcomes = {assess(one.second.site, one.second.attempt).outcome for one in of(law)}
        assert len(outcomes) > 2


def test_ids_are_words_in_folders_each_once() -> None:
    ids = [one.id for one in of_the_kit()]
    assert len(set(ids)) == len(ids)
    assert [name for name in ids if not re.fullmatch(r"relations(/[a-z0-9]+(-[a-z0-9]+)*){3}", name)] == []


def test_the_two_questions_of_each_differ() -> None:
    assert [one.id for one in of_the_kit() if one.first == one.second] == []


def test_the_healthy_site_loses_each_thing_that_may_be_left_out() -> None:
    folder = f"relations/{WITHHOLDING}/healthy/"
    lost = {one.id: one for one in of_the_kit() if one.id.startswith(folder)}
    assert [name.rpartition("-")[0] for name in lost] == [f"{folder}{slug(what)}" for what in UNKNOWNS]
    for one, withhold in zip(lost.values(), UNKNOWNS.values(), strict=True):
        assert one.second == START.question
        assert one.first.site == withhold(START.site)


def test_each_dial_has_a_fault_by_itself() -> None:
    named = {one.id.split("/")[2] for one in of_the_kit()}
    missing = [one.name for one in DIALS if slug(f"{one.name} {list(one.positions)[1]}") not in named]
    assert set(missing) <= RELEASES


def test_unknowns_are_asked_where_something_is_undetermined() -> None:
    for one in of_the_kit():
        asked = one.law == WITHHOLDING or undetermined(one.first) or undetermined(one.second)
        assert one.asks == (("outcome", "violated", "unknowns") if asked else ("outcome", "violated")), one.id


def test_the_descriptions_are_sound() -> None:
    for one in of_the_kit():
        for site in (one.first.site, one.second.site):
            assert Site.model_validate_json(site.to_json()) == site, one.id


def test_they_are_the_same_each_time() -> None:
    assert tuple(relations()) == of_the_kit()


def _word(one: Relation) -> str:
    """What was changed: the last part of an id without its digest."""
    return one.id.rpartition("/")[2].rpartition("-")[0]
