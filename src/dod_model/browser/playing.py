"""The runs of an attempt with both deployment options, as `dod run --option both` tells them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from dod_model.browser.answers import Numbers, Played, Runs, Section
from dod_model.browser.mentions import Mentions
from dod_model.browser.spoken import Spoken, Unset, parted, spoken
from dod_model.errors import InputError
from dod_model.render.run_json import run_of
from dod_model.render.run_numbers import rows
from dod_model.render.run_style import RunStyle
from dod_model.render.run_text import reservations, timeline
from dod_model.render.run_words import SHORT_OPTIONS
from dod_model.render.wording import how
from dod_model.results import Result
from dod_model.run import Run, play
from dod_model.site import DeploymentOption

OPTIONS = (DeploymentOption.WHEN_NEEDED, DeploymentOption.BEFORE_START)
LINES = 400
"""So many lines of a timeline are told."""
CHARACTERS = 100_000
"""So many characters are told, or a line more."""
_STYLE = RunStyle(layout=Unset())


def runs_of(result: Result, mentions: Mentions) -> Runs:
    """The attempt, played with both options.

    Args:
        result: an attempt with its assessment.
        mentions: finds names in sentences.
    """
    attempt, situation = result.attempt, result.assessment.situation
    runs, refused = list[Run](), ""
    try:
        runs += [play(situation.site, attempt, option=option) for option in OPTIONS] if situation else ()
    except InputError as error:
        refused = str(error)
    said = Spoken.of(f"{attempt.deployment} on '{attempt.client}', {how(attempt)}", "", 0, "strong")
    return Runs(
        headline=mentions.headline(said, attempt.deployment),
        played=tuple(_played(run, mentions) for run in runs),
        numbers=_numbers(runs) if any(run.moments for run in runs) else None,
        reservations=_sections(list(spoken(reservations(runs, _STYLE.layout))), mentions),
        refused=refused,
    )


def _played(run: Run, mentions: Mentions) -> Played:
    lines = spoken(timeline(run, _STYLE))
    headline, *told = _bounded(lines)
    complete = run_of(run, None)
    return Played(
        option=complete.option,
        ending=complete.ending,
        headline=mentions.line(headline, {}),
        sections=_sections(told, mentions),
        more=sum(1 for _ in lines),
        summary=complete.summary,
    )


def _bounded(lines: Iterator[Spoken]) -> Iterator[Spoken]:
    """The first lines, so many as are told."""
    size = 0
    for line in islice(lines, LINES):
        yield line
        size += len(line)
        if size > CHARACTERS:
            return


def _sections(lines: list[Spoken], mentions: Mentions) -> tuple[Section, ...]:
    return tuple(
        Section(title=title, lines=tuple(mentions.line(one, {}) for one in found)) for title, found in parted(lines)
    )


def _numbers(runs: list[Run]) -> Numbers:
    heads = tuple(SHORT_OPTIONS[run.option] for run in runs)
    return Numbers(heads=heads, rows=tuple((label, tuple(cells)) for label, cells in rows(runs, None)))
