"""Covering arrays, by law: every combination that is possible stands in some row, and no row has a clash."""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dod_model.kit.covering import Pair, covering

Rows = list[tuple[int, ...]]
Clash = Callable[[Pair, Pair], bool]


def nothing_clashes(_: Pair, __: Pair) -> bool:
    return False


def both_odd(first: Pair, second: Pair) -> bool:
    """Odd levels of the first two factors clash; each goes with level 0, so every row can be filled."""
    return {first[0], second[0]} == {0, 1} and first[1] % 2 == second[1] % 2 == 1


def two_camps(first: Pair, second: Pair) -> bool:
    """The levels of the first two factors are of two camps, as releases of two branches are; 4 is of neither."""
    return {first[0], second[0]} == {0, 1} and 4 not in (first[1], second[1]) and (first[1] % 2 != second[1] % 2)


CLASHES: dict[str, Clash] = {"nothing": nothing_clashes, "odd levels": both_odd, "two camps": two_camps}


def possible(pairs: Sequence[Pair], clash: Clash) -> bool:
    return not any(clash(*two) or clash(*reversed(two)) for two in combinations(pairs, 2))


def wanted(sizes: Sequence[int], strength: int, clash: Clash) -> Iterator[tuple[Pair, ...]]:
    """Every possible combination of levels of so many factors."""
    for factors in combinations(range(len(sizes)), strength):
        for levels in product(*(range(sizes[factor]) for factor in factors)):
            pairs = tuple(zip(factors, levels, strict=True))
            if possible(pairs, clash):
                yield pairs


def missing(rows: Rows, sizes: Sequence[int], strength: int, clash: Clash) -> list[tuple[Pair, ...]]:
    stand = {two for row in rows for two in combinations(tuple(enumerate(row)), strength)}
    return [pairs for pairs in wanted(sizes, strength, clash) if pairs not in stand]


def least(sizes: Sequence[int], strength: int) -> int:
    """So many rows are needed at least where nothing clashes."""
    largest = sorted(sizes, reverse=True)[:strength]
    return largest[0] * largest[1] * (largest[2] if strength == 3 else 1)


sizes_and_strength = st.tuples(
    # In two camps each needs its levels.
    st.builds(
        lambda first, more: [*first, *more],
        st.tuples(st.integers(2, 5), st.integers(2, 5)),
        st.lists(st.integers(1, 5), min_size=1, max_size=5),
    ),
    st.sampled_from((2, 3)),
)


@pytest.mark.parametrize("clash", CLASHES.values(), ids=CLASHES)
class TestByLaw:
    @given(asked=sizes_and_strength)
    def test_every_possible_combination_stands_in_some_row(self, clash: Clash, asked: tuple[list[int], int]) -> None:
        assert missing(covering(*asked, clash), *asked, clash) == []

    @given(asked=sizes_and_strength)
    def test_rows_have_a_level_for_each_factor_and_none_that_clash(
        self, clash: Clash, asked: tuple[list[int], int]
    ) -> None:
        sizes, strength = asked
        for row in covering(sizes, strength, clash):
            assert len(row) == len(sizes)
            assert all(0 <= level < size for level, size in zip(row, sizes, strict=True))
            assert possible(tuple(enumerate(row)), clash)

    @given(asked=sizes_and_strength)
    def test_the_same_is_asked_and_given_twice(self, clash: Clash, asked: tuple[list[int], int]) -> None:
        first = covering(*asked, clash)
        assert covering(*asked, clash) == first
        assert len(set(first)) == len(first)

    @given(asked=sizes_and_strength)
    def test_there_are_no_more_rows_than_combinations(self, clash: Clash, asked: tuple[list[int], int]) -> None:
        rows = covering(*asked, clash)
        assert len(rows) <= sum(1 for _ in wanted(*asked, clash))


@pytest.mark.parametrize(
    ("sizes", "strength"),
    [((2, 3), 2), ((3, 2, 2), 3), ((4, 1, 1, 1), 2), ((5, 4, 1), 3), ((1, 1, 1), 2)],
)
def test_as_few_rows_as_there_can_be(sizes: tuple[int, ...], strength: int) -> None:
    assert len(covering(sizes, strength, nothing_clashes)) == least(sizes, strength)


@pytest.mark.parametrize("strength", [2, 3])
def test_far_fewer_rows_than_the_full_product(strength: int) -> None:
    """Ten factors of three levels have 59,049 rows; the least that there can be are 9 and 27."""
    rows = covering([3] * 10, strength, nothing_clashes)
    assert least([3] * 10, strength) < len(rows) < 3 * least([3] * 10, strength)


def test_what_does_not_matter_is_at_its_first_level() -> None:
    rows = covering((3, 2, 1, 1), 2, nothing_clashes)
    assert {row[2:] for row in rows} == {(0, 0)}


def test_where_the_first_level_clashes_the_next_one_is_taken() -> None:
    def first_levels_clash(first: Pair, second: Pair) -> bool:
        return first[1] == second[1] == 0 and abs(first[0] - second[0]) == 1

    rows = covering((2, 2, 2), 2, first_levels_clash)
    assert missing(rows, (2, 2, 2), 2, first_levels_clash) == []
    assert all(possible(tuple(enumerate(row)), first_levels_clash) for row in rows)


@pytest.mark.parametrize(
    ("sizes", "strength"), [((2, 2), 1), ((2, 2, 2, 2), 4), ((2,), 2), ((), 2), ((2, 2), 3), ((2, 0, 2), 2)]
)
def test_what_is_not_made_is_refused(sizes: tuple[int, ...], strength: int) -> None:
    with pytest.raises(ValueError, match=f"strength {strength}"):
        covering(sizes, strength, nothing_clashes)


def test_levels_that_leave_none_of_another_factor_are_refused() -> None:
    with pytest.raises(ValueError, match="no level of factor 1 goes with"):
        covering((2, 2, 2), 2, lambda first, second: (0, 1) in (first, second) and 1 in (first[0], second[0]))
