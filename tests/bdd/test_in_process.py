"""A feature runs in this process as it does under behave, within bounds, and leaves nothing behind."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from behave.model_type import Status
from behave.step_registry import registry

from dod_model.bdd import in_process
from dod_model.bdd.in_process import LONGEST, MOST_STEPS, read_feature, run_feature
from dod_model.bdd.reporter import scenarios
from dod_model.errors import InputError
from tests.cli.running import ROOT

GIVEN = "    Given a site on which everything is in order\n"
STEPS = """\
from behave import given

@given("{count:Number} of them")
def them(context, count):
    assert count == 3, "not 3"
"""


def ran(text: str) -> list[Any]:
    feature = read_feature(text, "features/a/b.feature")
    run_feature(feature, ROOT)
    return list(scenarios(feature))


def refused(text: str) -> str:
    with pytest.raises(InputError) as caught:
        read_feature(text, "here")
    return str(caught.value)


def test_every_feature_passes_here(capfd: pytest.CaptureFixture[str]) -> None:
    for path in sorted((ROOT / "features").rglob("*.feature")):
        found = ran(path.read_text(encoding="utf-8"))
        assert found
        assert [one.name for one in found if one.status is not Status.passed] == []
    assert capfd.readouterr() == ("", "")
    assert not any(registry.steps.values())


def test_a_scenario_does_not_see_what_another_did() -> None:
    feature = "Feature: f\n  Background:\n" + GIVEN + "  Scenario: one\n    Given there is no gateway\n"
    feature += "    When it is started from Software Center\n    Then it does not run\n"
    feature += "  Scenario: two\n    When it is started from Software Center\n    Then it downloads on demand\n"
    assert [one.status for one in ran(feature) * 2] == [Status.passed] * 4


def test_lines_are_those_of_an_editor() -> None:
    """behave takes more signs for the end of a line than an editor does."""
    text = "Feature: a\x0bb\u2028c\x85d\r\n\r  Scenario: s\n" + GIVEN
    (scenario,) = ran(text)
    assert (scenario.line, scenario.feature.name, scenario.steps[0].line) == (3, "a b c d", 4)


@pytest.mark.parametrize("first", ["", "# language: en\n", "@asks-run\n"])
def test_a_byte_order_mark_at_the_beginning_is_nothing(first: str) -> None:
    text = f"{first}Feature: f\n  Scenario: s\n{GIVEN}"
    (marked,), (plain,) = ran("\ufeff" + text), ran(text)
    assert marked.status is Status.passed
    assert (marked.line, marked.feature.tags) == (plain.line, plain.feature.tags)


def test_a_text_that_is_too_long_is_not_read() -> None:
    assert f"at most {LONGEST:,} are read" in refused("Feature: f\n" + "#" * LONGEST)


def test_more_steps_than_are_run_are_refused_before_they_are_made() -> None:
    rows = "".join("  | 1 |\n" for _ in range(MOST_STEPS // 2 + 1))
    outline = "Feature: f\n  Scenario Outline: o\n" + GIVEN + "  Examples: e\n  | a |\n"
    assert f"more than the {MOST_STEPS:,} steps" in refused(outline + rows)
    assert len(list(scenarios(read_feature(outline + "  | 1 |\n" * 100, "here")))) == 100


def test_steps_of_backgrounds_count_for_every_scenario() -> None:
    background = "Feature: f\n  Background:\n" + GIVEN * 100
    assert "more than" in refused(background + "  Scenario: s\n    When x\n" * 200)


def test_rows_that_name_one_another_do_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    columns = "abcdefghijklmnopqrstuvwxyz"
    cells = [f"<{one}>" * 10 for one in columns[1:]]
    table = f"  |{'|'.join(columns)}|\n  |{'|'.join(cells)}|end|\n"
    text = f"Feature: f\n Scenario Outline: o\n  Given <a>\n Examples: e\n{table}"
    assert "its rows come to more than" in refused(text)
    monkeypatch.setattr(in_process, "MOST_LETTERS", 100)
    small = "Feature: f\n Scenario Outline: o\n  Given <a>\n Examples: e\n  | a |\n  | {} |\n"
    assert "its rows come to more than" in refused(small.format("x" * 99))
    read_feature(small.format("x" * 80), "here")


def test_no_more_is_made_of_rows_than_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each row alone would be within the limit. The work is counted: what is made, over all rows."""
    made: list[int] = []
    filled = in_process._filled

    def counted(*asked: Any) -> str:
        text = filled(*asked)
        made.append(len(text))
        return text

    monkeypatch.setattr(in_process, "_filled", counted)
    monkeypatch.setattr(in_process, "MOST_LETTERS", 10_000)
    text = "Feature: f\n Scenario Outline: o\n  Given <a>\n Examples:\n  | a | b |\n"
    row = f"  | {'<b>' * 20} | {'x' * 200} |\n"
    assert "its rows come to more than" in refused(text + row * 500)
    assert 4_000 < sum(made) <= 10_000
    assert len(made) < 10
    read_feature(text + row * 2, "here")


def test_tags_and_the_name_of_examples_count_for_every_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(in_process, "MOST_LETTERS", 1_000)
    rows = "  | a |\n" + "  | xxxxxxxxxx |\n" * 10
    outline = "Feature: f\n{tags}Scenario Outline: o\n  Given {step}\n Examples: {name}\n" + rows
    read_feature(outline.format(tags="", step="y", name="z"), "here")
    for tags, step, name in (
        ("", "y", "z" * 100),
        ("", "y", "<a>" * 10),
        ("", "<examples.name>" * 4, "z" * 30),
        ("@t" + "<a>" * 10 + "\n", "y", "z"),
    ):
        assert "its rows come to more than" in refused(outline.format(tags=tags, step=step, name=name))


def test_a_table_below_a_step_counts_with_its_values(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(in_process, "MOST_LETTERS", 1_000)
    cell = "<a>" * 30
    text = f"Feature: f\n Scenario Outline: o\n  Given t\n   | {cell} |\n Examples: e\n  | a |\n  | {'x' * 40} |\n"
    assert "its rows come to more than" in refused(text)


def test_nothing_is_printed_of_odd_features(capfd: pytest.CaptureFixture[str]) -> None:
    ran("Feature: f\n  Scenario Outline: o\n    Given <z>\n    Examples: e\n")
    ran("Feature: f\n  Scenario Outline: o\n    Given <z>\n    Examples: e\n   | z |\n   | 1 \n")
    assert capfd.readouterr() == ("", "")


def test_steps_of_another_spec_are_used_there(tmp_path: Path) -> None:
    (tmp_path / "steps").mkdir()
    (tmp_path / "steps" / "some_steps.py").write_text(STEPS, encoding="utf-8")
    feature = read_feature("Feature: f\n  Scenario: s\n    Given 3 of them\n  Scenario: t\n    Given 4 of them\n", "x")
    run_feature(feature, tmp_path)
    assert [one.status for one in scenarios(feature)] == [Status.passed, Status.failed]
