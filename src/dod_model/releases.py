"""Which version is this? Branches, releases and build numbers.

A release is a version on a branch. The current branch and the technical previews are two
series that reuse the same numbers (F004), so releases of different branches do not compare.
Written ``1910`` (current branch) and ``TP 1909`` (technical preview) everywhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import Enum
from functools import cache, total_ordering

from dod_model.errors import ReleaseError
from dod_model.release_table import CURRENT_BRANCH, Row

_RELEASE = re.compile(r"(?:(TP)\s*)?(\d{4})", re.ASCII | re.IGNORECASE)
_BUILD = re.compile(r"5\.0{1,2}\.(\d{4,5})(?:\.\d{1,5})?", re.ASCII)
_FIRST_PREVIEW = 1512
_ROWS = {row.number: row for row in CURRENT_BRANCH}
_BY_BUILD = {row.build: row.number for row in CURRENT_BRANCH}


class Branch(Enum):
    """The two series of releases."""

    CURRENT = "current branch"
    TECHNICAL_PREVIEW = "technical preview"


@total_ordering
@dataclass(frozen=True, slots=True)
class Release:
    """A version on a branch.

    Attributes:
        branch: the series.
        number: year and month as YYMM, for example 1910.
        key: a number that tells releases apart quickly.

    Raises:
        TypeError: when releases of different branches are compared for order.
    """

    branch: Branch
    number: int
    key: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Make the key, a number that no other release has."""
        object.__setattr__(self, "key", self.number if self.branch is Branch.CURRENT else -self.number)

    def __lt__(self, other: Release) -> bool:
        """Earlier in the same branch."""
        if self.branch is not other.branch:
            message = f"{self} and {other} are of different branches and have no order"
            raise TypeError(message)
        return self.number < other.number

    def __str__(self) -> str:
        """``1910`` or ``TP 1909``."""
        return f"TP {self.number}" if self.branch is Branch.TECHNICAL_PREVIEW else str(self.number)

    def __repr__(self) -> str:
        """The text in the form that `parse` reads."""
        return f"<Release {self}>"

    @property
    def row(self) -> Row | None:
        """Build and dates, for a release of the current branch; else None."""
        return _ROWS.get(self.number) if self.branch is Branch.CURRENT else None


@dataclass(frozen=True, slots=True)
class Build:
    """An installed version given by its build field, the third of ``5.00.8913.1006``.

    Only the build counts: hotfixes change the revision, and client and site of one release
    start with different ones (register of statements, part D; an inferred design rule).
    """

    number: int

    @property
    def release(self) -> Release | None:
        """The release with this build; None if the table has none, which means unknown."""
        number = _BY_BUILD.get(self.number)
        return None if number is None else current(number)

    def __str__(self) -> str:
        """The version without its revision."""
        return f"5.00.{self.number}"


@cache
def current(number: int) -> Release:
    """The release of the current branch with this number.

    Raises:
        ReleaseError: the current branch has no such release.
    """
    if number not in _ROWS:
        raise ReleaseError(_no_such_release(number))
    return Release(Branch.CURRENT, number)


@cache
def preview(number: int) -> Release:
    """The technical preview with this number. No table of them exists: any month may have had one.

    Raises:
        ReleaseError: the number is no month, or lies before the first or after the last known year.
    """
    last = CURRENT_BRANCH[-1].number
    if not 1 <= number % 100 <= 12 or not _FIRST_PREVIEW <= number <= last:
        message = f"there is no technical preview {number}: previews are numbered YYMM, from {_FIRST_PREVIEW} to {last}"
        raise ReleaseError(message)
    return Release(Branch.TECHNICAL_PREVIEW, number)


def parse(text: str | int) -> Release | Build:
    """Read a release or a build: ``1910``, ``TP 1909``, ``5.00.8913``, ``5.0.8913.1006``.

    Args:
        text: as written by people and by the product; an integer is a current branch number.

    Returns:
        The release, or the build if a version string was given.

    Raises:
        ReleaseError: the text is neither, or names a release that does not exist.
    """
    written = str(text).strip()
    if match := _RELEASE.fullmatch(written):
        number = int(match[2])
        return preview(number) if match[1] else current(number)
    if match := _BUILD.fullmatch(written):
        return Build(int(match[1]))
    message = (
        f"'{written[:40]}' is no release: write 1910 for the current branch, TP 1909 for a technical preview, "
        "or the version, as 5.00.8913.1006"
    )
    raise ReleaseError(message)


def parse_release(text: str | int) -> Release:
    """Read a release; a build stands for its release.

    Raises:
        ReleaseError: no release, or a build that is not in the table.
    """
    found = parse(text)
    if isinstance(found, Release):
        return found
    if found.release is None:
        message = f"build {found.number} is not in the table of releases, so its release is unknown"
        raise ReleaseError(message)
    return found.release


def current_branch() -> tuple[Release, ...]:
    """Every release of the current branch, oldest first."""
    return tuple(current(row.number) for row in CURRENT_BRANCH)


def _neighbours(number: int) -> list[str]:
    """The two releases nearest in time, the nearer first; none for a number that is no month."""
    if not 1 <= number % 100 <= 12 or number < CURRENT_BRANCH[0].number:
        return []
    return [str(known) for known in sorted(_ROWS, key=lambda known: abs(_months(known) - _months(number)))[:2]]


def _months(number: int) -> int:
    return number // 100 * 12 + number % 100


def _no_such_release(number: int) -> str:
    last = CURRENT_BRANCH[-1].number
    if number > last:
        return (
            f"current branch {number} is not known here, the table ends at {last}; "
            "give the version (as 5.00.9146) to have the release taken as unknown"
        )
    close = _neighbours(number) or get_close_matches(f"{number:04}", [str(known) for known in _ROWS], n=2, cutoff=0.6)
    nearest = f"; the nearest are {' and '.join(close)}" if close else ""
    return f"there is no current branch {number}{nearest} (a technical preview is written TP {number})"
