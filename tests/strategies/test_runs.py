from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from dod_model.attempt import Attempt
from dod_model.run import Ending, Run, events, moments
from dod_model.run.moments import ContentMoment, DownloadStarted, Happened, Moment, StepSkipped
from dod_model.site import DeploymentOption, Site, SourceState, StepKind, every_step
from dod_model.strategies import ToPlay, complete_sites, events_on, lively_sites, placed_events, runs, sites, to_play
from tests.laws.single_changes import parts
from tests.strategies.looking import drawn, simplest

NOTHING = Attempt("No such deployment", "LT-001")


def kinds(module: ModuleType, base: type[Any]) -> set[type[Any]]:
    """The classes of a module, made from one of them, below which there is no other."""
    below = {one for one in vars(module).values() if isinstance(one, type) and issubclass(one, base)}
    return {one for one in below if not any(other is not one and issubclass(other, one) for other in below)}


class TestValid:
    @given(to_play())
    def test_each_can_be_played(self, played: ToPlay) -> None:
        run = played.run()
        assert run.attempt == played.attempt
        assert played.option in {None, run.option}
        assert set(run.not_placed) <= set(played.placed)

    @given(lively_sites())
    def test_sites_fit_together_and_leave_nothing_out(self, site: Site) -> None:
        assert Site.model_validate(site.model_dump(mode="json")) == site
        assert site.known().keys() == Site.model_fields.keys()

    @given(to_play(sites=sites(attemptable=st.just(True))))
    def test_sites_with_gaps_can_be_played_too(self, played: ToPlay) -> None:
        assert played.run().not_placed == () or played.placed

    @given(to_play(eventful=st.just(False)))
    def test_without_events(self, played: ToPlay) -> None:
        assert played.placed == ()


@pytest.fixture(scope="module")
def many() -> list[ToPlay]:
    return drawn(to_play(), 250)


@pytest.fixture(scope="module")
def played(many: list[ToPlay]) -> list[Run]:
    return [one.run() for one in many]


REGIONS: dict[str, Callable[[Run], bool]] = {
    "much to download": lambda run: len(run.situation.packages) == 4,
    "several sources in a list": lambda run: any(
        len(one.among) > 1 for one in run.moments if isinstance(one, moments.SourceChosen)
    ),
    "sources of several sites": lambda run: any(
        len(one.listed) > 1 and one.listed[0] != places(run, one)[0]
        for one in run.moments
        if isinstance(one, moments.SourcesAnswered)
    ),
    "a stopped source": lambda run: any(
        one.state is SourceState.STOPPED for one in parts(run.situation.site, "cloud_distribution_points")
    ),
    "a step that is skipped": lambda run: any(isinstance(one, StepSkipped) for one in run.moments),
    "a group in a group": lambda run: any(place.action.depth > 1 for place in run.program.places),
    "a child that runs twice": lambda run: (
        len(
            {
                place.action.number
                for place in run.program.places
                if place.action.step.kind is StepKind.RUN_TASK_SEQUENCE
            }
        )
        > 1
    ),
    "a package that is used again": lambda run: any(isinstance(one, moments.FoundOnDevice) for one in run.moments),
    "an event during a download": lambda run: any(
        isinstance(one, Happened) and isinstance(before, DownloadStarted)
        for before, one in zip(run.moments, run.moments[1:], strict=False)
    ),
    "events one after the other": lambda run: any(
        isinstance(one, Happened) and isinstance(before, Happened)
        for before, one in zip(run.moments, run.moments[1:], strict=False)
    ),
    "a run that fails on its way": lambda run: run.ending is Ending.FAILED,
    "a run that downloads before its start and then ends well": lambda run: (
        run.ending is Ending.SUCCEEDED
        and run.option is DeploymentOption.BEFORE_START
        and any(isinstance(one, ContentMoment) for one in run.moments)
    ),
}


def places(run: Run, answer: moments.SourcesAnswered) -> list[str]:
    """The sources of an answer in the order of the description."""
    found = [one.name for kind in ("gateways", "cloud_distribution_points") for one in parts(run.situation.site, kind)]
    return [name for name in [*found, *answer.listed] if name in answer.listed]


