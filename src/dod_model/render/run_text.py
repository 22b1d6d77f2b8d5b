"""A run -> a timeline for reading: what is fetched when, for which step and from where, and what goes wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from dod_model.assessment import Outcome
from dod_model.render.layout import Layout
from dod_model.render.run_brief import brief
from dod_model.render.run_complete import complete
from dod_model.render.run_numbers import numbers
from dod_model.render.run_price import Price
from dod_model.render.run_style import RunStyle, caveats
from dod_model.render.run_totals import DeploymentTotals, one_client_hint, totals_text
from dod_model.render.run_words import ENDINGS, OPTIONS, names, phases, placed
from dod_model.render.wording import how
from dod_model.requirements import Force, Verdict
from dod_model.run import Ending, Run, Summary
from dod_model.run.amounts import uncovered
from dod_model.run.behaviours import Behaviour

_MOODS = {Ending.SUCCEEDED: "good", Ending.FAILED: "bad", Ending.NOT_STARTED: "bad", None: "open"}
TOO_SMALL = ", but the client cache is too small"

HINT = "`dod run --all` tells every moment with what it rests on"


def run_text(
    runs: Sequence[Run], totals: Sequence[DeploymentTotals], price: Price | None, style: RunStyle
) -> Iterator[str]:
    """All that was played, line by line.

    Args:
        runs: of one client; those of one deployment, which differ in the option, follow one another.
        totals: what deployments come to over many clients.
        price: what the cloud costs; None to leave money out.
        style: how much is told, and how it is set.
    """
    for _, group in groupby(runs, key=lambda run: run.attempt):
        yield from _attempt(list(group), price, style)
    for found in totals:
        yield from totals_text(found, price, style)
        yield ""
    hint = one_client_hint(totals, style) if totals else "" if style.everything else _all_hint(runs)
    yield from style.layout.line(hint, mood="faint") if hint else ()


def _all_hint(runs: Sequence[Run]) -> str:
    """Where more is told: every moment, and a statement that this run rests on."""
    cites = next((one.cites for run in runs for one in _last_behaviour(run) if one.cites), ())
    return f"{HINT}, `dod explain {cites[0]}` what a statement says." if cites else f"{HINT}."


def _last_behaviour(run: Run) -> Iterator[Behaviour]:
    yield from (moment.behaviour for moment in run.moments[-1:])


def _attempt(runs: Sequence[Run], price: Price | None, style: RunStyle) -> Iterator[str]:
    """The runs of one attempt, then their numbers side by side."""
    yield from headline(runs[0], style.layout)
    for run in runs:
        yield from timeline(run, style)
        yield ""
    if any(run.moments for run in runs):
        yield from numbers(runs, price, style.layout)
        yield from reservations(runs, style.layout)
        yield ""


def headline(run: Run, layout: Layout) -> Iterator[str]:
    """Whose run it is."""
    attempt = run.attempt
    yield from layout.line(f"{attempt.deployment} on '{attempt.client}', {how(attempt)}", mood="strong")


def timeline(run: Run, style: RunStyle) -> Iterator[str]:
    """One run: how it ends, and then its parts in order.

    Args:
        run: the run.
        style: how much is told.
    """
    layout = style.layout
    on_assumptions = run.assessment.outcome is Outcome.UNDETERMINED
    mood = "open" if on_assumptions and run.ending is Ending.SUCCEEDED else _MOODS[run.ending]
    too_small = run.ending is Ending.SUCCEEDED and Summary(run).fits is False
    rider = (", as far as is known" if on_assumptions else "") + (TOO_SMALL if too_small else "")
    yield from layout.line(f"{OPTIONS[run.option]}: {ENDINGS[run.ending]}{rider}", 2, "open" if too_small else mood)
    if run.ending is None:
        why = uncovered(run)
        yield from layout.line(why, 4) if why else ()
        return
    advice = run.assessment.with_verdict(Verdict.VIOLATED, Force.ADVISES)
    if advice:
        yield from layout.line(f"advice that is not followed: {names(one.id for one in advice)}", 4, "open")
    tell = complete if style.everything else brief
    for title, places in phases(run):
        yield ""
        yield from layout.line(title, 2, "strong")
        yield from tell(run, places, layout)


def reservations(runs: Sequence[Run], layout: Layout) -> Iterator[str]:
    """What does not fit, what was assumed, what has no size, and which events never came, for runs of one attempt."""
    for run in runs:
        if Summary(run).fits is False:
            yield ""
            yield from layout.line(f"{OPTIONS[run.option]}: the client cache is too small for it.", 2, "open")
    yield from caveats(
        list(dict.fromkeys(one for run in runs for one in run.assumed)),
        list(dict.fromkeys(one for run in runs for one in run.unsized)),
        [f"{placed(one)}, with {OPTIONS[run.option]}" for run in runs for one in run.not_placed],
        layout,
    )
