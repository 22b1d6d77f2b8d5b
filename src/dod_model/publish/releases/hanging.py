"""Which requirements ask whether a release has an ability, and what hangs on the answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple, cast

from dod_model.abilities import Ability
from dod_model.facts import Facts
from dod_model.requirements import REQUIREMENTS, Requirement, covered

Question = Callable[[Facts], object]
"""What is asked of the facts of an attempt."""


class Hanging(NamedTuple):
    """The requirements that a release touches through one ability, each told once.

    Attributes:
        verdict: whether they hold, or are asked at all, hangs on it.
        standing: whether a finding is inferred or contested hangs on it.
        remedy: a remedy, or its cmdlet, hangs on it.
        covered: whether the documents speak of an attempt at all hangs on it.
    """

    verdict: tuple[Requirement, ...]
    standing: tuple[Requirement, ...]
    remedy: tuple[Requirement, ...]
    covered: bool

    def told(self) -> Iterator[tuple[Requirement, str]]:
        """Each of the requirements, and what of it hangs on the ability."""
        yield from ((one, "the verdict") for one in self.verdict)
        yield from ((one, "whether it is inferred or contested") for one in self.standing)
        yield from ((one, "what is offered as a remedy") for one in self.remedy)


@cache
def hanging_on(ability: Ability) -> Hanging:
    """What hangs on an ability."""
    verdict = tuple(one for one in REQUIREMENTS if ability.id in _names(_deciding(one)))
    standing = tuple(one for one in REQUIREMENTS if one not in verdict and ability.id in _names(_marking(one)))
    remedy = tuple(one for one in REQUIREMENTS if one not in {*verdict, *standing} and _offers(one, ability))
    return Hanging(verdict, standing, remedy, ability.id in _names([covered]))


def _deciding(one: Requirement) -> list[Question]:
    return [one.holds, *([] if one.scope is None else [one.scope.asked])]


def _marking(one: Requirement) -> list[Question]:
    return [*([] if one.inferred is None else [one.inferred.when]), *(touch.when for touch in one.touched_by)]


def _offers(one: Requirement, ability: Ability) -> bool:
    return any(ability in (remedy.needs, remedy.cmdlet_needs) for remedy in one.remedies)


def _names(questions: list[Question]) -> set[str]:
    return {name for question in questions for name in _abilities_in(question)}


def _abilities_in(question: Question, answers: Mapping[str, Any] | None = None) -> Iterator[str]:
    """The abilities that a question asks for, whatever the facts are: each answer is tried in its turn."""
    known = answers or {}
    try:
        question(cast(Facts, _Listening(known)))
    except _OpenError as fork:
        if fork.ability:
            yield fork.ability
        for value in fork.values:
            yield from _abilities_in(question, {**known, fork.name: value})


class _OpenError(Exception):
    """The question reads what is not answered yet."""

    def __init__(self, name: str, values: tuple[Any, ...], ability: str = "") -> None:
        self.name, self.values, self.ability = name, values, ability


class _Listening:
    """Facts that are answered one after the other."""

    def __init__(self, answers: Mapping[str, Any]) -> None:
        self._answers = answers

    def site_can(self, ability: Ability) -> bool:
        return self._can("site", ability)

    def client_can(self, ability: Ability) -> bool:
        return self._can("client", ability)

    can = Facts.can

    def _can(self, side: str, ability: Ability) -> bool:
        name = f"{side} can {ability.id}"
        if name not in self._answers:
            raise _OpenError(name, (True, False), ability.id)
        return bool(self._answers[name])

    def __getattr__(self, name: str) -> Any:
        if name not in self._answers:
            raise _OpenError(name, Facts().domain(name))
        return self._answers[name]
