"""Is an adapter wired right? What is told of everything that can go wrong."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

import pytest

from dod_model.kit.answers import Answer, Aspect, DontKnow, Fault, Hello, Key, Skip
from dod_model.kit.format import Question
from dod_model.kit.in_process import InProcess
from dod_model.kit.smoke import HELLO, HINTS, NOTHING, THE_SAME, Smoke, questions, smoke, smoke_lines, tried
from dod_model.kit.system import ModelUnderTest
from dod_model.render.layout import Layout
from tests.kit.scripted import FAILS, GATEWAY, OUTCOME, RUNS, SERVES, UNKNOWNS, VIOLATED, reply

HEALTHY, BROKEN = questions()
SETS = frozenset({OUTCOME, VIOLATED, UNKNOWNS})

ADAPTER = """
import json, sys
for line in sys.stdin:
    request = json.loads(line)
    serves = '"serves_content":true' in line
    outcome = "downloads-on-demand" if serves else "does-not-run"
    id, violated = request.get("id"), [] if serves else ["gateway-serves-content"]
    if request["cmd"] == "hello":
        said = {"kit": 1, "name": "tool", "version": "2", "answers": ["outcome", "violated"]}
    elif request["cmd"] == "bye":
        break
    else:
        said = {"id": id, "outcome": outcome, "violated": violated}
    CHANGE
    sys.stdout.write(json.dumps(said) + "\\n")
    sys.stdout.flush()
