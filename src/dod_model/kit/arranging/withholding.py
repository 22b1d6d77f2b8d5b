"""What a scenario may leave unknown beside single settings."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from pydantic import MISSING

from dod_model.kit.arranging.labels import with_settings
from dod_model.kit.arranging.sequences import each_step
from dod_model.kit.healthy import CLIENT, COLLECTION, DRIVERS, GATEWAY, SEQUENCE
from dod_model.site import Kind, Package, Site, with_fields

Withhold = Callable[[Site], Site]


def _list(kind: Kind) -> Withhold:
    return lambda site: with_fields(site, **{kind: MISSING})


def _field(kind: Kind, name: str, field: str) -> Withhold:
    return lambda site: site.changed(kind, name, **{field: MISSING})


def _step_field(name: str, field: str) -> Withhold:
    def withhold(site: Site) -> Site:
        steps = each_step(
            site.named("task_sequences", SEQUENCE).steps,
            lambda step: with_fields(step, **{field: MISSING}) if step.name == name else step,
        )
        return site.changed("task_sequences", SEQUENCE, steps=steps)

    return withhold


def _sizes(site: Site) -> Site:
    packages = cast("tuple[Package, ...]", site.packages)
    return with_fields(site, packages=tuple(with_fields(package, size=MISSING) for package in packages))


UNKNOWNS: dict[str, Withhold] = {
    "which release the site has": lambda site: with_fields(site, release=MISSING),
    "which release the client has": _field("clients", CLIENT, "release"),
    "how the client was registered": _field("clients", CLIENT, "registration"),
    "whether the client's connection is metered": _field("clients", CLIENT, "metered"),
    "of which model the client is": _field("clients", CLIENT, "model"),
    "who is a member of the collection": _field("collections", COLLECTION, "members"),
    "which management points there are": _list("management_points"),
    "which gateways there are": _list("gateways"),
    "to which site the gateway belongs": _field("gateways", GATEWAY, "site_code"),
    "what is on the gateway": _field("gateways", GATEWAY, "content"),
    "which cloud distribution points there are": _list("cloud_distribution_points"),
    "which packages there are": _list("packages"),
    "which version of the drivers is current": _field("packages", DRIVERS, "version"),
    "how large the packages are": _sizes,
    "which task sequences there are": _list("task_sequences"),
    "whether the task sequence is an upgrade": _field("task_sequences", SEQUENCE, "upgrade"),
    "how large the policy is": _field("task_sequences", SEQUENCE, "policy_size"),
    "which steps the task sequence has": _field("task_sequences", SEQUENCE, "steps"),
    "which packages the drivers' step refers to": _step_field("Stage drivers", "packages"),
    "which conditions the drivers' step has": _step_field("Stage drivers", "conditions"),
    "whether the upgrade step takes its source from a network path": _step_field(
        "Upgrade Operating System", "network_path"
    ),
    "which client settings there are": lambda site: with_fields(site, client_settings=MISSING),
    "which default client settings there are": lambda site: with_settings(site, default=MISSING),
    "which custom client settings there are": lambda site: with_settings(site, custom=MISSING),
}
"""Each takes something out of the description, which makes it unknown."""
