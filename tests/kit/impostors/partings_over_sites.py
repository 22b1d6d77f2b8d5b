"""Where impostors part from the documents over releases, sequences, gateways and content. Written by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from dod_model.assessment import Outcome
from dod_model.kit.arranging.distributing import NEW_SOURCES, SourceName, all_held_only, with_source, with_state
from dod_model.kit.arranging.sequences import each_step
from dod_model.kit.dials import Turn
from dod_model.kit.dials.dial import on_site
from dod_model.kit.healthy import CLIENT, SEQUENCE
from dod_model.releases import Build
from dod_model.site import Comparison, Condition, ConditionSubject, Site, SourceState, Step, TaskSequence, with_fields
from tests.kit.impostors.telling_apart import (
    BOOT_IMAGE,
    ON_A_POINT,
    SCRIPT,
    TOKEN,
    Parting,
    Said,
    at,
    client,
    dial,
    download_all,
    left_open,
    refused,
    runs,
    runs_later,
    site,
)

OVER_THE_INTERNET = "task-sequence-over-the-internet-available"
ON_DEMAND = "download-on-demand-available"
DEFECT = "no-defect-of-2002"
IN_THE_CLOUD = "content-in-the-cloud"
SERVES = "gateway-serves-content"
FUTURE = "cloud-distribution-point-has-a-future"


def with_build(number: int) -> Turn:
    """Of the client only the build is known."""
    return on_site(lambda known: known.changed("clients", CLIENT, release=Build(number)))


def drivers_of_another_model(state: Site) -> Site:
    condition = Condition(subject=ConditionSubject.MODEL, comparison=Comparison.EQUALS, value="Surface Pro")

    def change(step: Step) -> Step:
        return with_fields(step, conditions=(condition,)) if step.name == "Stage drivers" else step

    steps = cast("tuple[Step, ...]", cast(TaskSequence, state.named("task_sequences", SEQUENCE)).steps)
    return state.changed("task_sequences", SEQUENCE, steps=each_step(steps, change))


def second_gateway_stopped(state: Site) -> Site:
    more = with_source(state, NEW_SOURCES["a gateway"], "CMG-WEST")
    return with_state(more, SourceName("gateways", "CMG-WEST"), SourceState.STOPPED)


def only_in_the_office(state: Site) -> Site:
    return all_held_only(state, SourceName("distribution_points", "DP01"))


DRIVERS_NOWHERE = dial("all content is", "on the gateway, but the drivers nowhere")
CONTENT_OFF = dial("Allow CMG to function", "off")

PARTINGS: Mapping[str, Parting] = {
    # releases
    "on-demand-in-1906": Parting((at("1906"),), refused(ON_DEMAND), runs()),
    "on-demand-from-2002": Parting((), runs(), refused(ON_DEMAND)),
    "on-demand-in-tp-1910": Parting((at("TP 1909"),), runs(), refused(ON_DEMAND)),
    "previews-numbered-like-current-branch": Parting((at("TP 2002"), TOKEN), runs(), refused(DEFECT)),
    "client-release-ignored": Parting((client("1906"),), refused(ON_DEMAND), runs()),
    "site-release-ignored": Parting((site("1906"),), refused(ON_DEMAND), runs()),
    "client-must-equal-site": Parting((site("2006"),), runs(), refused(OVER_THE_INTERNET, ON_DEMAND)),
    "upgrades-run-at-any-release": Parting(
        (at("1710"), ON_A_POINT, download_all), refused(OVER_THE_INTERNET), runs_later()
    ),
    "unlisted-build-is-oldest": Parting(
        (with_build(9140),), left_open(OVER_THE_INTERNET, ON_DEMAND), refused(OVER_THE_INTERNET, ON_DEMAND)
    ),
    "unlisted-build-is-the-release-before": Parting(
        (with_build(9140),), left_open(OVER_THE_INTERNET, ON_DEMAND), runs()
    ),
    # the defects of 2002
    "defects-of-2002-forgotten": Parting((at("2002"), TOKEN), refused(DEFECT), runs()),
    "defects-of-2002-unfixed": Parting((at("2006"), TOKEN), runs(), refused(DEFECT)),
    "bulk-token-harmless": Parting((at("2002"), TOKEN), refused(DEFECT), runs()),
    "http-management-point-harmless": Parting((at("2002"), dial("HTTPS", "off")), refused(DEFECT), runs()),
    "enhanced-http-alone-strikes": Parting((at("2002"),), runs(), refused(DEFECT)),
    # sequences
    "boot-image-sequences-run": Parting((SCRIPT, BOOT_IMAGE), refused("upgrade-task-sequence"), runs()),
    "scripts-refused": Parting((SCRIPT,), runs(), refused("upgrade-task-sequence")),
    "disabled-sequence-only-advises": Parting(
        (dial("Enabled", "No"),), refused("task-sequence-enabled"), runs("task-sequence-enabled")
    ),
    "disabled-child-overlooked": Parting(
        (dial("a child task sequence", "is disabled"),), refused("child-task-sequences-enabled"), runs()
    ),
    "content-of-children-overlooked": Parting(
        (dial("a child task sequence", "refers to a package that no source holds"),), refused(IN_THE_CLOUD), runs()
    ),
    "conditions-spare-content": Parting(
        (DRIVERS_NOWHERE, on_site(drivers_of_another_model)), refused(IN_THE_CLOUD), runs()
    ),
    "intranet-like-internet": Parting((dial("the client is on", "intranet"),), Said(Outcome.NOT_COVERED), runs()),
    # gateways
    "stopped-gateway-counts": Parting(
        (ON_A_POINT, dial("the gateway", "is stopped")), refused("gateway-set-up"), runs()
    ),
    "every-gateway-must-run": Parting((on_site(second_gateway_stopped),), runs(), refused("gateway-set-up")),
    "cloud-point-replaces-gateway": Parting(
        (ON_A_POINT, dial("the gateway", "does not exist")), refused("gateway-set-up"), runs()
    ),
    "content-setting-not-asked": Parting((CONTENT_OFF,), refused(SERVES), runs()),
    "content-gate-of-1806-forgotten": Parting((at("1802"), download_all), refused(SERVES), runs_later()),
    "every-gateway-must-serve-content": Parting((ON_A_POINT, CONTENT_OFF), runs(), refused(SERVES)),
    # content
    "any-package-suffices": Parting((DRIVERS_NOWHERE,), refused(IN_THE_CLOUD), runs()),
    "one-source-holds-all": Parting(
        (dial("all content is", "split over the gateway and a cloud distribution point"),),
        runs(),
        refused(IN_THE_CLOUD),
    ),
    "internet-facing-point-counts": Parting(
        (dial("all content is", "on an internet-facing distribution point only"),), refused(IN_THE_CLOUD), runs()
    ),
    "on-premises-point-counts": Parting((on_site(only_in_the_office),), refused(IN_THE_CLOUD), runs()),
    "outdated-content-counts": Parting(
        (dial("all content is", "on the gateway, the drivers outdated"),), refused(IN_THE_CLOUD), runs()
    ),
    "distributing-content-counts": Parting(
        (dial("all content is", "on the gateway, the drivers still distributing"),), refused(IN_THE_CLOUD), runs()
    ),
    "stopped-source-blocks": Parting(
        (ON_A_POINT, dial("cloud distribution points", "are stopped")),
        runs("content-on-a-running-source"),
        refused("content-on-a-running-source"),
    ),
    "gateways-hold-nothing-before-1910": Parting((at("1806"), download_all), runs_later(), refused(IN_THE_CLOUD)),
    "cloud-points-hold-nothing-from-2107": Parting(
        (at("2107"), ON_A_POINT), runs(FUTURE), refused(FUTURE, IN_THE_CLOUD)
    ),
}
"""By the id of the impostor."""
