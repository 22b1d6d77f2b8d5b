"""How one package comes onto the device: from asking where it is to the check of its hash, through every fault."""

from __future__ import annotations

import pytest

from dod_model.attempt import Place
from dod_model.run import Ending, Playing, Run, Summary, play, plays
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
    TokenEnds,
)
from dod_model.run.moments import ContentMoment, DownloadFailed, DownloadStarted, Moment, SourceChosen, SourcesAnswered
from dod_model.site import Site, SourceState
from tests.run.sites import ATTEMPT, course, dp, gateway, installed, site, step, told

STOPPED = SourceState.STOPPED
TWO = (gateway("G1"), gateway("G2"))


def run(described: Site | None = None, *events: Event, percent: int = 40) -> Run:
    """A run on which things happen while A is downloaded."""
    return play(described or site(), ATTEMPT, placed=[Placed(event, During("A", percent)) for event in events])


def downloads(found: Run) -> list[tuple[str, str]]:
    """What happens about content, each with the behaviour that it rests on."""
    return [(told(one), one.behaviour.id) for one in found.moments if isinstance(one, ContentMoment)]


def amounts(found: Run) -> list[tuple[str, int]]:
    """The bytes that each transfer pulled."""
    return [(one.kind, one.pulled) for one in found.moments if hasattr(one, "pulled")]


def failures(found: Run) -> list[tuple[str | None, str, int]]:
    return [(one.source, one.why, one.pulled) for one in found.moments if isinstance(one, DownloadFailed)]


def test_a_download_without_faults() -> None:
    found = run()
    assert downloads(found) == [
        ("location-requested A", "content-before-its-step"),
        ("sources-answered A", "only-holders"),
        ("source-chosen A CMG", "own-site-first"),
        ("download-started A CMG", "cloud-download"),
        ("download-verified A CMG", "hash-check"),
    ]
    assert amounts(found) == [("download-verified", 100)]


def test_every_moment_follows_from_the_one_before() -> None:
    causes = [moment.cause for moment in run().moments]
    assert causes == [None, *range(len(causes) - 1)]


def test_a_package_that_is_there_is_not_fetched_again() -> None:
    found = run(site(step("1", "A"), step("2", "A")))
    assert downloads(found)[-1] == ("found-on-device A", "fetched-once")
    assert Summary(found).pulled == 100


def test_an_update_of_what_is_there_does_not_matter() -> None:
    described = site(step("1", "A"), step("2", "A"))
    found = play(described, ATTEMPT, placed=[Placed(PackageUpdated("A"), BeforeStep("2"))])
    assert downloads(found)[-1] == ("found-on-device A", "fetched-once")
    assert found.ending is Ending.SUCCEEDED


class TestBreaks:
    def test_a_broken_download_is_resumed(self) -> None:
        found = run(None, ConnectionBreaks())
        assert downloads(found)[4:] == [
            ("download-broken A CMG", "resumed"),
            ("download-started A CMG", "resumed"),
            ("download-verified A CMG", "hash-check"),
        ]
        assert amounts(found) == [("download-broken", 40), ("download-verified", 60)]
        started = [one.done for one in found.moments if isinstance(one, DownloadStarted)]
        assert started == [0, 40]

    def test_where_the_token_ends_locations_are_asked_again_and_the_rest_is_fetched(self) -> None:
        found = run(None, TokenEnds())
        assert downloads(found)[4:] == [
            ("download-broken A CMG", "token-renewed"),
            ("location-requested A", "token-renewed"),
            ("sources-answered A", "only-holders"),
            ("source-chosen A CMG", "own-site-first"),
            ("download-started A CMG", "cloud-download"),
            ("download-verified A CMG", "hash-check"),
        ]
        assert amounts(found) == [("download-broken", 40), ("download-verified", 60)]

    def test_both_at_once_are_one_break(self) -> None:
        found = run(None, ConnectionBreaks(), TokenEnds())
        assert amounts(found) == [("download-broken", 40), ("download-verified", 60)]

    def test_on_the_intranet_a_token_does_not_matter(self) -> None:
        described = site(step("1"), step("2", "A"), dps=(dp(),))
        events = [Placed(ClientMoves(Place.INTRANET), BeforeStep("2")), Placed(TokenEnds(), During("A"))]
        found = play(described, ATTEMPT, placed=events)
        assert ("download-started A DP", "intranet-download") in downloads(found)
        assert amounts(found) == [("download-verified", 100)]

    @pytest.mark.parametrize(("percent", "pulled"), [(0, [0, 100]), (99, [99, 1]), (100, [100, 0])])
    def test_a_share_of_the_size_has_come(self, percent: int, pulled: list[int]) -> None:
        assert [amount for _, amount in amounts(run(None, ConnectionBreaks(), percent=percent))] == pulled


