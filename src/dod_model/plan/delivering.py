"""Content that goes to a cloud source, however much of it at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pydantic import MISSING

from dod_model.site import CloudDistributionPoint, CloudManagementGateway, Content, ContentState, Site, with_fields


@dataclass(frozen=True, slots=True)
class Destination:
    """A cloud source by its kind and name."""

    on_gateway: bool
    name: str

    @property
    def kind(self) -> str:
        """The kind, as it is written."""
        return "gateway" if self.on_gateway else "cloud distribution point"


def delivered(site: Site, packages: Iterable[str], to: Destination) -> Site:
    """The site with these packages on a source, installed and in their current versions.

    All at once, since each new site costs as much as the source holds.
    """
    entries = _entries(site, packages)
    if to.on_gateway:
        gateway: CloudManagementGateway = site.named("gateways", to.name)
        return site.changed("gateways", to.name, content=_with_entries(gateway.content, entries))
    point: CloudDistributionPoint = site.named("cloud_distribution_points", to.name)
    return site.changed("cloud_distribution_points", to.name, content=_with_entries(point.content, entries))


def _entries(site: Site, packages: Iterable[str]) -> dict[str, Content]:
    entries = {name: Content(package=name, state=ContentState.INSTALLED) for name in packages}
    for described in () if site.packages is MISSING else site.packages:
        if described.name in entries:
            entries[described.name] = with_fields(entries[described.name], version=described.version)
    return entries


def _with_entries(content: tuple[Content, ...] | MISSING, entries: dict[str, Content]) -> tuple[Content, ...]:
    kept = () if content is MISSING else tuple(one for one in content if one.package not in entries)
    return (*kept, *entries.values())
