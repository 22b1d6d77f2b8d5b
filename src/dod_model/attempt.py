"""One attempt: a client starts a deployment in one way, from one place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Start(Enum):
    """How a task sequence is started."""

    SOFTWARE_CENTER = "software-center"
    SCHEDULE = "schedule"
    PXE = "pxe"
    BOOT_MEDIA = "boot-media"
    STANDALONE_MEDIA = "stand-alone-media"
    PRESTAGED_MEDIA = "prestaged-media"
    WINDOWS_PE = "windows-pe"


class Place(Enum):
    """Where the client is."""

    INTERNET = "internet"
    INTRANET = "intranet"


class User(Enum):
    """Who sits at the device, as far as install permissions tell users apart (F141)."""

    ADMINISTRATOR = "administrator"
    PRIMARY_USER = "primary-user"
    OTHER_USER = "other-user"


class Wish(Enum):
    """What the asker wants of an attempt."""

    ON_DEMAND = "on-demand"
    RUN = "run"


@dataclass(frozen=True, slots=True)
class Attempt:
    """One client starts one deployment.

    Attributes:
        deployment: name of the deployment.
        client: name of the client.
        start: how it is started; None for unknown.
        place: where the client is.
        user: who starts it; None for unknown.
    """

    deployment: str
    client: str
    start: Start | None = Start.SOFTWARE_CENTER
    place: Place = Place.INTERNET
    user: User | None = None
