"""Runs -> a sequence diagram for mermaid: who says what to whom, in which order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from dod_model.attempt import Place
from dod_model.render.mermaid_text import escaped
from dod_model.render.run_words import ENDINGS, OPTIONS, kind_of, many, much, names, size
from dod_model.requirements.requirement import Stage
from dod_model.run import Moment, Run
from dod_model.run import moments as kinds

LINES_DRAWN = 120
"""So many lines of a run are drawn; how many are left out in the middle is told."""
SOURCES_DRAWN = 8
"""So many sources have a column of their own; the others share one."""
STEPS_APART = 3
"""So many steps in a row that fetch nothing are drawn one by one; more are drawn together."""

CLIENT, POINT, OTHERS = "C", "M", "S0"
_LAST_LINES = 20


class Line(NamedTuple):
    """A line of a diagram.

    Attributes:
        text: the line.
        step: what to call it where it tells only that a step runs; empty for any other line.
    """

    text: str
    step: str = ""


def run_mermaid(runs: Sequence[Run]) -> str:
    """A diagram of runs of one attempt, one after the other.

    Args:
        runs: of the same attempt, each with another option.
    """
    columns = _columns(runs)
    lines = ["sequenceDiagram", *_participants(runs, columns)]
    for run in runs:
        title = escaped(f"{OPTIONS[run.option]}: {ENDINGS[run.ending]}")
        drawn = [f"Note over {CLIENT},{POINT}: {title}", *_shortened(list(_drawn(run, columns)))]
        framed = drawn if len(runs) == 1 else ["rect rgba(128, 128, 128, 0.1)", *drawn, "end"]
        lines.extend(f"    {line}" for line in framed)
    return "\n".join(lines) + "\n"


def _columns(runs: Sequence[Run]) -> dict[str, str]:
    """The column of each source from which anything is downloaded."""
    chosen = (one.source for run in runs for one in run.moments if isinstance(one, kinds.SourceChosen))
    found = list(dict.fromkeys(chosen))
    shown = found if len(found) <= SOURCES_DRAWN else found[: SOURCES_DRAWN - 1]
    own = {name: f"S{number}" for number, name in enumerate(shown, start=1)}
    return own | dict.fromkeys(found[len(shown) :], OTHERS)


def _participants(runs: Sequence[Run], columns: dict[str, str]) -> Iterator[str]:
    attempt = runs[0].attempt
    way = " via CMG" if attempt.place is Place.INTERNET else ""
    yield f"    participant {CLIENT} as {escaped(attempt.client)}"
    yield f"    participant {POINT} as Management point{way}"
    for name, column in columns.items():
        if column != OTHERS:
            yield f"    participant {column} as {escaped(name)}"
    others = sum(column == OTHERS for column in columns.values())
    if others:
        yield f"    participant {OTHERS} as {others:,} other sources"


def _shortened(lines: list[str]) -> list[str]:
    """The lines, without those in the middle if they are very many."""
    if len(lines) <= LINES_DRAWN:
        return lines
    first = LINES_DRAWN - _LAST_LINES - 1
    left_out = len(lines) - first - _LAST_LINES
    note = f"Note over {CLIENT},{POINT}: {left_out:,} more lines are not drawn"
    return [*lines[:first], note, *lines[-_LAST_LINES:]]


def _drawn(run: Run, columns: dict[str, str]) -> Iterator[str]:
    """The lines of a run; many steps in a row that fetch nothing are one line."""
    every = [line for moment in run.moments for line in _line(moment, columns)]
    for plain, group in groupby(every, key=lambda line: bool(line.step)):
        found = list(group)
        if not plain or len(found) <= STEPS_APART:
            yield from (line.text for line in found)
        else:
            told = escaped(f"{len(found):,} steps: {many([line.step for line in found])}")
            yield f"Note over {CLIENT}: {told}"


def _line(moment: Moment, columns: dict[str, str]) -> Iterator[Line]:
    match moment:
        case kinds.DownloadStarted() | kinds.DownloadBroken() | kinds.DownloadVerified() | kinds.DownloadFailed():
            yield _download(moment, columns)
        case kinds.ContentMoment():
            yield from _content(moment)
        case kinds.StepMoment():
            yield from _step(moment)
        case kinds.PolicyReceived(sequence=sequence, bytes=amount):
            yield Line(f"{POINT}->>{CLIENT}: {escaped(f'policy of {sequence}, {much(amount)}')}")
        case kinds.PolicyRejected(bytes=amount):
            yield Line(f"{CLIENT}-x{CLIENT}: {escaped(f'a policy of {size(amount)} cannot be processed')}")
        case kinds.Refused(requirements=found, stage=stage):
            arrow = f"{CLIENT}-x{CLIENT}" if stage is Stage.START else f"{POINT}--x{CLIENT}"
            yield Line(f"{arrow}: {escaped(f'{names(found)} is not met')}")
        case _:
            yield from _note(moment)


def _note(moment: Moment) -> Iterator[Line]:
    match moment:
        case kinds.Started():
            yield Line(f"Note over {CLIENT}: it is started")
        case kinds.SequenceStarted(sequence=sequence):
            yield Line(f"Note over {CLIENT}: {escaped(f'{sequence} starts')}")
        case kinds.SequenceEnded(ending=ending):
            yield Line(f"Note over {CLIENT}: {escaped(f'it {ENDINGS[ending]}')}")
        case kinds.Happened(event=event):
            yield Line(f"Note over {CLIENT},{POINT}: {escaped(f'event: {event.told}')}")


def _step(moment: kinds.StepMoment) -> Iterator[Line]:
    name = f"{moment.action.number}. {moment.action.name}{kind_of(moment.action.step)}"
    match moment:
        case kinds.StepStarted():
            yield Line(f"Note over {CLIENT}: {escaped(name)}", name)
        case kinds.StepSkipped(why=why):
            yield Line(f"Note over {CLIENT}: {escaped(f'{name}, skipped, {why}')}")
        case kinds.StepFailed(why=why):
            yield Line(f"{CLIENT}-x{CLIENT}: {escaped(f'{name} fails, {why}')}")


def _content(moment: kinds.ContentMoment) -> Iterator[Line]:
    match moment:
        case kinds.LocationRequested(package=package):
            yield Line(f"{CLIENT}->>{POINT}: {escaped(f'where is {package}?')}")
        case kinds.SourcesAnswered(listed=()):
            yield Line(f"{POINT}--x{CLIENT}: no source is listed")
        case kinds.SourcesAnswered(listed=listed):
            yield Line(f"{POINT}-->>{CLIENT}: {escaped(many(listed))}")
        case kinds.LeftOutOfPreDownload(package=package):
            yield Line(f"Note over {CLIENT}: {escaped(f'{package} is left out of pre-download')}")


def _download(moment: kinds.DownloadStarted | kinds.Transfer, columns: dict[str, str]) -> Line:
    source = POINT if moment.source is None else columns[moment.source]
    package = moment.package
    match moment:
        case kinds.DownloadStarted(done=done):
            return Line(f"{CLIENT}->>{source}: {escaped(f'the rest of {package}' if done else f'get {package}')}")
        case kinds.DownloadBroken(pulled=pulled):
            return Line(f"{source}--x{CLIENT}: {escaped(f'{size(pulled)} came, then it breaks off')}")
        case kinds.DownloadVerified(pulled=pulled):
            return Line(f"{source}-->>{CLIENT}: {escaped(f'{package}, {size(pulled)}, checked')}")
        case kinds.DownloadFailed(why=why, pulled=pulled):
            came = f", {size(pulled)} came" if pulled else ""
            return Line(f"{source}--x{CLIENT}: {escaped(f'{package} fails, {why}{came}')}")
