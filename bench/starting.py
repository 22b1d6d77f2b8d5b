"""What the command costs on the healthy example, beside the start of Python with pydantic and one model."""

from __future__ import annotations

import sys
from pathlib import Path

from bench.report import Bound, Row, Section
from bench.timing import commands_in_turns

ROUNDS = 21
AT_MOST = 2.0
ONE_MODEL = """
from pydantic import BaseModel


class Model(BaseModel):
    name: str
"""


def starting() -> Section:
    """Time `dod check` beside Python with pydantic and one model, and bare Python.

    Raises:
        CommandFailedError: a command fails.
    """
    here = Path.cwd()
    dod = str(Path(sys.executable).with_name("dod"))
    spent = commands_in_turns(
        {
            "dod": ((dod, "check", "docs/examples/healthy.yaml"), here),
            "model": ((sys.executable, "-c", ONE_MODEL), here),
            "bare": ((sys.executable, "-c", "pass"), here),
        },
        ROUNDS,
    )
    ours, peer, bare = spent["dod"], spent["model"], spent["bare"]
    rows = [
        Row("dod check docs/examples/healthy.yaml (by the clock)", ours.wall, peer.wall),
        Row("the same (processor time)", ours.processor, peer.processor),
        Row("Python with pydantic and one model (by the clock)", peer.wall),
        Row("the same (processor time)", peer.processor),
        Row("bare Python (by the clock)", bare.wall, peer.wall),
    ]
    bounds = [
        Bound("dod check / Python with pydantic and one model, by the clock", ours.wall / peer.wall, AT_MOST),
        Bound("the same, processor time", ours.processor / peer.processor, AT_MOST),
    ]
    return Section("Starting", rows, bounds, [f"{ROUNDS} runs in turns."])
