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
from dod_model.run.events import ConnectionBreaks, SourceStops, ThresholdReached
from dod_model.run.moments import Happened, SequenceStarted
from dod_model.site import DeploymentOption
from tests.run.sites import ALL_FIRST, ATTEMPT, DEPLOYMENT, WHEN_NEEDED, course, gateway, package, site, told

ON = {"pre_download": True}


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


class TestUnknown:
    def test_what_is_undetermined_is_assumed_to_be_met(self) -> None:
        run = play(site(enhanced_http=MISSING, deployment={"internet": MISSING}), ATTEMPT)
        assert run.assessment.outcome is Outcome.UNDETERMINED
        assert run.ending is Ending.SUCCEEDED
        assert [text for text in run.assumed if text.startswith("allowed-on-the-internet is met (not known: ")]

    def test_an_unknown_option_is_assumed_to_be_on_demand(self) -> None:
        run = play(site(deployment={"option": MISSING}), ATTEMPT)
        assert run.option is WHEN_NEEDED
        assert "the deployment option is download-when-needed" in run.assumed
        assert next(one for one in run.moments if isinstance(one, SequenceStarted)).on_demand is True

    def test_a_chosen_option_is_not_assumed(self) -> None:
        run = play(site(deployment={"option": MISSING}), ATTEMPT, option=ALL_FIRST)
        assert run.option is ALL_FIRST
        assert run.assumed == ()

    def test_packages_without_size_are_named_and_count_as_none(self) -> None:
        run = play(site(packages=[package("A", size=MISSING)]), ATTEMPT)
        assert run.unsized == ("A",)

    def test_what_was_assumed_is_told_once(self) -> None:
        run = play(site(gateways=(gateway(state=MISSING),)), ATTEMPT)
        assert "'CMG' runs" in run.assumed
        assert len(set(run.assumed)) == len(run.assumed)


class TestPreDownload:
    def test_how_many_were_complete_is_assumed_to_be_all(self) -> None:
        assumed = "all that is downloaded in advance is there when it is started"
        assert assumed in play(site(deployment=ON), ATTEMPT).assumed
        assert assumed not in play(site(deployment=ON), ATTEMPT, pre_downloaded=1).assumed

    def test_an_unknown_one_is_assumed_to_be_off(self) -> None:
        unknown = site(deployment={"pre_download": MISSING})
        assert "nothing is downloaded in advance" in play(unknown, ATTEMPT).assumed
        assert play(unknown, ATTEMPT, pre_downloaded=0).assumed == ()
        assert course(play(unknown, ATTEMPT))[:2] == ["policy-received", "started"]

    @pytest.mark.parametrize(
        ("most", "fields", "code", "message"),
        [
            (-1, ON, "negative", "the number of packages downloaded in advance is negative"),
            (1, {"pre_download": False}, "no-pre-download", f"'{DEPLOYMENT}' does not download in advance"),
            (1, {"pre_download": MISSING}, "no-pre-download", f"'{DEPLOYMENT}' does not download in advance"),
        ],
    )
    def test_a_number_that_cannot_be_is_refused(self, most: int, fields: Any, code: str, message: str) -> None:
        with pytest.raises(InputError) as caught:
            play(site(deployment=fields), ATTEMPT, pre_downloaded=most)
        assert problem(caught) == (code, message)


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
