"""Sources that cannot be downloaded from, or no longer; and a client that moves."""

from __future__ import annotations

import pytest

from dod_model.attempt import Place
from dod_model.run import Ending, Run, Summary, play
from dod_model.run.events import (
    AtMoment,
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
    TokenEnds,
)
from dod_model.run.moments import (
    ContentMoment,
    DownloadFailed,
    DownloadStarted,
    Happened,
    LocationRequested,
)
from dod_model.site import Site, SourceState
from tests.run.fetching import amounts, downloads, failures, run
from tests.run.sites import ATTEMPT, course, dp, gateway, site, step, told

STOPPED = SourceState.STOPPED
TWO = (gateway("G1"), gateway("G2"))


class TestFailures:
    def test_a_source_that_stops_ends_the_download_and_the_next_is_tried(self) -> None:
        found = run(site(gateways=TWO), SourceStops("G1"))
        assert downloads(found)[4:] == [
            ("download-failed A G1", "source-lost"),
            ("source-chosen A G2", "next-source"),
            ("download-started A G2", "cloud-download"),
            ("download-verified A G2", "hash-check"),
        ]
        assert failures(found) == [("G1", "the source is lost", 40)]
        assert Summary(found).by_source == {"G1": 40, "G2": 60}

    @pytest.mark.parametrize("percent", [0, 40])
    def test_it_fails_for_the_event(self, percent: int) -> None:
        found = run(site(gateways=TWO), SourceStops("G1"), percent=percent)
        assert failures(found) == [("G1", "the source is lost", percent)]
        (failed,) = (one for one in found.moments if isinstance(one, DownloadFailed))
        assert failed.cause == course(found).index("happened")

    def test_a_source_that_loses_the_package_too(self) -> None:
        found = run(site(gateways=TWO), PackageRemoved("A", "G1"))
        assert failures(found) == [("G1", "the source is lost", 40)]
        assert found.ending is Ending.SUCCEEDED

    def test_a_source_that_starts_again_in_time_is_not_lost(self) -> None:
        found = run(None, SourceStops("CMG"), SourceStarts("CMG"))
        assert failures(found) == []
        assert amounts(found) == [("download-verified", 100)]

    def test_the_last_source_of_the_list_fails_the_step(self) -> None:
        found = run(site(gateways=TWO), SourceStops("G1"), PackageRemoved("A", "G2"))
        assert failures(found) == [("G1", "the source is lost", 40), ("G2", "nothing can be downloaded from it", 0)]
        assert course(found)[-2:] == ["step-failed Use A", "sequence-ended"]
        assert found.ending is Ending.FAILED

    def test_a_stopped_source_is_listed_and_fails_at_download(self) -> None:
        found = run(site(gateways=(gateway("G1", state=STOPPED), gateway("G2"))))
        assert downloads(found)[2:5] == [
            ("source-chosen A G1", "own-site-first"),
            ("download-started A G1", "stopped-is-listed"),
            ("download-failed A G1", "stopped-is-listed"),
        ]
        assert Summary(found).by_source == {"G1": 0, "G2": 100}

    def test_with_no_source_listed_the_step_fails(self) -> None:
        described = site(step("1"), step("2", "A"))
        found = play(described, ATTEMPT, placed=[Placed(PackageRemoved("A", "CMG"), BeforeStep("2"))])
        assert downloads(found) == [
            ("location-requested A", "content-before-its-step"),
            ("sources-answered A", "only-holders"),
            ("download-failed A", "nothing-listed"),
        ]
        assert failures(found) == [(None, "no source is listed", 0)]
        assert course(found)[-2:] == ["step-failed 2", "sequence-ended"]

    def test_a_client_that_is_cut_off_gets_no_answer(self) -> None:
        described = site(step("1"), step("2", "A"))
        found = play(described, ATTEMPT, placed=[Placed(SourceStops("CMG"), BeforeStep("2"))])
        assert downloads(found) == [
            ("location-requested A", "content-before-its-step"),
            ("download-failed A", "cut-off"),
        ]
        assert failures(found) == [(None, "no gateway runs", 0)]
        assert course(found)[-2:] == ["step-failed 2", "sequence-ended"]

    def test_a_client_that_leaves_the_intranet_loses_its_source_and_asks_anew(self) -> None:
        described = site(step("1"), step("2", "A"), dps=(dp(),))
        events = [
            Placed(ClientMoves(Place.INTRANET), BeforeStep("2")),
            Placed(ClientMoves(Place.INTERNET), During("A", 40)),
        ]
        found = play(described, ATTEMPT, placed=events)
        assert failures(found) == [("DP", "the source is lost", 40)]
        assert downloads(found)[4:7] == [
            ("download-failed A DP", "source-lost"),
            ("location-requested A", "moved"),
            ("sources-answered A", "only-holders"),
        ]
        assert amounts(found) == [("download-failed", 40), ("download-verified", 60)]

    def test_a_client_that_comes_to_the_intranet_goes_on_from_the_cloud(self) -> None:
        found = run(site(dps=(dp(),)), ClientMoves(Place.INTRANET))
        assert failures(found) == []
        assert amounts(found) == [("download-verified", 100)]

    def test_content_that_changes_while_it_comes_fails_the_check_and_is_fetched_anew(self) -> None:
        found = run(None, PackageUpdated("A"))
        assert downloads(found)[4:] == [
            ("download-failed A CMG", "hash-mismatch"),
            ("location-requested A", "hash-mismatch"),
            ("sources-answered A", "only-holders"),
            ("source-chosen A CMG", "own-site-first"),
            ("download-started A CMG", "cloud-download"),
            ("download-verified A CMG", "hash-check"),
        ]
        assert failures(found) == [("CMG", "it was updated while it came", 100)]
        assert Summary(found).pulled == 200

    def test_an_update_that_did_not_reach_the_source_does_not_matter_to_what_is_under_way(self) -> None:
        found = run(None, PackageUpdated("A", distributed=False))
        assert failures(found) == []
        assert found.ending is Ending.SUCCEEDED


