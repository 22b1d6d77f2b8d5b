"""Run -> what it comes to in a few numbers, so that many runs can be added up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from dod_model.assessment import Outcome
from dod_model.run.events import Placed
from dod_model.run.moments import (
    DownloadFailed,
    Ending,
    Moment,
    PolicyRejected,
    Refused,
    SourceChosen,
    StepFailed,
    Transfer,
)
from dod_model.run.playing import Run
from dod_model.run.summary import Summary

Choice = tuple[str, ...]
"""The sources among which the product chooses at random; one of them where there is nothing to choose."""
Failure = PolicyRejected | Refused | DownloadFailed | StepFailed
"""The moments that can keep a run from ending well."""


@dataclass(frozen=True, slots=True)
class Amounts:
    """What one run comes to, in bytes.

    Attributes:
        ending: how it ends; None if the documents do not speak of it.
        failures: what kept it from ending well, the deciding moment first.
        uncovered: why the documents do not speak of it; empty if they do.
        on_assumptions: whether the assessment is undetermined, so that it was played on assumptions.
        assumed: what had to be assumed, a sentence each.
        unsized: packages whose size is not described; they count as 0 bytes.
        not_placed: events whose moment never came.
        pulled: all that came.
        in_advance: what pre-download fetched.
        before_start: what came between the start by a user or a schedule and the start of the sequence.
        during: what came while the sequence ran.
        in_vain: what was fetched although no step that ran wants it.
        thrown_away: what came and did not end in a package that is complete and checked.
        spared: what was not fetched, for conditions skipped every step that wants it.
        largest_held: the most that was on the device at once.
        cache: the size of the client cache; None for unknown.
        fits: whether the cache holds the largest amount; None for unknown.
        by_source: what came from each source.
        by_choice: what came, by the sources among which each download chose.
    """

    ending: Ending | None
    failures: tuple[Moment, ...]
    uncovered: str
    on_assumptions: bool
    assumed: tuple[str, ...]
    unsized: tuple[str, ...]
    not_placed: tuple[Placed, ...]
    pulled: int
    in_advance: int
    before_start: int
    during: int
    in_vain: int
    thrown_away: int
    spared: int
    largest_held: int
    cache: int | None
    fits: bool | None
    by_source: Mapping[str, int]
    by_choice: Mapping[Choice, int]

    @property
    def ends_well(self) -> bool:
        """Whether the sequence ran to its end."""
        return self.ending is Ending.SUCCEEDED

    @property
    def reached(self) -> bool | None:
        """Whether it certainly ends well; None if that rests on assumptions, or is not covered by the documents."""
        return None if self.ending is None or (self.ends_well and self.on_assumptions) else self.ends_well

    def pulled_besides(self, sources: Collection[str]) -> int:
        """All that came, from some sources left aside."""
        return sum(amount for name, amount in self.by_source.items() if name not in sources)


def amounts(run: Run) -> Amounts:
    """What a run comes to."""
    summary = Summary(run)
    return Amounts(
        ending=run.ending,
        failures=failures(run),
        uncovered=uncovered(run),
        on_assumptions=run.assessment.outcome is Outcome.UNDETERMINED,
        assumed=run.assumed,
        unsized=run.unsized,
        not_placed=run.not_placed,
        pulled=summary.pulled,
        in_advance=summary.in_advance,
        before_start=summary.before_start,
        during=summary.during,
        in_vain=sum(summary.in_vain.values()),
        thrown_away=summary.thrown_away,
        spared=sum(summary.spared.values()),
        largest_held=summary.largest_held,
        cache=summary.cache,
        fits=summary.fits,
        by_source=summary.by_source,
        by_choice=by_choice(run),
    )


def failures(run: Run) -> tuple[Moment, ...]:
    """What kept a run from ending well: the moment that decided it, and the failure that this follows from."""
    if run.ending in {None, Ending.SUCCEEDED}:
        return ()
    found: list[Moment] = []
    number = run.moments[-1].cause
    while number is not None and isinstance(run.moments[number], Failure):
        found.append(run.moments[number])
        number = run.moments[number].cause
    return tuple(found)


def uncovered(run: Run) -> str:
    """Why the documents do not speak of an attempt; empty if they do."""
    if run.assessment.outcome is not Outcome.NOT_COVERED:
        return ""
    return next((one.why for one in run.assessment.findings if one.why), "")


def by_choice(run: Run) -> Mapping[Choice, int]:
    """What came in a run, by the sources among which each download chose."""
    sums: Counter[Choice] = Counter()
    among: Choice = ()
    for moment in run.moments:
        if isinstance(moment, SourceChosen):
            among = moment.among
        elif isinstance(moment, Transfer) and moment.source is not None:
            sums[among] += moment.pulled
    return dict(sums)
