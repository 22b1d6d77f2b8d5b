"""The site, the client and the device at one moment: what events do to them, and which event touched what."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import MISSING

from dod_model.attempt import Place
from dod_model.run.choosing import First
from dod_model.run.events import (
    ClientMoves,
    ConnectionBreaks,
    Event,
    PackageRemoved,
    PackageUpdated,
    SourceStarts,
    SourceStops,
    ThresholdReached,
    TokenEnds,
)
from dod_model.run.locations import UNDESCRIBED, Listed
from dod_model.run.world import CONNECTION, PLACE, TOKEN, Download, Thing, World
from dod_model.site import Site, SourceState
from tests.run.sites import HELD, WHEN_NEEDED, cloud_dp, dp, facts, gateway, package, site, situation, step

STOPPED, RUNNING = SourceState.STOPPED, SourceState.RUNNING
SITE = site(cloud_dps=(cloud_dp(),), dps=(dp(),))
INTRANET, INTERNET = ClientMoves(Place.INTRANET), ClientMoves(Place.INTERNET)
FROM_CMG = Download(Listed("gateways", "CMG", True), "A")
FROM_DP = Download(Listed("distribution_points", "DP", None), "A")
SOMEWHERE = Download(Listed("distribution_points", UNDESCRIBED, None), "A")


def world(described: Site = SITE) -> World:
    return World(situation(described), facts(described), WHEN_NEEDED, First())


def after(*events: Event, described: Site = SITE, under_way: Download | None = None) -> World:
    """A world in which events happened, as moments 0, 1 and so on; while this is downloaded, if it is given."""
    found = world(described)
    if under_way is not None:
        found.begin(under_way, 1)
    for number, event in enumerate(events):
        found.happen(event, number, 50)
    return found


class TestClient:
    def test_it_moves(self) -> None:
        found = after(INTRANET)
        assert found.place is found.situation.attempt.place is Place.INTRANET
        assert [source.name for source in found.answer("A").listed] == ["DP"]
        back = after(INTRANET, INTERNET)
        assert [source.name for source in back.answer("A").listed] == ["CMG", "CDP"]

    @pytest.mark.parametrize(
        ("gateways", "place", "connected"),
        [
            ((gateway(),), Place.INTERNET, True),
            ((gateway(state=STOPPED),), Place.INTERNET, False),
            ((gateway(state=STOPPED),), Place.INTRANET, True),
            ((gateway("G1", state=STOPPED), gateway("G2")), Place.INTERNET, True),
            ((gateway(state=MISSING),), Place.INTERNET, True),
            ((), Place.INTERNET, False),
            (MISSING, Place.INTERNET, True),
        ],
    )
    def test_it_is_connected_while_a_gateway_runs_or_on_the_intranet(
        self, gateways: Any, place: Place, connected: bool
    ) -> None:
        described = site(gateways=gateways, dps=(dp(),))
        assert after(ClientMoves(place), described=described).connected() is connected

    @pytest.mark.parametrize(
        ("states", "assumed"),
        [
            ((MISSING,), ["'G0' runs"]),
            ((STOPPED, MISSING, MISSING), ["'G1' runs", "'G2' runs"]),
            ((RUNNING, MISSING), []),
            ((MISSING, RUNNING), []),
            ((STOPPED,), []),
        ],
    )
    def test_a_gateway_of_unknown_state_is_assumed_to_run_where_no_other_does(
        self, states: tuple[Any, ...], assumed: list[str]
    ) -> None:
        gateways = tuple(gateway(f"G{number}", state=state) for number, state in enumerate(states))
        found = world(site(gateways=gateways))
        found.connected()
        assert list(found.assumed) == assumed

    def test_token_and_connection_are_noted(self) -> None:
        found = world()
        assert (found.token_ended, found.broken) == (False, False)
        found.happen(TokenEnds(), 4, 50)
        found.happen(ConnectionBreaks(), 5, 50)
        assert (found.token_ended, found.broken) == (True, True)
        found.begin(FROM_CMG, 1)
        assert (found.token_ended, found.broken) == (True, False)


class TestWhatEventsTouch:
    @pytest.mark.parametrize(
        ("event", "things"),
        [
            (SourceStops("CMG"), [("source", "CMG")]),
            (ThresholdReached("CMG"), [("source", "CMG")]),
            (PackageUpdated("A"), [("package", "A")]),
            (PackageUpdated("A", distributed=False), [("package", "A")]),
            (PackageRemoved("A", "CDP"), [("content", "A", "CDP")]),
            (TokenEnds(), [TOKEN]),
            (ConnectionBreaks(), [CONNECTION]),
            (INTRANET, [PLACE]),
        ],
    )
    def test_each_touches_one_thing(self, event: Event, things: list[Thing]) -> None:
        every: list[Thing] = [TOKEN, CONNECTION, PLACE]
        every += [(kind, name) for kind in ("source", "package") for name in ("CMG", "CDP", "DP", "A", "B")]
        every += [("content", name, source) for name in "AB" for source in ("CMG", "CDP", "DP")]
        found = world()
        found.happen(event, 7, 50)
        assert [thing for thing in every if found.touched(thing) is not None] == things
        assert found.touched(*every) == 7

    def test_the_last_one_counts(self) -> None:
        found = after(SourceStops("CMG"), PackageUpdated("A"), SourceStarts("CMG"), TokenEnds())
        assert found.touched(("source", "CMG")) == 2
        assert found.touched(("source", "CMG"), ("package", "A")) == 2
        assert found.touched(TOKEN, ("source", "CMG")) == 3
        assert found.touched(PLACE) is None
        assert found.touched() is None

    @pytest.mark.parametrize(
        "event", [INTERNET, SourceStarts("CMG"), PackageRemoved("Z", "CMG"), PackageRemoved("B", "DP")]
    )
    def test_what_changes_nothing_touches_nothing(self, event: Event) -> None:
        """The client is on the internet, CMG runs, and neither holds the package."""
        described = site(
            packages=[package("A"), package("B"), package("Z")], cloud_dps=(cloud_dp(),), dps=(dp("DP", HELD[:1]),)
        )
        found = after(event, described=described)
        things: list[Thing] = [PLACE, ("source", "CMG"), ("content", "Z", "CMG"), ("content", "B", "DP")]
        assert found.touched(*things) is None
        assert found.situation.site == described


class TestDisturbance:
    def test_nothing_is_disturbed_while_nothing_is_downloaded(self) -> None:
        assert not after(SourceStops("CMG"), ConnectionBreaks(), TokenEnds()).disturbed
        found = after(ConnectionBreaks(), under_way=FROM_CMG)
        assert found.disturbed
        found.rest()
        assert not found.disturbed

    @pytest.mark.parametrize(
        ("under_way", "events", "disturbed"),
        [
            (FROM_CMG, (), False),
            (FROM_CMG, (ConnectionBreaks(),), True),
            (FROM_CMG, (TokenEnds(),), True),
            (FROM_CMG, (SourceStops("CMG"),), True),
            (FROM_CMG, (ThresholdReached("CMG"),), True),
            (FROM_CMG, (SourceStops("CMG"), SourceStarts("CMG")), False),
            (FROM_CMG, (PackageRemoved("A", "CMG"),), True),
            (FROM_CMG, (PackageRemoved("B", "CMG"),), False),
            (FROM_CMG, (PackageUpdated("A"),), False),
            (FROM_CMG, (SourceStops("CDP"), PackageRemoved("A", "CDP")), False),
            (FROM_CMG, (INTRANET,), False),
            (FROM_DP, (), True),
            (FROM_DP, (INTRANET,), False),
            (FROM_DP, (INTRANET, TokenEnds()), False),
            (FROM_DP, (INTRANET, ConnectionBreaks()), True),
            (FROM_DP, (INTRANET, INTERNET), True),
            (SOMEWHERE, (), True),
            (SOMEWHERE, (INTRANET,), False),
        ],
    )
    def test_what_is_under_way_is_by_what_it_hangs_on(
        self, under_way: Download, events: tuple[Event, ...], disturbed: bool
    ) -> None:
        assert after(*events, under_way=under_way).disturbed is disturbed

    def test_what_happened_before_a_download_counts_for_it_as_it_is_now(self) -> None:
        found = after(SourceStops("CMG"), TokenEnds(), ConnectionBreaks())
        found.begin(Download(Listed("cloud_distribution_points", "CDP", True), "A"), 1)
        assert (found.served, found.token_matters, found.broken) == (True, True, False)
        found.token_ended = False
        assert not found.disturbed
        found.begin(FROM_CMG, 1)
        assert not found.served
        assert found.disturbed


class TestDevice:
    def test_a_download_goes_on_with_what_is_there(self) -> None:
        found = world()
        assert found.begin(FROM_CMG, 1) == 0
        found.happen(ConnectionBreaks(), 1, 30)
        assert found.came("A") == 30
        assert found.begin(FROM_CMG, 1) == 30
        assert found.came("A") == 30

    def test_less_never_comes_than_came_before(self) -> None:
        found = world()
        found.begin(FROM_CMG, 1)
        found.happen(SourceStops("CDP"), 1, 70)
        found.happen(ConnectionBreaks(), 2, 20)
        assert found.came("A") == 70

    def test_once_it_is_disturbed_no_more_comes(self) -> None:
        for event in (ConnectionBreaks(), TokenEnds(), SourceStops("CMG")):
            found = world()
            found.begin(FROM_CMG, 1)
            found.happen(event, 1, 30)
            found.happen(ConnectionBreaks(), 2, 60)
            assert found.came("A") == 30

    def test_another_version_begins_anew(self) -> None:
        found = world()
        found.begin(FROM_CMG, 1)
        found.happen(ConnectionBreaks(), 1, 70)
        found.came("A")
        assert found.begin(FROM_CMG, 2) == 0

    def test_what_is_dropped_begins_anew(self) -> None:
        found = world()
        found.begin(FROM_CMG, 1)
        found.happen(ConnectionBreaks(), 1, 70)
        found.came("A")
        found.dropped("A")
        assert found.begin(FROM_CMG, 1) == 0

    def test_while_nothing_downloads_no_percent_counts(self) -> None:
        found = world()
        found.begin(FROM_CMG, 1)
        found.rest()
        found.happen(ConnectionBreaks(), 1, 70)
        assert found.came("A") == 0

    def test_what_is_held_has_its_version(self) -> None:
        found = world()
        found.begin(FROM_CMG, 1)
        found.hold("A", 1)
        assert found.held == {"A": 1}

    def test_a_size_that_is_not_described_counts_as_none_and_is_noted(self) -> None:
        found = world(site(step("1", "A", "B", "C"), packages=[package("A", size=MISSING), package("B", size=0)]))
        assert [found.size(name) for name in ("A", "B", "C")] == [0, 0, 0]
        assert list(found.unsized) == ["A", "C"]
        assert world().size("A") == 100


def test_what_is_on_a_source_decides_what_is_answered() -> None:
    found = world(site(gateways=(gateway(content=HELD[:1]),)))
    assert [source.name for source in found.answer("A").listed] == ["CMG"]
    found.happen(PackageRemoved("A", "CMG"), 1, 50)
    assert found.answer("A").listed == ()


def test_an_answer_is_found_once_for_as_long_as_nothing_changes() -> None:
    found = world()
    answer = found.answer("A")
    found.happen(TokenEnds(), 1, 50)
    assert found.answer("A") is answer
    found.happen(SourceStops("CMG"), 2, 50)
    assert found.answer("A") is not answer
