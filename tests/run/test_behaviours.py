"""Everything that happens in a run says what it rests on, and truly."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import dod_model.run
from dod_model.documents import Basis, statements
from dod_model.requirements import BY_ID, REQUIREMENTS, Force, Requirement
from dod_model.run.behaviours import BEHAVIOURS, CALLER, Behaviour, unmet

BLOCKING = [one for one in REQUIREMENTS if one.force is Force.BLOCKS]
every_behaviour = pytest.mark.parametrize("behaviour", BEHAVIOURS.values(), ids=lambda one: one.id)
every_blocking = pytest.mark.parametrize("requirement", BLOCKING, ids=lambda one: one.id)


DOCUMENTED = {
    "policy-in-one": "F107",
    "policy-too-large": "F128",
    "started": "F060",
    "pre-download": "F061 F062",
    "pre-download-filter": "F063",
    "all-before-start": "F054",
    "conditions-at-run-time": "F064",
    "sequence-starts": "F053 F115",
    "content-before-its-step": "F053 F091 F110",
    "only-holders": "F097",
    "only-cloud": "F092 F146 F112",
    "only-serving-gateways": "F035 F018",
    "cloud-download": "F100 F035",
    "hash-check": "F070",
}
"""What the pages say themselves, with where they say it; every other behaviour was reasoned."""

SHOWN = {
    "task-sequence-enabled": "F143",
    "no-defect-of-2002": "G09",
}
"""Of the requirements, those of which the pages say also where it shows that they are not met."""


def is_from_a_page(number: str) -> bool:
    return statements()[number].basis is Basis.DOCUMENTED


def test_ids_are_unique() -> None:
    source = Path(dod_model.run.__path__[0], "behaviours.py").read_text(encoding="utf-8")
    assert len(BEHAVIOURS) == len(
        re.findall(r"^[A-Z_0-9]+ = (?:_documented|_inferred|Behaviour)\(", source, re.MULTILINE)
    )
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) for name in BEHAVIOURS)
    assert not BEHAVIOURS.keys() & BY_ID.keys()


@every_behaviour
def test_it_says_what_happens_in_sentences(behaviour: Behaviour) -> None:
    assert re.fullmatch(r"[A-Z].*\.", behaviour.statement)
    assert re.fullmatch(r"([A-Z].*\.)?", behaviour.reasoning)
    assert "  " not in behaviour.statement + behaviour.reasoning


@every_behaviour
def test_it_cites_what_is_in_the_register(behaviour: Behaviour) -> None:
    assert set(behaviour.cites) <= statements().keys()
    assert len(set(behaviour.cites)) == len(behaviour.cites)
    assert behaviour.cites or behaviour is CALLER


@every_behaviour
def test_what_no_page_says_is_inferred_with_its_reasoning(behaviour: Behaviour) -> None:
    from_a_page = any(is_from_a_page(number) for number in behaviour.cites)
    assert behaviour.basis is (Basis.INFERRED if behaviour.reasoning else Basis.DOCUMENTED)
    assert from_a_page or behaviour.reasoning


def test_what_the_pages_say_is_told_from_what_was_reasoned() -> None:
    documented = {one.id: " ".join(one.cites) for one in BEHAVIOURS.values() if one.basis is Basis.DOCUMENTED}
    assert documented == DOCUMENTED


def test_where_a_requirement_shows_is_mostly_reasoned() -> None:
    shown = {one.id: unmet(one.id) for one in BLOCKING}
    documented = {name: " ".join(one.cites) for name, one in shown.items() if one.basis is Basis.DOCUMENTED}
    assert documented == SHOWN


def test_what_is_inferred_stays_inferred_where_it_shows() -> None:
    shown = unmet("task-sequence-enabled", "It was reasoned.")
    assert (shown.basis, shown.reasoning) == (Basis.INFERRED, "It was reasoned.")
    both = unmet("content-in-the-cloud", "It was reasoned.")
    assert both.reasoning == f"It was reasoned. {unmet('content-in-the-cloud').reasoning}"


@every_blocking
def test_what_blocks_says_where_it_shows_and_why(requirement: Requirement) -> None:
    shown = unmet(requirement.id)
    assert shown.id == f"unmet: {requirement.id}"
    assert shown.statement == f"Not met: {requirement.statement}"
    assert shown.cites
    assert set(shown.cites) <= statements().keys()
    assert shown.reasoning or any(is_from_a_page(number) for number in shown.cites)


def test_what_does_not_block_shows_nowhere() -> None:
    others = [one for one in REQUIREMENTS if one.force is not Force.BLOCKS]
    assert others
    for one in others:
        with pytest.raises(ValueError, match=f"^{one.id} does not keep a task sequence from running$"):
            unmet(one.id)


def test_an_unknown_requirement_is_none() -> None:
    with pytest.raises(KeyError):
        unmet("no-such-requirement")
