"""Mistakes in a feature are told with their line, in words for its author."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dod_model.bdd.gherkin_mistakes import doubts
from dod_model.bdd.in_process import read_feature
from dod_model.errors import InputError
from tests.cli.running import ROOT

HEAD = "Feature: f\n  Scenario: s\n    Given a\n"
GATEWAY = (ROOT / "features" / "gateway" / "gateway.feature").read_text(encoding="utf-8")
ODD = (
    *("Feature: f", "Scenario: s", "Scenario Outline: o", "Rule: r", "Background: b", "Examples: e", "Given a"),
    *("And b", "| a | b |", "| a |", "|", '"""', "@t", "@t u", "# language: de", "# language: xx", "x", "Giveen x"),
)


def refused(text: str) -> tuple[int, str, str]:
    with pytest.raises(InputError) as caught:
        read_feature(text, "here")
    (problem,) = caught.value.problems
    return problem.line, problem.message, problem.hint


def doubted(text: str) -> list[tuple[int, str, str]]:
    return [(one.line, one.message, one.hint) for one in doubts(read_feature(text, "here"), text)]


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        ("", 0, "there is no feature", ""),
        ("hello", 1, "begins with 'Feature:'", ""),
        ("Featur: f", 1, "begins with 'Feature:'", "Did you mean 'Feature:'?"),
        (HEAD + "    Wen b\n", 4, "no line begins so: Wen b", "Did you mean 'When'?"),
        (HEAD + "  Scenari: t\n", 4, "no line begins so", "Did you mean 'Scenario:'?"),
        (HEAD + "  Scenario t\n", 4, "no line begins so: Scenario t", "Did you mean 'Scenario:'?"),
        (HEAD + "    oops\n", 4, "a line begins with", ""),
        (HEAD + "    | a | b |\n    | c |\n", 5, "another number of cells", ""),
        (HEAD + "  Examples: e\n    | a |\n", 4, "only a Scenario Outline has Examples", ""),
        (HEAD + "  Feature: g\n", 4, "a file has one Feature", ""),
        (HEAD + "  Background:\n    Given b\n", 4, "a Background stands once", ""),
        ("Feature: f\n  @t\n  Background:\n", 3, "a Background carries no tags", ""),
        ("Feature: f\n  Background:\n    Given a\n  Background:\n", 4, "a Background stands once", ""),
        ("Feature: f\n  Scenario: s\n    And a\n", 3, "there is none", ""),
        ("Feature: f\n  @t u\n  Scenario: s\n", 2, "a tag is one word that begins with @", ""),
        ("Scenario: s\n  Given a\n", 1, "a scenario stands below a Feature", ""),
        ("Rule: r\n", 1, "the first of all is the Feature", ""),
        ("# language: xx\nFeature: f\n", 1, "no such language", ""),
        (HEAD + '      """\n  b\n      """\n', 5, "further left", ""),
    ],
)  # fmt: skip
def test_what_is_no_gherkin_is_refused_with_its_line(text: str, line: int, message: str, hint: str) -> None:
    found = refused(text)
    assert (found[0], found[2]) == (line, hint)
    assert message in found[1]


def test_nothing_is_doubted_in_the_features_of_the_spec() -> None:
    for path in sorted((ROOT / "features").rglob("*.feature")):
        assert doubted(path.read_text(encoding="utf-8")) == [], path


def test_an_unknown_tag_is_doubted_and_the_nearest_named() -> None:
    ((line, message, hint),) = doubted(GATEWAY.replace("@gateway-set-up", "@gateway-setup"))
    assert (line, hint) == (8, "Did you mean '@gateway-set-up'?")
    assert "'@gateway-setup' is no requirement" in message


def test_tags_of_features_and_scenarios_are_looked_at_too() -> None:
    found = doubted("@x\nFeature: f\n  @y @asks-run\n  Scenario: s\n    Given a\n")
    assert [line for line, _, _ in found] == [1, 3]


def test_a_first_step_with_a_mistyped_word_is_doubted() -> None:
    text = "Feature: f\n  Scenario: s\n    it tells why\n    Giveen a\n    When b\n"
    assert doubted(text) == [(4, "this line is taken for a description: Giveen a", "Did you mean 'Given'?")]


def test_an_outline_without_rows_and_a_row_without_its_end_are_doubted() -> None:
    outline = "Feature: f\n  Scenario Outline: o\n    Given <a>\n    Examples: e\n"
    assert [(line, message) for line, message, _ in doubted(outline)] == [
        (2, "this outline has no rows of examples, so nothing of it runs")
    ]
    assert [line for line, _, _ in doubted(outline + "    | a |\n    | 1\n")] == [6]
    assert [line for line, _, _ in doubted("Feature: f\n  Scenario: s\n    Given t\n      | a |\n      | b\n")] == [5]


@given(st.lists(st.sampled_from(ODD), max_size=12))
def test_whatever_is_written_is_read_or_refused_with_a_line_of_it(parts: list[str]) -> None:
    text = "\n".join(parts)
    try:
        told = list(doubts(read_feature(text, "here"), text))
    except InputError as error:
        told = [one for one in error.problems if one.line]
    assert all(1 <= one.line <= max(1, len(parts)) for one in told)
