"""Looking at what a strategy draws, without shrinking any of it."""

from typing import TypeVar

from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

Value = TypeVar("Value")


def drawn(strategy: st.SearchStrategy[Value], number: int) -> list[Value]:
    """So many examples, the same ones every time."""
    found: list[Value] = []

    @settings(
        max_examples=number,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def look(value: Value) -> None:
        found.append(value)

    look()
    return found


def simplest(strategy: st.SearchStrategy[Value]) -> Value:
    """The example to which all others shrink."""
    return find(strategy, lambda _: True, settings=settings(max_examples=1, database=None, phases=[Phase.generate]))
