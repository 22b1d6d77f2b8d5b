"""A feature that a page runs: the same results as behave, told in words for its reader, and nothing left behind."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dod_model.bdd.results import read_results
from dod_model.bdd.running import behave_command
from dod_model.browser import call
from dod_model.browser.features import DOUBTS, EXPLAINED, LONGEST_REASON, run_feature
from tests.cli.running import ROOT

FILE = "features/gateway/gateway.feature"
GATEWAY = (ROOT / FILE).read_text(encoding="utf-8")
HEAD = "Feature: f\n  Scenario: s\n"
GIVEN = "    Given a site on which everything is in order\n"
STOPS = '    Given "CMG-EAST" stops while "x" downloads\n'
RUN = "    When LT-001 runs it\n    Then the run ends well\n"
RUN_EITHER = "    When LT-001 runs it with either option\n    Then the two come to\n"
WHEN = "    When it is started from Software Center\n"


def ran(text: str) -> Any:
    return json.loads(run_feature(text))


def bad_steps(told: Any) -> Iterator[Any]:
    return (step for one in told["scenarios"] for step in one["steps"] if step["came"] in ("failed", "undefined"))


def changed(old: str, new: str) -> Any:
    assert old in GATEWAY
    return ran(GATEWAY.replace(old, new, 1))


@pytest.mark.slow
def test_every_scenario_comes_to_the_same_as_under_behave(tmp_path: Path) -> None:
    path = tmp_path / "results.json"
    subprocess.run(behave_command({"results": str(path)}), cwd=ROOT, check=True, capture_output=True, timeout=120)
    here: dict[tuple[str, int], tuple[str, str]] = {}
    for file in sorted((ROOT / "features").rglob("*.feature")):
        name = file.relative_to(ROOT).as_posix()
        asked = json.dumps({"text": file.read_text(encoding="utf-8"), "file": name})
        told = json.loads(call("run_feature", asked))
        assert (told["problem"], told["doubts"]) == (None, [])
        here |= {(name, one["line"]): (one["name"], one["came"]) for one in told["scenarios"]}
    assert here == {key: (one.name, one.came) for key, one in read_results(path).items()}


def test_a_feature_is_told_with_its_scenarios_and_their_steps() -> None:
    told = ran(GATEWAY)
    assert told["problem"] is None
    assert told["counts"] == {"passed": 13, "failed": 0, "skipped": 0}
    first = told["scenarios"][0]
    assert (first["line"], first["came"]) == (24, "passed")
    assert first["name"].startswith("The only gateway is running")
    assert first["steps"][:2] == [
        {
            "line": line,
            "keyword": "Given",
            "text": text,
            "came": "passed",
            "why": "",
            "nearest": [],
        }
        for line, text in ((6, "a site on which everything is in order"), (14, 'the gateway "CMG-EAST" is running'))
    ]


def test_a_step_that_is_not_so_tells_what_the_model_found() -> None:
    told = changed("| stopped             | does not run        |", "| stopped | downloads on demand |")
    assert told["counts"] == {"passed": 12, "failed": 1, "skipped": 0}
    (failed,) = (one for one in told["scenarios"] if one["came"] == "failed")
    assert failed["line"] == 25
    (step,) = bad_steps(told)
    assert (step["line"], step["came"]) == (18, "failed")
    assert step["why"].startswith("outcome: does-not-run\ngateway-set-up: violated")
    assert [one["came"] for one in failed["steps"]] == ["passed"] * 5 + ["failed"] + ["skipped"] * 2


def test_a_mistyped_word_is_named_with_the_nearest() -> None:
    (step,) = bad_steps(changed("Then it does not run", "Then it does not runn"))
    assert step["why"] == "'does not runn' is no outcome: did you mean 'does not run'?"


def test_an_undefined_step_is_explained_by_the_nearest() -> None:
    steps = list(bad_steps(changed("When it is started from", "When it gets started from")))
    assert [(one["line"], one["came"]) for one in steps] == [(17, "undefined")] * 3
    assert steps[0]["why"] == "no step says this; the nearest are:"
    assert steps[0]["nearest"][0] == {
        "keyword": "When",
        "pattern": "it is started {start}",
        "meaning": "LT-001 starts the deployment in this way.",
        "example": "it is started from Software Center",
    }
    assert steps[1] | {"line": 17} == steps[0]


def test_an_undefined_step_that_is_near_to_none_is_told_so() -> None:
    (step,) = bad_steps(ran(HEAD + "    Given xyzzy\n"))
    assert (step["why"], step["nearest"]) == ("no step says this, nor anything near it", [])


def test_a_step_below_the_wrong_keyword_is_told_so() -> None:
    (step,) = bad_steps(ran(HEAD + GIVEN + WHEN + "    Then there is no gateway\n"))
    assert step["why"] == "here it is a Then, and only a Given says this: there is no gateway"


def test_only_so_many_undefined_steps_are_explained() -> None:
    told = ran(HEAD + "".join(f"    Given there are {'no ' * number}gateways\n" for number in range(1, EXPLAINED + 3)))
    assert [bool(one["nearest"]) for one in bad_steps(told)][-2:] == [False, False]
    assert [one["why"] for one in bad_steps(told)][-2:] == ["no step says this"] * 2


@pytest.mark.parametrize(
    ("steps", "why"),
    [
        (WHEN, "there is no site yet"),
        (GIVEN + "    Then it downloads on demand\n", "no step before it asked for that"),
        (GIVEN + "    Then nothing is to be found out\n", "no step before it asked for that"),
        (GIVEN + STOPS + RUN, "'x' is not a package of the task sequence."),
        (GIVEN + '    Given the gateway "x" is stopped\n', "there is no 'x' in gateways. There is 'CMG-EAST'."),
        (GIVEN + '    Given "Nope" runs only if the model equals "x"\n', "there is no 'Nope'"),
        (
            GIVEN + RUN_EITHER + "      | part | a | b |\n      | x | 0 MB | 0 MB |\n",
            "'x' is no part of what a run comes to",
        ),
        (GIVEN + RUN_EITHER, "the table below it is missing"),
        (GIVEN + "    Given the site is at 1909\n", "there is no current branch 1909; the nearest are 1910"),
    ],
)
def test_what_cannot_be_done_is_told_without_a_traceback(steps: str, why: str) -> None:
    found = list(bad_steps(ran(HEAD + steps)))
    assert found
    assert found[0]["why"].startswith(why)
    assert "Traceback" not in found[0]["why"]
    assert "File " not in found[0]["why"]


def test_a_reason_is_not_told_at_any_length() -> None:
    word = "x " * 40_000
    (step,) = bad_steps(ran(HEAD + GIVEN + WHEN + f"    Then it does {word}\n"))
    assert len(step["why"]) <= LONGEST_REASON


def test_what_is_no_gherkin_is_told_with_its_line() -> None:
    told = changed("      When it is started", "      Wen it is started")
    assert told["problem"] == {
        "line": 17,
        "message": "no line begins so: Wen it is started from Software Center",
        "hint": "Did you mean 'When'?",
    }
    assert told["scenarios"] == []
    assert told["counts"] == {"passed": 0, "failed": 0, "skipped": 0}


def test_what_is_probably_not_meant_so_is_told_beside_the_results() -> None:
    told = changed("@gateway-set-up", "@gateway-setup")
    assert told["counts"]["passed"] == 13
    assert [(one["line"], one["hint"]) for one in told["doubts"]] == [(8, "Did you mean '@gateway-set-up'?")]


BACKGROUND = "Feature: f\n  Background:\n" + GIVEN


@pytest.mark.parametrize(
    ("scenario", "lines"),
    [
        ("  Scenario: a\n    Gegeben something\n", [5, 4]),
        ('  Scenario: a\n    Given there is no gateway\n      """\n      When lost\n', [6]),
    ],
)
def test_what_passes_and_did_not_run_is_told(scenario: str, lines: list[int]) -> None:
    for text in (BACKGROUND + scenario, "\ufeff" + BACKGROUND.replace("f\n", "a\x85b\n") + scenario):
        told = ran(text)
        assert told["counts"] == {"passed": 1, "failed": 0, "skipped": 0}
        assert [one["line"] for one in told["doubts"]] == lines


def test_only_so_many_doubts_are_told() -> None:
    assert len(ran(BACKGROUND + "  Scenario: a\n" * (DOUBTS + 3))["doubts"]) == DOUBTS


def test_a_text_that_is_too_long_is_told_so() -> None:
    assert "at most 250,000 are read" in ran("x" * 250_001)["problem"]["message"]


def test_two_runs_give_the_same_bytes_whatever_ran_between(capfd: pytest.CaptureFixture[str]) -> None:
    first = run_feature(GATEWAY)
    run_feature(GATEWAY.replace("Given there is no gateway", "Given there is no gateways"))
    run_feature("x")
    assert run_feature(GATEWAY) == first
    assert capfd.readouterr() == ("", "")


@given(st.text(max_size=60), st.text(max_size=60))
def test_whatever_a_reader_writes_is_answered(name: str, step: str) -> None:
    told = ran(f"Feature: {name}\n  Scenario: {name}\n{GIVEN}    When {step}\n")
    assert told["problem"] is None or told["problem"]["message"]
    assert sum(told["counts"].values()) == len(told["scenarios"])
