"""Covering arrays over the dials: every pair, and every triple, of positions stands together in some question.

The triples are of what is told: so they are asked of every tool, also of one that has no notion of the unknown. The
pairs are of all positions, the unknown ones too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from random import Random
from typing import Literal

from dod_model.kit.covering import Pair, covering
from dod_model.kit.dials import DIALS, branches_differ, in_words, turned
from dod_model.kit.expecting import identified, vector
from dod_model.kit.format import Vector

COMBINED = tuple(one for one in DIALS if one.name != "the client is on")
"""Every dial but that of the place: on the intranet nothing else counts, so it would hide what stands beside it."""
STRENGTH = {"pairs": 2, "triples": 3}


def combined(kind: Literal["pairs", "triples"]) -> Iterator[Vector]:
    """The vectors of a covering array, in a stable order."""
    for positions in rows(kind):
        yield _vector(kind, positions)


def rows(kind: Literal["pairs", "triples"]) -> Iterator[dict[str, str]]:
    """The rows of a covering array: for each dial its position."""
    names = [list(one.positions) if kind == "pairs" else list(one.told) for one in COMBINED]

    def clash(first: Pair, second: Pair) -> bool:
        one, other = ((COMBINED[factor].name, names[factor][level]) for factor, level in (first, second))
        return branches_differ(one, other)

    for row in covering([len(levels) for levels in names], STRENGTH[kind], clash):
        yield {one.name: names[factor][row[factor]] for factor, one in enumerate(COMBINED)}


def drawn(count: int, seed: int) -> Iterator[Vector]:
    """Random questions, the same for the same seed: most dials are in their healthy position, a few are not.

    Args:
        count: how many.
        seed: chooses them.
    """
    random = Random(seed)  # noqa: S311 - nothing secret hangs on it
    for number in range(1, count + 1):
        positions = _drawn(random)
        yield vector(
            f"drawn/{seed}/{number}", turned(positions).question, why=f"Drawn at random. {in_words(positions)}."
        )


def _drawn(random: Random) -> dict[str, str]:
    """A few dials turned. Where one release is of another branch than the other side's, both are drawn anew."""
    chosen = random.sample(DIALS, random.choice((1, 2, 3, 4, 6, 9)))
    positions = {one.name: random.choice(list(one.positions)) for one in chosen}
    releases = DIALS[:2]
    while branches_differ(*((one.name, positions.get(one.name, one.healthy)) for one in releases)):
        positions |= {one.name: random.choice(list(one.positions)) for one in releases}
    return positions


def name_of(positions: Mapping[str, str]) -> str:
    """A short name for a row, which hangs on its positions alone."""
    return sha256(in_words(positions).encode()).hexdigest()[:10]


def _vector(kind: str, positions: Mapping[str, str]) -> Vector:
    question = turned(positions).question
    return vector(identified(f"{kind}/row", question), question, why=f"{in_words(positions)}.")
