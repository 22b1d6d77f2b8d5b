"""Drawing packages and what holds them."""

from __future__ import annotations

from typing import Any

from dod_model.site import (
    CloudDistributionPoint,
    CloudManagementGateway,
    Content,
    ContentState,
    DistributionPoint,
    Package,
    PackageKind,
    SourceState,
)
from dod_model.strategies.conditions import SITE_CODES, drawn_tags
from dod_model.strategies.drawing import Drawing

CONTENT = ("Windows", "Drivers", "Office", "Tools")
GATEWAYS = ("CMG-EAST", "CMG-WEST")
CLOUD_DPS = ("CDP-EAST", "CDP-WEST")
CURRENT = 2
"""The version of the packages; content is now and then of the one before."""
GIGABYTE = 2**30


def drawn_packages(drawing: Drawing, names: tuple[str, ...]) -> tuple[Package, ...]:
    """The packages of a site."""
    return tuple(
        Package(
            name=name,
            kind=drawing.field(*PackageKind),
            version=drawing.field(CURRENT, 3),
            size=drawing.field(GIGABYTE, 0, 4 * GIGABYTE, 20 * GIGABYTE),
            package_share=drawing.field(True, False),
            **drawn_tags(drawing),
        )
        for name in names
    )


def drawn_sources(drawing: Drawing, packages: tuple[str, ...]) -> dict[str, Any]:
    """Gateways, cloud distribution points and other distribution points, as fields of a site."""
    points = ("DP01",)[: drawing.count(0, 1)]
    gateways = GATEWAYS[: drawing.one_of(drawing.count(1, 2), 0)]
    cloud_dps = CLOUD_DPS[: drawing.count(0, 2)]
    return {
        "gateways": drawing.perhaps(lambda: tuple(_gateway(drawing, name, packages) for name in gateways)),
        "cloud_distribution_points": drawing.perhaps(
            lambda: tuple(_cloud_dp(drawing, name, packages) for name in cloud_dps)
        ),
        "distribution_points": drawing.perhaps(lambda: tuple(_point(drawing, name, packages) for name in points)),
    }


def _gateway(drawing: Drawing, name: str, packages: tuple[str, ...]) -> CloudManagementGateway:
    return CloudManagementGateway(
        name=name,
        state=drawing.field(*SourceState),
        serves_content=drawing.field(True, False),
        site_code=drawing.field(*SITE_CODES),
        content=drawing.perhaps(lambda: _content(drawing, packages)),
    )


def _cloud_dp(drawing: Drawing, name: str, packages: tuple[str, ...]) -> CloudDistributionPoint:
    return CloudDistributionPoint(
        name=name,
        state=drawing.field(*SourceState),
        site_code=drawing.field(*SITE_CODES),
        content=drawing.perhaps(lambda: _content(drawing, packages)),
    )


def _point(drawing: Drawing, name: str, packages: tuple[str, ...]) -> DistributionPoint:
    return DistributionPoint(
        name=name,
        internet_facing=drawing.field(False, True),
        content=drawing.perhaps(lambda: _content(drawing, packages)),
    )


def _content(drawing: Drawing, packages: tuple[str, ...]) -> tuple[Content, ...]:
    """All packages where all is well, else some."""
    held = drawing.some(packages) if drawing.either(False, True) else packages
    return tuple(
        Content(package=name, state=drawing.field(*ContentState), version=drawing.field(CURRENT, 1)) for name in held
    )
