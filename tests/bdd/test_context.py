"""What steps share begins anew with every scenario."""

import pytest

from dod_model.bdd import Case, ModelUnderTest
from dod_model.errors import InputError
from dod_model.kit.healthy import DRIVERS, GATEWAY
from dod_model.run import Run
from dod_model.run.events import During, Placed, SourceStops
from dod_model.site import DeploymentOption


@pytest.fixture
def case() -> Case:
    new = Case(ModelUnderTest())
    new.begin()
    return new


def stops(source: str) -> Placed:
    return Placed(SourceStops(source), During(DRIVERS))


def test_nothing_is_left_of_the_scenario_before(case: Case) -> None:
    fresh = {name: getattr(case, name, None) for name in Case.__slots__}
    case.placed, case.pre_downloaded = (stops(GATEWAY),), 0
    case.assess()
    case.make_plan()
    case.play()
    case.begin()
    assert {name: getattr(case, name, None) for name in Case.__slots__} == fresh


def test_a_run_is_played_with_the_option_of_the_deployment(case: Case) -> None:
    case.play()
    assert case.run.option is DeploymentOption.WHEN_NEEDED
    assert len(case.runs) == 1


def test_runs_are_played_with_each_option_in_turn(case: Case) -> None:
    case.play(DeploymentOption.BEFORE_START, DeploymentOption.WHEN_NEEDED)
    assert [run.option for run in case.runs] == [DeploymentOption.BEFORE_START, DeploymentOption.WHEN_NEEDED]
    assert case.run is case.runs[0]


def test_what_happens_reaches_the_system(case: Case) -> None:
    case.placed = (stops(GATEWAY),)
    case.play()
    assert case.run.ending is not None
    assert case.run.ending.value == "failed"


def test_how_far_pre_download_came_reaches_the_system(case: Case) -> None:
    case.site = case.site.changed("deployments", case.attempt.deployment, pre_download=True)
    case.pre_downloaded = 1
    case.play()
    assert [one.kind for one in case.run.moments].index("started") == 6


def test_what_cannot_happen_is_an_answer_and_no_run(case: Case) -> None:
    case.placed = (stops("CMG-NORTH"),)
    case.play()
    (answer,) = case.played
    assert isinstance(answer, InputError)
    assert not isinstance(answer, Run)
    with pytest.raises(InputError, match="CMG-NORTH"):
        _ = case.run
