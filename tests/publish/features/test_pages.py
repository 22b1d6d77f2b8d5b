"""Pages of features tell what the features say and what came of them, and lead to where it goes on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dod_model.bdd.results import NO_RESULTS, ScenarioResult
from dod_model.kit.system import TAGS
from dod_model.publish.features.files import feature_file, features
from dod_model.publish.features.index import QUESTIONS
from dod_model.publish.features.pages import ASKED, WITHOUT, feature_page, feature_pages
from dod_model.publish.features.parts import FeatureFile
from dod_model.publish.material import Material
from tests.cli.running import ROOT
from tests.publish.features.rendering import Element, elements, rendered

FILE = "features/gateway/made.feature"
MADE = """\
@asks-plan
Feature: What is made?

  Why it is asked.

  Background:
    Given a site

  @gateway-set-up
  Rule: It is made

    Scenario: Once
      When it is made

    @asks-run @cloud-download
    Scenario Outline: In <colour>
      When it is made in <colour>

      Examples: All
        | colour |
        | red    |
        | blue   |
"""
LINES = (12, 21, 22)
LAID_OUT = """\
Feature: x

  One paragraph
  goes on.

  - an item
    goes on
    - below it
  - another

      set  off
       more
"""
each_feature = pytest.mark.parametrize("one", features(ROOT), ids=lambda one: one.path)


def made() -> FeatureFile:
    return feature_file(FILE, MADE)


def result(line: int, came: str, why: str = "") -> ScenarioResult:
    return ScenarioResult.model_validate({"file": FILE, "line": line, "name": "", "came": came, "why": why})


def html(results: dict[tuple[str, int], ScenarioResult] | None = None) -> list[Element]:
    return list(elements(rendered(feature_page(made(), results or NO_RESULTS))))


def of_class(found: list[Element], name: str) -> list[Element]:
    return [one for one in found if name in (one.attributes.get("class") or "").split()]


def test_each_scenario_and_row_has_what_came_of_it() -> None:
    results = {
        (FILE, line): result(line, came) for line, came in zip(LINES, ("passed", "failed", "skipped"), strict=True)
    }
    found = of_class(html(results), "dod-came")
    assert [(one.attributes["data-line"], one.text) for one in found] == [
        ("12", "passed"),
        ("21", "failed"),
        ("22", "skipped"),
    ]


def test_what_did_not_run_is_told_so() -> None:
    found = html()
    assert [one.text for one in of_class(found, "dod-came")] == ["not run"] * 3
    assert [one.text for one in of_class(found, "dod-summary")] == ["3 not run in the last run."]


def test_why_a_step_failed_stands_below_its_row() -> None:
    found = html({(FILE, 21): result(21, "failed", "  When it is made in red\n    it is not")})
    (why,) = of_class(found, "dod-why")
    assert why.text == "  When it is made in red\n    it is not"
    rows = [one.text for one in found if one.tag == "tr"]
    assert rows == ["colourLast run", "redfailed", why.text, "bluenot run"]


def test_rules_scenarios_outlines_tables_and_rows_have_anchors() -> None:
    anchors = {one.attributes["id"] for one in html() if "id" in one.attributes}
    assert {"l10", "l12", "l16", "l19", "l21", "l22"} <= anchors


def test_tags_lead_to_requirements_and_behaviours_and_tell_what_is_asked() -> None:
    text = feature_page(made(), NO_RESULTS)
    assert "Feature · *asks for a plan*" in text
    assert "Rule · requirement [gateway-set-up](<~/requirements/gateway-set-up.md>)" in text
    assert "behaviour [cloud-download](<~/reference/run.md#cloud-download>)" in text
    assert ASKED.keys() == TAGS


def test_the_text_of_the_feature_lies_beside_its_page() -> None:
    pages = feature_pages(Material(ROOT, NO_RESULTS))
    for one in features(ROOT):
        assert pages[one.path] == (ROOT / one.path).read_text(encoding="utf-8")
        name = one.path.rpartition("/")[2]
        assert f"](<{name}>){{ .dod-source }}" in pages[one.page]
        assert f'data-dod="feature" data-file="{one.path}"' in pages[one.page]


def test_without_javascript_a_page_says_what_is_missing() -> None:
    (box,) = of_class(html(), "dod-feature")
    assert box.text == WITHOUT
    assert WITHOUT.startswith("With JavaScript")


@each_feature
def test_a_page_says_all_that_its_feature_says(one: FeatureFile) -> None:
    found = elements(rendered(feature_page(one, NO_RESULTS)))
    told = {" ".join(part.text.removesuffix("¶").split()) for part in found if part.tag in ("bdi", "h1")}
    assert [text for text in said_in(one) if text not in told] == []


def said_in(feature: FeatureFile) -> Iterator[str]:
    """Every name, step, cell and paragraph of a feature."""
    yield from (feature.name, *paragraphs(feature.description))
    for rule in feature.rules:
        yield from (rule.name, *paragraphs(rule.description))
    for scenario in feature.all_scenarios:
        yield scenario.name
        for step in scenario.steps:
            yield from (step.text, *(cell for row in step.table for cell in row))
        for table in scenario.examples:
            yield from (table.name, *table.head, *(cell for row in table.rows for cell in row.cells))


def paragraphs(text: str) -> list[str]:
    return [" ".join(part.split()) for part in text.split("\n\n") if part]


def test_a_description_keeps_its_layout() -> None:
    found = list(elements(rendered(feature_page(feature_file("features/a/b.feature", LAID_OUT), NO_RESULTS))))
    described = of_class(found, "dod-description")
    assert [(one.tag, one.text) for one in described] == [
        ("p", "One paragraph goes on."),
        ("ul", "an item goes onbelow itanother"),
        ("pre", "    set  off\n     more"),
    ]
    assert [one.text for one in found if one.tag == "li"] == ["an item goes onbelow it", "below it", "another"]


def test_the_index_tells_every_feature_by_the_question_of_its_folder() -> None:
    results = {(FILE, line): result(line, "passed") for line in LINES}
    pages = feature_pages(Material(ROOT, results))
    index = pages["features/index.md"]
    assert [one.page for one in features(ROOT) if f"(<~/{one.page}>)" not in index] == []
    folders = {one.path.split("/")[1] for one in features(ROOT)}
    assert folders == QUESTIONS.keys()
    assert [text for text in QUESTIONS.values() if f"\n## {text} {{#" not in index] == []
