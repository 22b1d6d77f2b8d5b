"""One change: one action on one object, and what it makes of site and attempt."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeVar

from pydantic import MISSING

from dod_model.attempt import Attempt, Start
from dod_model.facts import Facts
from dod_model.plan.delivering import Destination, delivered
from dod_model.releases import Release
from dod_model.requirements import remedies
from dod_model.requirements.asking import certainly_or_perhaps
from dod_model.requirements.remedies import Remedy
from dod_model.site import (
    AvailableTo,
    CloudDistributionPoint,
    CloudManagementGateway,
    ContentState,
    DeploymentOption,
    InstallPermissions,
    Registration,
    Site,
    SourceState,
    with_fields,
)
from dod_model.site.described import Described
from dod_model.situation.settings import DEFAULT

World = tuple[Site, Attempt]
NEW_GATEWAY = "new gateway"
NEW_CLOUD_DP = "new cloud distribution point"
Part = TypeVar("Part", bound=Described)


@dataclass(frozen=True, slots=True)
class Change:
    """One action on one object.

    Attributes:
        remedy: the kind of action, with its place in the console and its cmdlet.
        text: the action on this object, as an order.
        slot: what it sets; of two changes with the same slot the later one replaces the earlier.
        target: the object that it changes: the list of the site and the name.
        apply: what it makes of site and attempt.
        touches: other deployments and clients that it has an effect on.
        destination: the source that a package goes to; None where none does.
    """

    remedy: Remedy
    text: str
    slot: tuple[str, ...]
    target: tuple[str, str]
    apply: Callable[[World], World]
    touches: tuple[str, ...] = ()
    destination: Destination | None = None

    def applied(self, site: Site, attempt: Attempt) -> World:
        """Site and attempt after the change."""
        return self.apply((site, attempt))

    def cmdlet_on(self, facts: Facts) -> str:
        """The cmdlet; empty if there is none, or if the site's release certainly does not have it."""
        needs = self.remedy.cmdlet_needs
        if needs is None or certainly_or_perhaps(lambda known: known.site_can(needs), facts):
            return self.remedy.cmdlet
        return ""


def _on_site(change: Callable[[Site], Site]) -> Callable[[World], World]:
    return lambda world: (change(world[0]), world[1])


def update_site(release: Release) -> Change:
    """Update the site to at least a release."""
    return Change(
        remedies.UPDATE_SITE,
        f"Update the site to at least {release}",
        ("site-release",),
        ("site", ""),
        _on_site(lambda site: with_fields(site, release=release)),
    )


def upgrade_client(client: str, release: Release) -> Change:
    """Upgrade a client to at least a release."""
    return Change(
        remedies.UPGRADE_CLIENT,
        f"Upgrade the client of '{client}' to at least {release}",
        ("client-release", client),
        ("clients", client),
        _on_site(lambda site: site.changed("clients", client, release=release)),
    )


def enable_sequence(name: str) -> Change:
    """Enable a task sequence."""
    return Change(
        remedies.ENABLE_SEQUENCE,
        f"Enable the task sequence '{name}'",
        ("enabled", name),
        ("task_sequences", name),
        _on_site(lambda site: site.changed("task_sequences", name, enabled=True)),
    )


def clear_boot_image(name: str) -> Change:
    """Take the boot image from a task sequence."""
    return Change(
        remedies.CLEAR_BOOT_IMAGE,
        f"Clear **Use a boot image** on the task sequence '{name}'",
        ("boot-image", name),
        ("task_sequences", name),
        _on_site(lambda site: site.changed("task_sequences", name, boot_image=None)),
    )


def create_gateway() -> Change:
    """Create a gateway; a new one is content-enabled (F036)."""
    new = CloudManagementGateway(name=NEW_GATEWAY, state=SourceState.RUNNING, serves_content=True, content=())
    return Change(
        remedies.CREATE_GATEWAY,
        "Create a cloud management gateway",
        ("create-gateway",),
        ("gateways", NEW_GATEWAY),
        _on_site(lambda site: site.added("gateways", new)),
    )


def start_gateway(name: str) -> Change:
    """Start a stopped gateway."""
    return Change(
        remedies.START_GATEWAY,
        f"Start the gateway '{name}'",
        ("start-gateway", name),
        ("gateways", name),
        _on_site(lambda site: site.changed("gateways", name, state=SourceState.RUNNING)),
    )


def serve_content(name: str) -> Change:
    """Make a gateway content-enabled."""
    return Change(
        remedies.SERVE_CONTENT,
        f"{remedies.SERVE_CONTENT.action} on the gateway '{name}'",
        ("serve-content", name),
        ("gateways", name),
        _on_site(lambda site: site.changed("gateways", name, serves_content=True)),
    )


def create_cloud_dp() -> Change:
    """Create a cloud distribution point."""
    new = CloudDistributionPoint(name=NEW_CLOUD_DP, state=SourceState.RUNNING, content=())
    return Change(
        remedies.CREATE_CLOUD_DP,
        "Create a cloud distribution point",
        ("create-cloud-distribution-point",),
        ("cloud_distribution_points", NEW_CLOUD_DP),
        _on_site(lambda site: site.added("cloud_distribution_points", new)),
    )


