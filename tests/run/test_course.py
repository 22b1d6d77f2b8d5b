"""The course of a run: policy, pre-download, start, steps; and where it ends early."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from pydantic import MISSING

from dod_model.attempt import Place, Start
from dod_model.run import Ending, Run, play
from dod_model.run.course import POLICY_LIMIT
from dod_model.run.events import BeforeStep, ClientMoves, During, Placed, SourceStops
from dod_model.run.moments import (
    PolicyReceived,
    PolicyRejected,
    SequenceEnded,
    SequenceStarted,
    Started,
    StepFailed,
    StepSkipped,
)
from dod_model.site import Comparison, Condition, ConditionSubject, PackageKind, Site, StepKind, with_fields
from tests.run.sites import ALL_FIRST, ATTEMPT, SEQUENCE, child, course, group, package, site, step

NEVER = (Condition(subject=ConditionSubject.MODEL, comparison=Comparison.EQUALS, value="XPS 13"),)
ALWAYS = (Condition(subject=ConditionSubject.MODEL, comparison=Comparison.EQUALS, value="latitude 7490"),)
NOT_MET = "not met: model equals 'XPS 13'"


def one(run: Run, kind: type[Any]) -> Any:
    """The only moment of a kind."""
    (found,) = (moment for moment in run.moments if isinstance(moment, kind))
    return found


def steps(run: Run) -> list[str]:
    """What happens about steps, without downloads."""
    return [words for words in course(run) if words.startswith("step-")]


class TestPolicy:
    def of_size(self, size: Any) -> Run:
        return play(site().changed("task_sequences", SEQUENCE, policy_size=size), ATTEMPT)

    def test_it_is_received_first(self) -> None:
        run = self.of_size(1)
        assert isinstance(run.moments[0], PolicyReceived)
        assert (run.moments[0].sequence, run.moments[0].bytes, run.moments[0].cause) == (SEQUENCE, 1, None)
        assert run.moments[0].behaviour.id == "policy-in-one"

    def test_the_limit_is_32_mb(self) -> None:
        assert POLICY_LIMIT == 33_554_432
        assert self.of_size(POLICY_LIMIT).ending is Ending.SUCCEEDED
        run = self.of_size(POLICY_LIMIT + 1)
        assert course(run) == ["policy-received", "policy-rejected", "sequence-ended"]
        assert run.ending is Ending.NOT_STARTED
        assert one(run, PolicyRejected).behaviour.id == one(run, SequenceEnded).behaviour.id == "policy-too-large"

    def test_an_unknown_size_is_assumed_to_fit(self) -> None:
        run = self.of_size(MISSING)
        assert run.ending is Ending.SUCCEEDED
        assert run.assumed == ("the policy is of not more than 32 MB",)


class TestOptions:
    STEPS = (step("Use A", "A"), step("Use B", "B"))

    def test_on_demand_content_comes_just_before_its_step(self) -> None:
        run = play(site(*self.STEPS), ATTEMPT)
        assert [
            words
            for words in course(run)
            if words.split()[0] in {"sequence-started", "download-verified", "step-started"}
        ] == [
            "sequence-started",
            "download-verified A CMG",
            "step-started Use A",
            "download-verified B CMG",
            "step-started Use B",
        ]
        assert one(run, SequenceStarted).on_demand is True

    def test_with_download_all_everything_comes_first(self) -> None:
        run = play(site(*self.STEPS), ATTEMPT, option=ALL_FIRST)
        words = course(run)
        start = words.index("sequence-started")
        assert [text for text in words[:start] if text.startswith("download-verified")] == [
            "download-verified A CMG",
            "download-verified B CMG",
        ]
        assert words[start + 1 :] == [
            "found-on-device A",
            "step-started Use A",
            "step-done Use A",
            "found-on-device B",
            "step-started Use B",
            "step-done Use B",
            "sequence-ended",
        ]
        assert one(run, SequenceStarted).on_demand is False
        assert "all-before-start" in {moment.behaviour.id for moment in run.moments}

    def test_with_download_all_a_missing_package_keeps_it_from_starting(self) -> None:
        run = play(site(*self.STEPS), ATTEMPT, option=ALL_FIRST, placed=[Placed(SourceStops("CMG"), During("B"))])
        assert course(run)[-2:] == ["download-failed B CMG", "sequence-ended"]
        assert run.ending is Ending.NOT_STARTED
        assert run.moments[-1].behaviour.id == "not-started"

    @pytest.mark.parametrize(
        ("how", "behaviour"),
        [
            (Start.SOFTWARE_CENTER, "started"),
            (Start.SCHEDULE, "started"),
            *((how, "event") for how in Start if how not in {Start.SOFTWARE_CENTER, Start.SCHEDULE}),
            (None, "event"),
        ],
    )
    def test_it_is_started_as_the_attempt_says(self, how: Start | None, behaviour: str) -> None:
        """The pages speak of Software Center and the schedule; any other way rests on the caller's word."""
        started = one(play(site(), replace(ATTEMPT, start=how)), Started)
        assert (started.how, started.behaviour.id) == (how, behaviour)