"""
"""An adapter that is wired right, but for what is put in the place of CHANGE."""


class Fixed:
    """A tool that gives these two answers."""

    def __init__(self, *answers: Answer, gives: frozenset[Aspect] = SETS) -> None:
        self._left = list(answers)
        self._hello = Hello("fixed", "", gives)

    @property
    def hello(self) -> Hello:
        return self._hello

    def answers(self, asked: Iterable[tuple[Key, Question]]) -> Iterator[tuple[Key, Answer]]:
        yield from ((key, self._left.pop(0)) for key, _ in asked)

    def close(self) -> None:
        """Nothing was started."""


def told(change: str, timeout: float = 20.0) -> Smoke:
    code = ADAPTER.replace("CHANGE", change)
    return smoke([sys.executable, "-S", "-I", "-c", code], timeout=timeout)


def test_the_questions_differ_in_one_thing() -> None:
    assert (HEALTHY.expect.outcome, BROKEN.expect.outcome) == (RUNS, FAILS)
    assert (HEALTHY.expect.violated, BROKEN.expect.violated) == ((), (SERVES,))
    assert {one.standing.outcome for one in questions()} == {"documented"}
    assert {one.asks for one in questions()} == {("outcome", "violated")}


def test_a_tool_that_is_right() -> None:
    found = tried(InProcess("model", ModelUnderTest(), SETS))
    assert [(one.passed, one.told, one.hint) for one in found] == [
        (True, "downloads-on-demand", ""),
        (True, "does-not-run", ""),
    ]


@pytest.mark.parametrize(
    ("answers", "passed", "hints", "code"),
    [
        ((reply(), reply(FAILS, [SERVES])), [True, True], ["", ""], 0),
        ((reply(FAILS, [SERVES]), reply()), [False, False], [f"`dod explain {SERVES}` tells all about that."] * 2, 1),
        ((reply(), reply()), [True, False, False], ["", f"`dod explain {SERVES}` tells all about that.", THE_SAME], 1),
        ((DontKnow("no rule"), DontKnow("")), [None, None], [NOTHING, NOTHING], 3),
        ((reply(), Skip("")), [True, None], ["", NOTHING], 3),
        ((Fault("error", "x"), Fault("garbage", "y")), [False, False], [HINTS["error"], HINTS["garbage"]], 1),
        ((Fault("crash", "x"), Fault("timeout", "y")), [False, False], [HINTS["crash"], HINTS["timeout"]], 1),
    ],
)
def test_what_is_made_of_answers(
    answers: tuple[Answer, Answer], passed: list[bool | None], hints: list[str], code: int
) -> None:
    found = Smoke(tried(Fixed(*answers)))
    assert ([one.passed for one in found.checks], [one.hint for one in found.checks]) == (passed, hints)
    assert found.exit_code == code


def test_a_tool_that_gives_outcomes_only_is_judged_by_them() -> None:
    found = tried(Fixed(reply(RUNS, [GATEWAY]), reply(FAILS), gives=frozenset({OUTCOME})))
    assert [one.passed for one in found] == [True, True]


def test_a_command_that_is_wired_right() -> None:
    found = told("pass")
    assert (found.exit_code, found.notes) == (0, ())
    assert found.checks[0].told == "tool 2 answers outcome, violated"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("said.get('kit') and said.update(kit=2)", "'kit' is 2, expected 1"),
        ("said.pop('kit', 0)", "'kit' is missing"),
        ("said.get('kit') and said.update(answers=['outcom'])", "the nearest is 'outcome'"),
        ("said.get('kit') and sys.exit(3)", "it ended with exit code 3"),
        ("said.get('kit') and print('Welcome!')", "It wrote 'Welcome!'"),
    ],
)
def test_without_a_hello_nothing_is_asked(change: str, said: str) -> None:
    found = told(change)
    (check,) = found.checks
    assert (found.exit_code, check.passed, check.hint) == (2, False, HELLO)
    assert said in check.told


@pytest.mark.parametrize(
    ("change", "said", "hint"),
    [
        ("id and said.pop('id')", "'id' is missing", HINTS["garbage"]),
        ("id and said.update(id=0)", "an answer to 0, which was never asked", HINTS["garbage"]),
        ("id and said.update(outcome='Does not run')", "no word for 'outcome'", HINTS["garbage"]),
        ("id and said.update(violated=['gateway-serve-content'])", f"the nearest is '{SERVES}'", HINTS["garbage"]),
        ("id and said.pop('violated')", "Its answer lacks 'violated'", HINTS["garbage"]),
        ("id and said.update(id=str(id))", 'Instead of an answer came \'{"id": "1"', HINTS["garbage"]),
        ("id and said.update(id=str(id))", "'id' is the text '1', expected a number, without", HINTS["garbage"]),
        (
            "if id: sys.stdout.buffer.write(b'{\"id\": \\xfc}\\n'); sys.stdout.buffer.flush(); continue",
            "it is not UTF-8 (the byte 0xfc",
            HINTS["garbage"],
        ),
        ("id and sys.stdout.write('\\ufeff')", "it begins with a byte order mark (BOM)", HINTS["garbage"]),
        ("id and sys.exit(7)", "it ended with exit code 7", HINTS["crash"]),
        ("if id: continue", "No answer came within 0.6 s", HINTS["timeout"]),
    ],
)
def test_what_is_wrong_is_told_with_what_to_look_at(change: str, said: str, hint: str) -> None:
    found = told(change, 0.6)
    wrong = next(one for one in found.checks if not one.passed)
    assert (found.exit_code, wrong.hint) == (1, hint)
    assert said in wrong.told
    assert "flush" not in wrong.told


def test_silence_makes_one_think_of_a_buffer() -> None:
    found = told("sys.stdout.flush = lambda: None", 0.6)
    assert found.exit_code == 2
    assert "Does it flush its output after each line?" in found.checks[0].told


def test_it_is_asked_only_once_whether_it_flushes() -> None:
    found = Smoke(tried(Fixed(Fault("timeout", "x"), Fault("timeout", "y"))))
    assert list(smoke_lines(found, Layout()))[:3] == [
        "wrong  All is in order: x",
        f"       {HINTS['timeout']}",
        "wrong  The gateway does not serve content: y",
    ]


def test_messages_on_standard_output_are_odd() -> None:
    found = told("id and print('thinking')")
    assert found.exit_code == 0
    assert "They belong on standard error." in "\n".join(found.notes)


def test_a_command_that_is_not_there_is_told_without_a_lesson() -> None:
    found = smoke(["no-such-adapter-anywhere"])
    assert (found.exit_code, found.checks[0].hint) == (2, "")
    assert "there is no such program" in found.checks[0].told


def test_it_is_told_line_by_line() -> None:
    found = Smoke(tried(Fixed(reply(), reply())), notes=("It writes \x1b[31m.",))
    assert list(smoke_lines(found, Layout())) == [
        "ok     All is in order: downloads-on-demand",
        "wrong  The gateway does not serve content: outcome: expected does-not-run, given downloads-on-demand; "
        f"{SERVES}: expected violated, given neither violated nor undetermined",
        f"       `dod explain {SERVES}` tells all about that.",
        "wrong  it tells the two apart: no",
        f"       {THE_SAME}",
        "odd    It writes \\u001b[31m.",
        "",
        "It is not wired right yet, or it differs from the documents.",
    ]
