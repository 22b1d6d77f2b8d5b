"""Dials: each position makes a sound description, and together they reach every value of every fact."""

from collections.abc import Iterator
from functools import cache
from itertools import combinations, product
from typing import Any

import pytest

from dod_model.abilities import representatives
from dod_model.attempt import Wish
from dod_model.facts import FACTS
from dod_model.kit.combinations import rows
from dod_model.kit.dials import (
    BY_NAME,
    CLIENT_RELEASE,
    DIALS,
    RELEASES,
    SITE_RELEASE,
    START,
    UNKNOWN,
    Dial,
    State,
    branches_differ,
    in_words,
    turned,
)
from dod_model.kit.healthy import ATTEMPT, HEALTHY
from dod_model.releases import Branch, Release
from dod_model.site import Site
from dod_model.situation import derive

POINTS = "cloud distribution points"
WITHOUT_POINT = {(POINTS, "are stopped"), (POINTS, "may run or not")}
"""Positions that change nothing on the healthy site, for it has no cloud distribution point."""
NOT_TOLD = {"undocumented"}
"""Facts that no description can tell."""
ALWAYS_KNOWN = {"place"}
"""Facts that are part of the question."""

POSITIONS = [(one.name, position) for one in DIALS for position in one.positions]
OTHERS = [(name, position) for name, position in POSITIONS if position != BY_NAME[name].healthy]
each_dial = pytest.mark.parametrize("dial", DIALS, ids=lambda dial: dial.name[:40])
each_other = pytest.mark.parametrize(("name", "position"), OTHERS)


def sound(site: Site) -> bool:
    return Site.model_validate_json(site.to_json()) == site


def alone(name: str, position: str) -> dict[str, str]:
    """A position, and where it is a release of the other branch, the other side of that branch, too."""
    positions = {name: position}
    if name in RELEASES and position.startswith("TP "):
        positions = dict.fromkeys(sorted(RELEASES), position)
    return positions


def known(state: State) -> dict[str, Any]:
    facts = derive(state.site, state.attempt).known()
    return {name: facts.get(name, UNKNOWN) for name in FACTS}


@cache
def reached() -> dict[str, frozenset[Any]]:
    """Of each fact the values that positions bring about, alone or in the rows in which each two stand together."""
    found = [known(turned(alone(*one))) for one in POSITIONS]
    found += [known(turned(row)) for row in rows("pairs")]
    return {name: frozenset(one[name] for one in found) for name in FACTS}


class TestADial:
    def test_has_a_name_of_its_own(self) -> None:
        assert len(BY_NAME) == len(DIALS)
        assert list(BY_NAME.values()) == list(DIALS)

    @each_dial
    def test_stands_for_several_things(self, dial: Dial) -> None:
        assert len(dial.positions) > 1

    @each_dial
    def test_does_nothing_in_its_first_position(self, dial: Dial) -> None:
        assert turned({dial.name: dial.healthy}) is START
        assert dial.healthy == next(iter(dial.positions))

    @each_other
    def test_makes_a_sound_description_in_each_other(self, name: str, position: str) -> None:
        assert sound(turned(alone(name, position)).site)

    @each_other
    def test_changes_something_in_each_other(self, name: str, position: str) -> None:
        assert (turned(alone(name, position)) == START) is ((name, position) in WITHOUT_POINT)

    @each_dial
    def test_means_something_else_in_each_position(self, dial: Dial) -> None:
        before = {"all content is": "on the gateway and on a cloud distribution point"} if dial.name == POINTS else {}
        states = [turned({**before, **alone(dial.name, position)}) for position in dial.positions]
        assert all(one != other for one, other in combinations(states, 2))

    @each_dial
    def test_tells_all_in_its_told_positions(self, dial: Dial) -> None:
        told = {**{one.name: one.told[0] for one in DIALS}, "the user is": "administrator"}
        for position in dial.told:
            state = turned({**told, **alone(dial.name, position)})
            assert {name for name, value in known(state).items() if value is UNKNOWN} == NOT_TOLD, position


