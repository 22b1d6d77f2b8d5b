"""What does pre-download bring onto the device before anyone starts the task sequence (F061-F063)?"""

from __future__ import annotations

from pydantic import MISSING

from dod_model.abilities import PRE_DOWNLOAD_FILTERS_MORE
from dod_model.facts import Facts
from dod_model.logic import any_of, both
from dod_model.requirements.asking import agreed
from dod_model.site import Package, PackageKind, Purpose
from dod_model.situation import Situation
from dod_model.situation.resolving import given

_ALL_MARKS = ("architecture", "language", "model")
_MARKS: dict[PackageKind, tuple[str, ...]] = {
    PackageKind.OS_UPGRADE_PACKAGE: ("architecture", "language"),
    PackageKind.OS_IMAGE: ("architecture", "language"),
    PackageKind.PACKAGE: ("architecture", "language"),
    PackageKind.DRIVER_PACKAGE: ("model",),
}
"""By which marks clients choose; content of other kinds has none."""


def is_on(situation: Situation) -> bool | None:
    """Whether the deployment is pre-downloaded; None for unknown. The pages speak of available deployments."""
    if situation.deployment.purpose is Purpose.REQUIRED:
        return False
    return given(situation.deployment.pre_download)


def left_out(situation: Situation, facts: Facts, package: str) -> str | None:
    """Why pre-download passes a package over, in words; None if it does not, or where that is unknown."""
    described = situation.packages.get(package)
    if described is None or not _filtered(described, facts):
        return None
    for mark in _marks(described):
        wanted, own = getattr(described, mark), getattr(situation.client, mark)
        if wanted in {None, MISSING} or own is MISSING:
            continue
        if wanted.casefold() != own.casefold():
            return f"it is marked for the {mark} '{wanted}', the client has '{own}'"
    return None


def is_unsure(situation: Situation, facts: Facts, package: str) -> bool:
    """Whether it is unknown if pre-download passes a package over, for a mark, the kind or the client is not told."""
    described = situation.packages.get(package)
    if described is None:
        return True
    kinds = PackageKind if described.kind is MISSING else (described.kind,)
    answers = {_passed_over(described, kind, situation, facts) for kind in kinds}
    return None in answers or len(answers) > 1


def _passed_over(package: Package, kind: PackageKind, situation: Situation, facts: Facts) -> bool | None:
    """Whether pre-download passes over a package of a kind; None for unknown."""
    upgrade = kind is PackageKind.OS_UPGRADE_PACKAGE
    filtered = upgrade or agreed(lambda known: known.site_can(PRE_DOWNLOAD_FILTERS_MORE), facts, None)
    marks = _MARKS.get(kind, ())
    return both(filtered, any_of(_differ(getattr(package, mark), getattr(situation.client, mark)) for mark in marks))


def _differ(wanted: str | MISSING | None, own: str | MISSING) -> bool | None:
    if wanted is None:
        return False
    return None if wanted is MISSING or own is MISSING else wanted.casefold() != own.casefold()


def _filtered(package: Package, facts: Facts) -> bool:
    if package.kind is PackageKind.OS_UPGRADE_PACKAGE:
        return True
    return agreed(lambda known: known.site_can(PRE_DOWNLOAD_FILTERS_MORE), facts, False)


def _marks(package: Package) -> tuple[str, ...]:
    """The marks that count for this kind of content; all where its kind is unknown."""
    return _ALL_MARKS if package.kind is MISSING else _MARKS.get(package.kind, ())
