"""Both sides of every boundary of every ability, and every position of every dial by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from dod_model.abilities import (
    ABILITIES,
    BOOT_IMAGE_OVER_CMG,
    CLOUD_DP_CAN_BE_MADE,
    CMDLET_FOR_CMG_CONTENT,
    CMG_SERVES_CONTENT,
    DEFECT_2002,
    OF_A_RUN,
    ON_DEMAND,
    OTHER_OPTIONS_REFUSED_IN_WORDS,
    SCRIPT_OVER_CMG,
    START_METHODS_STATED,
    UPGRADE_OVER_CMG,
    Ability,
    representatives,
)
from dod_model.kit.dials import DIALS, State, branches_differ, client_at, in_words, site_at, turned
from dod_model.kit.expecting import identified, vector
from dod_model.kit.format import Vector
from dod_model.releases import Branch, Release, current_branch

ALL_FIRST = {"Deployment options": "Download all content locally before starting task sequence"}
FROM_POINT = {
    "Deployment options": "Access content directly from a distribution point when needed by the running task sequence"
}
SCRIPT = {"it is an upgrade": "No"}
IMAGING = {**SCRIPT, "Use a boot image": "on"}
ON_POINT = {**ALL_FIRST, "all content is": "on a cloud distribution point"}
"""Before 1806 it is the one way in which a task sequence runs over the internet."""

SHOWN_BY: Mapping[str, tuple[Mapping[str, str], ...]] = {
    UPGRADE_OVER_CMG.id: (ALL_FIRST, ON_POINT),
    SCRIPT_OVER_CMG.id: ({**SCRIPT, **ALL_FIRST}, SCRIPT, {**SCRIPT, **ON_POINT}),
    BOOT_IMAGE_OVER_CMG.id: (IMAGING, {**IMAGING, **ALL_FIRST}, {"Use a boot image": "on"}),
    CMG_SERVES_CONTENT.id: (
        ALL_FIRST,
        {**ALL_FIRST, "all content is": "on the gateway and on a cloud distribution point"},
    ),
    ON_DEMAND.id: ({}, ALL_FIRST, SCRIPT),
    DEFECT_2002.id: (
        {"HTTPS": "off"},
        {"the client was registered": "with a bulk registration token"},
    ),
    CLOUD_DP_CAN_BE_MADE.id: (ON_POINT,),
    START_METHODS_STATED.id: (
        {**ALL_FIRST, "it is started": "boot-media"},
        {**ALL_FIRST, "it is started": "schedule", "Purpose": "Required"},
    ),
    OTHER_OPTIONS_REFUSED_IN_WORDS.id: (FROM_POINT,),
}
"""By the id of an ability, arrangements in which an answer, or its standing, changes with it."""
NOT_SHOWN = {
    CMDLET_FOR_CMG_CONTENT.id: "it decides which cmdlet a remedy names, and answers have no remedies",
    **{one.id: "it shows in a run only, and runs are asked by the features" for one in OF_A_RUN},
}
"""Abilities that no answer changes with, and why."""
OPTIONS: Mapping[str, Mapping[str, str]] = {"on-demand": {}, "all-first": ALL_FIRST}
"""The download options with which every position is asked."""


class Side(NamedTuple):
    """Releases of site and client, on one side of a boundary."""

    site: Release
    client: Release


def boundaries() -> Iterator[Vector]:
    """The vectors, in a stable order."""
    yield from _of_abilities()
    yield from _of_positions()


def _of_abilities() -> Iterator[Vector]:
    for ability in ABILITIES:
        for number, positions in enumerate(SHOWN_BY.get(ability.id, ()), start=1):
            for branch in Branch:
                for side in dict.fromkeys(_sides(ability, branch)):
                    yield _vector(ability, number, positions, side)


def _vector(ability: Ability, number: int, positions: Mapping[str, str], side: Side) -> Vector:
    state = _at(turned(positions), side)
    name = f"boundaries/{ability.id}/{number}/site-{slug(side.site)}-client-{slug(side.client)}"
    why = f"{ability.statement} The site is at {side.site}, the client at {side.client}; {in_words(positions)}."
    return vector(identified(name, state.question), state.question, why=why)


def _at(state: State, side: Side) -> State:
    return client_at(side.client)(site_at(side.site)(state))


def _sides(ability: Ability, branch: Branch) -> Iterator[Side]:
    """Just before and at each boundary of the ability: of the site, of the client, and of both at once."""
    for release in _boundaries(ability, branch):
        before = _before(release, branch)
        for one in (release, before) if before else (release,):
            yield Side(one, one)
        if before:
            yield Side(before, release)
            yield Side(release, before)


def _boundaries(ability: Ability, branch: Branch) -> tuple[Release, ...]:
    return representatives(branch, (ability,))


def _before(release: Release, branch: Branch) -> Release | None:
    """The release before this one; on the previews the month before, for any month may have had one."""
    if branch is Branch.CURRENT:
        older = [one for one in current_branch() if one < release]
        return older[-1] if older else None
    older = [one for one in _previews() if one < release]
    return older[-1] if older else None


def _previews() -> tuple[Release, ...]:
    months = [year * 100 + month for year in range(15, 27) for month in range(1, 13)]
    return tuple(Release(Branch.TECHNICAL_PREVIEW, number) for number in months if number >= 1512)


def _of_positions() -> Iterator[Vector]:
    """Every position of every dial where all else is in order, with each download option."""
    for one in DIALS:
        for position in one.positions:
            for option, rest in OPTIONS.items():
                positions = {**rest, one.name: position}
                if _shows(positions, rest):
                    name = f"boundaries/alone/{slug(one.name)}/{slug(position)}/{option}"
                    why = f"One thing is not as usual, and the download option. {in_words(positions)}."
                    question = turned(positions).question
                    yield vector(identified(name, question), question, why=why)


def _shows(positions: Mapping[str, str], rest: Mapping[str, str]) -> bool:
    """Whether the position is not that of the rest, goes with it, and changes something."""
    return len(positions) > len(rest) and _fits(positions) and turned(positions) != turned(rest)


def _fits(positions: Mapping[str, str]) -> bool:
    """Whether the position goes with the healthy release of the other side."""
    site, client = ((one.name, positions.get(one.name, one.healthy)) for one in DIALS[:2])
    return not branches_differ(site, client)


def slug(text: object) -> str:
    """A text as a part of an id: at most twelve words of letters and digits."""
    words = "".join(mark if mark.isalnum() else " " for mark in str(text).lower()).split()
    return "-".join(words[:12])
