"""Dials of the task sequence, its children and its steps."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from pydantic import MISSING

from dod_model.kit.arranging.distributing import held_nowhere
from dod_model.kit.arranging.sequences import each_step, with_child, without_download_step
from dod_model.kit.arranging.withholding import UNKNOWNS
from dod_model.kit.dials.dial import UNKNOWN, dial, of_label, on_site
from dod_model.kit.healthy import SEQUENCE, WINDOWS
from dod_model.site import Package, Site, Step, StepKind, with_fields

CHILD, CHILDS_PACKAGE = "Install applications", "Office"


def _upgrade(site: Site, upgrade: bool | MISSING) -> Site:
    """An upgrade sequence has an upgrade step; one that is none has another step in its place."""
    if upgrade is False:
        site = _each(site, lambda step: _as_other(step, StepKind.UPGRADE_OPERATING_SYSTEM))
    return site.changed("task_sequences", SEQUENCE, upgrade=upgrade)


def _as_other(step: Step, kind: StepKind) -> Step:
    return with_fields(step, kind=StepKind.OTHER) if step.kind is kind else step


def _each(site: Site, change: Callable[[Step], Step]) -> Site:
    steps = site.named("task_sequences", SEQUENCE).steps
    return site.changed("task_sequences", SEQUENCE, steps=each_step(steps, change))


def _network_path(site: Site, value: bool | MISSING) -> Site:
    def change(step: Step) -> Step:
        return with_fields(step, network_path=value) if step.packages == (WINDOWS,) else step

    return _each(site, change)


def _child(site: Site, enabled: bool | MISSING) -> Site:
    return with_child(site, CHILD, CHILDS_PACKAGE).changed("task_sequences", CHILD, enabled=enabled)


def _child_without_content(site: Site) -> Site:
    return held_nowhere(with_child(site, CHILD, CHILDS_PACKAGE), CHILDS_PACKAGE)


def _share(site: Site, value: bool) -> Site:
    packages = cast("tuple[Package, ...]", site.packages)
    return with_fields(site, packages=tuple(with_fields(one, package_share=value) for one in packages))


OF_SEQUENCE = (
    dial("it is an upgrade", "Yes", {"No": on_site(_upgrade, False), UNKNOWN: on_site(_upgrade, MISSING)}),
    of_label("Use a boot image"),
    of_label("Enabled"),
    of_label("Run another program first"),
    dial("a step Download Package Content", "is there", {"is not there": on_site(without_download_step)}),
    dial(
        "the upgrade's source is a network path",
        "No",
        {"Yes": on_site(_network_path, True), UNKNOWN: on_site(_network_path, MISSING)},
    ),
    dial(
        "a child task sequence",
        "is not run",
        {
            "is enabled": on_site(_child, True),
            "is disabled": on_site(_child, False),
            "is enabled or not": on_site(_child, MISSING),
            "refers to a package that no source holds": on_site(_child_without_content),
        },
    ),
    dial("all packages are on a share", UNKNOWN, {"Yes": on_site(_share, True), "No": on_site(_share, False)}),
)
"""In the order in which they are turned."""

STEPS = dial("the steps are", "described", {UNKNOWN: on_site(UNKNOWNS["which steps the task sequence has"])})
"""Turned after all dials that look at steps."""
