"""A run while it is on: moment by moment, with events in between; and what it could not know."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from pydantic import MISSING

from dod_model.assessment import Outcome
from dod_model.attempt import Attempt, Place
from dod_model.errors import InputError
from dod_model.releases import current
from dod_model.run import Ending, Playing, play
from dod_model.run.events import (
    AtMoment,
    BeforeStep,
    ConnectionBreaks,
    During,
    Event,
    PackageUpdated,
    Placed,
    SourceStops,
    ThresholdReached,
)
from dod_model.run.moments import Happened
from dod_model.site import DeploymentOption
from tests.run.sites import ALL_FIRST, ATTEMPT, DEPLOYMENT, course, gateway, package, site, told


def problem(caught: pytest.ExceptionInfo[InputError]) -> tuple[str, str]:
    (found,) = caught.value.problems
    return found.code, found.message


def advanced(to: str, **fields: Any) -> Playing:
    """A run that has come to a moment."""
    playing = Playing(site(**fields), ATTEMPT)
    while told(playing.advance() or playing.moments[-1]) != to:
        assert not playing.over
    return playing


def test_it_advances_moment_by_moment_to_the_end() -> None:
    playing = Playing(site(), ATTEMPT)
    assert not playing.over
    found = []
    while (moment := playing.advance()) is not None:
        found.append(moment)
    assert playing.over
    assert playing.advance() is None
    assert playing.moments == found
    assert playing.run().moments == play(site(), ATTEMPT).moments


def test_the_same_input_gives_the_same_run() -> None:
    assert play(site(), ATTEMPT) == play(site(), ATTEMPT)


def test_a_run_says_what_it_is_of() -> None:
    run = play(site(), ATTEMPT, option=ALL_FIRST)
    assert run.attempt == ATTEMPT
    assert run.option is ALL_FIRST
    assert run.assessment.outcome is Outcome.DOWNLOADS_BEFORE_START
    assert list(run.situation.packages) == ["A"]
    assert run.not_placed == ()


def test_an_unfinished_run_has_no_ending() -> None:
    assert advanced("download-started A CMG").run().ending is None


class TestEvents:
    def test_an_event_is_a_moment_that_what_follows_may_follow_from(self) -> None:
        playing = advanced("download-started A CMG")
        playing.happen(ConnectionBreaks(), 30)
        happened = playing.moments[-1]
        assert isinstance(happened, Happened)
        assert (happened.event, happened.cause, happened.behaviour.id) == (ConnectionBreaks(), 6, "event")
        broken = playing.advance()
        assert broken is not None
        assert (told(broken), broken.cause) == ("download-broken A CMG", 7)

    def test_it_happens_after_the_first_moment_and_before_the_last(self) -> None:
        playing = Playing(site(), ATTEMPT)
        with pytest.raises(ValueError, match="after the first moment and before the last"):
            playing.happen(ConnectionBreaks())
        while playing.advance():
            pass
        with pytest.raises(ValueError, match="after the first moment and before the last"):
            playing.happen(ConnectionBreaks())

    def test_one_about_what_is_not_there_changes_nothing(self) -> None:
        playing = advanced("download-started A CMG")
        before = list(playing.moments)
        with pytest.raises(InputError, match="'NOBODY'"):
            playing.happen(SourceStops("NOBODY"))
        assert playing.moments == before
        while playing.advance():
            pass
        assert playing.run().ending is Ending.SUCCEEDED

    @pytest.mark.parametrize(("release", "can"), [(1810, False), (1902, True), (MISSING, True)])
    def test_a_threshold_stops_a_gateway_from_1902(self, release: Any, can: bool) -> None:
        chosen = {"option": ALL_FIRST}
        described = release if release is MISSING else current(release)
        playing = advanced("download-started A CMG", release=described, deployment=chosen)
        if can:
            playing.happen(ThresholdReached("CMG"))
            assert told(playing.advance() or playing.moments[0]) == "download-failed A CMG"
            return
        with pytest.raises(InputError) as caught:
            playing.happen(ThresholdReached("CMG"))
        assert problem(caught) == ("not-yet", "a gateway is stopped at its threshold from 1902 on; the site is older")

    @pytest.mark.parametrize(("release", "assumed"), [(current(1902), False), (MISSING, True)])
    def test_that_it_does_is_assumed_where_the_release_is_unknown_and_it_happens(
        self, release: Any, assumed: bool
    ) -> None:
        sentence = "the site is of a release in which a gateway is stopped at its threshold"
        described = site(release=release, deployment={"option": ALL_FIRST})
        for when in (BeforeStep("Use A"), During("A")):
            run = play(described, ATTEMPT, placed=[Placed(ThresholdReached("CMG"), when)])
            assert (sentence in run.assumed) is assumed
        never = play(described, ATTEMPT, placed=[Placed(ThresholdReached("CMG"), AtMoment(99))])
        assert never.not_placed
        assert sentence not in never.assumed

    def test_a_placed_threshold_is_refused_before_the_run(self) -> None:
        described = site(release=current(1810), deployment={"option": ALL_FIRST})
        with pytest.raises(InputError, match="from 1902 on"):
            play(described, ATTEMPT, placed=[Placed(ThresholdReached("CMG"), AtMoment(99))])

    @pytest.mark.parametrize(
        ("event", "behaviour"),
        [
            (PackageUpdated("A"), "package-updated"),
            (PackageUpdated("A", distributed=False), "package-updated"),
            (SourceStops("CMG"), "event"),
        ],
    )
    def test_it_rests_on_the_caller_and_an_update_on_what_it_does(self, event: Event, behaviour: str) -> None:
        playing = advanced("download-started A CMG")
        playing.happen(event)
        assert playing.moments[-1].behaviour.id == behaviour


class TestUnknown:
    def test_what_is_undetermined_is_assumed_to_be_met(self) -> None:
        run = play(site(enhanced_http=MISSING, deployment={"internet": MISSING}), ATTEMPT)
        assert run.assessment.outcome is Outcome.UNDETERMINED
        assert run.ending is Ending.SUCCEEDED
        unknown = "whether clients on the internet may run it"
        assert run.assumed == (f"allowed-on-the-internet is met (not known: {unknown})",)

    def test_packages_without_size_are_named_and_count_as_none(self) -> None:
        run = play(site(packages=[package("A", size=MISSING)]), ATTEMPT)
        assert run.unsized == ("A",)

    def test_what_was_assumed_is_told_once(self) -> None:
        run = play(site(gateways=(gateway(state=MISSING),)), ATTEMPT)
        assert "'CMG' runs" in run.assumed
        assert len(set(run.assumed)) == len(run.assumed)


def test_of_what_the_documents_do_not_speak_there_is_no_run() -> None:
    run = play(site(), replace(ATTEMPT, place=Place.INTRANET))
    assert run.assessment.outcome is Outcome.NOT_COVERED
    assert (run.moments, run.ending) == ((), None)


def test_running_from_a_distribution_point_is_refused() -> None:
    run = play(site(), ATTEMPT, option=DeploymentOption.FROM_DISTRIBUTION_POINT)
    assert run.ending is Ending.NOT_STARTED
    assert course(run)[-2:] == ["refused", "sequence-ended"]


@pytest.mark.parametrize(
    ("attempt", "name"), [(Attempt("Nothing", "LT-001"), "Nothing"), (Attempt(DEPLOYMENT, "X"), "X")]
)
@pytest.mark.parametrize("option", [None, ALL_FIRST])
def test_an_attempt_that_does_not_fit_the_site_is_refused(attempt: Attempt, name: str, option: Any) -> None:
    with pytest.raises(InputError, match=f"there is no '{name}'"):
        play(site(), attempt, option=option)
