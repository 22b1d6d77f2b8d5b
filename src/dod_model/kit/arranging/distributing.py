"""Moving content between sources, and adding sources, on a site."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import cast

from pydantic import MISSING

from dod_model.kit.healthy import installed
from dod_model.site import (
    CloudDistributionPoint,
    CloudManagementGateway,
    Content,
    ContentState,
    DistributionPoint,
    Kind,
    Package,
    Site,
    SourceState,
    with_fields,
)

AnySource = CloudManagementGateway | CloudDistributionPoint | DistributionPoint
SOURCE_KINDS: dict[str, Kind] = {
    "gateway": "gateways",
    "cloud distribution point": "cloud_distribution_points",
    "distribution point": "distribution_points",
}
NEW_SOURCES: dict[str, Callable[[str], AnySource]] = {
    "a gateway": lambda name: CloudManagementGateway(
        name=name, state=SourceState.RUNNING, serves_content=True, content=()
    ),
    "a cloud distribution point": lambda name: CloudDistributionPoint(name=name, state=SourceState.RUNNING, content=()),
    "a distribution point": lambda name: DistributionPoint(name=name, internet_facing=False, content=()),
    "an internet-facing distribution point": lambda name: DistributionPoint(
        name=name, internet_facing=True, content=()
    ),
}
"""A new source, in order and empty, of each kind."""


@dataclass(frozen=True, slots=True)
class SourceName:
    """A source, by its kind and name."""

    kind: Kind
    name: str


Held = Callable[[str, int], "Content | None"]
"""How a package is held: made of its name and current version; None for not at all."""

HELD: dict[str, Held] = {
    "installed": installed,
    "outdated": lambda name, version: installed(name, version - 1),
    "still distributing": lambda name, version: _in_state(ContentState.DISTRIBUTING, name, version),
    "failed": lambda name, version: _in_state(ContentState.FAILED, name, version),
    "being removed": lambda name, version: _in_state(ContentState.REMOVING, name, version),
    "in an unknown state": lambda name, version: Content(package=name, version=version),
    "of an unknown version": lambda name, _: Content(package=name, state=ContentState.INSTALLED),
    "missing": lambda _name, _version: None,
}


def _in_state(state: ContentState, name: str, version: int) -> Content:
    return Content(package=name, state=state, version=version)


def held(site: Site, source: SourceName, package: str, how: Held) -> Site:
    """The site with a package held in this way by one source; other sources stay as they are."""
    version: int = site.named("packages", package).version
    target = site.named(source.kind, source.name)
    entry = how(package, version)
    others = tuple(one for one in target.content if one.package != package)
    return site.changed(source.kind, source.name, content=others if entry is None else (*others, entry))


def held_nowhere(site: Site, package: str) -> Site:
    """The site without the package on any source."""
    for kind in SOURCE_KINDS.values():
        for source in getattr(site, kind):
            site = held(site, SourceName(kind, source.name), package, HELD["missing"])
    return site


def held_only(site: Site, source: SourceName, package: str) -> Site:
    """The site with the package installed on this source and on no other."""
    return held(held_nowhere(site, package), source, package, installed)


def all_held_only(site: Site, source: SourceName) -> Site:
    """The site with every package on this source and on no other."""
    for package in cast("tuple[Package, ...]", site.packages):
        site = held_only(site, source, package.name)
    return site


def with_source(site: Site, make: Callable[[str], AnySource], name: str) -> Site:
    """The site with one more source."""
    new = make(name)
    kind: Kind = (
        "gateways"
        if isinstance(new, CloudManagementGateway)
        else "cloud_distribution_points"
        if isinstance(new, CloudDistributionPoint)
        else "distribution_points"
    )
    return site.added(kind, new)


def with_full_source(site: Site, make: Callable[[str], AnySource], name: str, code: str) -> Site:
    """The site with one more source that belongs to a primary site and holds all content."""
    new = with_fields(make(name), site_code=code, content=tuple(_newest(site)))
    return with_source(site, lambda _: new, name)


def _newest(site: Site) -> Iterator[Content]:
    """Every package, installed in its current version."""
    for package in cast("tuple[Package, ...]", site.packages):
        yield installed(package.name, cast(int, package.version))


def with_state(site: Site, source: SourceName, state: SourceState | MISSING) -> Site:
    """The site with a source running, stopped or in an unknown state."""
    return site.changed(source.kind, source.name, state=state)
