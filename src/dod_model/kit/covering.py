"""Covering arrays: few rows in which every combination of two or three positions stands together somewhere.

The rows grow dial by dial (the in-parameter-order way). A set of positions is one whole number whose bits are the
positions, so that what a row covers is counted by machine words and not one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, product

Pair = tuple[int, int]
"""A factor and one of its levels, by their numbers."""


class Covering:
    """A covering array in the making.

    Args:
        sizes: how many levels each factor has; level 0 is the one that is taken where it does not matter.
        strength: 2 for all pairs, 3 for all triples.
        clash: whether two levels cannot stand together; combinations with such a pair are not covered.
    """

    def __init__(self, sizes: Sequence[int], strength: int, clash: Callable[[Pair, Pair], bool]) -> None:
        """Order the factors by size, the largest first, and build the rows."""
        self._sizes = sizes
        self._order = sorted(range(len(sizes)), key=lambda factor: (-sizes[factor], factor))
        self._strength = strength
        self._base: dict[int, int] = {}
        width = 0
        for factor in self._order:
            self._base[factor] = width
            width += sizes[factor]
        self._width = width
        self._clashes = self._clashing(clash)
        self._rows: list[dict[int, int]] = []

    def _clashing(self, clash: Callable[[Pair, Pair], bool]) -> dict[int, int]:
        """For each position the set of those that cannot stand beside it."""
        sets: dict[int, int] = {}
        pairs = [(factor, level) for factor in self._order for level in range(self._sizes[factor])]
        for first in pairs:
            sets[self._bit(*first)] = sum(
                1 << self._bit(*second) for second in pairs if first[0] != second[0] and clash(first, second)
            )
        return sets

    def _bit(self, factor: int, level: int) -> int:
        return self._base[factor] + level

    def rows(self) -> list[tuple[int, ...]]:
        """The rows: for each factor, in the order in which they were given, its level."""
        first = self._order[: self._strength]
        for levels in product(*(range(self._sizes[factor]) for factor in first)):
            row = dict(zip(first, levels, strict=True))
            if self._possible(row):
                self._rows.append(row)
        for number in range(self._strength, len(self._order)):
            self._add(self._order[:number], self._order[number])
        return [self._filled(row) for row in self._rows]

    def _possible(self, row: dict[int, int]) -> bool:
        bits = [self._bit(*pair) for pair in row.items()]
        present = sum(1 << bit for bit in bits)
        return not any(self._clashes[bit] & present for bit in bits)

    def _add(self, before: Sequence[int], factor: int) -> None:
        """Give every row a level of one more factor, and add rows for what is then not covered."""
        wanted = [self._wanted(before, factor, level) for level in range(self._sizes[factor])]
        for row in self._rows:
            self._extend(row, factor, wanted)
        for level, left in enumerate(wanted):
            for combination in list(self._combinations(left)):
                self._place({**combination, factor: level})

    def _extend(self, row: dict[int, int], factor: int, wanted: list[int]) -> None:
        """Choose the level that covers most of what is wanted; the first of those that cover as much."""
        covered, present = self._covers(row)
        best, most = 0, -1
        for level, left in enumerate(wanted):
            if self._clashes[self._bit(factor, level)] & present:
                continue
            count = (covered & left).bit_count()
            if count > most:
                best, most = level, count
        if most > 0:
            row[factor] = best
            wanted[best] &= ~covered

    def _covers(self, row: dict[int, int]) -> tuple[int, int]:
        """The combinations of one fewer than the strength that stand in a row, as a set; and its positions."""
        bits = sorted(self._bit(*pair) for pair in row.items())
        present = sum(1 << bit for bit in bits)
        if self._strength == 2:
            return present, present
        covered = 0
        for bit in bits:
            covered |= (present & ((1 << bit) - 1)) << (bit * self._width)
        return covered, present

    def _wanted(self, before: Sequence[int], factor: int, level: int) -> int:
        """The combinations that have to stand beside a level of the new factor, as a set."""
        fewer = self._strength - 1
        found = 0
        for factors in combinations(before, fewer):
            for levels in product(*(range(self._sizes[one]) for one in factors)):
                pairs = dict(zip(factors, levels, strict=True))
                if self._possible({**pairs, factor: level}):
                    bits = sorted(self._bit(*pair) for pair in pairs.items())
                    found |= 1 << (bits[0] if fewer == 1 else bits[1] * self._width + bits[0])
        return found

    def _combinations(self, found: int) -> Iterator[dict[int, int]]:
        """The combinations in a set, as factors with their levels."""
        while found:
            lowest = found & -found
            found ^= lowest
            index = lowest.bit_length() - 1
            bits = (index,) if self._strength == 2 else divmod(index, self._width)
            yield dict(self._pair(bit) for bit in bits)

    def _pair(self, bit: int) -> Pair:
        factor = max((one for one in self._order if self._base[one] <= bit), key=self._base.__getitem__)
        return factor, bit - self._base[factor]

    def _place(self, combination: dict[int, int]) -> None:
        """Make sure that a combination stands in some row: in one that has room for it, or in a new one."""
        for row in reversed(self._rows):
            if all(row.get(factor, level) == level for factor, level in combination.items()):
                if all(factor in row for factor in combination):
                    return
                joined = {**row, **combination}
                if self._possible(joined):
                    row.update(combination)
                    return
        self._rows.append(combination)

    def _filled(self, row: dict[int, int]) -> tuple[int, ...]:
        """A row with what does not matter at level 0, or at the first level that does not clash."""
        full = dict(row)
        for factor in self._order:
            if factor not in full:
                full[factor] = self._going_with(full, factor)
        return tuple(full[factor] for factor in range(len(self._sizes)))

    def _going_with(self, row: dict[int, int], factor: int) -> int:
        for level in range(self._sizes[factor]):
            if self._possible({**row, factor: level}):
                return level
        message = f"no level of factor {factor} goes with the levels {row} of others"
        raise ValueError(message)


def covering(sizes: Sequence[int], strength: int, clash: Callable[[Pair, Pair], bool]) -> list[tuple[int, ...]]:
    """A covering array.

    Args:
        sizes: how many levels each factor has.
        strength: 2 for all pairs of levels, 3 for all triples.
        clash: whether two levels cannot stand together.

    Returns:
        Rows, each with a level for each factor; the same for the same arguments.

    Raises:
        ValueError: the strength is neither 2 nor 3, there are fewer factors, or one without a level; or levels that do
            not clash with one another leave none of another factor.
    """
    if strength not in (2, 3) or len(sizes) < strength or min(sizes) < 1:
        message = f"a covering array of strength {strength} over factors of {list(sizes)} levels is not made here"
        raise ValueError(message)
    return Covering(sizes, strength, clash).rows()
