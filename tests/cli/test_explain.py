"""``dod explain``: all about a requirement."""

from __future__ import annotations

import pytest

from dod_model.documents import contradictions
from dod_model.render.passages import citations
from dod_model.render.wording import quoted_labels
from dod_model.requirements import REQUIREMENTS, Requirement
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


def test_a_wrong_name_gets_the_nearest() -> None:
    answer = dod("explain", "gateway-serve-content")
    assert answer.code == 2
    assert "Did you mean 'gateway-serves-content'? `dod explain` lists them all." in answer.err
    assert "'xyz'. `dod explain` lists" in dod("explain", "xyz").err
