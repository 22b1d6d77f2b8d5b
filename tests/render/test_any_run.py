"""Any run of any site can be told in every format."""

from __future__ import annotations

import re

from hypothesis import given

from dod_model.render.layout import Layout
from dod_model.render.run_json import run_json
from dod_model.render.run_mermaid import run_mermaid
from dod_model.render.run_report import Play
from dod_model.render.run_style import RunStyle
from dod_model.render.run_text import run_text
from dod_model.run import Run
from dod_model.run.amounts import amounts
from dod_model.strategies import runs, to_play
from dod_model.strategies.runs import ToPlay
from dod_model.totals import total

LINE = re.compile(
    r"sequenceDiagram|    (?:participant \w+ as [^;]*(?:#\d+;[^;]*)*|Note over C(?:,M)?: .+|"
    r"(?:C|M|S\d)(?:->>|-->>|--x|-x)(?:C|M|S\d): .+|rect rgba\(128, 128, 128, 0\.1\)|end)"
)


@given(runs())
def test_text_tells_it(found: Run) -> None:
    for everything in (False, True):
        lines = list(run_text([found], (), None, RunStyle(everything, Layout(80))))
        assert all(line.isprintable() for line in lines)


@given(runs())
def test_json_tells_it(found: Run) -> None:
    play_ = Play.model_validate_json(run_json("-", [found], (), None, 0))
    assert [len(run.moments) for run in play_.runs] == [len(found.moments)]


@given(runs())
def test_mermaid_draws_it(found: Run) -> None:
    lines = run_mermaid([found]).splitlines()
    assert [line for line in lines if not LINE.fullmatch(line)] == []


@given(to_play())
def test_a_total_over_one_client_is_that_run(played: ToPlay) -> None:
    how = {"placed": played.placed, "pre_downloaded": played.pre_downloaded, "seed": played.seed}
    found = total(played.site, [played.attempt], played.option, **how)  # type: ignore[arg-type]
    (kind,) = found.kinds
    assert kind.each == amounts(played.run())
