"""Faults: for each requirement, how to make the healthy site violate it and, where that can be, nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dod_model.kit.dials import CLIENT_RELEASE, SITE_RELEASE, State, in_words, turned
from dod_model.kit.naming import looked_up

_OPTION = "Deployment options"
_AVAILABLE_TO = "Make available to the following"
_SERVES = "Allow CMG to function as a cloud distribution point and serve content from Azure storage"
_INDEPENDENT = "Allow user to run the program independently of assignments"
_METERED = (
    "Allow clients on a metered Internet connection to download content after the installation deadline, "
    "which might incur additional costs"
)
_DOWNLOAD_ALL = "Download all content locally before starting task sequence"
_FROM_A_POINT = "Access content directly from a distribution point when needed by the running task sequence"
_ON_A_POINT = {"all content is": "on a cloud distribution point"}
_NO_DOWNLOAD_STEP = {"a step Download Package Content": "is not there"}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is amiss on an otherwise healthy site, so that a requirement is violated.

    Attributes:
        requirement: its id.
        positions: the dials that are turned, each with its position.
        brings: ids of the requirements that are violated with it, whatever else is turned.
    """

    requirement: str
    positions: Mapping[str, str]
    brings: frozenset[str] = frozenset()

    @property
    def state(self) -> State:
        """The site, with an attempt on it that violates the requirement, and the wish that it downloads on demand."""
        return turned(self.positions)

    @property
    def violated(self) -> frozenset[str]:
        """Everything that is violated: the requirement and what comes with it."""
        return self.brings | {self.requirement}

    def __str__(self) -> str:
        """What is amiss, in words."""
        return in_words(self.positions)


def _fault(requirement: str, positions: Mapping[str, str], *brings: str) -> Fault:
    return Fault(requirement, positions, frozenset(brings))


_ALL = (
    _fault(
        "task-sequence-over-the-internet-available",
        {CLIENT_RELEASE: "1511"},
        "download-on-demand-available",
    ),
    _fault("upgrade-task-sequence", {"it is an upgrade": "No", "Use a boot image": "on"}),
    _fault("task-sequence-enabled", {"Enabled": "No"}),
    _fault("child-task-sequences-enabled", {"a child task sequence": "is disabled"}),
    _fault("gateway-set-up", {**_ON_A_POINT, "the gateway": "is stopped"}),
    _fault("no-defect-of-2002", {SITE_RELEASE: "2002", "HTTPS": "off"}),
    _fault("content-in-the-cloud", {"all content is": "on the gateway, but the drivers nowhere"}),
    _fault("gateway-serves-content", {_SERVES: "off"}),
    _fault("client-uses-gateway", {"Enable clients to use a cloud management gateway": "No"}),
    _fault("client-gets-cloud-content", {"Allow access to cloud distribution point": "No"}),
    _fault("started-from-software-center", {"it is started": "boot-media"}),
    _fault("required-to-start-on-schedule", {"it is started": "schedule"}),
    _fault("user-may-start-it", {"Purpose": "Required", _INDEPENDENT: "off"}),
    _fault("install-permissions-allow-it", {"Install permissions": "No Users"}),
    _fault("allowed-on-the-internet", {"Allow task sequence to run for client on the Internet": "off"}),
    _fault("available-to-clients", {_AVAILABLE_TO: "Only media and PXE"}, "option-fits-availability"),
    _fault(
        "content-downloaded-locally",
        {_OPTION: _FROM_A_POINT, "all packages are on a share": "Yes", **_NO_DOWNLOAD_STEP},
        "on-demand-option-chosen",
    ),
    _fault("download-on-demand-available", {CLIENT_RELEASE: "1806"}),
    _fault("on-demand-option-chosen", {_OPTION: _DOWNLOAD_ALL, **_NO_DOWNLOAD_STEP}),
    _fault("download-content-step-with-download-all", {_OPTION: _DOWNLOAD_ALL}, "on-demand-option-chosen"),
    _fault("option-fits-availability", {_AVAILABLE_TO: "Configuration Manager clients, media, and PXE"}),
    _fault("another-program-first", {"Run another program first": "on"}),
    _fault("metered-connection", {_METERED: "on"}),
    _fault("network-path-content", {"the upgrade's source is a network path": "Yes"}),
    _fault("cache-size", {"the client cache holds": "not every package"}),
    _fault("content-on-a-running-source", {**_ON_A_POINT, "cloud distribution points": "are stopped"}),
    _fault("cloud-distribution-point-has-a-future", {SITE_RELEASE: "2107", **_ON_A_POINT}),
)

FAULTS: Mapping[str, Fault] = {one.requirement: one for one in _ALL}
"""The fault of each requirement, by the id of the requirement and in the order of reports."""


def fault_of(requirement: str) -> Fault:
    """The fault of a requirement.

    Args:
        requirement: its id.

    Raises:
        UnknownNameError: there is no such requirement; the message tells the nearest.
    """
    return looked_up(requirement, FAULTS, "requirement")
