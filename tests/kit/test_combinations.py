"""All pairs and triples of positions stand in some row; random questions are the same for the same seed."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations, islice, product
from typing import Literal

import pytest

from dod_model.assessment import Outcome
from dod_model.attempt import Place
from dod_model.kit.combinations import COMBINED, combined, drawn, rows
from dod_model.kit.dials import DIALS, RELEASES, branches_differ, turned
from dod_model.kit.expecting import identified
from dod_model.kit.format import Vector
from dod_model.releases import Build, Release

Kind = Literal["pairs", "triples"]
Pairs = tuple[tuple[str, str], ...]
STRENGTH: dict[Kind, int] = {"pairs": 2, "triples": 3}
each_kind = pytest.mark.parametrize("kind", ["pairs", pytest.param("triples", marks=pytest.mark.slow)])


@cache
def table(kind: Kind) -> tuple[dict[str, str], ...]:
    return tuple(rows(kind))


@cache
def vectors(kind: Kind) -> tuple[Vector, ...]:
    return tuple(combined(kind))


def positions(kind: Kind) -> list[list[tuple[str, str]]]:
    """Of each dial that is combined its positions: the told ones where triples are asked for."""
    return [[(one.name, text) for text in (one.positions if kind == "pairs" else one.told)] for one in COMBINED]


def wanted(kind: Kind) -> Iterator[Pairs]:
    for levels in combinations(positions(kind), STRENGTH[kind]):
        for pairs in product(*levels):
            if not any(branches_differ(*two) for two in combinations(pairs, 2)):
                yield pairs


@each_kind
class TestRows:
    def test_all_combinations_stand_in_some_row(self, kind: Kind) -> None:
        found = {pairs for row in table(kind) for pairs in combinations(row.items(), STRENGTH[kind])}
        assert [pairs for pairs in wanted(kind) if pairs not in found] == []

    def test_each_row_has_every_dial_and_no_clash(self, kind: Kind) -> None:
        for row in table(kind):
            assert tuple(row) == tuple(one.name for one in COMBINED)
            assert not any(branches_differ(*two) for two in combinations(row.items(), 2))

    def test_there_are_hardly_more_rows_than_there_must_be(self, kind: Kind) -> None:
        """At least the product of the two or three largest dials; the two releases are of one branch."""
        site, client, *others = sorted(positions(kind), key=len, reverse=True)
        least = sum(not branches_differ(*two) for two in product(site, client))
        if kind == "triples":
            least *= len(others[0])
        assert least <= len(table(kind)) < 1.5 * least

    def test_rows_differ(self, kind: Kind) -> None:
        assert len({tuple(row.items()) for row in table(kind)}) == len(table(kind))


def test_the_place_is_left_out_for_it_hides_all_else() -> None:
    assert {one.name for one in DIALS} - {one.name for one in COMBINED} == {"the client is on"}


def test_the_triples_tell_all_there_is_to_tell() -> None:
    assert {text for row in table("triples") for text in row.values()}.isdisjoint({"unknown", "is enabled or not"})


@each_kind
class TestVectors:
    def test_each_asks_a_row(self, kind: Kind) -> None:
        assert [vector.question for vector in vectors(kind)] == [turned(row).question for row in table(kind)]

    def test_each_has_an_id_of_its_own_that_hangs_on_its_question_alone(self, kind: Kind) -> None:
        ids = [vector.id for vector in vectors(kind)]
        assert ids == [identified(f"{kind}/row", turned(row).question) for row in table(kind)]
        assert len(set(ids)) == len(ids)
        assert all(re.fullmatch(rf"{kind}/row-[0-9a-f]{{8}}", one) for one in ids)

    def test_each_tells_its_row(self, kind: Kind) -> None:
        assert len({vector.why for vector in vectors(kind)}) == len(vectors(kind))


class TestDrawn:
    def test_the_same_seed_draws_the_same(self) -> None:
        assert list(drawn(40, 7)) == list(drawn(40, 7))
        assert list(drawn(20, 7)) == list(drawn(40, 7))[:20]

    def test_another_seed_draws_others(self) -> None:
        first, second = ([vector.question for vector in drawn(40, seed)] for seed in (7, 8))
        assert first != second

    def test_so_many_are_drawn(self) -> None:
        assert [vector.id for vector in drawn(3, 11)] == ["drawn/11/1", "drawn/11/2", "drawn/11/3"]
        assert list(drawn(0, 11)) == []

    def test_they_come_when_they_are_wanted(self) -> None:
        assert len(list(islice(drawn(10**12, 1), 5))) == 5

    def test_site_and_client_are_of_one_branch(self) -> None:
        for vector in drawn(600, 3):
            site = vector.question.site
            releases = {one for one in (site.release, site.named("clients", "LT-001").release) if _told(one)}
            assert len({one.branch for one in releases if isinstance(one, Release)}) < 2

    def test_every_dial_is_turned_the_place_and_the_releases_too(self) -> None:
        found = list(drawn(600, 3))
        assert [one.name for one in DIALS if not any(f"{one.name}: " in vector.why for vector in found)] == []
        assert any(vector.question.attempt.place is Place.INTRANET for vector in found)
        assert all(any(f"{name}: TP " in vector.why for vector in found) for name in RELEASES)

    def test_every_outcome_is_among_them(self) -> None:
        assert {vector.expect.outcome for vector in drawn(600, 3)} == set(Outcome)


def _told(release: object) -> bool:
    return isinstance(release, Release | Build)
