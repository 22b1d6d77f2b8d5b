"""``dod explain``: all about a requirement, and about what it rests on."""

from __future__ import annotations

import re

import pytest

from dod_model.abilities import ABILITIES, Ability
from dod_model.documents import contradictions, documents, statements
from dod_model.render.passages import behind, citations
from dod_model.render.wording import quoted_labels
from dod_model.requirements import REQUIREMENTS, Requirement
from dod_model.run.behaviours import BEHAVIOURS, Behaviour
from tests.cli.running import dod

each = pytest.mark.parametrize("requirement", REQUIREMENTS, ids=lambda one: one.id)


def test_without_a_name_all_are_listed_by_topic() -> None:
    lines = dod("explain").out.splitlines()
    named = [line.strip() for line in lines if line.startswith("  ") and not line.startswith("   ")]
    assert named == [one.id for one in REQUIREMENTS]
    assert [line for line in lines if line and not line.startswith(" ")] == list(
        dict.fromkeys(one.topic.value for one in REQUIREMENTS)
    )


@each
def test_everything_about_a_requirement_is_told(requirement: Requirement) -> None:
    text = dod("explain", requirement.id).out
    parts = [requirement.id, requirement.statement, requirement.explanation]
    parts += [quoted_labels(one.action) for one in requirement.remedies]
    parts += [part for one in requirement.remedies for part in (one.console, one.cmdlet)]
    parts += [part for one in citations(requirement) for part in (one.statement, one.document, one.heading, one.url)]
    parts += [part for one in requirement.touched_by for part in _dispute(one.contradiction)]
    parts += [requirement.scope.otherwise] if requirement.scope else []
    parts += [requirement.inferred.reasoning] if requirement.inferred else []
    assert [part for part in parts if part not in text] == []


def _dispute(name: str) -> tuple[str, ...]:
    return (name, contradictions()[name].title, contradictions()[name].reading)


def test_what_is_cited_only_is_marked() -> None:
    lines = dod("explain", "no-defect-of-2002").out.splitlines()
    (line,) = (line for line in lines if "What is new in 2006" in line)
    assert line.endswith("(cited, unverified)")


def test_a_corrected_contradiction_has_its_date() -> None:
    assert "(corrected on 2019-09-19)" in dod("explain", "started-from-software-center").out
    assert "(open)" in dod("explain", "started-from-software-center").out


@pytest.mark.parametrize("name", statements())
def test_everything_about_a_statement_is_told(name: str) -> None:
    one = statements()[name]
    text = dod("explain", name).out
    parts = [name, one.says, f"basis     {one.basis.value}", one.inferred_part, one.reason, one.seen]
    parts += [part for cited in behind([name]) for part in (cited.document, cited.heading, cited.url)]
    parts += [requirement.id for requirement in REQUIREMENTS if name in requirement.cites]
    assert [part for part in parts if part and part not in text] == []
    assert ("cited by" in text) or ("goes to" in text)


@pytest.mark.parametrize("name", contradictions())
def test_everything_about_a_contradiction_is_told(name: str) -> None:
    one = contradictions()[name]
    text = dod("explain", name).out
    parts = [one.title, one.reading, *(side.says for side in one.sides), *one.requirements, *one.statements]
    parts += [documents()[passage.document].title for side in one.sides for passage in side.passages]
    parts += [one.corrected.shown_by, one.corrected.date.isoformat()] if one.corrected else ["(open)"]
    assert [part for part in parts if part not in text] == []


@pytest.mark.parametrize("ability", ABILITIES, ids=lambda one: one.id)
def test_everything_about_an_ability_is_told(ability: Ability) -> None:
    text = dod("explain", ability.id).out
    parts = [ability.id, ability.statement, f"rests on  {', '.join(ability.cites)}"]
    parts += [cited.url for cited in behind(ability.cites)]
    assert [part for part in parts if part not in text] == []


def test_what_the_help_names_can_be_explained() -> None:
    examples = re.findall(r"^ +dod explain (\S+)", dod("explain", "--help").out, re.MULTILINE)
    assert [dod("explain", name).code for name in examples] == [0] * 5


@pytest.mark.parametrize("behaviour", BEHAVIOURS.values(), ids=lambda one: one.id)
def test_everything_about_a_behaviour_is_told(behaviour: Behaviour) -> None:
    text = dod("explain", behaviour.id).out
    parts = [behaviour.id, behaviour.statement, behaviour.basis.value, behaviour.reasoning, ", ".join(behaviour.cites)]
    parts += [cited.url for cited in behind(behaviour.cites)]
    assert [part for part in parts if part not in text] == []


def test_a_requirement_is_found_as_a_run_names_it() -> None:
    assert dod("explain", "unmet: content-in-the-cloud") == dod("explain", "content-in-the-cloud")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("gateway-serve-content", "gateway-serves-content"),
        ("f050", "F050"),
        ("g01", "G01"),
        ("download-ondemand", "download-on-demand"),
    ],
)
def test_a_wrong_name_gets_the_nearest(name: str, meant: str) -> None:
    answer = dod("explain", name)
    assert (answer.code, answer.out) == (2, "")
    assert f"Nothing is called '{name}'. Did you mean '{meant}'? `dod explain` lists the requirements." in answer.err


def test_a_name_that_is_near_nothing() -> None:
    assert "'xyz'. `dod explain` lists" in dod("explain", "xyz").err
