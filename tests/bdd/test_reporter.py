"""The closing line counts every scenario, those in rules and outlines too, and tells a run of nothing from a good one."""

import subprocess
import sys
from pathlib import Path

import pytest

ENVIRONMENT = """
from dod_model.bdd.reporter import ClosingLine

def before_all(context):
    context.closing_line = ClosingLine(context.config)
    context.config.reporters.append(context.closing_line)

def after_all(context):
    context.closing_line.require_some()
"""
STEPS = """
from behave import given

@given("it is {}")
def it_is(context, what):
    assert what == "fine"
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


def run(folder: Path, *arguments: str, what: str = "fine", step: str = "it is fine") -> tuple[int, str]:
    (folder / "features").mkdir()
    (folder / "steps").mkdir()
    (folder / "environment.py").write_text(ENVIRONMENT, encoding="utf-8")
    (folder / "steps" / "it_steps.py").write_text(STEPS, encoding="utf-8")
    (folder / "features" / "it.feature").write_text(FEATURE.format(what=what, step=step), encoding="utf-8")
    command = [sys.executable, "-m", "behave", *arguments, "features"]
    ended = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=60)
    return ended.returncode, ended.stdout.splitlines()[-1]


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


def test_a_run_of_nothing_is_an_error(tmp_path: Path) -> None:
    assert run(tmp_path, "--tags", "@mistyped") == (1, "behave: 0 passed, 0 failed, 6 skipped")
