"""How one package comes onto the device: from asking where it is to the check of its hash."""

from __future__ import annotations

import pytest
from pydantic import MISSING

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
    SourceStops,
    TokenEnds,
)
from dod_model.run.locations import UNDESCRIBED
from dod_model.run.moments import (
    ContentMoment,
    DownloadStarted,
    LocationRequested,
    Moment,
    SourceChosen,
    SourcesAnswered,
)
from dod_model.site import SourceState, with_fields
from tests.run.fetching import amounts, downloads, run
from tests.run.sites import ATTEMPT, dp, gateway, installed, package, site, step

STOPPED = SourceState.STOPPED
TWO = (gateway("G1"), gateway("G2"))


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


class TestOnTheIntranet:
    DESCRIBED = site(step("1"), step("2", "A"), dps=(dp("D1"), dp("D2")))

    def there(self, *events: Event) -> Run:
        there = Placed(ClientMoves(Place.INTRANET), BeforeStep("2"))
        return play(self.DESCRIBED, ATTEMPT, placed=[there, *(Placed(event, During("A", 40)) for event in events)])

    def test_the_choice_rests_on_which_sources_there_are(self) -> None:
        assert ("source-chosen A D1", "intranet-sources") in downloads(self.there())

    def test_the_next_choice_on_that_the_first_failed(self) -> None:
        found = downloads(self.there(PackageRemoved("A", "D1")))
        assert ("source-chosen A D2", "next-source") in found
        assert ("download-started A D2", "intranet-download") in found

    def test_an_update_makes_it_ask_again_even_where_the_token_ended(self) -> None:
        for events in ((PackageUpdated("A"),), (PackageUpdated("A"), TokenEnds()), (TokenEnds(), PackageUpdated("A"))):
            found = self.there(*events)
            assert [one.behaviour.id for one in found.moments if isinstance(one, LocationRequested)] == [
                "content-before-its-step",
                "hash-mismatch",
            ]
            assert amounts(found) == [("download-failed", 100), ("download-verified", 100)]

    def test_an_undescribed_source_there_is_left_behind(self) -> None:
        described = site(step("1"), step("2", "A"), dps=MISSING)
        moves = [Placed(ClientMoves(Place.INTRANET), BeforeStep("2"))]
        stays = play(described, ATTEMPT, placed=moves)
        assert Summary(stays).by_source == {UNDESCRIBED: 100}
        leaves = play(described, ATTEMPT, placed=[*moves, Placed(ClientMoves(Place.INTERNET), During("A", 40))])
        assert Summary(leaves).by_source == {UNDESCRIBED: 40, "CMG": 60}


class TestUnknownVersions:
    UNKNOWN = site(
        packages=[package("A", version=MISSING)],
        gateways=(gateway(content=(with_fields(installed("A"), version=MISSING),)),),
    )

    def test_an_update_that_is_distributed_spoils_what_comes(self) -> None:
        found = run(self.UNKNOWN, PackageUpdated("A"))
        assert amounts(found) == [("download-failed", 100), ("download-verified", 100)]

    def test_one_that_is_not_does_not(self) -> None:
        found = run(self.UNKNOWN, PackageUpdated("A", distributed=False))
        assert amounts(found) == [("download-verified", 100)]


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
