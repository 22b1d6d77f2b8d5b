"""Releases and abilities as the pages show them: which have a page, and what changes between two of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dod_model.abilities import ABILITIES, OF_THE_PRODUCT, Ability
from dod_model.cli.compare import KINDS
from dod_model.publish.labels import capital
from dod_model.publish.markdown import link
from dod_model.release_table import CURRENT_BRANCH
from dod_model.releases import Branch, Release, current_branch, preview

EVERY_ABILITY: tuple[Ability, ...] = tuple(dict.fromkeys((*OF_THE_PRODUCT, *ABILITIES)))
"""Every ability: those of the product first, then what begins and ends in documents only."""

FIRST_PREVIEW = preview(1512)


class Change(NamedTuple):
    """What becomes of an ability between two releases.

    Attributes:
        ability: which.
        was: whether the earlier release has it; None where no document says.
        will: whether the later one has it.
    """

    ability: Ability
    was: bool | None
    will: bool | None

    @property
    def words(self) -> str:
        """The change in words, as in "begins: NAME"."""
        return KINDS[self.was, self.will]


def changes(before: Release, after: Release) -> Iterator[Change]:
    """What changes from one release of a branch to another, with what changes in the documents only.

    Raises:
        TypeError: the releases are of different branches.
    """
    if before.branch is not after.branch:
        message = f"{before} and {after} are of different branches"
        raise TypeError(message)
    for ability in EVERY_ABILITY:
        was, will = ability.at(before), ability.at(after)
        if was is not will:
            yield Change(ability, was, will)


def all_previews() -> tuple[Release, ...]:
    """A technical preview of every month in which there may have been one: there is no table of them."""
    last = CURRENT_BRANCH[-1].number
    months = (100 * year + month for year in range(15, last // 100 + 1) for month in range(1, 13))
    return tuple(preview(number) for number in months if FIRST_PREVIEW.number <= number <= last)


def named_previews() -> tuple[Release, ...]:
    """The technical previews that an ability names: what begins, ends or is unsaid there."""
    bounds = {bound for ability in EVERY_ABILITY for bound in ability.preview.bounds()}
    return tuple(one for one in all_previews() if one.number in bounds or one == FIRST_PREVIEW)


def releases_with_pages(branch: Branch) -> tuple[Release, ...]:
    """The releases of a branch that have a page, oldest first."""
    return current_branch() if branch is Branch.CURRENT else named_previews()


def title(ability: Ability) -> str:
    """The name of an ability as one reads it: `upgrade-over-cmg` is "Upgrade over CMG"."""
    return capital(ability.id.replace("-", " ").replace("cmg", "CMG"))


def first_of(number: int, branch: Branch) -> Release:
    """The first release of a branch with this number or a later one.

    Raises:
        StopIteration: there is none.
    """
    among = current_branch() if branch is Branch.CURRENT else all_previews()
    return next(one for one in among if one.number >= number)


def slug(release: Release) -> str:
    """The release in an address: `1910`, `tp-1909`."""
    return str(release).lower().replace(" ", "-")


def release_link(release: Release) -> str:
    """A link to the page of a release; its name alone where it has none."""
    if release not in releases_with_pages(release.branch):
        return str(release)
    return link(str(release), f"~/releases/{slug(release)}.md")


def before(release: Release) -> Release | None:
    """The release before, of those that have a page; None for the first of its branch."""
    several = releases_with_pages(release.branch)
    place = several.index(release)
    return several[place - 1] if place else None


def after(release: Release) -> Release | None:
    """The release after, of those that have a page; None for the last of its branch."""
    return next((one for one in releases_with_pages(release.branch) if one > release), None)


def with_it(release: Release) -> tuple[Change, ...]:
    """What changes with a release; for the first of its branch, what is there from the first."""
    earlier = before(release)
    if earlier is not None:
        return tuple(changes(earlier, release))
    return tuple(Change(one, False, True) for one in EVERY_ABILITY if one.at(release))
