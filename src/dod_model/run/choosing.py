"""Where the product chooses at random: the first, the one that a seed gives, or every one in turn."""

from __future__ import annotations

from hashlib import sha256
from typing import Protocol


class Chooser(Protocol):
    """Chooses one of several."""

    def choose(self, count: int) -> int:
        """The place of the chosen one among so many, from 0."""


class First:
    """Always chooses the first, so that runs can be compared."""

    def choose(self, count: int) -> int:
        """The first place."""
        del count
        return 0


class Seeded:
    """Chooses by a seed: the same seed gives the same choices, on every machine."""

    def __init__(self, seed: int) -> None:
        """Begin with this seed."""
        self._seed = seed
        self._made = 0

    def choose(self, count: int) -> int:
        """A place that depends on the seed and on how many choices went before."""
        self._made += 1
        digest = sha256(f"{self._seed}/{self._made}".encode()).digest()
        return int.from_bytes(digest[:8], "big") % count


class EveryWay:
    """Goes through all ways to choose, one run after the other.

    `choose` follows the way of this run and takes the first beyond it; `turn` moves on to the next way.
    """

    def __init__(self) -> None:
        """Begin with the first of everything."""
        self._way: list[list[int]] = []
        self._made = 0

    def choose(self, count: int) -> int:
        """The place on the way of this run."""
        if self._made == len(self._way):
            self._way.append([0, count])
        self._made += 1
        return self._way[self._made - 1][0]

    def turn(self) -> bool:
        """Move on to the next way; False if there is none."""
        self._made = 0
        while self._way and self._way[-1][0] + 1 == self._way[-1][1]:
            self._way.pop()
        if not self._way:
            return False
        self._way[-1][0] += 1
        return True
