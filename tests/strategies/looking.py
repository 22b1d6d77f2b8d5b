"""Looking at what a strategy draws, without shrinking any of it."""

from typing import TypeVar

from hypothesis import HealthCheck, Phase, find, given, seed, settings
from hypothesis import strategies as st

Value = TypeVar("Value")


RUNS = 5
"""Examples of one run resemble one another, so there are several."""


def drawn(strategy: st.SearchStrategy[Value], number: int) -> list[Value]:
    """So many examples, the same ones every time."""
    found: list[Value] = []

    def look(value: Value) -> None:
        found.append(value)

    for run in range(RUNS):
        profile = settings(
            max_examples=number // RUNS,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        seed(run)(profile(given(strategy)(look)))()
    return found


def simplest(strategy: st.SearchStrategy[Value]) -> Value:
    """The example to which all others shrink."""
    return find(strategy, lambda _: True, settings=settings(max_examples=1, database=None, phases=[Phase.generate]))