class TestTwoFaults:
    """A break when 30 % have come, and then something else when 60 % have."""

    def after_a_break(self, *events: Event) -> list[tuple[str, int]]:
        playing = Playing(site(gateways=TWO), ATTEMPT)
        for now in (ConnectionBreaks(), 30), *((event, 60) for event in events):
            while not isinstance(playing.advance(), DownloadStarted):
                assert not playing.over
            playing.happen(*now)
        while playing.advance():
            pass
        return amounts(playing.run())

    def test_nothing_more(self) -> None:
        assert self.after_a_break() == [("download-broken", 30), ("download-verified", 70)]

    def test_another_break(self) -> None:
        broken = [("download-broken", 30), ("download-broken", 30), ("download-verified", 40)]
        assert self.after_a_break(ConnectionBreaks()) == broken
        assert self.after_a_break(TokenEnds()) == broken

    def test_the_source_stops(self) -> None:
        lost = [("download-broken", 30), ("download-failed", 30), ("download-verified", 40)]
        assert self.after_a_break(SourceStops("G1")) == lost

    def test_the_content_changes(self) -> None:
        changed = [("download-broken", 30), ("download-failed", 70), ("download-verified", 100)]
        assert self.after_a_break(PackageUpdated("A")) == changed


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
        assert failures(found) == [("G1", "the source is lost", 40), ("G2", "the source cannot be downloaded from", 0)]
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


class Recording:
    """Chooses the last, and keeps among how many."""

    def __init__(self) -> None:
        self.counts: list[int] = []

    def choose(self, count: int) -> int:
        self.counts.append(count)
        return count - 1


class TestChoice:
    def test_where_there_is_one_nothing_is_chosen(self) -> None:
        chooser = Recording()
        playing = Playing(site(gateways=(gateway("G1", site_code="AB1"), gateway("G2"))), ATTEMPT, chooser=chooser)
        while playing.advance():
            pass
        assert chooser.counts == []

    def test_one_of_those_that_are_alike_is_chosen(self) -> None:
        gateways = (gateway("G1"), gateway("G2"), gateway("G3", site_code="AB1"))
        runs = list(plays(site(gateways=gateways), ATTEMPT))
        chosen = [one for found in runs for one in found.moments if isinstance(one, SourceChosen)]
        assert [(one.source, one.among) for one in chosen] == [("G1", ("G1", "G2")), ("G2", ("G1", "G2"))]

    def test_those_of_other_sites_come_after_all_of_the_own(self) -> None:
        gateways = (gateway("G1", state=STOPPED), gateway("G2", state=STOPPED), gateway("G3", site_code="AB1"))
        orders = {
            tuple(one.source for one in found.moments if isinstance(one, SourceChosen))
            for found in plays(site(gateways=gateways), ATTEMPT)
        }
        assert orders == {("G1", "G2", "G3"), ("G2", "G1", "G3")}

    def test_the_answer_tells_what_is_listed_and_what_is_not(self) -> None:
        described = site(gateways=(gateway("G1"), gateway("G2", (installed("A", 2),))), dps=(dp(),))
        (answer,) = (one for one in run(described).moments if isinstance(one, SourcesAnswered))
        assert answer.listed == ("G1",)
        assert [(one.source, one.behaviour.id) for one in answer.left_out] == [
            ("G2", "only-current"),
            ("DP", "only-cloud"),
        ]


def test_moments_about_content_name_the_step_or_none() -> None:
    moments: list[Moment] = [one for one in run().moments if isinstance(one, ContentMoment)]
    assert all(isinstance(one, ContentMoment) and one.action is not None for one in moments)
