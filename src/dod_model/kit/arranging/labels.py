"""Labels of the console, and what setting them means on a site."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from pydantic import MISSING

from dod_model.kit.healthy import DEPLOYMENT, GATEWAY, MANAGEMENT_POINT, SEQUENCE, WINDOWS
from dod_model.site import (
    AvailableTo,
    ClientSettings,
    Collection,
    CustomSettings,
    DeploymentOption,
    InstallPermissions,
    Kind,
    MeteredCommunication,
    Purpose,
    SettingsGroups,
    Site,
    with_fields,
)
from dod_model.situation.settings import DEFAULT

Words = Mapping[str, Any]
"""What may be written for a value, and what it stands for."""

UNKNOWN = {"unknown": MISSING}
ON_OFF: Words = {"on": True, "off": False, **UNKNOWN}
YES_NO: Words = {"Yes": True, "No": False, **UNKNOWN}


@dataclass(frozen=True, slots=True)
class Label:
    """A setting of the console.

    Attributes:
        words: what it may be set to; None for a whole number.
        apply: sets it on the named object.
        on: the object that is meant where none is named.
    """

    words: Words | None
    apply: Callable[[Site, str, Any], Site]
    on: str


@dataclass(frozen=True, slots=True)
class SettingLabel(Label):
    """A client setting.

    Attributes:
        group: the group that it belongs to.
        setting: its name there.
    """

    group: str
    setting: str


def _field(kind: Kind, name: str, field: str, words: Words) -> Label:
    """A field of one object of a list."""
    return Label(words, lambda site, target, value: site.changed(kind, target, **{field: value}), name)


def _site_field(field: str, words: Words) -> Label:
    return Label(words, lambda site, _, value: with_fields(site, **{field: value}), "the site")


def _setting(group: str, setting: str, words: Words | None) -> SettingLabel:
    """A client setting, of the default settings or of a custom object."""

    def apply(site: Site, target: str, value: Any) -> Site:
        return _with_setting(site, target, group, setting, value)

    return SettingLabel(words, apply, DEFAULT, group, setting)


def _with_setting(site: Site, target: str, group: str, setting: str, value: Any) -> Site:
    """A group that is ticked carries all its values: those not named are taken from the default settings."""
    settings = cast(ClientSettings, site.client_settings)
    default = cast(SettingsGroups, settings.default)

    def changed(groups: SettingsGroups) -> SettingsGroups:
        ticked = getattr(groups, group) or getattr(default, group)
        return with_fields(groups, **{group: with_fields(ticked, **{setting: value})})

    if target == DEFAULT:
        return with_settings(site, default=changed(default))
    custom = cast("tuple[CustomSettings, ...]", settings.custom)
    if target not in [item.name for item in custom]:
        raise KeyError(target)
    return with_settings(site, custom=tuple(changed(item) if item.name == target else item for item in custom))


def with_settings(site: Site, **parts: object) -> Site:
    """The site with default or custom client settings exchanged."""
    return with_fields(site, client_settings=with_fields(cast(ClientSettings, site.client_settings), **parts))


LABELS: dict[str, Label] = {
    "Use Configuration Manager-generated certificates for HTTP site systems": _site_field("enhanced_http", ON_OFF),
    "HTTPS": _field("management_points", MANAGEMENT_POINT, "https", ON_OFF),
    "Allow Configuration Manager cloud management gateway traffic": _field(
        "management_points", MANAGEMENT_POINT, "gateway_traffic", ON_OFF
    ),
    "Allow CMG to function as a cloud distribution point and serve content from Azure storage": _field(
        "gateways", GATEWAY, "serves_content", ON_OFF
    ),
    "Use a boot image": _field(
        "task_sequences", SEQUENCE, "boot_image", {"on": "Boot image (x64)", "off": None, **UNKNOWN}
    ),
    "Run another program first": _field(
        "task_sequences", SEQUENCE, "run_another_program_first", {"on": "Back up data", "off": None, **UNKNOWN}
    ),
    "Enabled": _field("task_sequences", SEQUENCE, "enabled", {"Yes": True, "No": False, **UNKNOWN}),
    "Copy the content in this package to a package share on distribution points": _field(
        "packages", WINDOWS, "package_share", ON_OFF
    ),
    "Purpose": _field(
        "deployments", DEPLOYMENT, "purpose", {"Available": Purpose.AVAILABLE, "Required": Purpose.REQUIRED, **UNKNOWN}
    ),
    "Make available to the following": _field(
        "deployments",
        DEPLOYMENT,
        "available_to",
        {
            "Only Configuration Manager clients": AvailableTo.CLIENTS,
            "Configuration Manager clients, media, and PXE": AvailableTo.CLIENTS_MEDIA_AND_PXE,
            "Only media and PXE": AvailableTo.MEDIA_AND_PXE,
            "Only media and PXE (hidden)": AvailableTo.MEDIA_AND_PXE_HIDDEN,
            **UNKNOWN,
        },
    ),
    "Deployment options": _field(
        "deployments",
        DEPLOYMENT,
        "option",
        {
            "Download content locally when needed by the running task sequence": DeploymentOption.WHEN_NEEDED,
            "Download all content locally before starting task sequence": DeploymentOption.BEFORE_START,
            "Access content directly from a distribution point when needed by the running task sequence": (
                DeploymentOption.FROM_DISTRIBUTION_POINT
            ),
            **UNKNOWN,
        },
    ),
    "Allow task sequence to run for client on the Internet": _field("deployments", DEPLOYMENT, "internet", ON_OFF),
    "Pre-download content for this task sequence": _field("deployments", DEPLOYMENT, "pre_download", ON_OFF),
    "Allow user to run the program independently of assignments": _field(
        "deployments", DEPLOYMENT, "independent_of_assignments", ON_OFF
    ),
    (
        "Allow clients on a metered Internet connection to download content after the installation deadline, "
        "which might incur additional costs"
    ): _field("deployments", DEPLOYMENT, "metered", ON_OFF),
    "Enable clients to use a cloud management gateway": _setting("cloud_services", "use_gateway", YES_NO),
    "Allow access to cloud distribution point": _setting("cloud_services", "cloud_content", YES_NO),
    "Install permissions": _setting(
        "computer_agent",
        "install_permissions",
        {
            "All Users": InstallPermissions.ALL_USERS,
            "Only Administrators": InstallPermissions.ONLY_ADMINISTRATORS,
            "Only Administrators and primary users": InstallPermissions.ADMINISTRATORS_AND_PRIMARY_USERS,
            "No Users": InstallPermissions.NO_USERS,
            **UNKNOWN,
        },
    ),
    "Client communication on metered internet connections": _setting(
        "metered_connections",
        "communication",
        {
            "Allow": MeteredCommunication.ALLOW,
            "Limit": MeteredCommunication.LIMIT,
            "Block": MeteredCommunication.BLOCK,
            **UNKNOWN,
        },
    ),
    "Maximum cache size (MB)": _setting("client_cache", "size_mb", None),
}
"""Every label that scenarios may set."""


def with_custom_settings(site: Site, name: str, priority: int, collections: Any) -> Site:
    """The site with custom client settings that tick no group; a collection that is new has no members.

    Args:
        site: the site.
        name: what the settings object is called.
        priority: its order; the lowest number wins.
        collections: names of the collections to which it is deployed; `MISSING` for unknown.
    """
    new = CustomSettings(
        name=name,
        priority=priority,
        collections=collections,
        cloud_services=None,
        computer_agent=None,
        metered_connections=None,
        client_cache=None,
    )
    for collection in () if collections is MISSING else collections:
        if collection not in [known.name for known in cast("tuple[Collection, ...]", site.collections)]:
            site = site.added("collections", Collection(name=collection, members=()))
    custom = cast("tuple[CustomSettings, ...]", cast(ClientSettings, site.client_settings).custom)
    return with_settings(site, custom=(*custom, new))
