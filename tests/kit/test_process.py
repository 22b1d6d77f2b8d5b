"""A tool behind a command: how it is asked, that it cannot be asked, and that nothing of it is left running."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from dod_model.kit.answers import AdapterError, Aspect, Fault, Hello
from dod_model.kit.format import Play, Question
from dod_model.kit.process import LineAdapter
from tests.kit.tools import DOES_NOT_RUN, SHORT, Tool, asked, gone, misbehaving_tool, once, question


@pytest.fixture
def tool(tmp_path: Path) -> Iterator[Tool]:
    """Misbehaving adapters, of which nothing may be left in the end."""
    yield from misbehaving_tool(tmp_path)


class TestAToolThatBehaves:
    def test_introduces_itself(self, tool: Tool) -> None:
        with tool.named("good") as adapter:
            assert adapter.hello == Hello("misbehaving", "1", frozenset({Aspect.OUTCOME}))
            assert adapter.notes == ()

    def test_is_asked_in_one_process(self, tool: Tool) -> None:
        with tool.named("good", window=8) as adapter:
            for _ in range(3):
                found = once(adapter.answers(asked(*["good"] * 100)), 100)
                assert set(found.values()) == {DOES_NOT_RUN}
            assert adapter.notes == ()
        assert len(tool.pids) == 1

    def test_is_asked_nothing_where_there_is_nothing_to_ask(self, tool: Tool) -> None:
        assert tool.answers("good") == {}

    def test_may_answer_in_any_order(self, tool: Tool) -> None:
        with tool.named("backwards") as adapter:
            found = list(adapter.answers(asked(*"abcdefgh")))
            assert [key for key, _ in found] == ["4 d", "3 c", "2 b", "1 a", "8 h", "7 g", "6 f", "5 e"]
            assert adapter.notes == ()

    @pytest.mark.slow
    def test_may_be_slow_as_long_as_answers_come(self, tool: Tool) -> None:
        found = tool.answers("slow", *["good"] * 12, timeout=SHORT)
        assert set(found.values()) == {DOES_NOT_RUN}

    def test_is_not_to_blame_for_the_time_that_the_asker_takes(self, tool: Tool) -> None:
        with tool.named("good", timeout=SHORT, window=2) as adapter:
            answers = adapter.answers(asked(*"abcdef"))
            next(answers)
            time.sleep(SHORT * 1.2)
            assert {answer for _, answer in answers} == {DOES_NOT_RUN}

    def test_is_asked_only_a_window_ahead_of_its_answers(self, tool: Tool) -> None:
        taken: list[int] = []

        def endless() -> Iterator[tuple[int, Question]]:
            while True:
                taken.append(len(taken))
                yield len(taken), question()

        with tool.named("good", window=10) as adapter:
            answers = adapter.answers(endless())
            for count, _ in zip(range(1, 500), answers, strict=False):
                assert len(taken) <= count + 10
            answers.close()  # type: ignore[attr-defined]

    def test_a_run_is_asked_for_only_as_a_run(self, tool: Tool) -> None:
        play = Play(option=None, events=(), pre_downloaded=None)
        with tool.named("good") as adapter:
            ((_, fault),) = adapter.answers([(1, question().model_copy(update={"play": play}))])
        assert fault == Fault("garbage", "Its answer lacks 'run', which it said that it answers.")


class TestAToolThatCannotBeAsked:
    @pytest.mark.parametrize(
        ("name", "message"),
        [
            (
                "ends_before_hello",
                "does not introduce itself: it ended with exit code 1. "
                "Its last words on standard error: 'no module named 'rules''.",
            ),
            (
                "greets_with_garbage",
                "answers to hello what cannot be used: it is not JSON (expected value at line 1 column 1). "
                "It wrote 'Welcome to my tool!'.",
            ),
            ("greets_with_another_version", "'kit' is 2, expected 1, the version of the format"),
            ("greets_with_an_endless_line", "it wrote a line of more than 1,048,576 bytes, which begins 'xxx"),
            ("never_greets", "does not introduce itself within 0.6 s. Does it flush its output after each line?"),
        ],
    )
    def test_says_why(self, tool: Tool, name: str, message: str) -> None:
        timeout = SHORT if name == "never_greets" else 10
        with pytest.raises(AdapterError) as caught, tool.named(name, timeout=timeout):
            pass
        assert str(caught.value).startswith(f"'{sys.executable}' ")
        assert message in str(caught.value)

    def test_for_there_is_no_such_program(self, tmp_path: Path) -> None:
        (tmp_path / "my-tool").touch()
        assert cannot_start("no-such-program-anywhere") == (
            "'no-such-program-anywhere' cannot be started: there is no such program."
        )
        assert cannot_start(str(tmp_path / "my-tol")).endswith(f"Did you mean '{tmp_path / 'my-tool'}'?")
        assert cannot_start("my-tool", cwd=tmp_path).endswith(
            f"A program in this folder is called by its path: '.{os.sep}my-tool'."
        )
        assert cannot_start(str(tmp_path / "away" / "my-tool")).endswith(
            f"There is no folder '{tmp_path / 'away'}' either."
        )

    @pytest.mark.skipif(os.name == "nt", reason="programs have other names there")
    def test_for_its_name_is_spelled_wrong(self) -> None:
        assert cannot_start("dirnaem").endswith("Did you mean 'dirname'?")
        assert cannot_start("dirname .").endswith("The program and each of its arguments are words of their own.")

    @pytest.mark.skipif(os.name == "nt", reason="there a name says whether a file can be run")
    def test_for_its_program_cannot_be_run(self, tmp_path: Path) -> None:
        program = tmp_path / "my-tool"
        program.write_text("print()", encoding="utf-8")
        assert "it may not be run. Is it executable?" in cannot_start(str(program))
        program.chmod(0o755)
        assert "the system says: exec format error. A script can be given to" in cannot_start(str(program))

    def test_for_there_is_nothing_to_start(self, tmp_path: Path) -> None:
        assert cannot_start("") == "There is no command to start."
        away = tmp_path / "away"
        assert cannot_start("x", cwd=away) == f"There is no folder '{away}' to start the command in."


def cannot_start(program: str, cwd: Path | None = None) -> str:
    with pytest.raises(AdapterError) as caught:
        LineAdapter([program], cwd=cwd)
    return str(caught.value)


class TestNothingIsLeftRunning:
    """What the fixture looks at in the end."""

    def test_when_the_answers_are_not_taken_to_the_end(self, tool: Tool) -> None:
        with tool.named("hangs") as adapter:
            answers = adapter.answers(asked("good", "bad"))
            assert next(answers) == ("1 good", DOES_NOT_RUN)
            answers.close()  # type: ignore[attr-defined]
            assert gone(tool.pids[0])
            assert dict(adapter.answers(asked("good"))) == {"1 good": DOES_NOT_RUN}
        assert len(tool.pids) == 2

    @pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
    def test_when_the_asker_fails(self, tool: Tool, error: type[BaseException]) -> None:
        def failing() -> Iterator[tuple[str, Question]]:
            yield from asked("good", "bad")
            raise error

        with pytest.raises(error), tool.named("hangs", window=2) as adapter:
            list(adapter.answers(failing()))

    @pytest.mark.slow
    @pytest.mark.parametrize("name", ["ignores_the_bye", "leaves_a_child"])
    def test_when_it_does_not_go(self, tool: Tool, name: str) -> None:
        assert tool.answers(name, "good") == {"1 good": DOES_NOT_RUN}

    def test_when_it_is_closed_while_it_is_asked(self, tool: Tool) -> None:
        with tool.named("good", window=1) as adapter:
            answers = adapter.answers(asked(*["good"] * 10))
            next(answers)
            adapter.close()
            with pytest.raises(RuntimeError, match="was closed"):
                list(answers)


def test_it_is_asked_by_one_at_a_time(tool: Tool) -> None:
    with tool.named("good", window=1) as adapter:
        answers = adapter.answers(asked("good", "good"))
        next(answers)
        with pytest.raises(RuntimeError, match="is being asked already"):
            next(adapter.answers(asked("good")))
        assert len(list(answers)) == 1


def test_it_is_not_asked_after_its_end(tool: Tool) -> None:
    with tool.named("good") as adapter:
        adapter.close()
        with pytest.raises(RuntimeError, match="is closed"):
            next(adapter.answers(asked("good")))
