"""Where impostors part from the documents over settings, start, deployment, advice and the unknown. Written by hand."""

from __future__ import annotations

from collections.abc import Mapping

from dod_model.assessment import Outcome
from dod_model.kit.arranging.labels import LABELS
from dod_model.kit.dials.dial import on_site
from dod_model.site import MISSING, Site
from dod_model.situation.settings import DEFAULT
from tests.kit.impostors.telling_apart import (
    BOOT_IMAGE,
    NO_DOWNLOAD_STEP,
    ON_A_POINT,
    REQUIRED,
    SCHEDULE,
    SCRIPT,
    UNKNOWN_REGISTRATION,
    Parting,
    Said,
    at,
    dial,
    download_all,
    left_open,
    refused,
    runs,
    runs_later,
    wish_to_run,
)

GATEWAY, CONTENT = "client-uses-gateway", "client-gets-cloud-content"
START = "started-from-software-center"
USER = "user-may-start-it"
PERMISSIONS = "install-permissions-allow-it"
INTERNET = "allowed-on-the-internet"
LOCALLY = "content-downloaded-locally"
ON_DEMAND = "download-on-demand-available"


def cache_unknown(site: Site) -> Site:
    return LABELS["Maximum cache size (MB)"].apply(site, DEFAULT, MISSING)


NO_GATEWAY = dial("Enable clients to use a cloud management gateway", "No")
NO_CONTENT = dial("Allow access to cloud distribution point", "No")
GATEWAY_UNKNOWN = dial("Enable clients to use a cloud management gateway", "unknown")
CONTENT_UNKNOWN = dial("Allow access to cloud distribution point", "unknown")
INDEPENDENT = "Allow user to run the program independently of assignments"
FOR_METERED = "Allow clients on a metered Internet connection"
SMALL_CACHE = dial("the client cache holds", "each package")
FROM_A_POINT = dial(
    "Deployment options",
    "Access content directly from a distribution point when needed by the running task sequence",
)
BEFORE_START = dial("Deployment options", "Download all content locally before starting task sequence")


def open_advice(*undetermined: str) -> Said:
    """It runs, and of some advice it is not known whether it is heeded."""
    return Said(Outcome.DOWNLOADS_ON_DEMAND, undetermined=frozenset(undetermined))


