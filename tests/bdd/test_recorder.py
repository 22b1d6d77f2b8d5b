"""What scenarios ask, as vectors."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from dod_model.assessment import Outcome
from dod_model.attempt import Attempt, Wish
from dod_model.bdd.recorder import Recorder
from dod_model.errors import InputError
from dod_model.kit.format import PlanSize, Vector, VectorFile
from dod_model.kit.healthy import ATTEMPT, CLIENT, DEPLOYMENT, GATEWAY, HEALTHY
from dod_model.run.event_words import placed
from dod_model.site import MISSING, DeploymentOption, Site, with_fields

PARTLY_KNOWN = with_fields(HEALTHY, gateways=MISSING)
STOPPED = placed(f"'{GATEWAY}' stops before 'Stage drivers'")


def scenario(name: str = "It runs", line: int = 9, tags: tuple[str, ...] = (), rule: str = "A rule") -> Any:
    """What behave has of a scenario, as far as the recorder looks at it."""
    parent = SimpleNamespace(keyword="Rule", name=rule, parent=SimpleNamespace(keyword="Feature", parent=None))
    return SimpleNamespace(
        name=name, line=line, filename="features/start/permissions.feature", effective_tags=tags, parent=parent
    )


class Recording:
    """A recorder, and what it has written."""

    def __init__(self, folder: Path) -> None:
        self.recorder = Recorder(folder)
        self._folder = folder

    def assess(self, *, site: Site = HEALTHY, wish: Wish = Wish.ON_DEMAND, passed: bool = True, **told: Any) -> None:
        self.recorder.assess(site, ATTEMPT, wish)
        self.recorder.scenario_ended(scenario(**told), passed=passed)

    @property
    def vectors(self) -> tuple[Vector, ...]:
        count = self.recorder.write()
        file = VectorFile.model_validate_json((self._folder / "features.json").read_text(encoding="utf-8"))
        assert file.kind == "features"
        assert len(file.vectors) == count
        return file.vectors


@pytest.fixture
def recording(tmp_path: Path) -> Recording:
    return Recording(tmp_path)


def test_a_vector_tells_where_it_comes_from(recording: Recording) -> None:
    recording.assess(tags=("install-permissions-allow-it", "asks-evidence"))
    (vector,) = recording.vectors
    assert vector.id.rpartition("-")[0] == "features/start/permissions/it-runs"
    assert vector.why == "A rule: It runs"
    assert vector.about == ("install-permissions-allow-it",)
    assert vector.scenarios == ("features/start/permissions.feature:9",)


def test_a_row_of_examples_is_told_by_their_title(recording: Recording) -> None:
    recording.assess(name="It is off -- @1.2 It does not")
    (vector,) = recording.vectors
    assert "/it-is-off-" in vector.id
    assert vector.why == "A rule: It is off (It does not)"


def test_a_scenario_that_failed_is_not_recorded(recording: Recording) -> None:
    recording.assess(passed=False)
    assert recording.vectors == ()


def test_what_one_scenario_asked_is_not_taken_for_the_next_ones(recording: Recording) -> None:
    recording.assess(passed=False)
    recording.recorder.scenario_ended(scenario(), passed=True)
    assert recording.vectors == ()


def test_what_several_scenarios_ask_is_one_vector(recording: Recording) -> None:
    recording.assess(tags=("cache-size",))
    recording.assess(name="Another", line=20, tags=("advice", "another-program-first"))
    recording.assess(name="Again", line=20)
    (vector,) = recording.vectors
    assert "/it-runs-" in vector.id
    assert vector.about == ("another-program-first", "cache-size")
    assert vector.scenarios == ("features/start/permissions.feature:9", "features/start/permissions.feature:20")


def test_scenarios_of_one_name_that_ask_different_things_are_told_apart(recording: Recording) -> None:
    for wish in Wish:
        recording.assess(wish=wish)
    first, second = recording.vectors
    assert first.id != second.id
    assert (first.question.wish, second.question.wish) == tuple(Wish)


def test_an_id_hangs_on_the_question_and_not_on_the_line(tmp_path: Path) -> None:
    ids = set()
    for line in (9, 10):
        recording = Recording(tmp_path)
        recording.assess(line=line)
        ids |= {vector.id for vector in recording.vectors}
    assert len(ids) == 1


def test_unknowns_are_asked_where_something_is_undetermined(recording: Recording) -> None:
    recording.assess()
    recording.assess(site=PARTLY_KNOWN)
    known, unknown = recording.vectors
    assert known.asks == ("outcome", "violated")
    assert known.expect.outcome is Outcome.DOWNLOADS_ON_DEMAND
    assert unknown.asks == ("outcome", "violated", "unknowns")
    assert unknown.expect.undetermined


def test_a_plan_is_asked_beside_the_outcome(recording: Recording) -> None:
    recording.recorder.plan(HEALTHY.changed("deployments", DEPLOYMENT, internet=False), ATTEMPT, Wish.ON_DEMAND)
    recording.recorder.scenario_ended(scenario(), passed=True)
    (vector,) = recording.vectors
    assert vector.asks == ("outcome", "violated", "plan")
    assert vector.expect.plan == PlanSize(possible=True, changes=1)
    assert vector.expect.outcome is Outcome.DOES_NOT_RUN


def test_a_plan_and_an_assessment_of_one_question_are_two_vectors(recording: Recording) -> None:
    recording.assess()
    recording.recorder.plan(HEALTHY, ATTEMPT, Wish.ON_DEMAND)
    recording.recorder.scenario_ended(scenario(), passed=True)
    assert [vector.asks for vector in recording.vectors] == [("outcome", "violated"), ("outcome", "violated", "plan")]
    assert len({vector.id for vector in recording.vectors}) == 2


def test_a_run_is_asked_by_itself(recording: Recording) -> None:
    option = DeploymentOption.BEFORE_START
    site = HEALTHY.changed("deployments", DEPLOYMENT, pre_download=True)
    recording.recorder.play(site, ATTEMPT, option=option, placed=(STOPPED,), pre_downloaded=1)
    recording.recorder.scenario_ended(scenario(), passed=True)
    (vector,) = recording.vectors
    assert vector.asks == ("run",)
    assert vector.question.play is not None
    assert vector.question.play.option is option
    assert tuple(map(placed, vector.question.play.events)) == (STOPPED,)
    assert vector.question.play.pre_downloaded == 1
    assert vector.expect.outcome is None
    assert vector.expect.run is not None
    assert vector.expect.run.ending == "succeeded"


def test_what_cannot_be_played_or_asked_is_not_recorded(recording: Recording) -> None:
    event = placed("'no such source' stops before 'Stage drivers'")
    with pytest.raises(InputError):
        recording.recorder.play(HEALTHY, ATTEMPT, option=None, placed=(event,), pre_downloaded=None)
    recording.recorder.scenario_ended(scenario(), passed=True)
    assert recording.vectors == ()


def test_effective_settings_are_not_recorded(recording: Recording) -> None:
    recording.recorder.effective(HEALTHY, CLIENT, "client_cache", "size_mb")
    recording.recorder.scenario_ended(scenario(), passed=True)
    assert recording.vectors == ()


def test_an_attempt_that_does_not_fit_is_an_error_of_the_scenario(recording: Recording) -> None:
    with pytest.raises(InputError):
        recording.recorder.assess(HEALTHY, Attempt(DEPLOYMENT, "nobody"), Wish.RUN)
    recording.recorder.scenario_ended(scenario(), passed=True)
    assert recording.vectors == ()
