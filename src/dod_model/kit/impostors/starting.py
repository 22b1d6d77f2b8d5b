"""Impostors that take otherwise how a task sequence may be started, and by whom."""

from __future__ import annotations

from dod_model.attempt import Start
from dod_model.kit.impostors.deviating import asked_where, held, never_asked
from dod_model.kit.impostors.impostor import Impostor
from dod_model.requirements import Requirement
from dod_model.requirements.requirement import always
from dod_model.requirements.starting import (
    install_permissions_allow_it,
    required_to_start_on_schedule,
    started_from_software_center,
    user_may_start_it,
)
from dod_model.site import Purpose

_BY_THE_CLIENT = frozenset({Start.SOFTWARE_CENTER, Start.SCHEDULE})


def _also_started_from(*ways: Start) -> tuple[Requirement, ...]:
    return (held(started_from_software_center, lambda facts: facts.started_from in _BY_THE_CLIENT.union(ways)),)


STARTING = (
    Impostor(
        "boot-media-starts-it",
        "Boot media start sequences over a gateway, as later pages describe.",
        ("F011", "F081", "E18"),
        holds=_also_started_from(Start.BOOT_MEDIA),
    ),
    Impostor(
        "pxe-starts-it",
        "A device that was started by PXE takes its content from the cloud.",
        ("F012", "F081", "E04"),
        holds=_also_started_from(Start.PXE),
    ),
    Impostor(
        "anything-starts-it",
        "Windows PE, PXE and media of all kinds are supported, as the announcement says.",
        ("E02", "F133", "F081"),
        holds=_also_started_from(*Start),
    ),
    Impostor(
        "schedule-does-not-start-it",
        "A user has to start the sequence from Software Center; what starts by itself is not supported.",
        ("E12", "F080", "F083"),
        holds=(held(started_from_software_center, lambda facts: facts.started_from is Start.SOFTWARE_CENTER),),
    ),
    Impostor(
        "available-starts-on-schedule",
        "A schedule starts a deployment whatever its purpose.",
        ("F060",),
        holds=(never_asked(required_to_start_on_schedule),),
    ),
    Impostor(
        "required-never-from-software-center",
        "Users start what is available; what is required starts by its schedule only.",
        ("F060", "F142"),
        holds=(held(user_may_start_it, lambda facts: facts.purpose is Purpose.AVAILABLE),),
    ),
    Impostor(
        "required-always-from-software-center",
        "Whatever is deployed to a device stands in Software Center, for its user to start when it suits.",
        ("F060", "F142"),
        holds=(never_asked(user_may_start_it),),
    ),
    Impostor(
        "install-permissions-overlooked",
        "Who may install software is nothing to a task sequence.",
        ("F141",),
        holds=(never_asked(install_permissions_allow_it),),
    ),
    Impostor(
        "install-permissions-bind-schedules",
        "Where no user may install, nothing is installed, at a deadline neither.",
        ("F141", "E12"),
        holds=(asked_where(install_permissions_allow_it, always),),
    ),
)
"""How it may be started, and by whom."""
