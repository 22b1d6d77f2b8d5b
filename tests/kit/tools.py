"""Misbehaving tools behind a command, and the questions that they are asked."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from dod_model.assessment import Outcome
from dod_model.attempt import Wish
from dod_model.kit.answers import Answer, Fault, Reply
from dod_model.kit.format import Question
from dod_model.kit.healthy import ATTEMPT, HEALTHY
from dod_model.kit.process import LineAdapter

MISBEHAVING = Path(__file__).with_name("misbehaving.py")
DOES_NOT_RUN = Reply(Outcome.DOES_NOT_RUN)
SHORT = 0.6


def question(client: str = "good") -> Question:
    return Question(site=HEALTHY, attempt=replace(ATTEMPT, client=client), wish=Wish.ON_DEMAND)


def asked(*clients: str) -> list[tuple[str, Question]]:
    return [(f"{number} {client}", question(client)) for number, client in enumerate(clients, 1)]


class Tool:
    """A misbehaving adapter, and the processes that it started."""

    def __init__(self, folder: Path) -> None:
        self.started = folder / "started"

    @contextmanager
    def named(
        self, name: str, *, timeout: float = 10.0, window: int = 256, restarts: int = 50
    ) -> Iterator[LineAdapter]:
        # -S and -I, for the start of Python is most of the time that these tests take.
        command = [sys.executable, "-S", "-I", str(MISBEHAVING), name, str(self.started)]
        with LineAdapter(command, timeout=timeout, window=window, restarts=restarts) as adapter:
            yield adapter

    def answers(self, name: str, *clients: str, timeout: float = 10.0) -> dict[str, Answer]:
        """Ask about these clients; each gets exactly one answer."""
        with self.named(name, timeout=timeout) as adapter:
            return once(adapter.answers(asked(*clients)), len(clients))

    def fault(self, name: str, kind: str, timeout: float = 10.0) -> str:
        """Ask about a client that brings the misbehaviour about, between good ones, and return what is told of it."""
        found = self.answers(name, "good", "good", "bad", "good", "good", timeout=timeout)
        fault = found.pop("3 bad")
        assert set(found.values()) == {DOES_NOT_RUN}
        assert isinstance(fault, Fault)
        assert fault.kind == kind
        return fault.message

    @property
    def pids(self) -> list[int]:
        return [int(line) for line in self.started.read_text(encoding="utf-8").splitlines()]


def once(answers: Iterable[tuple[str, Answer]], count: int) -> dict[str, Answer]:
    """The answers by key, of which there are so many and none twice."""
    pairs = list(answers)
    found = dict(pairs)
    assert len(pairs) == len(found) == count
    return found


def runs(pid: int) -> bool:
    """Whether a process runs; one that has ended and that nobody has waited for does not."""
    status = Path(f"/proc/{pid}/stat")
    if status.exists():
        return status.read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    if Path("/proc/self").exists():
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def gone(pid: int) -> bool:
    """Whether a process is gone, or will be in a moment: the system takes its time after a signal."""
    for _ in range(100):
        if not runs(pid):
            return True
        time.sleep(0.02)
    return False


def misbehaving_tool(folder: Path) -> Iterator[Tool]:
    """Misbehaving adapters, of which nothing may be left in the end."""
    tool = Tool(folder)
    yield tool
    if tool.started.exists():
        assert [pid for pid in tool.pids if not gone(pid)] == []
