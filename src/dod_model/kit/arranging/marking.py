"""What tells devices and packages apart, on a site: model, architecture, language and variables."""

from __future__ import annotations

from typing import cast

from dod_model.kit.healthy import CLIENT, SEQUENCE
from dod_model.site import MISSING, Client, Package, PackageKind, Site, Variable, with_fields

PACKAGE_KINDS: dict[str, PackageKind | MISSING] = {
    "a package": PackageKind.PACKAGE,
    "an application": PackageKind.APPLICATION,
    "an OS upgrade package": PackageKind.OS_UPGRADE_PACKAGE,
    "an OS image": PackageKind.OS_IMAGE,
    "a boot image": PackageKind.BOOT_IMAGE,
    "a driver package": PackageKind.DRIVER_PACKAGE,
    "of an unknown kind": MISSING,
}
"""What a package may be."""


def with_quality(site: Site, mark: str, value: str) -> Site:
    """The site with a client of this model, architecture or language."""
    return site.changed("clients", CLIENT, **{mark: value})


def with_variable(site: Site, name: str, value: str) -> Site:
    """The site with a client on which one task sequence variable more is set."""
    had = cast("tuple[Variable, ...]", cast(Client, site.named("clients", CLIENT)).variables)
    return site.changed("clients", CLIENT, variables=(*had, Variable(name=name, value=value)))


def with_mark(site: Site, package: str, mark: str, value: str) -> Site:
    """The site with a package that is marked for a model, architecture or language."""
    return site.changed("packages", package, **{mark: value})


def with_kind(site: Site, package: str, kind: PackageKind | MISSING) -> Site:
    """The site with a package of this kind."""
    described = cast(Package, site.named("packages", package))
    return site.replaced("packages", package, with_fields(described, kind=kind))


def with_policy_size(site: Site, size: int) -> Site:
    """The site with a task sequence whose policy is of so many bytes, children included."""
    return site.changed("task_sequences", SEQUENCE, policy_size=size)
