"""The course of a run: from the policy to the end, moment by moment."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import TypeVar

from dod_model.assessment import Assessment, Finding, Outcome
from dod_model.attempt import Place, Start
from dod_model.requirements import Force, Verdict
from dod_model.requirements.requirement import Stage
from dod_model.run import behaviours as because
from dod_model.run import pre_download
from dod_model.run.behaviours import unmet
from dod_model.run.downloading import fetch
from dod_model.run.moments import (
    Ending,
    LeftOutOfPreDownload,
    LocationRequested,
    Moment,
    PolicyReceived,
    PolicyRejected,
    Refused,
    SequenceEnded,
    SequenceStarted,
    SourcesAnswered,
    Started,
    StepDone,
    StepFailed,
    StepSkipped,
    StepStarted,
)
from dod_model.run.program import Action, Part, Program
from dod_model.run.world import World
from dod_model.site import MISSING, DeploymentOption, StepKind
from dod_model.situation.conditions import met, why_not
from dod_model.situation.resolving import given

POLICY_LIMIT = 32 * 2**20
"""Size in bytes beyond which a policy cannot be processed (F128)."""

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Turn:
    """A step is about to be looked at. No moment, but a point at which an event can be placed."""

    action: Action


Course = Generator[Moment | Turn, int, Result]


def course_of(world: World, program: Program, assessment: Assessment, pre_downloaded: int | None) -> Course[None]:
    """Play a run to its end.

    Args:
        world: the world at the beginning; it changes.
        program: the steps.
        assessment: what was decided of the attempt.
        pre_downloaded: how many packages were complete when somebody started it; None for all that there are.
    """
    refusals = _refusals(assessment)
    if Stage.POLICY in refusals:
        yield from _refused(None, Stage.POLICY, refusals)
        return
    number = yield from _policy(world)
    if number is None:
        return
    number = yield from _pre_download(world, number, pre_downloaded)
    how = world.situation.attempt.start
    behaviour = because.STARTED if how in {Start.SOFTWARE_CENTER, Start.SCHEDULE} else because.CALLER
    number = yield Started(number, behaviour, how)
    stage = next((one for one in (Stage.START, Stage.LOOKUP) if one in refusals), None)
    if stage is not None:
        if stage is Stage.LOOKUP:
            number = yield from _lookup_in_vain(world, number)
        yield from _refused(number, stage, refusals)
        return
    yield from _from_the_start(world, program, number)


def _from_the_start(world: World, program: Program, number: int) -> Course[None]:
    """What comes once it is started and nothing stands against it."""
    on_demand = world.option is DeploymentOption.WHEN_NEEDED
    if not on_demand:
        for package in world.situation.packages:
            here, number = yield from fetch(world, None, package, number, because.ALL_BEFORE_START)
            if not here:
                yield SequenceEnded(number, because.NOT_STARTED, Ending.NOT_STARTED)
                return
    sequence = world.situation.deployment.task_sequence
    number = yield SequenceStarted(number, because.SEQUENCE_STARTS, sequence, on_demand)
    number, ending = yield from _steps(world, program, number)
    behaviour = because.SEQUENCE_ENDS if ending is Ending.SUCCEEDED else because.STEP_FAILS
    yield SequenceEnded(number, behaviour, ending)


def _policy(world: World) -> Course[int | None]:
    """The policy arrives; None if it cannot be processed, which ends the run."""
    sequence = world.situation.sequence
    name = world.situation.deployment.task_sequence
    size = None if sequence is None else given(sequence.policy_size)
    if size is None:
        world.assume("the policy is of not more than 32 MB")
    number = yield PolicyReceived(None, because.POLICY_IN_ONE, name, size)
    if size is None or size <= POLICY_LIMIT:
        return number
    number = yield PolicyRejected(number, because.POLICY_TOO_LARGE, name, size)
    yield SequenceEnded(number, because.POLICY_TOO_LARGE, Ending.NOT_STARTED)
    return None


def _pre_download(world: World, number: int, most: int | None) -> Course[int]:
    """Fetch in advance what pre-download would, as many packages as were complete in time."""
    on = pre_download.is_on(world.situation)
    if most == 0 or on is False or (on is None and most is None):
        return number
    complete = 0
    for package in world.situation.packages:
        if pre_download.is_unsure(world.situation, world.facts, package):
            world.assume("pre-download passes over only what is known to be for other devices")
        why = pre_download.left_out(world.situation, world.facts, package)
        if why is not None:
            number = yield LeftOutOfPreDownload(number, because.PRE_DOWNLOAD_FILTER, None, package, why)
            continue
        here, number = yield from fetch(world, None, package, number, because.PRE_DOWNLOAD)
        complete += here
        if complete == most:
            break
    return number


def _refusals(assessment: Assessment) -> dict[Stage, list[Finding]]:
    """The findings that block, by the stage at which that shows."""
    found: dict[Stage, list[Finding]] = {}
    if assessment.outcome is not Outcome.DOES_NOT_RUN:
        return found
    for finding in assessment.with_verdict(Verdict.VIOLATED, Force.BLOCKS):
        if finding.requirement.fails is not None:
            found.setdefault(finding.requirement.fails.stage, []).append(finding)
    return found


def _refused(cause: int | None, stage: Stage, refusals: dict[Stage, list[Finding]]) -> Course[None]:
    first = refusals[stage][0]
    behaviour = unmet(first.id, first.reasoning)
    number = yield Refused(cause, behaviour, tuple(finding.id for finding in refusals[stage]), stage)
    yield SequenceEnded(number, behaviour, Ending.NOT_STARTED)


def _lookup_in_vain(world: World, number: int) -> Course[int]:
    """Ask for the first package that no source is listed for, if there is one."""
    for package in world.situation.packages:
        answer = world.answer(package)
        if not answer.listed:
            number = yield LocationRequested(number, because.ONLY_HOLDERS, None, package)
            return (yield SourcesAnswered(number, because.ONLY_HOLDERS, None, package, (), answer.left_out))
    return number


def _steps(world: World, program: Program, number: int) -> Course[tuple[int, Ending]]:
    """Go through the steps; the number of the last moment, and how it ended."""
    index, places = 0, program.places
    while index < len(places):
        part, action, end = places[index]
        index += 1
        if part is Part.LEAVE:
            number = yield StepDone(number, because.CHILD_RUNS, action)
            continue
        yield Turn(action)
        why = _skipped(world, action)
        if why is not None:
            number = yield StepSkipped(number, because.CONDITIONS_AT_RUN_TIME, action, why)
            index = end + 1
        elif part is Part.ENTER:
            number = yield StepStarted(number, because.CHILD_RUNS, action)
        else:
            done, number = yield from _step(world, action, number)
            if not done:
                return number, Ending.FAILED
    return number, Ending.SUCCEEDED


def _step(world: World, action: Action, number: int) -> Course[tuple[bool, int]]:
    """Fetch the content of a step, then run it; whether it is done, and the number of the last moment."""
    if action.step.network_path is True and world.place is Place.INTERNET:
        why = "its source is a network path"
        return False, (yield StepFailed(number, because.NETWORK_PATH, action, why))
    if action.step.kind is StepKind.UPGRADE_OPERATING_SYSTEM and action.step.network_path is MISSING:
        world.assume(f"the step '{action.name}' takes its source from a package")
    for package in action.packages:
        here, number = yield from fetch(world, action, package, number, because.CONTENT_BEFORE_ITS_STEP)
        if not here:
            why = f"'{package}' cannot be downloaded"
            return False, (yield StepFailed(number, because.STEP_FAILS, action, why))
    number = yield StepStarted(number, because.STEP_RUNS, action)
    return True, (yield StepDone(number, because.STEP_RUNS, action))


def _skipped(world: World, action: Action) -> str | None:
    """Why a step is skipped, in words; None if it runs, which is assumed where that is unknown."""
    answer = met(action.step, world.situation.client)
    if answer is None:
        world.assume(f"the conditions of the step '{action.name}' let it run")
    if answer is not False:
        return None
    return why_not(action.step, world.situation.client)
