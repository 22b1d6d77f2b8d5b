"""A book of a run, kept from its moments and the description alone: nothing of what the engine remembers is asked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dod_model.attempt import Attempt, Place
from dod_model.run import Ending, Moment, Playing, Run
from dod_model.run.events import (
    ClientMoves,
    PackageRemoved,
    PackageUpdated,
    SourceStarts,
    SourceStops,
    ThresholdReached,
)
from dod_model.run.moments import (
    ContentMoment,
    DownloadBroken,
    DownloadFailed,
    DownloadStarted,
    DownloadVerified,
    Happened,
    LocationRequested,
    SequenceEnded,
    SequenceStarted,
    SourceChosen,
    SourcesAnswered,
    StepDone,
    StepFailed,
    StepMoment,
    StepSkipped,
    StepStarted,
    Transfer,
)
from dod_model.site import Site, SourceState
from tests.laws.run_causes import Causes
from tests.laws.run_steps import given, is_leaf, unrolled

USED_TOO_EARLY = "content was used before it was verified"
NOT_LISTED = "a download from a source that was not listed"
TWICE = "a package was downloaded twice without cause"
CONTENT_MISSING = "the sequence ended well with content missing"
PROGRESS_LOST = "progress was lost"
ENDLESS = "the run does not end"
MORE_ON_DEMAND = "on demand pulls more bytes than download-all"
LISTED_IN_VAIN = "a source is listed that does not hold the content or is out of reach"
NOT_SERVED = "content came from a source that could not give it"
OTHER_VERSION = "content was verified that had been updated while it came"
SKIPPED = "a step was skipped that has no conditions"
OUT_OF_ORDER = "a moment stands where it cannot"
MISCOUNTED = "the bytes do not add up"
FROM_NOTHING = "bytes came from a source that could give none when the download started"
WRONG_CAUSE = "a moment follows from what cannot be its cause"


class Book:
    """What is known of a run from what was seen of it. Each moment is checked as it comes."""

    def __init__(self, site: Site, attempt: Attempt) -> None:
        deployment = site.named("deployments", attempt.deployment)
        self.leaves, self.actions = unrolled(site, deployment.task_sequence)
        self.sizes = {one.name: given(one.size, 0) for one in given(site.packages, ())}
        self.sources = sum(len(given(getattr(site, kind), ())) for kind in SOURCES)
        self.premises = {one.name for one in given(site.distribution_points, ())}
        self.causes = Causes({one.name for one in given(site.gateways, ())}, self.premises)
        cloud = [*given(site.gateways, ()), *given(site.cloud_distribution_points, ())]
        self.stopped = {one.name for one in cloud if one.state is SourceState.STOPPED}
        self.emptied: set[tuple[str, str]] = set()
        self.place = attempt.place
        self.behind: set[str] = set()
        self.spoilt: set[str] = set()
        self.moments: list[Moment] = []
        self.listed: dict[str, tuple[str, ...]] = {}
        self.come: dict[str, int] = {}
        self.under_way: DownloadStarted | None = None
        self.in_vain = False
        self.verified: set[str] = set()
        self.updated: set[str] = set()
        self.outdated: set[str] = set()
        self.events = self.pulled = 0
        self.broken = False
        self.started: set[int] = set()
        self.done: set[int] = set()
        self.skipped: set[int] = set()

    @property
    def bound(self) -> int:
        """So many moments a run may have: each fetch goes through the list once, and once again for each event."""
        fetches = 2 * len(self.sizes) + sum(len(leaf.packages) for leaf in self.leaves)
        through_the_list = 4 + 3 * (self.sources + 1)
        around = 10 + len(self.sizes) + 2 * self.actions
        return around + (fetches + self.events) * through_the_list + 3 * self.events

    @property
    def pulled_all(self) -> bool:
        """Whether the sequence started, so that download-all had fetched all before."""
        return any(isinstance(one, SequenceStarted) for one in self.moments)

    def see(self, moment: Moment) -> None:
        """Enter a moment; what it breaks is told with all that came before."""
        last = self.moments[-1] if self.moments else None
        self.moments.append(moment)
        self.holds(len(self.moments) <= self.bound, ENDLESS)
        self.holds(not isinstance(last, SequenceEnded), OUT_OF_ORDER)
        self.holds((moment.cause is None) is (last is None), OUT_OF_ORDER)
        self.holds(moment.cause is None or moment.cause < len(self.moments) - 1, OUT_OF_ORDER)
        cause = None if moment.cause is None else self.moments[moment.cause]
        self.holds(cause is None or self.causes.holds(moment, cause), WRONG_CAUSE)
        for kind, enter in self._entries:
            if isinstance(moment, kind):
                enter(self, moment)

    def holds(self, holds: bool, message: str) -> None:
        """Fail with a message and the moments so far where something does not hold."""
        self.broken = self.broken or not holds
        assert holds, f"{message}\n{self}"

    def _happened(self, moment: Happened) -> None:
        self.events += 1
        match moment.event:
            case PackageUpdated(package, distributed):
                self.updated.add(package)
                self.outdated.add(package)
                # Sources that missed one update do not get the next: they hold what they listed.
                if distributed and package not in self.behind:
                    self.spoilt.add(package)
                self.behind |= set() if distributed else {package}
            case PackageRemoved(package, source):
                self.emptied.add((package, source))
            case SourceStops(source) | ThresholdReached(source):
                self.stopped.add(source)
            case SourceStarts(source):
                self.stopped.discard(source)
            case ClientMoves(place):
                self.place = place

    def _requested(self, moment: LocationRequested) -> None:
        self.listed[moment.package] = ()

    def _answered(self, moment: SourcesAnswered) -> None:
        self.listed[moment.package] = moment.listed
        self.spoilt.discard(moment.package)
        on_premises = [source in self.premises for source in moment.listed]
        self.holds(not any(on_premises) if self.place is Place.INTERNET else all(on_premises), LISTED_IN_VAIN)
        self.holds(not any((moment.package, source) in self.emptied for source in moment.listed), LISTED_IN_VAIN)
        self.holds(not {one.source for one in moment.left_out} & set(moment.listed), OUT_OF_ORDER)

    def _chosen(self, moment: SourceChosen) -> None:
        self.holds({moment.source, *moment.among} <= set(self.listed.get(moment.package, ())), NOT_LISTED)
        self.holds(moment.source in moment.among, OUT_OF_ORDER)

    def _download_started(self, moment: DownloadStarted) -> None:
        package, come = moment.package, self.come.get(moment.package, 0)
        self.holds(moment.source in self.listed.get(package, ()), NOT_LISTED)
        self.holds(package not in self.verified or package in self.updated, TWICE)
        self.holds(self.under_way is None, OUT_OF_ORDER)
        self.holds(moment.size == self.sizes.get(package, 0), MISCOUNTED)
        # What came of a version that is no longer the current one may be thrown away.
        self.holds(moment.done == come or (moment.done == 0 and package in self.outdated), PROGRESS_LOST)
        if moment.done == 0:
            self.outdated.discard(package)
        self.come[package] = moment.done
        self.under_way = moment
        self.in_vain = not self._gives(moment)

    def _gives(self, moment: DownloadStarted | DownloadVerified) -> bool:
        """Whether the source can give the package now, by what is described and what happened since."""
        out_of_reach = self.place is Place.INTERNET and moment.source in self.premises
        emptied = (moment.package, moment.source) in self.emptied
        return not (out_of_reach or emptied or moment.source in self.stopped)

    def _transferred(self, moment: Transfer) -> None:
        package = moment.package
        if self.in_vain:
            self.holds(isinstance(moment, DownloadFailed) and moment.pulled == 0, FROM_NOTHING)
        self.in_vain = False
        if self.under_way is not None:
            self.holds((package, moment.source) == (self.under_way.package, self.under_way.source), OUT_OF_ORDER)
        else:
            self.holds(isinstance(moment, DownloadFailed) and moment.pulled == 0, MISCOUNTED)
        self.under_way = None
        self.pulled += moment.pulled
        self.come[package] = self.come.get(package, 0) + moment.pulled
        self.holds(moment.pulled >= 0 and self.come[package] <= self.sizes.get(package, 0), MISCOUNTED)

    def _broken(self, moment: DownloadBroken) -> None:
        self.holds(moment.done == self.come[moment.package], PROGRESS_LOST)

    def _failed_check(self, moment: DownloadFailed) -> None:
        if moment.behaviour.id == "hash-mismatch":
            self.holds(moment.package in self.updated, TWICE)
            self.come[moment.package] = 0

    def _verified(self, moment: DownloadVerified) -> None:
        self.holds(self._gives(moment), NOT_SERVED)
        self.holds(moment.package not in self.spoilt, OTHER_VERSION)
        self.holds(self.come[moment.package] == self.sizes.get(moment.package, 0), MISCOUNTED)
        self.verified.add(moment.package)
        self.updated.discard(moment.package)
        self.outdated.discard(moment.package)

    def _step_started(self, moment: StepStarted) -> None:
        number = moment.action.number
        self.holds(number > max(self.started | self.skipped, default=0), OUT_OF_ORDER)
        self.holds(set(moment.action.packages) <= self.verified or not is_leaf(moment.action.step), USED_TOO_EARLY)
        self.started.add(number)

    def _step_left(self, moment: StepMoment) -> None:
        number = moment.action.number
        if isinstance(moment, StepDone):
            self.holds(number in self.started and number not in self.done, OUT_OF_ORDER)
            self.done.add(number)
            return
        self.holds(number > max(self.started | self.skipped, default=0), OUT_OF_ORDER)
        if isinstance(moment, StepSkipped):
            self.holds(bool(given(moment.action.step.conditions, ())), SKIPPED)
            self.skipped.add(number)

    def _ended(self, moment: SequenceEnded) -> None:
        started = any(isinstance(one, SequenceStarted) for one in self.moments)
        self.holds(started is (moment.ending is not Ending.NOT_STARTED), OUT_OF_ORDER)
        if moment.ending is not Ending.SUCCEEDED:
            return
        for leaf in self.leaves:
            if not self.skipped & {leaf.number, *leaf.within}:
                self.holds(leaf.number in self.done and self.verified.issuperset(leaf.packages), CONTENT_MISSING)

    _entries: tuple[tuple[Any, Any], ...] = (
        (Happened, _happened),
        (LocationRequested, _requested),
        (SourcesAnswered, _answered),
        (SourceChosen, _chosen),
        (DownloadStarted, _download_started),
        (Transfer, _transferred),
        (DownloadBroken, _broken),
        (DownloadFailed, _failed_check),
        (DownloadVerified, _verified),
        (StepStarted, _step_started),
        (StepSkipped | StepDone | StepFailed, _step_left),
        (SequenceEnded, _ended),
    )

    def __str__(self) -> str:
        """The moments so far, a line each; the first and the last where they are many."""
        lines = [f"{number:4} {told(moment)}" for number, moment in enumerate(self.moments)]
        return "\n".join(lines if len(lines) <= 60 else [*lines[:10], "   ...", *lines[-50:]])


SOURCES = ("gateways", "cloud_distribution_points", "distribution_points")


def book_of(run: Run) -> Book:
    """The book of a whole run."""
    book = Book(run.situation.site, run.attempt)
    for moment in run.moments:
        book.see(moment)
    return book


def played_out(playing: Playing) -> Book:
    """The book of a run that is played to its end, or to where it has more moments than it may."""
    book = Book(playing.situation.site, playing.attempt)
    while not playing.over:
        moment = playing.advance()
        if moment is not None:
            book.see(moment)
    return book


def assert_on_demand_pulls_no_more(on_demand: Book, all_first: Book) -> None:
    """Of runs without events that differ in the option only. Download-all may stop early where something is amiss."""
    message = f"{MORE_ON_DEMAND}: {on_demand.pulled} and {all_first.pulled}\n{on_demand}\n----\n{all_first}"
    assert on_demand.pulled <= all_first.pulled or not all_first.pulled_all, message


def told(moment: Moment) -> str:
    """A moment in one line."""
    words: Iterator[object] = iter(())
    if isinstance(moment, ContentMoment):
        names = ("source", "listed", "size", "done", "pulled", "why")
        words = (f"{name}={getattr(moment, name)}" for name in names if hasattr(moment, name))
        return " ".join(map(str, (moment.kind, repr(moment.package), *words)))
    if isinstance(moment, StepMoment):
        return f"{moment.kind} {moment.action.name!r} {list(moment.action.packages)}"
    if isinstance(moment, Happened):
        return f"{moment.kind}: {moment.event.told}"
    return f"{moment.kind} {moment.ending.value}" if isinstance(moment, SequenceEnded) else moment.kind