class TestReachable:
    def test_each_ending(self, played: list[Run]) -> None:
        assert {run.ending for run in played} == {*Ending, None}

    def test_most_runs_get_far(self, played: list[Run]) -> None:
        started = [run for run in played if any(isinstance(one, moments.SequenceStarted) for one in run.moments)]
        assert len(started) > len(played) / 2

    def test_each_kind_of_moment(self, played: list[Run]) -> None:
        seen = {type(moment) for run in played for moment in run.moments}
        assert seen >= kinds(moments, Moment) - {moments.PolicyRejected}  # too rare to be seen for sure

    @pytest.mark.parametrize("region", REGIONS)
    def test_each_region(self, played: list[Run], region: str) -> None:
        assert any(REGIONS[region](run) for run in played)

    def test_each_kind_of_event_happens(self, played: list[Run]) -> None:
        happened = [one.event for run in played for one in run.moments if isinstance(one, Happened)]
        assert {type(event) for event in happened} == kinds(events, events.Event)
        assert {one.distributed for one in happened if isinstance(one, events.PackageUpdated)} == {True, False}

    def test_events_are_placed_at_each_kind_of_moment(self, many: list[ToPlay], played: list[Run]) -> None:
        reached = {
            type(placed.when)
            for one, run in zip(many, played, strict=True)
            for placed in one.placed
            if placed not in run.not_placed
        }
        assert reached == {events.AtMoment, events.BeforeStep, events.AfterStep, events.During}

    def test_each_option_seed_and_number_of_packages_downloaded_in_advance(self, many: list[ToPlay]) -> None:
        assert {one.option for one in many} == {None, *DeploymentOption}
        assert {one.seed for one in many} == {None, 0, 1, 2}
        assert {one.pre_downloaded for one in many} >= {None, 0, 1, 2}

    def test_names_of_steps_are_unique_on_lively_sites(self) -> None:
        for site in drawn(lively_sites(), 20):
            names = [step.name for one in parts(site, "task_sequences") for step in every_step(one.steps)]
            assert len(names) == len(set(names))


class TestReadable:
    def test_the_simplest_has_no_events_and_downloads_one_package(self) -> None:
        simple = simplest(to_play())
        assert (simple.option, simple.placed, simple.pre_downloaded, simple.seed) == (None, (), None, None)
        run = simple.run()
        assert run.ending is Ending.SUCCEEDED
        assert len([one for one in run.moments if isinstance(one, DownloadStarted)]) == 1

    def test_lists_of_events_shrink_to_none(self) -> None:
        simple = simplest(to_play())
        assert simplest(placed_events(simple.site, simple.attempt)) == []


class TestFitting:
    def test_a_site_of_nothing_has_what_needs_nothing(self) -> None:
        simple = simplest(to_play(sites=complete_sites(faults=st.just(0))))
        bare = simple.site.model_copy(update={"gateways": (), "cloud_distribution_points": (), "packages": ()})
        found = {type(event) for event in drawn(events_on(bare, simple.attempt), 100)}
        assert found == {events.ConnectionBreaks, events.TokenEnds, events.ClientMoves}


class TestRefused:
    @pytest.mark.parametrize("argument", ["sites", "eventful"])
    def test_what_is_no_strategy(self, argument: str) -> None:
        wrong: dict[str, Any] = {argument: 1}
        with pytest.raises(InvalidArgument, match=f"{argument} must be a strategy, not 1"):
            to_play(**wrong)
        with pytest.raises(InvalidArgument, match=f"{argument} must be a strategy, not 1"):
            runs(**wrong)

    @pytest.mark.parametrize("strategy", [placed_events, events_on])
    def test_an_attempt_that_does_not_fit_the_site(self, strategy: Callable[[Site, Attempt], object]) -> None:
        with pytest.raises(InvalidArgument, match="there is no 'No such deployment'"):
            strategy(simplest(lively_sites()), NOTHING)
