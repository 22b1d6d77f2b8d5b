"""Both sides of every boundary of every ability: all of them are there, and something differs across each."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import pytest

from dod_model.abilities import ABILITIES, OF_A_RUN, Ability, representatives
from dod_model.assessment import assess
from dod_model.kit.boundaries import NOT_SHOWN, SHOWN_BY, boundaries, slug
from dod_model.kit.dials import DIALS, RELEASES, START, Dial
from dod_model.kit.expecting import expected, standing
from dod_model.kit.format import Vector
from dod_model.releases import Branch, Release, current_branch, preview
from dod_model.site import Site

SHOWN = [ability for ability in ABILITIES if ability.id in SHOWN_BY]


class Crossing(NamedTuple):
    """A release at which an ability begins or ends, and the one before it."""

    ability: Ability
    before: Release
    at: Release


def before(release: Release) -> Release:
    if release.branch is Branch.CURRENT:
        return current_branch()[current_branch().index(release) - 1]
    year, month = divmod(release.number, 100)
    return preview(release.number - 1 if month > 1 else (year - 1) * 100 + 12)


def crossings() -> Iterator[Crossing]:
    for ability in SHOWN:
        for branch in Branch:
            # The first is the oldest release of all, before which there is nothing.
            for release in representatives(branch, (ability,))[1:]:
                yield Crossing(ability, before(release), release)


CROSSINGS = list(crossings())
each_crossing = pytest.mark.parametrize("crossing", CROSSINGS, ids=lambda one: f"{one.ability.id} at {one.at}")


@cache
def by_id() -> dict[str, Vector]:
    found = list(boundaries())
    assert len({vector.id for vector in found}) == len(found)
    return {vector.id.rpartition("-")[0]: vector for vector in found}


def at(ability: Ability, site: Release, client: Release) -> Iterator[Vector]:
    """The vectors of an ability in which site and client are at these releases, one for each arrangement."""
    for number in range(1, len(SHOWN_BY[ability.id]) + 1):
        yield by_id()[f"boundaries/{ability.id}/{number}/site-{slug(site)}-client-{slug(client)}"]


def differs(first: Vector, second: Vector) -> bool:
    return (first.expect, first.standing) != (second.expect, second.standing)


def some_differ(ability: Ability, one: tuple[Release, Release], other: tuple[Release, Release]) -> bool:
    return any(map(differs, at(ability, *one), at(ability, *other)))


class TestAbilities:
    def test_each_is_shown_or_there_is_a_reason(self) -> None:
        assert SHOWN_BY.keys() | NOT_SHOWN.keys() == {ability.id for ability in (*ABILITIES, *OF_A_RUN)}
        assert not SHOWN_BY.keys() & NOT_SHOWN.keys()
        assert all(SHOWN_BY.values())
        assert all(NOT_SHOWN.values())

    @pytest.mark.parametrize("ability", ABILITIES, ids=lambda ability: ability.id)
    def test_each_has_a_boundary_on_the_current_branch(self, ability: Ability) -> None:
        """So that being shown means something."""
        assert ability.id in NOT_SHOWN or any(one.ability is ability for one in CROSSINGS if one.at.row)

    @pytest.mark.parametrize("ability", SHOWN, ids=lambda ability: ability.id)
    def test_each_is_asked_on_both_branches(self, ability: Ability) -> None:
        sites = {vector.question.site.release for vector in by_id().values() if f"/{ability.id}/" in vector.id}
        assert {release.branch for release in sites if isinstance(release, Release)} == set(Branch)


@each_crossing
class TestABoundary:
    def test_is_crossed_by_the_site_by_the_client_and_by_both(self, crossing: Crossing) -> None:
        ability, old, new = crossing
        for site in (old, new):
            for client in (old, new):
                for vector in at(ability, site, client):
                    assert vector.question.site.release == site
                    assert vector.question.site.named("clients", "LT-001").release == client

    def test_shows_when_the_site_crosses_it(self, crossing: Crossing) -> None:
        ability, old, new = crossing
        assert some_differ(ability, (old, new), (new, new))
        assert some_differ(ability, (old, old), (new, new))

    def test_shows_when_the_client_crosses_it_where_its_release_counts(self, crossing: Crossing) -> None:
        ability, old, new = crossing
        others = {one.at for one in CROSSINGS if one.ability.asks_client and one.ability is not ability}
        if ability.asks_client or new not in others:
            assert some_differ(ability, (new, old), (new, new)) is ability.asks_client


@pytest.mark.parametrize("ability", ["upgrade-over-cmg", "script-over-cmg", "cmg-serves-content", "download-on-demand"])
def test_the_great_boundaries_show_in_the_outcome_alone(ability: str) -> None:
    """A tool that answers nothing else is asked for them, too."""
    for crossing in CROSSINGS:
        if crossing.ability.id == ability:
            old, new = (at(crossing.ability, release, release) for release in crossing[1:])
            assert any(one.expect.outcome is not other.expect.outcome for one, other in zip(old, new, strict=True))


CHANGING_NOTHING = {("cloud distribution points", "are stopped"), ("cloud distribution points", "may run or not")}
"""On a site that has none."""


class TestPositions:
    @pytest.mark.parametrize("option", ["on-demand", "all-first"])
    @pytest.mark.parametrize("dial", DIALS, ids=lambda dial: dial.name[:40])
    def test_each_is_asked_alone_where_it_changes_something(self, dial: Dial, option: str) -> None:
        others = [text for text in dial.positions if text != dial.healthy and (dial.name, text) not in CHANGING_NOTHING]
        if dial.name in RELEASES:
            others = [text for text in others if not text.startswith("TP ")]
        if dial.name == "Deployment options" and option == "all-first":
            others = []
        folder = f"boundaries/alone/{slug(dial.name)}/"
        found = [name for name in by_id() if name.startswith(folder) and name.endswith(f"/{option}")]
        assert found == [f"{folder}{slug(text)}/{option}" for text in others]

    def test_no_two_ask_the_same(self) -> None:
        asked = [vector.question.model_dump_json() for name, vector in by_id().items() if "/alone/" in name]
        assert len(set(asked)) == len(asked)


def test_ids_are_words_in_folders() -> None:
    assert [name for name in by_id() if not re.fullmatch(r"boundaries(/[a-z0-9]+(-[a-z0-9]+)*){3,4}", name)] == []


def test_each_says_what_it_shows() -> None:
    assert all(vector.why.endswith(".") and len(vector.why) > 40 for vector in by_id().values())


def test_the_questions_are_sound() -> None:
    for vector in by_id().values():
        site = vector.question.site
        assert Site.model_validate_json(site.to_json()) == site, vector.id
        assert vector.question.attempt.client == START.attempt.client


def test_the_answers_are_those_of_the_model() -> None:
    for vector in by_id().values():
        question = vector.question
        assessment = assess(question.site, question.attempt, question.wish)
        assert (vector.expect, vector.standing) == (expected(assessment), standing(assessment)), vector.id


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Use a boot image", "use-a-boot-image"),
        ("TP 1909", "tp-1909"),
        ("the client's \"Enabled\" -- it's (off)", "the-client-s-enabled-it-s-off"),
        (" ".join("abcdefghijklmn"), "a-b-c-d-e-f-g-h-i-j-k-l"),
        (None, "none"),
        ("", ""),
    ],
)
def test_a_slug_is_at_most_twelve_words(text: Any, expected: str) -> None:
    assert slug(text) == expected
