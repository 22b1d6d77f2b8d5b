"""Drawing client settings."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from hypothesis import strategies as st

from dod_model.site import (
    ClientCache,
    ClientSettings,
    CloudServices,
    ComputerAgent,
    CustomSettings,
    InstallPermissions,
    MeteredCommunication,
    MeteredConnections,
    SettingsGroups,
)
from dod_model.site.described import Described
from dod_model.strategies.drawing import Drawing

CUSTOM = ("Cloud clients", "Strict")
_COMMUNICATIONS = (MeteredCommunication.BLOCK, MeteredCommunication.LIMIT, MeteredCommunication.ALLOW)


def drawn_settings(drawing: Drawing, collections: tuple[str, ...]) -> ClientSettings:
    """The client settings of a site: default settings and up to two custom objects."""
    names = CUSTOM[: drawing.count(0, len(CUSTOM))]
    priorities = drawing.draw(
        st.lists(st.integers(min_value=1, max_value=9), min_size=len(names), max_size=len(names), unique=True)
    )
    return ClientSettings(
        default=drawing.perhaps(lambda: SettingsGroups(**_groups(drawing, ticked=True))),
        custom=drawing.perhaps(
            lambda: tuple(
                _custom(drawing, name, priority, collections) for name, priority in zip(names, priorities, strict=True)
            )
        ),
    )


def _custom(drawing: Drawing, name: str, priority: int, collections: tuple[str, ...]) -> CustomSettings:
    return CustomSettings(
        name=name,
        priority=priority,
        collections=drawing.perhaps(lambda: drawing.some(collections)),
        **_groups(drawing, ticked=False),
    )


def _groups(drawing: Drawing, *, ticked: bool) -> dict[str, Any]:
    """The groups of one object; those of a custom object need not be ticked, and default ones may be null, too."""
    makers: dict[str, Callable[[], Described]] = {
        "cloud_services": lambda: CloudServices(
            use_gateway=drawing.field(True, False), cloud_content=drawing.field(True, False)
        ),
        "computer_agent": lambda: ComputerAgent(install_permissions=drawing.field(*InstallPermissions)),
        "metered_connections": lambda: MeteredConnections(communication=drawing.field(*_COMMUNICATIONS)),
        "client_cache": lambda: ClientCache(size_mb=drawing.field(100_000, 1, 1024, 5120)),
    }
    return {name: drawing.perhaps(partial(_group, drawing, make, ticked=ticked)) for name, make in makers.items()}


def _group(drawing: Drawing, make: Callable[[], Described], *, ticked: bool) -> Described | None:
    if ticked:
        return None if drawing.gaps and drawing.one_of(False, True) else make()
    return make() if drawing.draw(st.booleans()) else None
