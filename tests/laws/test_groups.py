from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from pydantic import MISSING

from dod_model.assessment import assess
from dod_model.attempt import Attempt
from dod_model.kit.arranging.sequences import each_step
from dod_model.site import Site, Step, StepKind, TaskSequence, flattened
from dod_model.strategies import situations
from tests.laws.site_parts import checked


def grouped(site: Site, random: Random) -> Site:
    """The site with some steps, side by side, in groups that always run."""
    if site.task_sequences is MISSING:
        return site
    return site.model_copy(update={"task_sequences": tuple(_grouped(one, random) for one in site.task_sequences)})


def _grouped(sequence: TaskSequence, random: Random) -> TaskSequence:
    if sequence.steps is MISSING:
        return sequence
    first, last = sorted(random.choices(range(len(sequence.steps) + 1), k=2))
    group = Step(name="A group", kind=StepKind.GROUP, steps=sequence.steps[first:last], conditions=())
    return sequence.model_copy(update={"steps": (*sequence.steps[:first], group, *sequence.steps[last:])})


def told(site: Site, attempt: Attempt) -> tuple[Any, ...]:
    """All that an assessment says."""
    found = assess(site, attempt)
    return found.facts, found.decision, [(one.id, one.verdict, one.evidence) for one in found.findings]


class TestGroups:
    """A group without conditions is a fold in the list of steps and nothing else."""

    @given(situations(), st.randoms(use_true_random=False))
    def test_wrapping_steps_in_a_group_changes_no_assessment(
        self, situation: tuple[Site, Attempt], random: Random
    ) -> None:
        site, attempt = situation
        assert told(checked(grouped(site, random)), attempt) == told(site, attempt)

    @given(situations(), st.randoms(use_true_random=False))
    def test_steps_that_are_changed_one_by_one_stay_where_they_are(
        self, situation: tuple[Site, Attempt], random: Random
    ) -> None:
        site = grouped(situation[0], random)
        for sequence in () if site.task_sequences is MISSING else site.task_sequences:
            if sequence.steps is not MISSING:
                assert each_step(sequence.steps, lambda step: step) == sequence.steps
                renamed = each_step(sequence.steps, lambda step: step.model_copy(update={"name": "X"}))
                assert {step.name for step in flattened(renamed)} <= {"X"}
                assert len(list(flattened(renamed))) == len(list(flattened(sequence.steps)))
