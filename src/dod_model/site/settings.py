"""Client settings: default and custom objects, group by group."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

from pydantic import MISSING, Field, StrictBool, StrictInt

from dod_model.site.described import Described, Name, described, required


class CloudServices(Described):
    """The group **Cloud Services**."""

    use_gateway: StrictBool | MISSING = described(
        "Whether clients may use a gateway.",
        label="Enable clients to use a cloud management gateway",
        default="on (F121)",
    )
    cloud_content: StrictBool | MISSING = described(
        "Whether clients may take content from a cloud distribution point or a content-enabled gateway.",
        label="Allow access to cloud distribution point",
        default="stated as off on one page and as on on another (E05)",
    )


class InstallPermissions(Enum):
    """Who may install from Software Center (F141)."""

    ALL_USERS = "all-users"
    ONLY_ADMINISTRATORS = "only-administrators"
    ADMINISTRATORS_AND_PRIMARY_USERS = "only-administrators-and-primary-users"
    NO_USERS = "no-users"


class ComputerAgent(Described):
    """The group **Computer Agent**."""

    install_permissions: InstallPermissions | MISSING = described(
        "Who may install software and task sequences from Software Center.", label="Install permissions"
    )


class MeteredCommunication(Enum):
    """What a client does on a metered connection (F148)."""

    ALLOW = "allow"
    LIMIT = "limit"
    BLOCK = "block"


class MeteredConnections(Described):
    """The group **Metered internet connections**."""

    communication: MeteredCommunication | MISSING = described(
        "What clients do on a metered connection.",
        label="Client communication on metered internet connections",
        default="block (F148)",
    )


class ClientCache(Described):
    """The group **Client Cache Settings**."""

    size_mb: StrictInt | MISSING = described(
        "The largest size of the client cache, in megabytes (1 MB is 1,048,576 bytes).",
        label="Maximum cache size (MB)",
        default="5,120 MB (F144)",
        ge=1,
        le=2**40,
    )


class SettingsGroups(Described):
    """The groups of settings that matter here.

    In a custom object a group that is ``null`` is not ticked and says nothing; a group that is given is taken
    to carry all its values (F125, an inferred reading).
    """

    cloud_services: CloudServices | MISSING | None = described("The group Cloud Services; null if not ticked.")
    computer_agent: ComputerAgent | MISSING | None = described("The group Computer Agent; null if not ticked.")
    metered_connections: MeteredConnections | MISSING | None = described(
        "The group Metered internet connections; null if not ticked."
    )
    client_cache: ClientCache | MISSING | None = described("The group Client Cache Settings; null if not ticked.")


class CustomSettings(SettingsGroups):
    """A custom client settings object, which counts for members of the collections that it is deployed to."""

    name: Name = required("What the object is called.")
    priority: Annotated[StrictInt, Field(ge=1, le=100_000)] = required(
        "Its order: of several that say something, the lowest number wins (F125).", label="Priority"
    )
    collections: tuple[Name, ...] | MISSING = described("The collections to which it is deployed.")


class ClientSettings(Described):
    """All client settings of the site."""

    default: SettingsGroups | MISSING = described(
        "The default settings, which hold where no custom object says otherwise.", label="Default Client Settings"
    )
    custom: tuple[CustomSettings, ...] | MISSING = described("The custom objects.")
