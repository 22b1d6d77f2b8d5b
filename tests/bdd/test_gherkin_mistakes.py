"""Mistakes in a feature are told with their line, in words for its author."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dod_model.bdd.gherkin_mistakes import DESCRIBED, doubts
from dod_model.bdd.in_process import plain, read_feature
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
    return [(one.line, one.message, one.hint) for one in doubts(read_feature(text, "here"), plain(text), ROOT)]


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


SCENARIO = "Feature: f\n  Background:\n    Given b\n  Scenario: s\n"


def test_a_scenario_without_steps_of_its_own_is_doubted() -> None:
    message = "this scenario has no steps of its own, so it tries nothing"
    assert doubted(SCENARIO + "  Scenario: t\n    When b\n  Scenario: u\n") == [(4, message, ""), (7, message, "")]


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("Gegeben something", "Did you mean 'Given'?"),
        ("gegeben sei something", "Did you mean 'Given'?"),
        ("Wenn something", "Did you mean 'When'?"),
        ("Lorsqu'il pleut", "Did you mean 'When'?"),
        ("假如下雨", "Did you mean 'Given'?"),
        ("Givne something", "Did you mean 'Given'?"),
        ("Thn something", "Did you mean 'Then'?"),
        ("Given\tsomething", "After 'Given' stand a blank and the step."),
        ("When:", "After 'When' stand a blank and the step."),
        ("Suppose a site on which everything is in order", "a step begins with Given, When, Then, And, But."),
        ("a site on which everything is in order", "a step begins with Given, When, Then, And, But."),
        ("The it does not run", "a step begins with Given, When, Then, And, But."),
    ],
)
def test_a_description_that_looks_like_a_step_is_doubted(line: str, hint: str) -> None:
    found = doubted(f"{SCENARIO}    tells why\n\n    {line}\n    When b\n")
    assert [(number, message) for number, message, _ in found] == [(7, f"this line is taken for a description: {line}")]
    assert found[0][2].endswith(hint)


@pytest.mark.parametrize(
    "line",
    [
        "The client is on the internet.",
        "An administrator is asked, and they answer.",
        "A site that holds nothing.",
        "In order to be read.",
        "All of it is done. No more.",
        "Because it tells why.",
        "Because the site is at home.",
        "They are many.",
    ],
)
def test_a_description_in_plain_words_is_not_doubted(line: str) -> None:
    assert doubted(f"{SCENARIO}    {line}\n    When b\n") == []


@pytest.mark.parametrize(("word", "meant"), [("Given", "Gegeben seien"), ("But", "Aber")])
def test_a_keyword_of_english_is_doubted_where_another_language_is_written(word: str, meant: str) -> None:
    german = f"# language: de\nFunktion: f\n  Szenario: s\n    {word} b\n    Wenn b\n"
    assert [(line, hint) for line, _, hint in doubted(german)] == [(4, f"Did you mean '{meant}'?")]


def test_lost_steps_of_backgrounds_are_doubted_too() -> None:
    text = "Feature: f\n  Background:\n    Gegeben b\n  Rule: r\n    Background:\n      Wenn b\n"
    text += "    Scenario: s\n      Given b\n  Rule: t\n    Scenario: s\n      Given b\n"
    assert [line for line, _, _ in doubted(text)] == [3, 6]


def test_no_more_than_so_many_lines_of_descriptions_are_looked_at() -> None:
    assert len(doubted(SCENARIO + "    Gegeben x\n" * (DESCRIBED + 5) + "    When b\n")) == DESCRIBED


@pytest.mark.parametrize("quotes", ['"""', "'''"])
def test_a_text_that_is_never_closed_is_doubted(quotes: str) -> None:
    text = f"{SCENARIO}    When b\n      {quotes}\n      x\n      When lost\n"
    ((line, message, _),) = doubted(text)
    assert line == 6
    assert "never closed" in message
    assert doubted(f"{SCENARIO}    When b\n      {quotes}\n      x\n      {quotes}\n") == []


def test_lines_are_told_as_an_editor_counts_them() -> None:
    """behave takes more signs for the end of a line than an editor does."""
    assert [line for line, _, _ in doubted("\ufeff" + SCENARIO.replace("f", "a\x85b\u2028c") + "    Wenn b\n")] == [
        5,
        4,
    ]


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
        told = list(doubts(read_feature(text, "here"), plain(text), ROOT))
    except InputError as error:
        told = [one for one in error.problems if one.line]
    assert all(1 <= one.line <= max(1, len(parts)) for one in told)
