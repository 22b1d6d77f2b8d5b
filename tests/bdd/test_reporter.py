"""The closing line counts every scenario, those in rules and outlines too; a run of nothing is an error."""

import subprocess
import sys
from pathlib import Path

import pytest

ENVIRONMENT = """
from behave import register_type
from dod_model.bdd.reporter import RunReport
from dod_model.bdd.parameters import ParameterType, meaning

register_type(Word=ParameterType("[a-z]+", lambda text: meaning(text, {"gateway": 1}, "word"), "word"))

def before_all(context):
    context.report = RunReport(context.config)
    context.config.reporters.append(context.report)

def after_all(context):
    context.report.require_some()
"""
STEPS = """
from behave import given

@given("it is {}")
def it_is(context, what):
    assert what == "fine", f"because it is {what}"

@given("a {word:Word}")
def word(context, word):
    pass
"""
FEATURE = """
Feature: Counting

  Scenario: Before the rules
    Given it is fine

  @left-out
  Scenario: Left out
    Given it is bad

  Rule: One
    Scenario: In a rule
      Given it is fine

    Scenario Outline: In an outline
      Given it is <what>

      Examples: Two rows
        | what |
        | fine |
        | {what} |

  Rule: Two
    Scenario: In another rule
      Given {step}
"""


def lines(folder: Path, *arguments: str, what: str = "fine", step: str = "it is fine") -> tuple[int, list[str]]:
    (folder / "features").mkdir()
    (folder / "steps").mkdir()
    (folder / "environment.py").write_text(ENVIRONMENT, encoding="utf-8")
    (folder / "steps" / "it_steps.py").write_text(STEPS, encoding="utf-8")
    (folder / "features" / "it.feature").write_text(FEATURE.format(what=what, step=step), encoding="utf-8")
    command = [sys.executable, "-m", "behave", *arguments, "features"]
    ended = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=60)
    return ended.returncode, ended.stdout.splitlines()


def run(folder: Path, *arguments: str, what: str = "fine", step: str = "it is fine") -> tuple[int, str]:
    code, printed = lines(folder, *arguments, what=what, step=step)
    return code, printed[-1]


@pytest.mark.parametrize(
    ("words", "code", "line"),
    [
        ({}, 0, "behave: 5 passed, 0 failed, 1 skipped"),
        ({"what": "bad"}, 1, "behave: 4 passed, 1 failed, 1 skipped"),
        ({"what": "bad", "step": "it is bad"}, 1, "behave: 3 passed, 2 failed, 1 skipped"),
        ({"step": "it is not a step that"}, 1, "behave: 4 passed, 1 failed, 1 skipped"),
        ({"step": "nobody wrote this"}, 1, "behave: 4 passed, 1 failed, 1 skipped"),
    ],
    ids=["all pass", "one fails", "two fail", "one fails in a rule", "one is undefined"],
)
def test_the_last_line_counts_scenarios(tmp_path: Path, words: dict[str, str], code: int, line: str) -> None:
    assert run(tmp_path, "--tags", "not @left-out", **words) == (code, line)


def test_no_time_is_told_that_leaves_rules_out(tmp_path: Path) -> None:
    _, printed = lines(tmp_path, "--tags", "not @left-out")
    assert any(line.startswith("1 feature passed") for line in printed)
    assert [line for line in printed if line.startswith("Took")] == []


def test_a_run_of_nothing_is_an_error(tmp_path: Path) -> None:
    assert run(tmp_path, "--tags", "@mistyped") == (1, "behave: 0 passed, 0 failed, 6 skipped")


def test_a_failure_is_told_with_its_reason(tmp_path: Path) -> None:
    _, printed = lines(tmp_path, "--tags", "not @left-out", step="it is bad")
    line = FEATURE.splitlines().index("    Scenario: In another rule") + 1
    assert printed[-4:] == [
        f"features/it.feature:{line}  In another rule",
        "  Given it is bad",
        "    ASSERT FAILED: because it is bad",
        "behave: 4 passed, 1 failed, 1 skipped",
    ]


def test_a_mistyped_word_is_told_without_a_traceback(tmp_path: Path) -> None:
    _, printed = lines(tmp_path, "--tags", "not @left-out", step="a gatway")
    assert printed[-3:-1] == ["  Given a gatway", "    'gatway' is no word: did you mean 'gateway'?"]