def distribute(package: str, source: CloudManagementGateway | CloudDistributionPoint) -> Change:
    """Bring a package, installed and in its current version, to a cloud source."""
    to = Destination(isinstance(source, CloudManagementGateway), source.name)
    where = f"the {to.name}" if to.name in {NEW_GATEWAY, NEW_CLOUD_DP} else f"the {to.kind} '{to.name}'"
    return Change(
        remedies.DISTRIBUTE_CONTENT,
        _delivery(package, source).format(package=package, where=where),
        ("distribute", package, to.kind, to.name),
        ("packages", package),
        _on_site(lambda site: delivered(site, [package], to)),
        destination=to,
    )


def all_applied(changes: Iterable[Change], site: Site, attempt: Attempt) -> World:
    """Site and attempt after these changes; content that goes to one source goes there at once."""
    for to, group in groupby(changes, lambda change: change.destination):
        if to is not None:
            site = delivered(site, [change.target[1] for change in group], to)
            continue
        for change in group:
            site, attempt = change.applied(site, attempt)
    return site, attempt


_DELIVERIES = {
    ContentState.INSTALLED: "Update '{package}' on {where}",
    ContentState.FAILED: "Redistribute '{package}' to {where}",
    ContentState.DISTRIBUTING: "Finish distributing '{package}' to {where}",
}
_FIRST_DELIVERY = "Distribute '{package}' to {where}"


def _delivery(package: str, source: CloudManagementGateway | CloudDistributionPoint) -> str:
    for entry in () if source.content is MISSING else source.content:
        if entry.package == package and entry.state is not MISSING:
            return _DELIVERIES.get(entry.state, _FIRST_DELIVERY)
    return _FIRST_DELIVERY


def use_https(name: str) -> Change:
    """Set a management point to HTTPS."""
    return Change(
        remedies.USE_HTTPS,
        f"Set the management point '{name}' to HTTPS",
        ("https", name),
        ("management_points", name),
        _on_site(lambda site: site.changed("management_points", name, https=True)),
    )


def register_otherwise(client: str) -> Change:
    """Register a client in another way than with a bulk token."""
    return Change(
        remedies.REGISTER_OTHERWISE,
        f"Register the client '{client}' other than with a bulk registration token",
        ("registration", client),
        ("clients", client),
        _on_site(lambda site: site.changed("clients", client, registration=Registration.CERTIFICATE)),
    )


def set_client_setting(remedy: Remedy, settings: str, group: str, setting: str, value: object) -> Change:
    """Set one value in one client settings object."""

    def change(site: Site) -> Site:
        everything = site.client_settings
        if everything is MISSING:
            return site
        if settings == DEFAULT and everything.default is not MISSING:
            default = _with_setting(everything.default, group, setting, value)
            return with_fields(site, client_settings=with_fields(everything, default=default))
        custom = tuple(
            _with_setting(one, group, setting, value) if one.name == settings else one
            for one in (() if everything.custom is MISSING else everything.custom)
        )
        return with_fields(site, client_settings=with_fields(everything, custom=custom))

    text = f"{remedy.action} in '{settings}'"
    return Change(remedy, text, ("setting", settings, setting), ("client_settings", settings), _on_site(change))


def _with_setting(settings: Part, group: str, setting: str, value: object) -> Part:
    return with_fields(settings, **{group: with_fields(getattr(settings, group), **{setting: value})})


def change_deployment(remedy: Remedy, deployment: str, field: str, value: object) -> Change:
    """Set one property of a deployment."""
    return Change(
        remedy,
        f"{remedy.action} on the deployment '{deployment}'",
        ("deployment", deployment, field),
        ("deployments", deployment),
        _on_site(lambda site: site.changed("deployments", deployment, **{field: value})),
    )


def start_from_software_center() -> Change:
    """Start in another way: a change of the attempt, not of the site."""
    return Change(
        remedies.START_FROM_SOFTWARE_CENTER,
        "Start the task sequence from Software Center",
        ("start",),
        ("attempt", ""),
        lambda world: (world[0], replace(world[1], start=Start.SOFTWARE_CENTER)),
    )


DEPLOYMENT_CHANGES = {
    remedies.LET_USERS_RUN: ("independent_of_assignments", True),
    remedies.ALLOW_ON_INTERNET: ("internet", True),
    remedies.MAKE_AVAILABLE_TO_CLIENTS: ("available_to", AvailableTo.CLIENTS),
    remedies.CHOOSE_ON_DEMAND: ("option", DeploymentOption.WHEN_NEEDED),
    remedies.CHOOSE_DOWNLOAD_ALL: ("option", DeploymentOption.BEFORE_START),
}
"""The field of the deployment that a remedy sets, and its value."""

SETTING_CHANGES = {
    remedies.ALLOW_GATEWAY: ("cloud_services", "use_gateway", True),
    remedies.ALLOW_CLOUD_CONTENT: ("cloud_services", "cloud_content", True),
    remedies.PERMIT_ALL_USERS: ("computer_agent", "install_permissions", InstallPermissions.ALL_USERS),
}
"""The group and the client setting that a remedy sets, and its value."""
