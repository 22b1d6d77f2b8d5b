"""What a dial is, and the plain kinds of dial."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, NamedTuple

from pydantic import MISSING

from dod_model.attempt import Attempt, Wish
from dod_model.kit.arranging.labels import LABELS
from dod_model.kit.format import Question
from dod_model.kit.healthy import ATTEMPT, HEALTHY
from dod_model.site import Site

UNKNOWN = "unknown"
"""The position of a dial in which it is not told how things stand."""
ONE_WAY_OR_THE_OTHER = (" or not",)
"""Positions with such an end leave a part of it untold."""


class State(NamedTuple):
    """What dials turn: a site, an attempt on it, and a wish."""

    site: Site
    attempt: Attempt
    wish: Wish

    @property
    def question(self) -> Question:
        """The state as a question of the kit. What dials make fits together, so it is not checked once more."""
        return Question.model_construct(site=self.site, attempt=self.attempt, wish=self.wish)


START = State(HEALTHY, ATTEMPT, Wish.ON_DEMAND)
"""The healthy site, on which every dial is in its first position."""

Turn = Callable[[State], State]


@dataclass(frozen=True, slots=True)
class Dial:
    """One thing that may be so or otherwise, whatever the other dials say.

    Attributes:
        name: what it is about.
        positions: what each position does to a state, by its name; the first is the healthy one and does nothing.
    """

    name: str
    positions: Mapping[str, Turn]

    @property
    def healthy(self) -> str:
        """The first position."""
        return next(iter(self.positions))

    @property
    def told(self) -> tuple[str, ...]:
        """The positions in which nothing is left open."""
        return tuple(one for one in self.positions if one != UNKNOWN and not one.endswith(ONE_WAY_OR_THE_OTHER))


def dial(name: str, healthy: str, turns: Mapping[str, Turn]) -> Dial:
    """A dial whose healthy position does nothing, and others that do something."""
    return Dial(name, {healthy: lambda state: state, **turns})


def on_site(change: Callable[..., Site], *more: Any) -> Turn:
    """A position that changes the site; what more is given goes to the change."""
    return lambda state: state._replace(site=change(state.site, *more))


def of_label(label: str) -> Dial:
    """A setting of the console: its positions are the words that the console has for its values, and unknown."""
    found = LABELS[label]
    words = found.words or {}
    healthy = next(word for word, value in words.items() if found.apply(HEALTHY, found.on, value) == HEALTHY)
    others = {
        word: on_site(found.apply, found.on, value)
        for word, value in words.items()
        if word != healthy and value is not MISSING
    }
    gap = {} if healthy == UNKNOWN else {UNKNOWN: on_site(found.apply, found.on, MISSING)}
    return dial(label, healthy, {**others, **gap})


def of_attempt(name: str, field: str, values: Iterable[Enum | None]) -> Dial:
    """A field of the attempt; the first value is the healthy one, and None is unknown."""
    healthy, *others = values
    turns = {_word(one): _in_attempt(field, one) for one in others}
    return dial(name, _word(healthy), turns)


def _in_attempt(field: str, value: Any) -> Turn:
    return lambda state: state._replace(attempt=replace(state.attempt, **{field: value}))


def _word(value: Enum | None) -> str:
    return UNKNOWN if value is None else str(value.value)
