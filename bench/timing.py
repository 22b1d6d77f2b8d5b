"""Peers timed side by side: in turns within one run, so that what disturbs one disturbs the other."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TypeVar

Name = TypeVar("Name")
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024


def in_turns(calls: Mapping[Name, Callable[[], object]], rounds: int, repeat: int = 1) -> dict[Name, float]:
    """The median time of each call in seconds.

    Args:
        calls: what to time.
        rounds: so often each is timed, one after the other.
        repeat: so often each is called within one timing.
    """
    taken: dict[Name, list[float]] = {name: [] for name in calls}
    for _ in range(rounds):
        for name, call in calls.items():
            times = range(repeat)
            started = time.perf_counter()
            for _ in times:
                call()
            taken[name].append((time.perf_counter() - started) / repeat)
    return {name: median(times) for name, times in taken.items()}


@dataclass(frozen=True, slots=True)
class Spent:
    """What a command took.

    Attributes:
        wall: seconds by the clock.
        processor: seconds of the processor.
        largest: the most bytes that it held at once.
    """

    wall: float
    processor: float
    largest: int = 0


class CommandFailedError(RuntimeError):
    """A command that was to be timed failed; its output is the message."""


def spent_by(command: Sequence[str], where: Path) -> Spent:
    """Run a command and say what it took.

    Raises:
        CommandFailedError: its exit code is not 0.
    """
    with tempfile.TemporaryFile() as output:
        started = time.perf_counter()
        process = subprocess.Popen(command, cwd=where, stdout=output, stderr=output)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            raise CommandFailedError(f"{' '.join(command)}\n{output.read().decode(errors='replace')[-4000:]}")
    return Spent(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _RSS_UNIT)


def commands_in_turns(commands: Mapping[Name, tuple[Sequence[str], Path]], rounds: int) -> dict[Name, Spent]:
    """The medians of what each command took, run one after the other, each in its folder.

    Raises:
        CommandFailedError: a command fails.
    """
    taken: dict[Name, list[Spent]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, (command, where) in commands.items():
            taken[name].append(spent_by(command, where))
    return {
        name: Spent(median(one.wall for one in all_of_it), median(one.processor for one in all_of_it))
        for name, all_of_it in taken.items()
    }
