"""What events change: the site, the client, the device; and names that nothing has."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import MISSING

from dod_model.attempt import Place
from dod_model.errors import InputError
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
from dod_model.run.world import World, changed
from dod_model.site import Site, SourceState
from tests.run.sites import HELD, WHEN_NEEDED, cloud_dp, dp, facts, gateway, installed, package, site, situation, step

STOPPED, RUNNING = SourceState.STOPPED, SourceState.RUNNING
SITE = site(cloud_dps=(cloud_dp(),), dps=(dp(),))


def world(described: Site = SITE) -> World:
    return World(situation(described), facts(described), WHEN_NEEDED, First())


def after(*events: Event, described: Site = SITE, percent: int = 50) -> World:
    found = world(described)
    for number, event in enumerate(events):
        found.happen(event, number, percent)
    return found


def state(found: World, kind: Any, name: str) -> Any:
    return found.situation.site.named(kind, name).state


def versions(described: Site) -> dict[str, Any]:
    """The version of A, as the console and every source has it."""
    sources = {
        "CMG": described.named("gateways", "CMG"),
        "CDP": described.named("cloud_distribution_points", "CDP"),
        "DP": described.named("distribution_points", "DP"),
    }
    held = {
        name: next((one.version for one in source.content if one.package == "A"), None)
        for name, source in sources.items()
    }
    return {"console": described.named("packages", "A").version, **held}


class TestSources:
    @pytest.mark.parametrize(("kind", "name"), [("gateways", "CMG"), ("cloud_distribution_points", "CDP")])
    def test_a_source_stops_and_starts_again(self, kind: str, name: str) -> None:
        assert state(after(SourceStops(name)), kind, name) is STOPPED
        assert state(after(SourceStops(name), SourceStarts(name)), kind, name) is RUNNING
        assert state(after(SourceStarts(name)), kind, name) is RUNNING

    def test_a_threshold_stops_the_gateway(self) -> None:
        found = after(ThresholdReached("CMG"))
        assert state(found, "gateways", "CMG") is STOPPED
        assert state(found, "cloud_distribution_points", "CDP") is RUNNING

    def test_other_sources_stay_as_they_are(self) -> None:
        two = site(gateways=(gateway("G1"), gateway("G2")))
        found = after(SourceStops("G1"), described=two)
        assert (state(found, "gateways", "G1"), state(found, "gateways", "G2")) == (STOPPED, RUNNING)


class TestPackages:
    def test_an_update_reaches_every_source_that_has_the_version_before(self) -> None:
        assert versions(SITE) == {"console": 1, "CMG": 1, "CDP": 1, "DP": 1}
        assert versions(changed(SITE, PackageUpdated("A"))) == {"console": 2, "CMG": 2, "CDP": 2, "DP": 2}

    def test_an_update_that_is_not_distributed_reaches_none(self) -> None:
        found = changed(SITE, PackageUpdated("A", distributed=False))
        assert versions(found) == {"console": 2, "CMG": 1, "CDP": 1, "DP": 1}

    def test_a_source_with_an_older_version_keeps_it(self) -> None:
        behind = site(gateways=(gateway(content=(installed("A", 0),)),), cloud_dps=(cloud_dp(),), dps=(dp("DP", ()),))
        assert versions(changed(behind, PackageUpdated("A"))) == {"console": 2, "CMG": 0, "CDP": 2, "DP": None}

    def test_other_packages_stay_as_they_are(self) -> None:
        found = changed(SITE, PackageUpdated("B"))
        assert versions(found) == versions(SITE)

    def test_an_unknown_version_becomes_one(self) -> None:
        unknown = site(packages=[package("A", version=MISSING)], cloud_dps=(cloud_dp(),), dps=(dp(),))
        assert versions(changed(unknown, PackageUpdated("A")))["console"] == 1

    @pytest.mark.parametrize("source", ["CMG", "CDP", "DP"])
    def test_a_package_is_removed_from_one_source(self, source: str) -> None:
        found = versions(changed(SITE, PackageRemoved("A", source)))
        assert found == {**versions(SITE), source: None}

    def test_what_a_source_holds_stays_unknown(self) -> None:
        unknown = site(gateways=(gateway(content=MISSING),))
        for event in (PackageRemoved("A", "CMG"), PackageUpdated("A")):
            assert changed(unknown, event).named("gateways", "CMG").content is MISSING


class TestClient:
    def test_it_moves(self) -> None:
        found = after(ClientMoves(Place.INTRANET))
        assert found.situation.attempt.place is Place.INTRANET
        assert [source.name for source in found.answer("A").listed] == ["DP"]
        back = after(ClientMoves(Place.INTRANET), ClientMoves(Place.INTERNET))
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

    def test_token_and_connection_are_noted(self) -> None:
        found = world()
        assert (found.token_ended, found.broken, found.event) == (False, False, None)
        found.happen(TokenEnds(), 4, 50)
        found.happen(ConnectionBreaks(), 5, 50)
        assert (found.token_ended, found.broken, found.event) == (True, True, 5)
        found.begin("A", 1)
        assert (found.token_ended, found.broken) == (True, False)


class TestDevice:
    def test_a_download_goes_on_with_what_is_there(self) -> None:
        found = world()
        assert found.begin("A", 1) == 0
        found.happen(ConnectionBreaks(), 1, 30)
        assert found.came("A") == 30
        assert found.begin("A", 1) == 30
        assert found.came("A") == 30

    def test_less_never_comes_than_came_before(self) -> None:
        found = world()
        found.begin("A", 1)
        found.happen(ConnectionBreaks(), 1, 70)
        found.happen(ConnectionBreaks(), 2, 20)
        assert found.came("A") == 70

    def test_another_version_begins_anew(self) -> None:
        found = world()
        found.begin("A", 1)
        found.happen(ConnectionBreaks(), 1, 70)
        found.came("A")
        assert found.begin("A", 2) == 0

    def test_what_is_dropped_begins_anew(self) -> None:
        found = world()
        found.begin("A", 1)
        found.happen(ConnectionBreaks(), 1, 70)
        found.came("A")
        found.dropped("A")
        assert found.begin("A", 1) == 0

    def test_while_nothing_downloads_no_percent_counts(self) -> None:
        found = world()
        found.begin("A", 1)
        found.rest()
        found.happen(ConnectionBreaks(), 1, 70)
        assert found.came("A") == 0

    def test_what_is_held_has_its_version(self) -> None:
        found = world()
        found.begin("A", 1)
        found.hold("A", 1)
        assert found.held == {"A": 1}

    def test_a_size_that_is_not_described_counts_as_none_and_is_noted(self) -> None:
        found = world(site(step("1", "A", "B", "C"), packages=[package("A", size=MISSING), package("B", size=0)]))
        assert [found.size(name) for name in ("A", "B", "C")] == [0, 0, 0]
        assert list(found.unsized) == ["A", "C"]
        assert world().size("A") == 100


@pytest.mark.parametrize(
    ("event", "message", "hint"),
    [
        (SourceStops("CMH"), "an event is about 'CMH', which is not in gateways or cloud distribution points", "'CMG'"),
        (SourceStarts("DP"), "an event is about 'DP', which is not in gateways or cloud distribution points", "'CDP'"),
        (ThresholdReached("CDP"), "an event is about 'CDP', which is not in gateways", "'CMG'"),
        (PackageUpdated("Z"), "an event is about 'Z', which is not in packages", "'A', 'B', 'C'"),
        (PackageRemoved("Z", "CMG"), "an event is about 'Z', which is not in packages", "'A', 'B', 'C'"),
        (
            PackageRemoved("A", "CMX"),
            "an event is about 'CMX', which is not in gateways or cloud distribution points or distribution points",
            "'CMG'",
        ),
    ],
)
def test_an_event_about_what_is_not_there_is_refused(event: Event, message: str, hint: str) -> None:
    with pytest.raises(InputError) as caught:
        changed(SITE, event)
    (problem,) = caught.value.problems
    assert (problem.code, problem.message) == ("unknown-name", message)
    assert hint in problem.hint


def test_what_is_on_a_source_decides_what_is_answered() -> None:
    found = world(site(gateways=(gateway(content=HELD[:1]),)))
    assert [source.name for source in found.answer("A").listed] == ["CMG"]
    found.happen(PackageRemoved("A", "CMG"), 1, 50)
    assert found.answer("A").listed == ()
