"""What an event is a cause of: moments about what it touched, and no others."""

from __future__ import annotations

from typing import Any

import pytest

from dod_model.attempt import Place
from dod_model.run import Ending, Run, play
from dod_model.run.events import (
    BeforeStep,
    ClientMoves,
    ConnectionBreaks,
    During,
    Event,
    PackageRemoved,
    PackageUpdated,
    Placed,
    SourceStarts,
    SourceStops,
    ThresholdReached,
    TokenEnds,
    When,
)
from dod_model.run.moments import (
    DownloadFailed,
    Happened,
)
from dod_model.site import SourceState
from tests.run.fetching import run
from tests.run.sites import ATTEMPT, cloud_dp, dp, gateway, site, step

STOPPED = SourceState.STOPPED


class TestCauses:
    """What an event is a cause of is what it touched: nothing else that happens is."""

    TWO_STEPS = (step("1"), step("2", "A"))
    NOISE = (PackageUpdated("B"), PackageRemoved("B", "G2"), SourceStops("G3"), SourceStarts("G3"))

    def cause(self, found: Run, kind: str, behaviour: str) -> Event | None:
        """The event that is the cause of the first such moment, if one is."""
        moment = next(one for one in found.moments if (one.kind, one.behaviour.id) == (kind, behaviour))
        assert moment.cause is not None
        caused_by = found.moments[moment.cause]
        return caused_by.event if isinstance(caused_by, Happened) else None

    def with_noise(self, *events: Event, when: When, **fields: Any) -> Run:
        """The events, with others before, between and after them."""
        gateways = fields.pop("gateways", (gateway("G1"), gateway("G2"), gateway("G3")))
        described = site(*self.TWO_STEPS, gateways=gateways, **fields)
        among = [*self.NOISE, *(other for event in events for other in (event, *self.NOISE))]
        return play(described, ATTEMPT, placed=[Placed(event, when) for event in among])

    @pytest.mark.parametrize(
        ("event", "kind", "behaviour"),
        [
            (ConnectionBreaks(), "download-broken", "resumed"),
            (TokenEnds(), "download-broken", "token-renewed"),
            (SourceStops("G1"), "download-failed", "source-lost"),
            (ThresholdReached("G1"), "download-failed", "source-lost"),
            (PackageRemoved("A", "G1"), "download-failed", "source-lost"),
            (PackageUpdated("A"), "download-failed", "hash-mismatch"),
        ],
    )
    def test_during_a_download(self, event: Event, kind: str, behaviour: str) -> None:
        assert self.cause(self.with_noise(event, when=During("A")), kind, behaviour) == event

    def test_a_break_is_one_of_the_token_where_both_happen(self) -> None:
        found = self.with_noise(TokenEnds(), ConnectionBreaks(), when=During("A"))
        assert self.cause(found, "download-broken", "token-renewed") == TokenEnds()

    def test_what_is_out_of_reach_is_so_for_the_move(self) -> None:
        moves = ClientMoves(Place.INTERNET)
        described = site(*self.TWO_STEPS, dps=(dp(),))
        among = [Placed(ClientMoves(Place.INTRANET), BeforeStep("2"))]
        among += [Placed(one, During("A")) for one in (moves, PackageUpdated("B"), SourceStops("CMG"))]
        assert self.cause(play(described, ATTEMPT, placed=among), "download-failed", "source-lost") == moves

    @pytest.mark.parametrize("event", [PackageRemoved("A", "G2"), SourceStops("G2")])
    def test_a_source_that_cannot_be_downloaded_from_fails_for_what_was_done_to_it(self, event: Event) -> None:
        described = site(*self.TWO_STEPS, gateways=(gateway("G1"), gateway("G2")))
        events = (SourceStops("G1"), event, PackageUpdated("B"))
        found = play(described, ATTEMPT, placed=[Placed(one, During("A")) for one in events])
        last = [one for one in found.moments if isinstance(one, DownloadFailed)][-1]
        assert (last.source, last.why) == ("G2", "nothing can be downloaded from it")
        assert last.cause is not None
        assert found.moments[last.cause] == next(
            one for one in found.moments if isinstance(one, Happened) and one.event == event
        )

    def test_one_that_was_stopped_all_along_fails_for_no_event(self) -> None:
        """That it starts, or that its content goes, comes too late to matter."""
        described = site(gateways=(gateway("G1", state=STOPPED), gateway("G2")))
        for event in (SourceStarts("G1"), PackageRemoved("A", "G1"), ClientMoves(Place.INTRANET)):
            assert self.cause(run(described, event, percent=0), "download-failed", "stopped-is-listed") is None

    @pytest.mark.parametrize("event", [SourceStops("G1"), ThresholdReached("G1")])
    def test_a_client_is_cut_off_by_the_gateway_that_stopped(self, event: Event) -> None:
        gateways = (gateway("G1"), gateway("G2", state=STOPPED), gateway("G3"))
        found = self.with_noise(SourceStops("G3"), event, when=BeforeStep("2"), gateways=gateways)
        # The noise starts G3 again.
        assert found.ending is Ending.SUCCEEDED
        stops = [SourceStops("G3"), event, PackageUpdated("B"), SourceStops("CDP"), TokenEnds()]
        described = site(*self.TWO_STEPS, gateways=gateways, cloud_dps=(cloud_dp(),))
        found = play(described, ATTEMPT, placed=[Placed(one, BeforeStep("2")) for one in stops])
        assert self.cause(found, "download-failed", "cut-off") == event

    @pytest.mark.parametrize(
        "event",
        [PackageRemoved("A", "CMG"), PackageUpdated("A", distributed=False)],
        ids=lambda one: type(one).__name__,
    )
    def test_nothing_is_listed_for_the_removal_or_the_update(self, event: Event) -> None:
        others = (PackageUpdated("B"), PackageRemoved("B", "CMG"), TokenEnds(), ClientMoves(Place.INTERNET))
        described = site(*self.TWO_STEPS)
        among = [Placed(one, BeforeStep("2")) for one in (*others, event, *others)]
        assert self.cause(play(described, ATTEMPT, placed=among), "download-failed", "nothing-listed") == event

    def test_it_is_not_for_an_update_where_it_was_removed(self) -> None:
        removed = PackageRemoved("A", "CMG")
        among = [Placed(one, BeforeStep("2")) for one in (removed, PackageUpdated("A"))]
        found = play(site(*self.TWO_STEPS), ATTEMPT, placed=among)
        assert self.cause(found, "download-failed", "nothing-listed") == removed

    def test_it_is_for_the_move_where_there_is_nothing(self) -> None:
        moves = ClientMoves(Place.INTRANET)
        found = play(site(*self.TWO_STEPS, dps=()), ATTEMPT, placed=[Placed(moves, BeforeStep("2"))])
        assert self.cause(found, "download-failed", "nothing-listed") == moves
