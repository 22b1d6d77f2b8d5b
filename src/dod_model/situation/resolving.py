"""Site and attempt -> the objects that the attempt is about."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeVar

from pydantic import MISSING

from dod_model.attempt import Attempt
from dod_model.errors import InputError, Problem
from dod_model.releases import Build, Release
from dod_model.site import (
    Client,
    CloudDistributionPoint,
    CloudManagementGateway,
    Content,
    Deployment,
    DistributionPoint,
    Package,
    Site,
    Step,
    StepKind,
    TaskSequence,
    every_step,
    flattened,
)
from dod_model.site.consistency import nearest

Value = TypeVar("Value")
Source = CloudManagementGateway | CloudDistributionPoint | DistributionPoint


@dataclass(frozen=True, slots=True)
class Situation:
    """What an attempt is about.

    Attributes:
        site: the whole site.
        attempt: the attempt.
        deployment: the deployment that is started.
        client: the client that starts it.
        sequence: the deployed task sequence; None if the description does not hold it.
        children: its child task sequences, at any depth.
        steps: all steps, those of children and inside groups included; groups themselves are not.
        packages: the packages that the steps refer to, each once; None for one that is not described.
        complete: whether nothing is left out of steps, children and packages.
        whereabouts: what was found out of packages on cloud sources, by package; filled on demand.
    """

    site: Site
    attempt: Attempt
    deployment: Deployment
    client: Client
    sequence: TaskSequence | None
    children: tuple[TaskSequence, ...]
    steps: tuple[Step, ...]
    packages: dict[str, Package | None]
    complete: bool
    whereabouts: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    _content: dict[int, tuple[Source, dict[str, Content] | None]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def content_of(self, source: Source) -> dict[str, Content] | None:
        """What a source holds, by package; None if that is not described."""
        # Kept with the source, so that no other object takes its identity while this one lives.
        if id(source) not in self._content:
            content = given(source.content)
            by_package = None if content is None else {entry.package: entry for entry in reversed(content)}
            self._content[id(source)] = source, by_package
        return self._content[id(source)][1]


def given(value: Value | MISSING) -> Value | None:
    """The value, or None where the field was left out."""
    return None if value is MISSING else value


def release_of(version: Release | Build | MISSING) -> Release | None:
    """The release that a description names, or whose build it names; None for unknown."""
    if version is MISSING:
        return None
    return version.release if isinstance(version, Build) else version


def resolve(site: Site, attempt: Attempt) -> Situation:
    """Find the objects of an attempt.

    Raises:
        InputError: the deployment or the client does not exist, or the client is no member of the collection.
    """
    deployment = _named(given(site.deployments), attempt.deployment, "deployments")
    client = _named(given(site.clients), attempt.client, "clients")
    if membership(site, client.name, deployment.collection) is False:
        message = f"the client '{client.name}' is no member of '{deployment.collection}', to which it is deployed"
        raise InputError(Problem("not-a-member", message, f"deployments: {deployment.name}"))
    known = {sequence.name: sequence for sequence in given(site.task_sequences) or ()}
    sequence = known.get(deployment.task_sequence)
    reached, complete = _closure(known, deployment.task_sequence)
    steps = tuple(step for one in reached for step in flattened(given(one.steps) or ()))
    described = {package.name: package for package in given(site.packages) or ()}
    names = dict.fromkeys(name for step in steps for name in given(step.packages) or ())
    return Situation(
        site=site,
        attempt=attempt,
        deployment=deployment,
        client=client,
        sequence=sequence,
        children=tuple(reached[1:]),
        steps=steps,
        packages={name: described.get(name) for name in names},
        complete=complete and all(_refers_completely(step) for step in steps),
    )


def steps_described(sequence: TaskSequence) -> bool:
    """Whether the steps of a task sequence and of its groups are described; those of children are not asked."""
    steps = given(sequence.steps)
    if steps is None:
        return False
    return not any(step.kind is StepKind.GROUP and step.steps is MISSING for step in every_step(steps))


def membership(site: Site, client: str, collection: str) -> bool | None:
    """Whether a client is a member of a collection; None for unknown."""
    for candidate in given(site.collections) or ():
        if candidate.name == collection:
            return None if candidate.members is MISSING else client in candidate.members
    return None


def _named(objects: tuple[Value, ...] | None, name: str, kind: str) -> Value:
    found = {getattr(item, "name"): item for item in objects or ()}  # noqa: B009 - the type variable has no attribute
    if name not in found:
        problem = Problem("unknown-name", f"there is no '{name}' in {kind}", kind, nearest(name, set(found)))
        raise InputError(problem)
    return found[name]


def _closure(known: dict[str, TaskSequence], start: str) -> tuple[list[TaskSequence], bool]:
    """The sequence and its children, each once, in order of their steps; and whether all are described."""
    reached: dict[str, TaskSequence] = {}
    complete = True
    pending = [start]
    while pending:
        name = pending.pop()
        if name in reached:
            continue
        if name not in known or not steps_described(known[name]):
            complete = False
        if name in known:
            reached[name] = known[name]
            steps = flattened(given(known[name].steps) or ())
            children = [step.task_sequence for step in steps if step.task_sequence is not MISSING]
            pending.extend(reversed(children))
    return list(reached.values()), complete


def _refers_completely(step: Step) -> bool:
    """Whether the description says everything that the step refers to."""
    if step.kind is StepKind.RUN_TASK_SEQUENCE:
        return step.task_sequence is not MISSING
    return step.packages is not MISSING
