"""How a description is drawn: how much of it is left out, and how much of it is amiss."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from pydantic import MISSING

Value = TypeVar("Value")
Draw = Callable[[st.SearchStrategy[Any]], Any]

SIXTEENTHS = st.sampled_from((0, 1, 2, 7))
"""The default share, in sixteenths, of what is left out or amiss: none, little, much."""
_DIE = st.integers(min_value=0, max_value=15)


@dataclass(frozen=True, slots=True)
class Drawing:
    """One description in the making.

    Attributes:
        draw: draws from a strategy.
        gaps: of 16 fields that may be left out, so many are.
        faults: of 16 values, so many are not the healthy one.
    """

    draw: Draw
    gaps: int
    faults: int

    def left_out(self) -> bool:
        """Whether the next field is left out; shrinks to yes where gaps are wanted."""
        return self.gaps > 0 and self.draw(_DIE) < self.gaps

    def perhaps(self, make: Callable[[], Value]) -> Value | MISSING:
        """What is made, or nothing."""
        return MISSING if self.left_out() else make()

    def one_of(self, healthy: Value, *others: Value) -> Value:
        """The healthy value, or another; shrinks to the healthy one."""
        if self.faults == 0 or not others or self.draw(_DIE) < 16 - self.faults:
            return healthy
        return cast(Value, self.draw(st.sampled_from(others)))

    def field(self, healthy: Value, *others: Value) -> Value | MISSING:
        """A value, or nothing."""
        return self.perhaps(lambda: self.one_of(healthy, *others))

    def count(self, least: int, most: int) -> int:
        """How many; shrinks to the least."""
        return cast(int, self.draw(st.integers(min_value=least, max_value=most)))

    def either(self, *values: Value) -> Value:
        """The first value where all is well, else any, each as good as the others; shrinks to the first."""
        return cast(Value, self.draw(st.sampled_from(values))) if self.faults else values[0]

    def some(self, names: tuple[str, ...], least: int = 0) -> tuple[str, ...]:
        """Some of the names, each once, in their order."""
        if len(names) <= least:
            return names
        chosen = self.draw(st.sets(st.sampled_from(names), min_size=least))
        return tuple(name for name in names if name in chosen)


def strategy(given: object, otherwise: st.SearchStrategy[Any], argument: str) -> st.SearchStrategy[Any]:
    """The strategy that was given, or the default.

    Raises:
        hypothesis.errors.InvalidArgument: what was given is no strategy.
    """
    if given is None:
        return otherwise
    if not isinstance(given, st.SearchStrategy):
        message = f"{argument} must be a strategy, not {given!r}"
        raise InvalidArgument(message)
    return given


def shares(given: object, argument: str) -> st.SearchStrategy[int]:
    """A strategy of shares in sixteenths, 0 to 16, whose values are checked when they are drawn."""

    def checked(value: object) -> int:
        if not isinstance(value, int) or not 0 <= value <= 16:
            message = f"{argument} draws sixteenths, from 0 to 16, and not {value!r}"
            raise InvalidArgument(message)
        return value

    return strategy(given, SIXTEENTHS, argument).map(checked)
