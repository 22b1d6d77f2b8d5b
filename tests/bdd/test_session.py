"""The features run against any tool: what it does not answer is passed over and counted, what is wrong fails."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dod_model.bdd import CannotBeginError, Session
from dod_model.kit.system import ModelUnderTest
from tests.bdd.small_spec import FAILING, SmallSpec, is_left

ALL = "outcome,violated,unknowns"
NOT_ASKED = "1: tagged asks-plan"
NO_UNKNOWNS = "1: it does not answer unknowns"


@pytest.fixture
def spec(tmp_path: Path) -> SmallSpec:
    return SmallSpec(tmp_path)


def test_the_model_answers_everything(spec: SmallSpec) -> None:
    ran = spec.run()
    assert (ran.code, ran.last, ran.passed_over) == (0, "behave: 4 passed, 0 failed, 0 skipped", [])


@pytest.mark.parametrize(
    ("answers", "counts", "passed_over"),
    [
        (ALL, "3 passed, 0 failed, 1 skipped", [NOT_ASKED]),
        ("outcome,violated", "2 passed, 0 failed, 2 skipped", [NOT_ASKED, NO_UNKNOWNS]),
        ("outcome,unknowns", "3 passed, 0 failed, 1 skipped", [NOT_ASKED]),
        ("outcome", "2 passed, 0 failed, 2 skipped", [NOT_ASKED, NO_UNKNOWNS]),
    ],
)
def test_what_a_tool_does_not_answer_is_not_asked(
    spec: SmallSpec, answers: str, counts: str, passed_over: list[str]
) -> None:
    ran = spec.run(sut=spec.tool(answers))
    assert (ran.code, ran.last) == (0, f"behave: {counts}")
    assert sorted(ran.passed_over) == sorted(passed_over)


@pytest.mark.parametrize(
    ("speciality", "reason"),
    [
        ("does not know", "1: it does not know: no rule for it"),
        ("skips", "1: it skips such a case: out of scope"),
    ],
)
def test_what_a_tool_does_not_know_is_passed_over(spec: SmallSpec, speciality: str, reason: str) -> None:
    ran = spec.run(sut=spec.tool(ALL, speciality))
    assert (ran.code, ran.last) == (0, "behave: 2 passed, 0 failed, 2 skipped")
    assert sorted(ran.passed_over) == sorted([NOT_ASKED, reason])


@pytest.mark.slow
@pytest.mark.parametrize(
    ("answers", "speciality", "told"),
    [
        (ALL, "is wrong", "ASSERT FAILED: outcome: downloads-on-demand"),
        (ALL, "names nothing", "violated: nothing"),
        (ALL, "fails", "the tool gave no answer: error: division by zero"),
        (ALL, "talks", "the tool gave no answer: garbage: Its answer cannot be used: 'perhaps' is no word"),
        (ALL, "crashes", "the tool gave no answer: crash: When it was asked this, it ended with exit code 1"),
        ("outcome", "is wrong", "ASSERT FAILED: outcome: downloads-on-demand"),
    ],
)
def test_what_a_tool_gets_wrong_fails_and_the_rest_is_asked(
    spec: SmallSpec, answers: str, speciality: str, told: str
) -> None:
    ran = spec.run(sut=spec.tool(answers, speciality))
    right = 2 if answers == ALL else 1
    assert (ran.code, ran.last) == (1, f"behave: {right} passed, 1 failed, {3 - right} skipped")
    assert any(told in line for line in ran.lines)
    assert not any(map(is_left, spec.started))


def test_a_tool_that_gives_outcomes_only_is_not_held_to_sets(spec: SmallSpec) -> None:
    ran = spec.run(sut=spec.tool("outcome", "names nothing"))
    assert ran.last == "behave: 2 passed, 0 failed, 2 skipped"


def test_its_outcomes_are_told_without_sets(spec: SmallSpec) -> None:
    ran = spec.run(sut=spec.tool("outcome", "is wrong"))
    assert not any("violated" in line or "undetermined" in line for line in ran.lines)


def test_a_tool_has_so_long_for_an_answer(spec: SmallSpec) -> None:
    ran = spec.run(sut=spec.tool(ALL, "hangs"), timeout="0.3")
    assert (ran.code, ran.last) == (1, "behave: 2 passed, 1 failed, 1 skipped")
    assert any("timeout: No answer came within 0.3 s" in line for line in ran.lines)
    assert not any(map(is_left, spec.started))


def test_a_tool_that_skips_everything_has_passed_nothing(spec: SmallSpec) -> None:
    ran = spec.run(sut=spec.tool(ALL, "skips everything"))
    assert (ran.code, ran.last) == (1, "behave: 0 passed, 0 failed, 4 skipped")
    assert ran.passed_over == ["3: it skips such a case: it is Sunday", NOT_ASKED]


def test_a_tool_is_started_once_and_sent_away_at_the_end(spec: SmallSpec) -> None:
    spec.run(sut=spec.tool(ALL))
    (process,) = spec.started
    assert not is_left(process)


@pytest.mark.skipif(os.name == "nt", reason="sends a signal")
def test_a_tool_is_sent_away_when_the_run_is_interrupted(spec: SmallSpec) -> None:
    command = spec.command(sut=spec.tool(ALL, "hangs"), timeout="60")
    with subprocess.Popen(command, cwd=spec.folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as behave:
        until = time.monotonic() + 20
        while not spec.numbers.exists() and time.monotonic() < until:
            time.sleep(0.05)
        time.sleep(0.5)
        behave.send_signal(signal.SIGINT)
        behave.communicate(timeout=20)
    assert behave.returncode == 1
    assert not any(map(is_left, spec.started))


class TestARunThatCannotBegin:
    """One line says why, and the exit code is not that of a run in which all is well."""

    @pytest.mark.slow
    @pytest.mark.parametrize(
        ("given", "why"),
        [
            (
                {"sut": "any", "record": "any"},
                "-D record records what the model answers; it does not go with -D sut",
            ),
            ({"sut": "no-such-program"}, "'no-such-program' cannot be started: there is no such program."),
            ({"sut": f"'{sys.executable}' -c pass"}, "does not introduce itself: it ended with exit code 0."),
            ({"sut": ""}, "-D sut is no command: it is empty:"),
            ({"sut": "python 'x"}, "-D sut is no command: no closing quotation: python 'x"),
            ({"sut": "any", "timeout": "abc"}, "-D timeout is 'abc', expected seconds, as 10 or 0.5"),
        ],
    )
    def test_it_is_told_why(self, spec: SmallSpec, given: dict[str, str], why: str) -> None:
        ran = spec.run(**given)
        assert ran.code == 1
        assert ran.last.startswith("behave: ")
        assert why in ran.last
        assert not any("Error" in line or "passed" in line or "untested" in line for line in ran.lines)

    @pytest.mark.parametrize("timeout", ["0", "-1", "nan", "inf", "", "10 s"])
    def test_a_time_is_a_number_of_seconds(self, timeout: str) -> None:
        with pytest.raises(CannotBeginError, match="expected seconds"):
            Session({"sut": "any", "timeout": timeout})

    def test_nothing_is_recorded_in_it(self, spec: SmallSpec, tmp_path: Path) -> None:
        spec.run(sut="any", record=str(tmp_path / "vectors"))
        assert not (tmp_path / "vectors").exists()


def test_without_a_word_the_model_is_asked() -> None:
    assert type(Session({}).case.system) is ModelUnderTest


class TestRecording:
    def test_writes_what_was_asked_when_all_passed(self, spec: SmallSpec, tmp_path: Path) -> None:
        ran = spec.run(record=str(tmp_path / "vectors"))
        assert (ran.code, ran.last) == (0, "behave: 4 passed, 0 failed, 0 skipped")
        assert [path.name for path in (tmp_path / "vectors").iterdir()] == ["features.json"]

    def test_writes_nothing_when_something_failed(self, tmp_path: Path) -> None:
        ran = SmallSpec(tmp_path, more=FAILING).run(record=str(tmp_path / "vectors"))
        assert (ran.code, ran.last) == (1, "behave: 4 passed, 1 failed, 0 skipped")
        assert not (tmp_path / "vectors").exists()

    def test_writes_nothing_when_nothing_ran(self, spec: SmallSpec, tmp_path: Path) -> None:
        ran = spec.run("--tags", "@mistyped", record=str(tmp_path / "vectors"))
        assert ran.code == 1
        assert not (tmp_path / "vectors").exists()

    def test_says_where_it_cannot_write(self, spec: SmallSpec) -> None:
        (spec.folder / "taken").write_text("", encoding="utf-8")
        ran = spec.run(record="taken")
        assert ran.code == 1
        assert any("FileExistsError" in line and "taken" in line for line in ran.lines)
