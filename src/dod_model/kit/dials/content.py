"""Dials of gateways, distribution points and what they hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import cast

from pydantic import MISSING

from dod_model.kit.arranging.distributing import (
    HELD,
    NEW_SOURCES,
    SOURCE_KINDS,
    SourceName,
    held,
    held_only,
    with_source,
    with_state,
)
from dod_model.kit.arranging.withholding import UNKNOWNS
from dod_model.kit.dials.dial import UNKNOWN, dial, of_label, on_site
from dod_model.kit.healthy import DRIVERS, GATEWAY, WINDOWS
from dod_model.site import CloudDistributionPoint, Site, SourceState, with_fields

POINT = "CDP-EAST"
IN_THE_OFFICE = "DP-DMZ"
_GATEWAY = SourceName("gateways", GATEWAY)
_POINT = SourceName("cloud_distribution_points", POINT)
_OFFICE = SourceName("distribution_points", IN_THE_OFFICE)


def _on_gateway(site: Site) -> tuple[str, ...]:
    """The packages on the gateway; what a child refers to may be on no source."""
    content = site.named("gateways", GATEWAY).content
    return tuple(one.package for one in content)


def _with_point(site: Site) -> Site:
    """A cloud distribution point beside the gateway, which holds the same."""
    packages = _on_gateway(site)
    site = with_source(site, NEW_SOURCES["a cloud distribution point"], POINT)
    return _each(site, packages, lambda site, package: held(site, _POINT, package, HELD["installed"]))


def _moved(site: Site, target: SourceName) -> Site:
    """The packages of the gateway on another source, and on no other."""
    return _each(site, _on_gateway(site), lambda site, package: held_only(site, target, package))


def _each(site: Site, packages: Iterable[str], change: Callable[[Site, str], Site]) -> Site:
    for package in packages:
        site = change(site, package)
    return site


def _only_on_point(site: Site) -> Site:
    return _moved(_with_point(site), _POINT)


def _split(site: Site) -> Site:
    return held_only(held_only(_with_point(site), _GATEWAY, WINDOWS), _POINT, DRIVERS)


def _only_in_the_office(site: Site) -> Site:
    return _moved(with_source(site, NEW_SOURCES["an internet-facing distribution point"], IN_THE_OFFICE), _OFFICE)


def _drivers(how: str) -> partial[Site]:
    return partial(held, source=_GATEWAY, package=DRIVERS, how=HELD[how])


CONTENT = dial(
    "all content is",
    "on the gateway",
    {
        "on a cloud distribution point": on_site(_only_on_point),
        "on the gateway and on a cloud distribution point": on_site(_with_point),
        "split over the gateway and a cloud distribution point": on_site(_split),
        "on an internet-facing distribution point only": on_site(_only_in_the_office),
        "on the gateway, but the drivers nowhere": on_site(_drivers("missing")),
        "on the gateway, the drivers outdated": on_site(_drivers("outdated")),
        "on the gateway, the drivers still distributing": on_site(_drivers("still distributing")),
        UNKNOWN: on_site(UNKNOWNS["what is on the gateway"]),
    },
)


def _gateway_in(site: Site, state: SourceState | MISSING) -> Site:
    return with_state(site, _GATEWAY, state)


GATEWAYS = dial(
    "the gateway",
    "runs",
    {
        "is stopped": on_site(_gateway_in, SourceState.STOPPED),
        "may run or not": on_site(_gateway_in, MISSING),
        "does not exist": on_site(partial(with_fields, gateways=())),
        UNKNOWN: on_site(UNKNOWNS["which gateways there are"]),
    },
)


def _points_in(site: Site, state: SourceState | MISSING) -> Site:
    """Every cloud distribution point in this state; nothing where there is none."""
    for one in cast("tuple[CloudDistributionPoint, ...]", site.cloud_distribution_points):
        site = with_state(site, SourceName(SOURCE_KINDS["cloud distribution point"], one.name), state)
    return site


POINTS = dial(
    "cloud distribution points",
    "run",
    {
        "are stopped": on_site(_points_in, SourceState.STOPPED),
        "may run or not": on_site(_points_in, MISSING),
        UNKNOWN: on_site(UNKNOWNS["which cloud distribution points there are"]),
    },
)

_SERVES = "Allow CMG to function as a cloud distribution point and serve content from Azure storage"
OF_CONTENT = (
    CONTENT,
    of_label(_SERVES),
    POINTS,
    of_label("HTTPS"),
    of_label("Allow Configuration Manager cloud management gateway traffic"),
    of_label("Use Configuration Manager-generated certificates for HTTP site systems"),
)
"""In the order in which they are turned."""
