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

_MARKS: dict[PackageKind, tuple[str, ...]] = {
    PackageKind.OS_UPGRADE_PACKAGE: ("architecture", "language"),
    PackageKind.OS_IMAGE: ("architecture", "language"),
    PackageKind.PACKAGE: ("architecture", "language"),
    PackageKind.DRIVER_PACKAGE: ("model",),
}
"""By which marks clients choose; content of other kinds has none."""


def is_on(situation: Situation) -> bool | None:
    """Whether the deployment is pre-downloaded; None for unknown. The pages speak of available deployments."""
    purpose = given(situation.deployment.purpose)
    available = None if purpose is None else purpose is Purpose.AVAILABLE
    return both(available, given(situation.deployment.pre_download))


def left_out(situation: Situation, facts: Facts, package: str) -> str | None:
    """Why pre-download passes a package over, in words; None if it does not, or where that is unknown."""
    described = situation.packages.get(package)
    if described is None or _passed_over(described, situation, facts) is not True:
        return None
    mark = next(mark for mark in _marks(described) if _differs(described, situation, mark))
    return (
        f"it is marked for the {mark} '{getattr(described, mark)}', the client has '{getattr(situation.client, mark)}'"
    )


def is_unsure(situation: Situation, facts: Facts, package: str) -> bool:
    """Whether it is unknown if pre-download passes a package over, for a mark, the kind or the client is not told."""
    described = situation.packages.get(package)
    return described is None or _passed_over(described, situation, facts) is None


def _passed_over(package: Package, situation: Situation, facts: Facts) -> bool | None:
    """Whether pre-download passes over a package; None for unknown."""
    kinds = PackageKind if package.kind is MISSING else (package.kind,)
    answers = {_passed_over_as(kind, package, situation, facts) for kind in kinds}
    return answers.pop() if len(answers) == 1 else None


def _passed_over_as(kind: PackageKind, package: Package, situation: Situation, facts: Facts) -> bool | None:
    """The same for a package of a kind."""
    upgrade = kind is PackageKind.OS_UPGRADE_PACKAGE
    filtered = upgrade or agreed(lambda known: known.site_can(PRE_DOWNLOAD_FILTERS_MORE), facts, None)
    return both(filtered, any_of(_differs(package, situation, mark) for mark in _MARKS.get(kind, ())))


def _differs(package: Package, situation: Situation, mark: str) -> bool | None:
    """Whether a package is marked for something else than the client is; None for unknown."""
    wanted, own = getattr(package, mark), getattr(situation.client, mark)
    if wanted is None:
        return False
    return None if wanted is MISSING or own is MISSING else wanted.casefold() != own.casefold()


def _marks(package: Package) -> tuple[str, ...]:
    """The marks that count for this kind of content."""
    return () if package.kind is MISSING else _MARKS.get(package.kind, ())
