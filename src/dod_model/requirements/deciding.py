"""Requirement + facts -> verdict."""

from __future__ import annotations

from enum import Enum

from dod_model.facts import Facts
from dod_model.requirements.asking import agreed
from dod_model.requirements.requirement import Requirement


class Verdict(Enum):
    """What a finding says of its requirement."""

    MET = "met"
    VIOLATED = "violated"
    NOT_APPLICABLE = "not-applicable"
    UNDETERMINED = "undetermined"


def decide(requirement: Requirement, facts: Facts) -> Verdict:
    """The verdict of one requirement on facts of which some may be unknown."""
    return agreed(lambda known: plain_verdict(requirement, known), facts, Verdict.UNDETERMINED)


def plain_verdict(requirement: Requirement, facts: Facts) -> Verdict:
    """The verdict where every fact that is read is known.

    Raises:
        AttributeError: a fact that is read is unknown.
    """
    if requirement.scope is not None and not requirement.scope.asked(facts):
        return Verdict.NOT_APPLICABLE
    return Verdict.MET if requirement.holds(facts) else Verdict.VIOLATED
