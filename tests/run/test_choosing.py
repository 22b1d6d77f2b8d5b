"""Choices: the first, by seed the same everywhere, or every way in turn."""

from __future__ import annotations

import pytest

from dod_model.run.choosing import EveryWay, First, Seeded


def ways(*counts: int) -> list[list[int]]:
    """Every way to choose among so many, one after the other."""
    chooser, found = EveryWay(), []
    while True:
        found.append([chooser.choose(count) for count in counts])
        if not chooser.turn():
            return found


def test_first_is_always_the_first() -> None:
    assert [First().choose(count) for count in (1, 2, 7)] == [0, 0, 0]


# Written out: the same on every machine and with every version of Python.
@pytest.mark.parametrize(
    ("seed", "chosen"),
    [
        (0, [2, 0, 0, 2, 1, 2, 2, 2, 0, 1, 1, 2]),
        (1, [2, 1, 2, 0, 1, 1, 0, 2, 1, 2, 1, 0]),
        (-1, [0, 0, 2, 1, 0, 1, 1, 0, 1, 1, 2, 0]),
        (10**30, [0, 0, 2, 1, 0, 0, 0, 0, 1, 0, 0, 2]),
    ],
)
def test_a_seed_gives_the_same_everywhere(seed: int, chosen: list[int]) -> None:
    chooser = Seeded(seed)
    assert [chooser.choose(3) for _ in range(12)] == chosen


def test_a_seed_reaches_every_place_about_as_often() -> None:
    chooser = Seeded(7)
    chosen = [chooser.choose(4) for _ in range(4_000)]
    assert all(900 < chosen.count(place) < 1_100 for place in range(4))


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((), [[]]),
        ((2,), [[0], [1]]),
        ((2, 3), [[0, 0], [0, 1], [0, 2], [1, 0], [1, 1], [1, 2]]),
        ((1, 2, 1), [[0, 0, 0], [0, 1, 0]]),
    ],
)
def test_every_way_is_gone_once(counts: tuple[int, ...], expected: list[list[int]]) -> None:
    assert ways(*counts) == expected


def test_ways_of_different_length_are_all_gone() -> None:
    chooser, found = EveryWay(), []
    while True:
        way = [chooser.choose(3)]
        if way[0] == 1:
            way.append(chooser.choose(2))
        found.append(way)
        if not chooser.turn():
            break
    assert found == [[0], [1, 0], [1, 1], [2]]
