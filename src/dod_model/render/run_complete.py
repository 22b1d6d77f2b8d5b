"""A part of a run in full: every moment with its number, its cause and what it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch

from dod_model.render.layout import Layout
from dod_model.render.run_words import left_out, much, names, rests_on, size
from dod_model.run import Moment, Run
from dod_model.run import moments as kinds
from dod_model.run.amounts import Amounts

WRONG = (kinds.DownloadFailed, kinds.StepFailed, kinds.Refused, kinds.PolicyRejected)
"""The moments in which something goes wrong."""

_DETAILS = 8


def complete(run: Run, places: range, layout: Layout) -> Iterator[str]:
    """A part of a run in full. Moments are counted from 1, as events are placed.

    Args:
        run: the run.
        places: of the moments that belong to the part.
        layout: width and colour.
    """
    for place in places:
        moment = run.moments[place]
        mood = "bad" if isinstance(moment, WRONG) else ""
        yield from layout.line(told(moment), 4, mood, head=f"{place + 1}. ")
        for one in moment.left_out if isinstance(moment, kinds.SourcesAnswered) else ():
            yield from layout.line(f"{left_out(one)} ({rests_on(one.behaviour)})", _DETAILS)
        cause = "" if moment.cause is None else f"follows from {moment.cause + 1}; "
        behaviour = moment.behaviour
        yield from layout.line(f"{cause}{rests_on(behaviour)}: {behaviour.statement}", _DETAILS, "faint")
        if behaviour.reasoning:
            yield from layout.line(behaviour.reasoning, _DETAILS, "faint")


def why(each: Amounts) -> str | None:
    """Why a run does not end well, in words; None if it does."""
    return each.uncovered or "; ".join(map(told, each.failures)) or None


@singledispatch
def told(moment: Moment) -> str:
    """A moment in words."""
    return moment.kind.replace("-", " ")


@told.register
def _(moment: kinds.PolicyReceived) -> str:
    return f"policy of '{moment.sequence}' received, {much(moment.bytes)}"


@told.register
def _(moment: kinds.PolicyRejected) -> str:
    return f"policy of '{moment.sequence}' cannot be processed, {size(moment.bytes)}"


@told.register
def _(moment: kinds.Refused) -> str:
    return f"stopped, for {names(moment.requirements)} is not met"


@told.register
def _(moment: kinds.Started) -> str:
    return "started" if moment.how is None else f"started: {moment.how.value}"


@told.register
def _(moment: kinds.SequenceStarted) -> str:
    return f"'{moment.sequence}' starts, _SMSTSDownloadOnDemand is {str(moment.on_demand).lower()}"


@told.register
def _(moment: kinds.Happened) -> str:
    return f"event: {moment.event.told}"


@told.register
def _(moment: kinds.SequenceEnded) -> str:
    return f"ended: {moment.ending.value}"


@told.register
def _(moment: kinds.StepMoment) -> str:
    return f"{moment.kind.replace('-', ' ')}: {moment.action.number}. {moment.action.name}"


@told.register(kinds.StepSkipped)
@told.register(kinds.StepFailed)
def _(moment: kinds.StepSkipped | kinds.StepFailed) -> str:
    return f"{moment.kind.replace('-', ' ')}: {moment.action.number}. {moment.action.name}: {moment.why}"


@told.register
def _(moment: kinds.ContentMoment) -> str:
    return f"{moment.kind.replace('-', ' ')}: '{moment.package}'"


@told.register
def _(moment: kinds.LeftOutOfPreDownload) -> str:
    return f"left out of pre-download: '{moment.package}', {moment.why}"


@told.register
def _(moment: kinds.SourcesAnswered) -> str:
    return f"sources answered for '{moment.package}': {names(moment.listed) or 'none'}"


@told.register
def _(moment: kinds.SourceChosen) -> str:
    rest = f", at random among {names(moment.among)}" if len(moment.among) > 1 else ""
    return f"source chosen for '{moment.package}': '{moment.source}'{rest}"


@told.register
def _(moment: kinds.DownloadStarted) -> str:
    there = f", {size(moment.done)} there already" if moment.done else ""
    return f"download started: '{moment.package}' from '{moment.source}', {size(moment.size)}{there}"


@told.register(kinds.DownloadBroken)
@told.register(kinds.DownloadVerified)
def _(moment: kinds.DownloadBroken | kinds.DownloadVerified) -> str:
    came = f"{size(moment.pulled)} came"
    return f"{moment.kind.replace('-', ' ')}: '{moment.package}' from '{moment.source}', {came}"


@told.register
def _(moment: kinds.DownloadFailed) -> str:
    where = "" if moment.source is None else f" from '{moment.source}'"
    came = f", {size(moment.pulled)} came" if moment.pulled else ""
    return f"download failed: '{moment.package}'{where}{came}: {moment.why}"
