"""Packages, and what is held of them where."""

from __future__ import annotations

from enum import Enum

from pydantic import MISSING, StrictBool, StrictInt

from dod_model.site.described import Described, Name, described, required


class PackageKind(Enum):
    """Kinds of content that a task sequence may refer to (F107)."""

    PACKAGE = "package"
    APPLICATION = "application"
    OS_UPGRADE_PACKAGE = "os-upgrade-package"
    OS_IMAGE = "os-image"
    BOOT_IMAGE = "boot-image"
    DRIVER_PACKAGE = "driver-package"
    SOFTWARE_UPDATES = "software-updates"


class Package(Described):
    """A piece of content in the console, of any kind."""

    name: Name = required("What the content is called.")
    kind: PackageKind | MISSING = described(
        "The kind of content. No condition depends on it; what clients leave out when they pre-download does (F063)."
    )
    version: StrictInt | MISSING = described(
        "The current source version. Content counts only in this version.", label="Source version", ge=0, le=2**31 - 1
    )
    size: StrictInt | MISSING = described("Size of the content in bytes.", ge=0, le=2**60)
    package_share: StrictBool | MISSING = described(
        "Whether the content is also on a package share of the distribution point.",
        label="Copy the content in this package to a package share on distribution points",
    )
    architecture: Name | MISSING | None = described(
        "The architecture that it is marked with, by which clients choose what to pre-download (F063); null for none."
    )
    language: Name | MISSING | None = described(
        "The language that it is marked with, by which clients choose what to pre-download (F063); null for none."
    )
    model: Name | MISSING | None = described(
        "The model of devices that it is marked with, by which clients choose what to pre-download (F063); "
        "null for none."
    )


class ContentState(Enum):
    """How far the distribution of a package to a source has come."""

    INSTALLED = "installed"
    DISTRIBUTING = "distributing"
    FAILED = "failed"
    REMOVING = "removing"


class Content(Described):
    """One package on one source. A package that is not listed is not there."""

    package: Name = required("The package that is held.")
    state: ContentState | MISSING = described("How far the distribution has come. Only installed content counts.")
    version: StrictInt | MISSING = described("The source version that is held.", ge=0, le=2**31 - 1)


class SourceState(Enum):
    """Whether a service in Azure runs."""

    RUNNING = "running"
    STOPPED = "stopped"


class CloudManagementGateway(Described):
    """A cloud management gateway (CMG)."""

    name: Name = required("The service name of the gateway.")
    state: SourceState | MISSING = described("Whether the service runs.", label="Status")
    serves_content: StrictBool | MISSING = described(
        "Whether the gateway is content-enabled.",
        label="Allow CMG to function as a cloud distribution point and serve content from Azure storage",
        default="on for a new gateway, from 1806 (F036)",
    )
    site_code: Name | MISSING = described(
        "Code of the primary site that it belongs to; from 1802 that site's clients are offered it first (F099)."
    )
    content: tuple[Content, ...] | MISSING = described("Content that was distributed to the gateway.")


class CloudDistributionPoint(Described):
    """A traditional cloud distribution point."""

    name: Name = required("The service name of the cloud distribution point.")
    state: SourceState | MISSING = described("Whether the service runs.", label="Status")
    site_code: Name | MISSING = described(
        "Code of the primary site that it belongs to; from 1802 that site's clients are offered it first (F099)."
    )
    content: tuple[Content, ...] | MISSING = described("Content that was distributed to it.")


class DistributionPoint(Described):
    """An on-premises or internet-facing distribution point.

    It does not help a client that uses a CMG (F146); it is described so that a report can say so.
    """

    name: Name = required("The server's name.")
    internet_facing: StrictBool | MISSING = described(
        "Whether it accepts clients on the internet.", label="Allow intranet and internet connections"
    )
    content: tuple[Content, ...] | MISSING = described("Content that was distributed to it.")
