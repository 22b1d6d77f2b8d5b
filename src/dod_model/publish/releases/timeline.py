"""When what was there: the stretches of time that the drawn timeline shows, made of the tables of releases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from dod_model.abilities import CMG_SERVES_CONTENT, DEFECT_2002, ON_DEMAND, UPGRADE_OVER_CMG, Ability
from dod_model.publish.releases.changes import EVERY_ABILITY, FIRST_PREVIEW, first_of, title
from dod_model.releases import Branch, Release, current_branch

KEY = (UPGRADE_OVER_CMG, CMG_SERVES_CONTENT, ON_DEMAND, DEFECT_2002)
"""The abilities whose first release is marked: together they are the story of it."""


class Stretch(NamedTuple):
    """A stretch of time in which an ability is there on a branch, or in which no document says.

    Attributes:
        ability: which.
        branch: on which branch.
        first: the first release of the stretch.
        after: the first release after it; None where it goes on.
        said: False where no document says whether it is there.
    """

    ability: Ability
    branch: Branch
    first: Release
    after: Release | None
    said: bool

    @property
    def words(self) -> str:
        """The stretch in words."""
        until = "on" if self.after is None else f"until before {self.after}"
        what = title(self.ability) if self.said else f"{title(self.ability)}: no document says"
        return f"{what}, {self.branch.value}, from {self.first} {until}"


class Support(NamedTuple):
    """The time in which a release of the current branch is supported, and the lane that it is drawn in."""

    release: Release
    start: date
    end: date
    lane: int


class Moment(NamedTuple):
    """A release with which something of weight begins."""

    release: Release
    words: str


def day(release: Release) -> date:
    """The day from which on a release is available; of a technical preview, the first of its month."""
    row = release.row
    return date.fromisoformat(row.available) if row else date(2000 + release.number // 100, release.number % 100, 1)


def by_age() -> tuple[Ability, ...]:
    """Every ability, the oldest of the current branch first."""
    return tuple(sorted(EVERY_ABILITY, key=lambda one: one.current.since or 0))


def stretches(ability: Ability, branch: Branch) -> Iterator[Stretch]:
    """Where an ability is there on a branch, then where no document says; nothing for one that never is."""
    span = ability.span(branch)
    first, after = ability.first(branch), ability.after(branch)
    unsaid = None if span.unsaid_from is None else first_of(span.unsaid_from, branch)
    if first is not None:
        yield Stretch(ability, branch, first, after or unsaid, said=True)
    if unsaid is not None:
        yield Stretch(ability, branch, unsaid, None, said=False)


def supports() -> tuple[Support, ...]:
    """When each release of the current branch is supported: in the fewest lanes in which none overlap."""
    ends: list[date] = []
    found = []
    for release in current_branch():
        row = release.row
        if row is None:
            continue
        start, end = day(release), date.fromisoformat(row.support_ends)
        lane = next((number for number, last in enumerate(ends) if last < start), len(ends))
        ends[lane : lane + 1] = [end]
        found.append(Support(release, start, end, lane))
    return tuple(found)


def supported_at(release: Release) -> tuple[Release, ...]:
    """The releases of the current branch that are supported on the day on which this one becomes available."""
    when = day(release)
    return tuple(one.release for one in supports() if one.start <= when <= one.end)


def moments(abilities: Iterable[Ability] = KEY) -> tuple[Moment, ...]:
    """The releases that are marked, oldest first; a preview where it came under another number than the release."""
    found = []
    for ability in abilities:
        since = {branch: ability.first(branch) for branch in Branch}
        ours, preview = since[Branch.CURRENT], since[Branch.TECHNICAL_PREVIEW]
        if preview is not None and (ours is None or preview.number != ours.number):
            found.append(Moment(preview, title(ability)))
        if ours is not None:
            found.append(Moment(ours, title(ability)))
    return tuple(sorted(found, key=lambda one: day(one.release)))


def bounds() -> tuple[date, date]:
    """The first day and the last one that there is anything to show of."""
    return min(day(current_branch()[0]), day(FIRST_PREVIEW)), max(one.end for one in supports())
