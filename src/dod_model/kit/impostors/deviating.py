"""Ways to hold a requirement or to read facts otherwise than the model."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from dod_model.abilities import Ability
from dod_model.facts import Facts
from dod_model.kit.impostors.impostor import Reading
from dod_model.requirements import Force, Requirement
from dod_model.requirements.requirement import Scope, Test
from dod_model.situation import Situation

Finding = Callable[[Situation], Any]
"""How a fact is found out; None for unknown."""


def held(requirement: Requirement, test: Test) -> Requirement:
    """The requirement, met where this test holds."""
    return replace(requirement, holds=test)


def asked_where(requirement: Requirement, test: Test) -> Requirement:
    """The requirement, asked only where this test holds."""
    return replace(requirement, scope=Scope(test, "it is not asked of such an attempt"))


def never_asked(requirement: Requirement) -> Requirement:
    """The requirement, forgotten: it is not applicable, whatever the facts."""
    return asked_where(requirement, lambda _: False)


def with_force(requirement: Requirement, force: Force) -> Requirement:
    """The requirement, a violation of which does something else."""
    return replace(requirement, force=force)


def by_ability(requirement: Requirement, test: Callable[[Facts, Ability], bool]) -> Requirement:
    """A requirement on which releases are judged, judged otherwise by the ability that it needs.

    Raises:
        ValueError: the requirement needs no ability.
    """
    needs = requirement.needs
    if needs is None:
        message = f"{requirement.id} needs no ability"
        raise ValueError(message)
    return held(requirement, lambda facts: test(facts, needs(facts)))


def with_facts(facts: Facts, **values: Any) -> Facts:
    """The facts with some of them set anew, None for unknown; the same object where that changes nothing."""
    known = facts.known()
    new = {name: value for name, value in values.items() if known.get(name) != value}
    if not new:
        return facts
    return Facts(**{name: value for name, value in {**known, **new}.items() if value is not None})


def found(**findings: Finding) -> Reading:
    """Read facts so that these are found out otherwise."""

    def read(situation: Situation, facts: Facts) -> Facts:
        return with_facts(facts, **{name: finding(situation) for name, finding in findings.items()})

    return read


def taken_for(**values: Any) -> Reading:
    """Read facts so that these have these values where they are unknown."""

    def read(_: Situation, facts: Facts) -> Facts:
        known = facts.known()
        gaps = {name: value for name, value in values.items() if name not in known}
        return with_facts(facts, **gaps) if gaps else facts

    return read
