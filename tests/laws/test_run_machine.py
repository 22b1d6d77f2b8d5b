from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from dod_model.attempt import Place
from dod_model.run import Playing
from dod_model.run.choosing import First, Seeded
from dod_model.run.events import (
    ClientMoves,
    ConnectionBreaks,
    Event,
    PackageRemoved,
    PackageUpdated,
    SourceStops,
    TokenEnds,
)
from dod_model.run.moments import DownloadStarted
from dod_model.site import DeploymentOption
from dod_model.strategies import ToPlay, events_on, to_play
from tests.laws.run_checker import Book, assert_on_demand_pulls_no_more, played_out
from tests.laws.single_changes import parts

PERCENTS = st.sampled_from((50, 0, 33, 99, 100))
OPTIONS = (DeploymentOption.WHEN_NEEDED, DeploymentOption.BEFORE_START)


class RunMachine(RuleBasedStateMachine):
    """Plays a run moment by moment, lets things happen in between, and keeps a book of what it sees."""

    playing: Playing
    book: Book

    @initialize(played=to_play(eventful=st.just(False)), quiet=st.sampled_from((True, False, False)))
    def begins(self, played: ToPlay, quiet: bool) -> None:
        self.played, self.quiet = played, quiet
        chooser = First() if played.seed is None else Seeded(played.seed)
        self.playing = Playing(
            played.site,
            played.attempt,
            option=played.option,
            pre_downloaded=played.pre_downloaded,
            chooser=chooser,
        )
        self.book = Book(played.site, played.attempt)

    @property
    def may_happen(self) -> bool:
        """Whether the run has begun and is not over, and is none of those to which nothing happens."""
        return not self.quiet and not self.playing.over and bool(self.playing.moments)

    @rule(moments=st.integers(min_value=1, max_value=8))
    def goes_on(self, moments: int) -> None:
        for _ in range(moments):
            self._advance()

    @rule()
    def goes_on_to_the_next_download(self) -> None:
        self._advance()
        while not (self.playing.over or isinstance(self.playing.moments[-1], DownloadStarted)):
            self._advance()

    @precondition(lambda self: self.may_happen)
    @rule(data=st.data(), percent=PERCENTS)
    def something_happens(self, data: st.DataObject, percent: int) -> None:
        self._happen(data.draw(events_on(self.played.site, self.played.attempt), label="event"), percent)

    @precondition(lambda self: self.may_happen and isinstance(self.playing.moments[-1], DownloadStarted))
    @rule(kind=st.sampled_from((ConnectionBreaks, TokenEnds, SourceStops, PackageRemoved, PackageUpdated)))
    def what_is_downloaded_is_disturbed(self, kind: type[Event]) -> None:
        started = self.playing.moments[-1]
        assert isinstance(started, DownloadStarted)
        package, source = started.package, started.source
        if kind is PackageUpdated:
            self._happen(PackageUpdated(package))
        elif kind is PackageRemoved:
            self._happen(PackageRemoved(package, source))
        elif kind is SourceStops:
            on_premises = source in {one.name for one in parts(self.played.site, "distribution_points")}
            self._happen(ClientMoves(Place.INTERNET) if on_premises else SourceStops(source))
        else:
            self._happen(kind())

    def _happen(self, event: Event, percent: int = 50) -> None:
        self.playing.happen(event, percent)
        self.book.see(self.playing.moments[-1])

    def _advance(self) -> None:
        moment = self.playing.advance()
        if moment is not None:
            self.book.see(moment)

    def teardown(self) -> None:
        """Play on to the end, which comes in time, and compare the options where nothing happened."""
        if not hasattr(self, "book") or self.book.broken:
            return
        while not self.playing.over:
            self._advance()
        if not self.book.events:
            site, attempt, most = self.played.site, self.played.attempt, self.played.pre_downloaded
            both = [played_out(Playing(site, attempt, option=option, pre_downloaded=most)) for option in OPTIONS]
            assert_on_demand_pulls_no_more(*both)


TestRuns = RunMachine.TestCase
TestRuns.settings = settings(stateful_step_count=20)