class TestAStoppedSource:
    """What is stopped when a download starts there gives no bytes, whatever else happens meanwhile."""

    BOTH = site(gateways=(gateway("G1", state=STOPPED), gateway("G2")))

    @pytest.mark.parametrize(
        "event",
        [
            ConnectionBreaks(),
            TokenEnds(),
            SourceStarts("G1"),
            SourceStops("G1"),
            PackageUpdated("A"),
            PackageRemoved("A", "G1"),
            ClientMoves(Place.INTRANET),
        ],
    )
    @pytest.mark.parametrize("percent", [0, 40])
    def test_nothing_comes_from_it(self, event: Event, percent: int) -> None:
        for when in (During("A", percent), AtMoment(course(run(self.BOTH)).index("download-started A G1") + 1)):
            found = play(self.BOTH, ATTEMPT, placed=[Placed(event, when)])
            assert Summary(found).by_source["G1"] == 0
            first = next(one for one in found.moments if isinstance(one, DownloadFailed))
            assert (first.source, first.why) == ("G1", "nothing can be downloaded from it")
            assert first.behaviour.id == "stopped-is-listed"

    def test_what_was_there_already_stays(self) -> None:
        """40 bytes came from G1 before it stopped. G2 is stopped: it gives none, and takes none away."""
        three = site(gateways=(gateway("G1"), gateway("G2", state=STOPPED), gateway("G3")))
        found = run(three, SourceStops("G1"))
        assert Summary(found).by_source == {"G1": 40, "G2": 0, "G3": 60}
        assert [one.done for one in found.moments if isinstance(one, DownloadStarted)] == [0, 40, 40]

    def test_it_rests_on_what_it_says_of_stopped_sources_only(self) -> None:
        """G1 is stopped, G2 was emptied after it was listed."""
        described = site(gateways=(gateway("G1", state=STOPPED), gateway("G2"), gateway("G3")))
        answered = course(run(described)).index("sources-answered A")
        found = play(described, ATTEMPT, placed=[Placed(PackageRemoved("A", "G2"), AtMoment(answered + 1))])
        rests = {told(one): one.behaviour.id for one in found.moments if isinstance(one, ContentMoment)}
        assert rests["download-started A G1"] == rests["download-failed A G1"] == "stopped-is-listed"
        assert rests["download-started A G2"] == rests["download-failed A G2"] == "source-lost"
        assert rests["download-started A G3"] == "cloud-download"


class TestMovingBeforeTheChoice:
    """A list that was made for another place is not used."""

    def moved(self, described: Site, to: Place, *, before: Place | None = None) -> Run:
        first = [] if before is None else [Placed(ClientMoves(before), BeforeStep("2"))]
        playing = play(described, ATTEMPT, placed=first)
        answered = course(playing).index("sources-answered A")
        return play(described, ATTEMPT, placed=[*first, Placed(ClientMoves(to), AtMoment(answered + 1))])

    @pytest.mark.parametrize(
        ("to", "before", "source"),
        [(Place.INTRANET, None, "DP"), (Place.INTERNET, Place.INTRANET, "CMG")],
    )
    def test_it_asks_anew(self, to: Place, before: Place | None, source: str) -> None:
        found = self.moved(site(step("1"), step("2", "A"), dps=(dp(),)), to, before=before)
        assert [words for words, _ in downloads(found)] == [
            "location-requested A",
            "sources-answered A",
            "location-requested A",
            "sources-answered A",
            f"source-chosen A {source}",
            f"download-started A {source}",
            f"download-verified A {source}",
        ]
        again = [one for one in found.moments if isinstance(one, LocationRequested)][1]
        assert again.behaviour.id == "moved"
        assert again.cause is not None
        assert isinstance(found.moments[again.cause], Happened)

    def test_it_does_where_it_is_where_it_was(self) -> None:
        found = self.moved(site(step("1"), step("2", "A"), dps=(dp(),)), Place.INTERNET)
        assert course(found).count("location-requested A") == 1

    def test_after_a_failure_it_asks_anew_though_no_source_is_left(self) -> None:
        described = site(step("1"), step("2", "A"), dps=(dp(),))
        failing = [Placed(SourceStops("CMG"), During("A", 40)), Placed(ClientMoves(Place.INTRANET), During("A", 40))]
        found = play(described, ATTEMPT, placed=failing)
        assert amounts(found) == [("download-failed", 40), ("download-verified", 60)]
        again = [one for one in found.moments if isinstance(one, LocationRequested)][1]
        assert again.cause is not None
        assert isinstance(found.moments[again.cause], DownloadFailed)