PARTINGS: Mapping[str, Parting] = {
    # client settings
    "use-of-gateway-not-asked": Parting((NO_GATEWAY,), refused(GATEWAY), runs()),
    "cloud-content-not-asked": Parting((NO_CONTENT,), refused(CONTENT), runs()),
    "settings-for-content-on-gateways-only": Parting((ON_A_POINT, NO_CONTENT), refused(CONTENT), runs()),
    "custom-settings-ignored": Parting(
        (dial("custom client settings", "turn the cloud off"),), refused(GATEWAY, CONTENT), runs()
    ),
    "highest-priority-number-wins": Parting(
        (dial("custom client settings", "of priority 1 turn it off, those of 2 on"),), refused(GATEWAY, CONTENT), runs()
    ),
    "custom-settings-count-for-all": Parting(
        (dial("custom client settings", "of other devices turn it off"),), runs(), refused(GATEWAY, CONTENT)
    ),
    # defaults
    "use-of-gateway-on-by-default": Parting((GATEWAY_UNKNOWN,), left_open(GATEWAY), runs()),
    "cloud-content-on-by-default": Parting((CONTENT_UNKNOWN,), left_open(CONTENT), runs()),
    "cloud-content-off-by-default": Parting((CONTENT_UNKNOWN,), left_open(CONTENT), refused(CONTENT)),
    "content-enabled-by-default": Parting(
        (dial("Allow CMG to function", "unknown"),), left_open("gateway-serves-content"), runs()
    ),
    "internet-option-off-by-default": Parting(
        (dial("Allow task sequence to run", "unknown"),), left_open(INTERNET), refused(INTERNET)
    ),
    "cache-at-its-default": Parting((on_site(cache_unknown),), open_advice("cache-size"), runs()),
    "metered-connections-blocked-by-default": Parting(
        (
            REQUIRED,
            SCHEDULE,
            dial("the client's connection is metered", "Yes"),
            dial("Client communication on metered internet connections", "unknown"),
        ),
        open_advice("metered-connection"),
        runs("metered-connection"),
    ),
    # start
    "boot-media-starts-it": Parting((dial("it is started", "boot-media"),), refused(START), runs()),
    "pxe-starts-it": Parting((dial("it is started", "pxe"),), refused(START), runs()),
    "anything-starts-it": Parting((dial("it is started", "windows-pe"),), refused(START), runs()),
    "schedule-does-not-start-it": Parting((REQUIRED, SCHEDULE), runs(), refused(START)),
    "available-starts-on-schedule": Parting((SCHEDULE,), refused("required-to-start-on-schedule"), runs()),
    "required-never-from-software-center": Parting((REQUIRED, dial(INDEPENDENT, "on")), runs(), refused(USER)),
    "required-always-from-software-center": Parting((REQUIRED, dial(INDEPENDENT, "off")), refused(USER), runs()),
    "install-permissions-overlooked": Parting((dial("Install permissions", "No Users"),), refused(PERMISSIONS), runs()),
    "install-permissions-bind-schedules": Parting(
        (REQUIRED, SCHEDULE, dial("Install permissions", "No Users")), runs(), refused(PERMISSIONS)
    ),
    # deployment
    "internet-option-forgotten": Parting((dial("Allow task sequence to run", "off"),), refused(INTERNET), runs()),
    "availability-overlooked": Parting(
        (dial("Make available to the following", "Only media and PXE"),),
        refused("available-to-clients", "option-fits-availability"),
        runs("option-fits-availability"),
    ),
    "run-from-distribution-point-works": Parting(
        (FROM_A_POINT, NO_DOWNLOAD_STEP, dial("all packages are on a share", "Yes"), wish_to_run),
        refused(LOCALLY),
        runs_later(),
    ),
    "download-all-ends-with-1910": Parting((download_all,), runs_later(), refused(LOCALLY)),
    "scripts-download-all": Parting((SCRIPT,), runs(), refused(ON_DEMAND)),
    "cloud-points-not-listed-on-demand": Parting((ON_A_POINT,), runs(), refused(ON_DEMAND)),
    "wish-overlooked": Parting((BEFORE_START, NO_DOWNLOAD_STEP), runs_later("on-demand-option-chosen"), runs_later()),
    # advice
    "advice-blocks": Parting(
        (dial("Run another program first", "on"),), runs("another-program-first"), refused("another-program-first")
    ),
    "cache-holds-the-largest-only": Parting((download_all, SMALL_CACHE), runs_later("cache-size"), runs_later()),
    "cache-holds-all-on-demand": Parting((SMALL_CACHE,), runs(), runs("cache-size")),
    "metered-option-helps": Parting((dial(FOR_METERED, "on"),), runs("metered-connection"), runs()),
    # the unknown
    "unknown-means-no": Parting((GATEWAY_UNKNOWN,), left_open(GATEWAY), refused(GATEWAY)),
    "unknown-means-yes": Parting((GATEWAY_UNKNOWN,), left_open(GATEWAY), runs()),
    "doubt-violates": Parting(
        (at("2002"), UNKNOWN_REGISTRATION), left_open("no-defect-of-2002"), refused("no-defect-of-2002")
    ),
    "doubt-is-met": Parting((at("2002"), UNKNOWN_REGISTRATION), left_open("no-defect-of-2002"), runs()),
    "silence-forbids": Parting((BOOT_IMAGE,), left_open("upgrade-task-sequence"), refused("upgrade-task-sequence")),
    "silence-allows": Parting((BOOT_IMAGE,), left_open("upgrade-task-sequence"), runs()),
}
"""By the id of the impostor."""
