"""Sessions of pytest as a whole: with several workers, and ended from outside."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dod_model.kit.shipped import vector_file
from tests.asking_session import ALONE, Session, session

__all__ = ["session"]

ABOUT_INSTALLING = [one for one in vector_file("boundaries").vectors if one.id.startswith(ALONE)]
CERTAIN = [one for one in ABOUT_INSTALLING if "unknowns" not in one.asks]


@pytest.mark.slow
def test_each_worker_asks_an_adapter_of_its_own(session: Session) -> None:
    session.pytester.makefile(".ini", pytest="[pytest]\naddopts = -n 2")
    result = session.run(answers='["outcome"]')
    assert result.parseoutcomes()["passed"] == len(CERTAIN)
    not_asked = len(ABOUT_INSTALLING) - len(CERTAIN)
    result.stdout.fnmatch_lines(
        [f"dod-model: {not_asked} vectors were not asked, for the adapter does not answer such."]
    )
    assert Path("ended").read_text(encoding="utf-8") == "xx"


def runs(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


def until(path: Path, seconds: float = 30.0) -> str:
    """What the file holds, as soon as it holds something."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if path.exists() and (text := path.read_text(encoding="utf-8")):
            return text
        time.sleep(0.02)
    raise TimeoutError(path)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends processes without a signal")
def test_a_terminated_session_ends_its_adapter(pytester: pytest.Pytester) -> None:
    pytester.makefile(
        ".py",
        adapter="""
            import json, os, time
            input()
            print(json.dumps({"kit": 1, "name": "deaf", "version": "1", "answers": ["outcome"]}), flush=True)
            open("pid.part", "w").write(str(os.getpid()))
            os.rename("pid.part", "pid")
            time.sleep(600)
        """,
    )
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--dod-timeout", "500"]
    session = subprocess.Popen([*command, "--dod-adapter", f'"{sys.executable}" adapter.py'], stdout=subprocess.DEVNULL)
    try:
        adapter = int(until(pytester.path / "pid"))
        session.send_signal(signal.SIGTERM)
        assert session.wait(30) == pytest.ExitCode.INTERRUPTED
    finally:
        session.kill()
        session.wait()
    assert not runs(adapter)
