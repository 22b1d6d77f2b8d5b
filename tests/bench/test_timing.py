import sys
from collections import Counter
from pathlib import Path

import pytest

from bench.timing import CommandFailedError, commands_in_turns, in_turns


def test_each_call_is_made_as_often_as_the_others_and_in_turns() -> None:
    made: list[str] = []
    times = in_turns({"a": lambda: made.append("a"), "b": lambda: made.append("b")}, rounds=3, repeat=2)
    assert made == ["a", "a", "b", "b"] * 3
    assert Counter(made) == {"a": 6, "b": 6}
    assert all(seconds > 0 for seconds in times.values())


def test_a_command_is_timed_by_the_clock_and_by_the_processor(tmp_path: Path) -> None:
    spent = commands_in_turns({"pass": ((sys.executable, "-c", "pass"), tmp_path)}, rounds=1)["pass"]
    assert spent.wall > 0
    assert spent.processor > 0


def test_a_command_that_fails_is_told_with_its_output(tmp_path: Path) -> None:
    command = (sys.executable, "-c", "import sys; print('why'); sys.exit(3)")
    with pytest.raises(CommandFailedError, match="why"):
        commands_in_turns({"bad": (command, tmp_path)}, rounds=1)