class TestTogether:
    @pytest.mark.parametrize("kind", ["pairs", "triples"])
    def test_any_positions_make_a_sound_description(self, kind: Any) -> None:
        assert [row for row in rows(kind) if not sound(turned(row).site)] == []

    def test_the_order_in_which_positions_are_told_does_not_matter(self) -> None:
        positions = {"the steps are": UNKNOWN, "a child task sequence": "is enabled", "the gateway": "does not exist"}
        assert turned(positions) == turned(dict(reversed(positions.items())))

    def test_turning_nothing_leaves_the_healthy_site(self) -> None:
        assert turned({}) == START == State(HEALTHY, ATTEMPT, Wish.ON_DEMAND)

    @pytest.mark.parametrize(
        "positions",
        [{"the weather": "is fine"}, {"the gateway": "is fine"}, {"the gateway": "runs", "the weather": "is fine"}],
    )
    def test_strangers_are_refused(self, positions: dict[str, str]) -> None:
        with pytest.raises(KeyError, match=r"is fine|the weather"):
            turned(positions)

    def test_a_question_is_what_was_turned(self) -> None:
        state = turned({"the wish is": "that it runs", "it is started": "pxe"})
        assert (state.question.site, state.question.attempt, state.question.wish) == state
        assert state.question.play is None
        assert type(state.question).model_validate_json(state.question.model_dump_json()) == state.question


class TestReleases:
    @pytest.mark.parametrize(
        ("site", "client", "differ"),
        [
            ("1910", "1806", False),
            ("TP 1909", "TP 1802", False),
            ("1910", "TP 1909", True),
            ("TP 1909", "1910", True),
            (UNKNOWN, "TP 1909", False),
            ("1910", UNKNOWN, False),
        ],
    )
    def test_of_two_branches_do_not_go_together(self, site: str, client: str, differ: bool) -> None:
        first, second = (SITE_RELEASE, site), (CLIENT_RELEASE, client)
        assert branches_differ(first, second) is branches_differ(second, first) is differ

    def test_go_with_all_else(self) -> None:
        assert not branches_differ((SITE_RELEASE, "TP 1909"), ("it is started", "pxe"))

    def test_each_side_has_one_of_each_stretch_in_which_nothing_changes(self) -> None:
        wanted = {str(release) for branch in Branch for release in representatives(branch)}
        for name in RELEASES:
            assert set(BY_NAME[name].positions) == wanted | {UNKNOWN}
            assert BY_NAME[name].healthy == "1910"


class TestInWords:
    def test_only_what_is_not_healthy_is_told(self) -> None:
        assert in_words({"Purpose": "Available", "the gateway": "is stopped"}) == "the gateway: is stopped"

    def test_all_is_in_order(self) -> None:
        assert in_words({}) == in_words({one.name: one.healthy for one in DIALS}) == "everything is in order"


class TestFacts:
    """What requirements ask about is reached: each value, and not knowing it."""

    @pytest.mark.parametrize("fact", sorted(FACTS.keys() - NOT_TOLD))
    def test_each_value_is_reached(self, fact: str) -> None:
        spec = FACTS[fact]
        values = spec.values
        if spec.type is Release:
            values = tuple(release for branch in Branch for release in representatives(branch))
        assert set(values) <= reached()[fact]

    @pytest.mark.parametrize("fact", sorted(FACTS.keys() - NOT_TOLD - ALWAYS_KNOWN))
    def test_not_knowing_it_is_reached(self, fact: str) -> None:
        assert UNKNOWN in reached()[fact]

    @pytest.mark.slow
    def test_two_values_that_two_dials_bring_about_stand_together_in_some_row_of_the_triples(self) -> None:
        """Also where one dial hides what another does. Of values that are told, all of them; with unknowns, most."""
        found = {pair for row in rows("triples") for pair in value_pairs(row)}
        wanted = {pair for positions in two_turned() for pair in value_pairs(positions)}
        told = {pair for pair in wanted if all(value is not UNKNOWN for _, value in pair)}
        assert told - found == set()
        with_pairs = found | {pair for row in rows("pairs") for pair in value_pairs(row)}
        assert len(wanted - with_pairs) < len(wanted) / 100


def two_turned() -> Iterator[dict[str, str]]:
    for one, other in combinations((dial for dial in DIALS if dial.name != "the client is on"), 2):
        for position, another in product(one.positions, other.positions):
            positions = {one.name: position, other.name: another}
            site, client = ((name, positions.get(name, "1910")) for name in (SITE_RELEASE, CLIENT_RELEASE))
            if not branches_differ(site, client):
                yield positions


def value_pairs(positions: dict[str, str]) -> Iterator[tuple[tuple[str, Any], tuple[str, Any]]]:
    return combinations(known(turned(positions)).items(), 2)
