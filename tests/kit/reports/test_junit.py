"""The report for a CI, as others read it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as XmlTree

import pytest
from junitparser import JUnitXml, Properties, TestCase, TestSuite

from dod_model.kit.known import Known, KnownDisagreement
from tests.kit.reports.scored import Heard, agreed, everything, nasty
from tests.kit.scripted import FAILS, Scripted, asked, reply, vector


def read(heard: Heard, tmp_path: Path) -> JUnitXml:
    path = tmp_path / "report.xml"
    path.write_text(heard.told("junit"), encoding="utf-8")
    found = JUnitXml.fromfile(str(path))
    assert isinstance(found, JUnitXml)
    return found


def cases(found: JUnitXml) -> Iterator[TestCase]:
    for suite in found:
        assert isinstance(suite, TestSuite)
        yield from suite


def results(found: JUnitXml) -> dict[str, str]:
    """What came of each case: the message, after the kind of result."""
    told = {}
    for case in cases(found):
        told[case.name] = ", ".join(f"{type(one).__name__.lower()}: {one.message}" for one in case.result) or "passed"
    return told


def test_every_vector_is_a_case(tmp_path: Path) -> None:
    found = read(everything(), tmp_path)
    assert [suite.name for suite in found] == ["features", "boundaries", "relations", "known"]
    assert results(found) == {
        "features/agreed": "passed",
        "features/wrong": "failure: differs in outcome, gateway-serves-content",
        "features/contested": "skipped: does not count: gateway-set-up (contested): expected met, given violated",
        "features/known": "skipped: does not count: outcome (documented, known): expected downloads-on-demand, "
        "given does-not-run",
        "features/not-asked": "skipped: not asked: it does not answer run",
        "boundaries/dont-know": "skipped: don't know: no rule for this release",
        "boundaries/skipped": results(found)["boundaries/skipped"],
        "boundaries/error": "error: crash: It ended.",
        "relations/broken": "failure: differs in names-do-not-matter",
        "features/agreed gateway-serves-content": "failure: known.txt:2: features/agreed does not disagree on "
        "gateway-serves-content any more; remove this line",
    }
    assert {case.classname for case in cases(found)} == {"features", "boundaries", "relations", "known"}


def test_only_known_ones_that_have_stopped_are_cases_besides(tmp_path: Path) -> None:
    still = Known("known.txt", (KnownDisagreement("features/one", "", "", 1),))
    found = read(Heard(*asked(Scripted({"features/one": reply(FAILS)}), vector("features/one"), known=still)), tmp_path)
    assert [(suite.name, suite.tests) for suite in found] == [("features", 1)]
    stopped = Heard(*asked(Scripted({"features/one": reply()}), vector("features/one"), known=still))
    (case,) = [one for one in cases(read(stopped, tmp_path)) if one.classname == "known"]
    assert (case.name, [one.message for one in case.result]) == (
        "features/one",
        ["known.txt:1: features/one does not disagree any more; remove this line"],
    )


def test_a_failure_tells_what_was_expected_and_given(tmp_path: Path) -> None:
    (failure,) = next(case for case in cases(read(everything(), tmp_path)) if case.name == "features/wrong").result
    assert failure.type == "disagreed"
    assert str(failure.text).splitlines() == [
        "It is made by hand.",
        "outcome (documented): expected downloads-on-demand, given does-not-run",
        "gateway-serves-content (documented): expected not applicable, given violated",
    ]


def test_a_case_has_the_pages_of_the_requirements_that_it_tells_of(tmp_path: Path) -> None:
    pages = {
        case.name: [(one.name, one.value) for one in properties]
        for case in cases(read(everything(), tmp_path))
        if (properties := case.child(Properties)) is not None  # type: ignore[no-untyped-call]
    }
    serves, gateway = (("page", f"requirements/{name}/") for name in ("gateway-serves-content", "gateway-set-up"))
    assert pages == {
        "features/wrong": [serves],
        "features/contested": [gateway],
        "features/agreed gateway-serves-content": [serves],
    }


@pytest.mark.parametrize("heard", [agreed(), everything(), nasty(), Heard(*asked(Scripted({})))])
def test_the_numbers_are_those_of_the_cases(heard: Heard, tmp_path: Path) -> None:
    found = read(heard, tmp_path)
    told = [(one.tests, one.failures, one.errors, one.skipped) for one in (found, *found)]
    found.update_statistics()  # type: ignore[no-untyped-call]
    assert told == [(one.tests, one.failures, one.errors, one.skipped) for one in (found, *found)]


def test_whatever_characters_names_have_it_is_xml(tmp_path: Path) -> None:
    found = read(nasty(), tmp_path)
    assert [case.name[:33] for case in cases(found)] == ["a|b `c` <script>&amp; *d* [e](f) "] * 2
    assert "\\u001b[31m \\ud800  \\u202e ]]>/1" in results(found).popitem()[0].replace("/2", "/1")


def test_what_is_odd_is_its_output() -> None:
    found = XmlTree.fromstring(everything().told("junit"))
    assert [one.text for one in found.iter("system-out")] == [
        "Lines on standard output that are no answers: 1, the first 'hm'."
    ]
