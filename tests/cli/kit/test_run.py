"""``dod kit run``: who is asked what, what is told where, and what the exit code says."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from dod_model.cli.kit.asked import stopped_by_signals
from dod_model.cli.schema import schema_of
from tests.cli.kit.adapters import LAUNCH, MODEL, always
from tests.cli.running import Answer, dod

FEW = ("--kind", "pairs", "--requirement", "gateway-serves-content")
"""Options that choose some twenty vectors, so that tests are quick."""
ONE = ("--vector", "boundaries/alone/allow-task-sequence-to-run-for-client-on-the-internet/off/on-demand*")
"""Options that choose one, in which the attempt does not run."""
IMPOSTOR = ("--impostor", "on-demand-in-1906", "--vector", "boundaries/download-on-demand/*")
"""Options that ask an impostor what exposes it."""


def report(*words: str | Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(dod("kit", "run", "-o", "json", *words).out)
    return found


def test_the_model_agrees_with_the_documents() -> None:
    answer = dod("kit", "run", "--model", *FEW)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("dod-model 0.1.0\n  answers outcome, violated, unknowns, plan, run\n")
    assert answer.out.splitlines()[-1].startswith("No answer differs from the documents. ")


def test_a_command_is_asked_as_the_model_in_process_is() -> None:
    told = dod("kit", "run", *FEW, "--", *MODEL)
    assert told == dod("kit", "run", *FEW, "--model")


def test_an_impostor_is_exposed() -> None:
    answer = dod("kit", "run", *IMPOSTOR)
    assert answer.code == 1
    assert " answers differ from the documents. " in answer.out.splitlines()[-1]
    assert "download-on-demand-available" in answer.out


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ({"outcome": "does-not-run"}, 0),
        ({"outcome": "downloads-on-demand"}, 1),
        ({"error": "oh"}, 1),
        ({"outcome": "nonsense"}, 1),
        ({"dont_know": "no rule"}, 3),
        ({"skip": "out of scope"}, 3),
    ],
    ids=str,
)
@pytest.mark.parametrize("output", ["text", "json"])
def test_exit_codes_mean_the_same_in_every_format(
    tmp_path: Path, answer: dict[str, str], code: int, output: str
) -> None:
    assert dod("kit", "run", *ONE, "-o", output, "--", *always(tmp_path, **answer)).code == code


def test_a_command_that_does_not_start_is_told() -> None:
    answer = dod("kit", "run", *ONE, "--", "no-such-adapter-anywhere")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("dod: 'no-such-adapter-anywhere' cannot be started: there is no such program.")


def test_a_command_that_says_no_hello_is_told() -> None:
    answer = dod("kit", "run", *ONE, "--", sys.executable, "-S", "-c", "print('Welcome!')")
    assert (answer.code, answer.out) == (2, "")
    assert "Welcome!" in answer.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "a COMMAND after two dashes, as in\n  dod kit run -- node adapter.mjs"),
        (["--model", "--", "node"], "give one of COMMAND, --model and --impostor"),
        (["--model", "--impostor", "x"], "give one of COMMAND, --model and --impostor"),
        (["python", "-m", "tool"], "What belongs to COMMAND stands after two dashes"),
        (["--model", "--kind", "feature"], "'feature' is not one of 'features'"),
        (["--model", "--requirement", "gateway-serve-content"], "Did you mean 'gateway-serves-content'?"),
        (["--model", "--vector", "nix/*"], "No vector has an id like 'nix/*'. `dod kit list --ids` tells them all."),
        (
            ["--model", "--kind", "pairs", "--vector", "features/*"],
            "None of the vectors that the other options choose has an id like 'features/*'.",
        ),
        (["--model", "--kind", "relations", "--requirement", "cache-size"], "No vector is of all that"),
        (["--model", "--timeout", "0"], "0.0 is not in the range x>0"),
        (["--model", "--timeout", "nan"], "'nan' is no number of seconds, as 10 or 0.5."),
        (["--model", "--timeout", "inf"], "'inf' is no number of seconds, as 10 or 0.5."),
        (["--model", "-o", "xml"], "There is no format 'xml'. There is text, json, junit, markdown, badge, known."),
        (["--model", "-o", "json="], "The FILE is missing in '-o json='."),
        (["--model", "-o", "json", "-o", "text"], "Two reports would go to standard output"),
        (["--model", "-o", "json=a", "-o", "text=./a"], "Two reports would go to '"),
        (["--model", "-o", "json=no/such/folder/a"], "lies in a folder that there is not"),
        (["--model", "-o", "json=/"], "'/' is a folder"),
        (
            ["--impostor", "on-demand-in-190"],
            "Did you mean 'on-demand-in-1906'? `dod kit list --impostors` lists them.",
        ),
    ],
)
def test_wrong_words_are_told(words: list[str], said: str) -> None:
    answer = dod("kit", "run", *words)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert "Traceback" not in answer.err


def test_several_reports_are_written_at_once(tmp_path: Path) -> None:
    names = ("json", "junit", "markdown", "badge")
    files = {name: tmp_path / name for name in names}
    outputs = [word for name, path in files.items() for word in ("-o", f"{name}={path}")]
    answer = dod("kit", "run", "--model", *ONE, *outputs)
    assert answer.out.startswith("dod-model 0.1.0\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names)
    assert files["json"].read_text(encoding="utf-8") == dod("kit", "run", "--model", *ONE, "-o", "json").out
    assert files["junit"].read_text(encoding="utf-8") == dod("kit", "run", "--model", *ONE, "-o", "junit=-").out


def test_reports_fit_their_schema() -> None:
    Draft202012Validator(schema_of("kit")).validate(report(*IMPOSTOR))
    Draft202012Validator(schema_of("kit")).validate(report(*FEW, "--model"))


def test_options_choose_among_the_vectors() -> None:
    everything = dod("kit", "list", "--ids", "--kind", "pairs").out.splitlines()
    few = dod("kit", "list", "--ids", *FEW).out.splitlines()
    assert 0 < len(few) < len(everything)
    assert report(*FEW, "--model")["kinds"]["pairs"]["agreed"] == len(few)
    assert report(*ONE, "--model")["results"]["agreed"] == 1
    assert report("--vector", few[0], "--vector", few[1], "--model")["results"]["agreed"] == 2


def test_an_id_that_there_is_not_is_told_with_the_nearest() -> None:
    first = dod("kit", "list", "--ids", "--kind", "pairs").out.splitlines()[0]
    assert f"Did you mean '{first}'?" in dod("kit", "run", "--model", "--vector", f"{first}0").err


def test_patterns_reach_over_kinds() -> None:
    everywhere = dod("kit", "list", "--vector", "*on-demand*").out.splitlines()
    assert {name.partition("/")[0] for name in everywhere} >= {"features", "boundaries"}
    assert dod("kit", "list", "--vector", "[fb]*/*on-demand*").out.splitlines() == [
        name for name in everywhere if name.startswith(("features/", "boundaries/"))
    ]


def test_random_questions_are_the_same_for_the_same_seed() -> None:
    drawn = ("--drawn", "30", *ONE, "--vector", "drawn/*")
    assert report(*drawn, "--model") == report(*drawn, "--model")
    assert report(*drawn, "--model")["kinds"]["drawn"]["agreed"] == 30


def test_one_random_question_can_be_asked_again() -> None:
    found = report("--drawn", "12", "--seed", "7", "--vector", "drawn/7/12", "--model")
    assert (found["results"]["agreed"], list(found["kinds"])) == (1, ["drawn"])


def known(tmp_path: Path, text: str) -> tuple[str, str]:
    path = tmp_path / "known.txt"
    path.write_text(text, encoding="utf-8")
    return "--known", str(path)


def test_known_disagreements_do_not_fail(tmp_path: Path) -> None:
    found = report(*IMPOSTOR)
    lines = "".join(f"{one['id']}  # as we read it\n" for one in found["disagreements"])
    answer = dod("kit", "run", *IMPOSTOR, *known(tmp_path, lines))
    assert (found["exit_code"], answer.code) == (1, 0)
    assert "Known disagreements, met again: " in answer.out


def test_a_known_disagreement_that_has_stopped_fails(tmp_path: Path) -> None:
    name = dod("kit", "list", "--ids", *ONE).out.strip()
    answer = dod("kit", "run", "--model", *ONE, *known(tmp_path, f"# A1\n{name} outcome\n"))
    assert answer.code == 1
    path = tmp_path / "known.txt"
    assert f"{path}:2: {name} does not disagree on outcome any more; remove this line" in answer.out


def test_a_line_about_a_vector_that_is_not_asked_this_time_does_no_harm(tmp_path: Path) -> None:
    other = dod("kit", "list", "--ids", *FEW).out.splitlines()[0]
    assert dod("kit", "run", "--model", *ONE, *known(tmp_path, f"{other}\ndrawn/1/1 outcome\n")).code == 0


def test_a_line_about_a_vector_that_there_is_not_is_told(tmp_path: Path) -> None:
    answer = dod("kit", "run", "--model", *ONE, *known(tmp_path, "pairs/nothing\nnothing/nothing\n"))
    assert (answer.code, answer.out) == (2, "")
    assert [line.rpartition("known.txt:")[2][:2] for line in answer.err.splitlines()[1:]] == ["1:", "2:"]


@pytest.mark.skipif(sys.platform == "win32", reason="signals are other there")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)])
@pytest.mark.parametrize("words", [("run", *ONE), ("smoke",)], ids=["run", "smoke"])
def test_after_a_stop_nothing_is_left_running(tmp_path: Path, words: tuple[str, ...], number: signal.Signals) -> None:
    code = always(tmp_path)[-1].replace("else:", "else:\n        import time; time.sleep(60)")
    command = [sys.executable, "-c", LAUNCH, "kit", *words, "--", sys.executable, "-S", "-I", "-c", code]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        started = tmp_path / "started"
        until = time.monotonic() + 20
        while not (started.exists() and started.read_text(encoding="utf-8")) and time.monotonic() < until:
            time.sleep(0.02)
        time.sleep(0.2)
        process.send_signal(number)
        _, said = process.communicate(timeout=20)
    assert (process.returncode, said.strip()) == (128 + number, b"dod: stopped")
    with pytest.raises(ProcessLookupError):
        os.kill(int(started.read_text(encoding="utf-8")), 0)


@pytest.mark.skipif(sys.platform == "win32", reason="signals are other there")
def test_signals_are_treated_for_a_time_and_only_once() -> None:
    with pytest.raises(KeyboardInterrupt), stopped_by_signals():  # noqa: PT012 - what is tested is the end of the block
        try:
            os.kill(os.getpid(), signal.SIGTERM)
            time.sleep(5)
        finally:
            os.kill(os.getpid(), signal.SIGHUP)
            time.sleep(0.01)
    assert signal.getsignal(signal.SIGTERM) is signal.getsignal(signal.SIGHUP) is signal.SIG_DFL


@pytest.mark.skipif(sys.platform == "win32", reason="signals are other there")
def test_a_signal_that_is_ignored_stays_so() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with stopped_by_signals():
            os.kill(os.getpid(), signal.SIGHUP)
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


def test_a_bug_of_ours_is_owned_up_to(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("dod_model.cli.kit.run.judged", fail)
    answer: Answer = dod("kit", "run", "--model", *ONE)
    assert (answer.code, answer.out) == (70, "")
