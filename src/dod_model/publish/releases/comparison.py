"""The page that compares two releases, and the data that it is made of in the reader's browser."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from dod_model.abilities import ON_DEMAND, Ability
from dod_model.cli.compare import KINDS
from dod_model.publish.markdown import anchor, heading, page, table
from dod_model.publish.material import Pages
from dod_model.publish.releases.changes import (
    EVERY_ABILITY,
    all_previews,
    before,
    release_link,
    releases_with_pages,
    slug,
    title,
)
from dod_model.publish.releases.hanging import hanging_on
from dod_model.publish.releases.index import ability_link, lifetime
from dod_model.releases import Branch, Release, current, current_branch
from dod_model.requirements import Requirement

INTRODUCTION = """\
Choose two releases of one branch: what begins, ends or changes from the one to the other, and which requirements are
answered differently. `dod compare` says the same, and with a site file also what changes for its deployments."""

WITHOUT = "The choice needs JavaScript. The tables below have the same for every release."

MATRIX = """\
*yes*: the release has it; *no*: it has it not; *?*: no document says."""

PREVIEWS = """\
Previews came about every month. One that is not in the table is as the last one before it."""

SIGNS = {True: "yes", False: "no", None: "?"}
LETTERS = {True: "y", False: "n", None: "?"}
BOX = '<div class="dod-compare" data-dod="compare" data-source="../compare.json" data-first="{}"><p>{}</p></div>'


def comparison_pages() -> Pages:
    """The page, and its data."""
    return {
        "releases/compare.md": page("Compare two releases", INTRODUCTION, _lines()),
        "releases/compare.json": json.dumps(comparison_data(), ensure_ascii=False, indent=1) + "\n",
    }


def _lines() -> Iterator[str]:
    yield from (BOX.format(_first_choice(), WITHOUT), "")
    for branch, words in ((Branch.CURRENT, ""), (Branch.TECHNICAL_PREVIEW, f" {PREVIEWS}")):
        shown = releases_with_pages(branch)
        name = branch.value.capitalize()
        yield from (heading(2, name, slug_of(branch)), "", MATRIX + words, "")
        yield from table(("Ability", "When", *map(release_link, shown)), _matrix(branch))
        yield ""


def _first_choice() -> str:
    """The releases that are compared first: those between which it became possible."""
    first = current(ON_DEMAND.current.since or 0)
    return f"{slug(before(first) or first)}..{slug(first)}"


def slug_of(branch: Branch) -> str:
    """The branch in an address."""
    return branch.value.replace(" ", "-")


def _matrix(branch: Branch) -> Iterator[tuple[str, ...]]:
    for one in EVERY_ABILITY:
        signs = (SIGNS[one.at(release)] for release in releases_with_pages(branch))
        yield ability_link(one), lifetime(one, branch), *signs


def comparison_data() -> dict[str, Any]:
    """What each release has, and what is said of a change. Addresses are those from the page.

    Returns:
        ``kinds``: what is said of a change, by the letters before and after (y, n, ? for unsaid); ``abilities``, in the
        order in which they are told; ``branches``, each with its releases, whose ``answers`` have a letter for each
        ability.
    """
    return {
        "kinds": {LETTERS[was] + LETTERS[will]: words for (was, will), words in KINDS.items()},
        "abilities": [_ability(one) for one in EVERY_ABILITY],
        "branches": [
            {"name": "Current branch", "releases": [_release(one) for one in current_branch()]},
            {"name": "Technical previews", "releases": [_release(one) for one in all_previews()]},
        ],
    }


def _release(release: Release) -> dict[str, str]:
    answers = "".join(LETTERS[one.at(release)] for one in EVERY_ABILITY)
    found = {"id": slug(release), "name": str(release), "answers": answers}
    if release in releases_with_pages(release.branch):
        found["href"] = f"../{slug(release)}/"
    return found


def _ability(one: Ability) -> dict[str, Any]:
    hanging = hanging_on(one)
    return {
        "id": one.id,
        "name": title(one),
        "statement": one.statement,
        "defect": one.is_defect,
        "documents": one.about_documents,
        "cites": [{"id": number, "href": f"../../documents/statements/#{anchor(number)}"} for number in one.cites],
        "covered": hanging.covered,
        "requirements": [{**_requirement(each), "what": what} for each, what in hanging.told()],
    }


def _requirement(one: Requirement) -> dict[str, str]:
    return {"id": one.id, "statement": one.statement, "href": f"../../requirements/{one.id}/"}