class TestConditions:
    def test_a_step_whose_condition_is_not_met_is_skipped_and_fetches_nothing(self) -> None:
        run = play(site(step("1", "A", conditions=NEVER), step("2", "B", conditions=ALWAYS)), ATTEMPT)
        assert steps(run) == ["step-skipped 1", "step-started 2", "step-done 2"]
        assert one(run, StepSkipped).why == NOT_MET
        assert one(run, StepSkipped).behaviour.id == "conditions-at-run-time"
        assert "download-verified A CMG" not in course(run)

    def test_with_download_all_it_is_fetched_all_the_same(self) -> None:
        run = play(site(step("1", "A", conditions=NEVER)), ATTEMPT, option=ALL_FIRST)
        assert "download-verified A CMG" in course(run)
        assert steps(run) == ["step-skipped 1"]

    def test_a_skipped_group_takes_all_in_it_along(self) -> None:
        inner = group("inner", step("1", "A"))
        run = play(site(group("g", inner, step("2"), conditions=NEVER), step("3")), ATTEMPT)
        assert steps(run) == ["step-skipped g", "step-started 3", "step-done 3"]

    def test_a_skipped_child_too(self) -> None:
        run = play(site(child("c", "Kid", conditions=NEVER), step("3"), children={"Kid": (step("1", "A"),)}), ATTEMPT)
        assert steps(run) == ["step-skipped c", "step-started 3", "step-done 3"]

    def test_several_conditions_are_told(self) -> None:
        variable = Condition(subject=ConditionSubject.VARIABLE, variable="Ring", comparison=Comparison.EXISTS)
        run = play(site(step("1", conditions=(*NEVER, variable))), ATTEMPT)
        assert one(run, StepSkipped).why == f"{NOT_MET}; variable 'Ring' exists"

    @pytest.mark.parametrize(
        "described", [site(step("1", conditions=MISSING)), site(step("1", conditions=NEVER), client={"model": MISSING})]
    )
    def test_an_unknown_condition_is_assumed_to_let_it_run(self, described: Site) -> None:
        run = play(described, ATTEMPT)
        assert steps(run) == ["step-started 1", "step-done 1"]
        assert run.assumed == ("the conditions of the step '1' let it run",)


class TestSteps:
    NETWORK_PATH = step("Upgrade", kind=StepKind.UPGRADE_OPERATING_SYSTEM, network_path=True)

    def test_groups_and_children_start_and_end_around_their_steps(self) -> None:
        run = play(site(group("g", step("1")), child("c", "Kid"), children={"Kid": (step("2"),)}), ATTEMPT)
        assert steps(run) == [
            "step-started g",
            "step-started 1",
            "step-done 1",
            "step-done g",
            "step-started c",
            "step-started 2",
            "step-done 2",
            "step-done c",
        ]
        rests = {
            moment.behaviour.id
            for moment in run.moments
            if course(run)[run.moments.index(moment)].endswith((" g", " c"))
        }
        assert rests == {"child-runs"}

    def test_a_step_whose_content_cannot_be_had_fails_the_sequence(self) -> None:
        run = play(site(step("1", "A", "B"), step("2")), ATTEMPT, placed=[Placed(SourceStops("CMG"), During("A"))])
        assert steps(run) == ["step-failed 1"]
        assert one(run, StepFailed).why == "'A' cannot be downloaded"
        assert run.moments[-1].behaviour.id == one(run, StepFailed).behaviour.id == "step-fails"
        assert run.ending is Ending.FAILED

    def test_it_ends_well_after_the_last_step(self) -> None:
        run = play(site(), ATTEMPT)
        assert run.ending is Ending.SUCCEEDED
        assert run.moments[-1].behaviour.id == "sequence-ends"

    def test_a_network_path_is_assumed_not_to_be_where_that_is_unknown(self) -> None:
        upgrade = step("Upgrade", "A", kind=StepKind.UPGRADE_OPERATING_SYSTEM)
        run = play(site(upgrade), ATTEMPT)
        assert run.ending is Ending.SUCCEEDED
        assert "the step 'Upgrade' takes its source from a package" in run.assumed

    def test_a_step_with_a_network_path_fails_on_the_internet(self) -> None:
        run = play(site(step("1", "A"), self.NETWORK_PATH), ATTEMPT)
        assert steps(run) == ["step-started 1", "step-done 1", "step-failed Upgrade"]
        failed = one(run, StepFailed)
        assert (failed.why, failed.behaviour.id) == ("its source is a network path", "network-path")
        assert run.ending is Ending.FAILED

    def test_it_does_not_on_the_intranet_nor_where_it_is_skipped(self) -> None:
        moves = Placed(ClientMoves(Place.INTRANET), BeforeStep("Upgrade"))
        assert play(site(step("1"), self.NETWORK_PATH), ATTEMPT, placed=[moves]).ending is Ending.SUCCEEDED
        skipped = with_fields(self.NETWORK_PATH, conditions=NEVER)
        assert play(site(step("1"), skipped), ATTEMPT).ending is Ending.SUCCEEDED


def test_what_was_downloaded_in_advance_is_not_fetched_again() -> None:
    packages = [package("A", kind=PackageKind.OS_UPGRADE_PACKAGE)]
    run = play(site(packages=packages, deployment={"pre_download": True}), ATTEMPT)
    words = course(run)
    assert words.index("download-verified A CMG") < words.index("started")
    assert words[words.index("sequence-started") + 1] == "found-on-device A"
    assert {moment.behaviour.id for moment in run.moments} >= {"pre-download", "fetched-once"}
