"""Exchanging what the deployed task sequence is and does, on a site."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import cast

from pydantic import MISSING

from dod_model.kit.arranging.distributing import SourceName, held_only
from dod_model.kit.healthy import CLIENT, COLLECTION, DEPLOYMENT, GATEWAY, SEQUENCE
from dod_model.site import Client, Deployment, Package, Site, Step, StepKind, TaskSequence, with_fields

BOOT_IMAGE = "Boot image (x64)"


@dataclass(frozen=True, slots=True)
class SequenceKind:
    """What a task sequence is: whether it upgrades an operating system, and the boot image that it names."""

    upgrade: bool
    boot_image: str | None


SEQUENCE_KINDS = {
    "an upgrade": SequenceKind(True, None),
    "an upgrade with a boot image": SequenceKind(True, BOOT_IMAGE),
    "a script sequence": SequenceKind(False, None),
    "an imaging sequence": SequenceKind(False, BOOT_IMAGE),
}
"""A script sequence is no upgrade and names no boot image; an imaging sequence is none and names one."""


def of_kind(site: Site, kind: SequenceKind) -> Site:
    """The site with the task sequence turned into one of this kind."""
    wanted = StepKind.UPGRADE_OPERATING_SYSTEM if kind.upgrade else StepKind.OTHER
    site = _with_steps(
        site, lambda step: step if step.name != "Upgrade Operating System" else with_fields(step, kind=wanted)
    )
    return site.changed("task_sequences", SEQUENCE, upgrade=kind.upgrade, boot_image=kind.boot_image)


def without_download_step(site: Site) -> Site:
    """The site with no step Download Package Content: the drivers belong to another step."""
    return _with_steps(
        site, lambda step: with_fields(step, kind=StepKind.OTHER) if step.name == "Stage drivers" else step
    )


def without_packages(site: Site) -> Site:
    """The site with a task sequence whose steps refer to no package."""
    return _with_steps(site, lambda step: with_fields(step, packages=()))


def with_network_path(site: Site) -> Site:
    """The site with an upgrade step that takes its source from a network path."""
    return _with_steps(
        site,
        lambda step: with_fields(step, network_path=True) if step.kind is StepKind.UPGRADE_OPERATING_SYSTEM else step,
    )


def _with_steps(site: Site, change: Callable[[Step], Step]) -> Site:
    return site.changed(
        "task_sequences", SEQUENCE, steps=each_step(site.named("task_sequences", SEQUENCE).steps, change)
    )


def each_step(steps: Iterable[Step], change: Callable[[Step], Step]) -> tuple[Step, ...]:
    """The steps, each of them changed, also those inside groups; groups stay what they are."""
    return tuple(change(step) if step.kind is not StepKind.GROUP else _inside(step, change) for step in steps)


def _inside(group: Step, change: Callable[[Step], Step]) -> Step:
    return group if group.steps is MISSING else with_fields(group, steps=each_step(group.steps, change))


def with_child(site: Site, name: str, package: str, parent: str = SEQUENCE) -> Site:
    """The site with a child task sequence that refers to one new package, which is on the gateway."""
    site = site.added("packages", Package(name=package, version=1, size=2**20))
    site = held_only(site, SourceName("gateways", GATEWAY), package)
    step = Step(name=f"Install {package}", kind=StepKind.OTHER, packages=(package,), conditions=())
    site = site.added(
        "task_sequences", TaskSequence(name=name, upgrade=False, boot_image=None, enabled=True, steps=(step,))
    )
    run = Step(name=f"Run {name}", kind=StepKind.RUN_TASK_SEQUENCE, task_sequence=name, conditions=())
    return site.changed("task_sequences", parent, steps=(*site.named("task_sequences", parent).steps, run))


def with_other_deployment(site: Site, name: str) -> Site:
    """The site with a second deployment of the same task sequence to the same collection."""
    return site.added("deployments", with_fields(cast(Deployment, site.named("deployments", DEPLOYMENT)), name=name))


def with_other_client(site: Site, name: str) -> Site:
    """The site with a second device in the collection, like the first."""
    site = site.added("clients", with_fields(cast(Client, site.named("clients", CLIENT)), name=name))
    members = (*site.named("collections", COLLECTION).members, name)
    return site.changed("collections", COLLECTION, members=members)
