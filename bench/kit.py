"""How many vectors a second the kit asks, here and over the line protocol; and what a million of them hold."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from itertools import chain, islice, repeat
from pathlib import Path

from bench.report import Bound, Row, Section
from bench.timing import spent_by
from dod_model.kit.answers import Adapter, Aspect
from dod_model.kit.combinations import drawn
from dod_model.kit.format import Vector
from dod_model.kit.impostors import IMPOSTORS
from dod_model.kit.in_process import InProcess
from dod_model.kit.killing import kill_matrix
from dod_model.kit.process import LineAdapter
from dod_model.kit.scoring import Scores, judged
from dod_model.kit.shipped import KINDS, vector_file
from dod_model.kit.system import ModelUnderTest

TRIVIAL = (sys.executable, str(Path(__file__).with_name("trivial_adapter.py")))
SERVED = (sys.executable, "-c", "from dod_model.cli import main; main(['kit', 'serve'])")
AT_LEAST_A_SECOND = 10_000.0
"""Vectors that the runner asks a trivial adapter in a second."""
AT_MOST_MB = 200.0
"""What the runner holds while it asks a million generated vectors, in MB (2**20 bytes)."""
MANY, MILLION = 30_000, 1_000_000
ROUNDS = 5


def kit() -> Section:
    """Time the asking of the same vectors; then ask a million generated ones and see what that held."""
    vectors = [one for one in vector_file("triples").vectors if "unknowns" not in one.asks]
    trivial = LineAdapter(TRIVIAL)
    served = LineAdapter(SERVED)
    here = InProcess("model", ModelUnderTest(), [Aspect.VIOLATED])
    try:
        asked: dict[str, tuple[Adapter, int]] = {
            "a trivial line adapter": (trivial, MANY),
            "the model in this process": (here, len(vectors)),
            "the model served over lines": (served, len(vectors)),
        }
        seconds = {what: _median(adapter, vectors, count) for what, (adapter, count) in asked.items()}
    finally:
        trivial.close()
        served.close()
    impostors = _kill_matrix()
    held, took = _held_by_a_million()
    beside = seconds["the model in this process"]
    rows = [
        *(Row(f"a vector, {what}", each, beside) for what, each in seconds.items()),
        Row("the kill matrix of all impostors", impostors),
    ]
    bounds = [
        Bound(
            "vectors a second to a trivial line adapter",
            1 / seconds["a trivial line adapter"],
            at_least=AT_LEAST_A_SECOND,
        ),
        Bound("MB that the runner holds at most in a million generated vectors", held, at_most=AT_MOST_MB),
    ]
    remark = f"a million generated vectors, made and asked: {took:.0f} s"
    return Section("The test-kit", rows, bounds, [remark])


def _median(adapter: Adapter, vectors: list[Vector], count: int) -> float:
    """Seconds for a vector, the median of some rounds."""
    taken = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        ask(adapter, islice(chain.from_iterable(repeat(vectors)), count))
        taken.append((time.perf_counter() - started) / count)
    return sorted(taken)[ROUNDS // 2]


def ask(adapter: Adapter, vectors: Iterable[Vector]) -> Scores:
    """Ask everything, as `dod kit run` does."""
    scores = Scores(adapter.hello)
    for _ in judged(adapter, vectors, scores):
        pass
    return scores


def _kill_matrix() -> float:
    """Seconds for the whole matrix, once."""
    files = [vector_file(kind) for kind in KINDS]
    started = time.perf_counter()
    kill_matrix(IMPOSTORS.values(), files)
    return time.perf_counter() - started


def _held_by_a_million() -> tuple[float, float]:
    """The most memory that a process holds which asks a million generated vectors, in MB; and how long it takes."""
    spent = spent_by((sys.executable, "-m", "bench.kit", str(MILLION)), Path.cwd())
    return spent.largest / 2**20, spent.wall


def main(count: int) -> None:
    """Ask so many generated vectors of a trivial adapter."""
    with LineAdapter(TRIVIAL) as adapter:
        scores = ask(adapter, _drawn(count))
    assert scores.total == count


def _drawn(count: int) -> Iterator[Vector]:
    return drawn(count, seed=1)


if __name__ == "__main__":
    main(int(sys.argv[1]))
