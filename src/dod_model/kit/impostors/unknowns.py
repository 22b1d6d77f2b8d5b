"""Impostors that do not leave open what is unknown."""

from __future__ import annotations

from dataclasses import replace

from dod_model.facts import FACTS, Facts
from dod_model.kit.impostors.deviating import taken_for
from dod_model.kit.impostors.impostor import Impostor
from dod_model.requirements import REQUIREMENTS, Requirement
from dod_model.requirements.asking import agreed
from dod_model.requirements.requirement import Test

_SILENCE = "undocumented"
_YES_OR_NO = tuple(name for name, spec in FACTS.items() if spec.type is bool and name != _SILENCE)


def _settled(test: Test, doubtful: bool) -> Test:
    """A test that answers so where its answer hangs on what is unknown."""

    def answer(facts: Facts) -> bool:
        return agreed(test, facts, doubtful)

    return answer


def _in_doubt(one: Requirement, *, met: bool) -> Requirement:
    """The requirement, met or violated where that is unknown; asked where it is unknown whether it is."""
    scope = one.scope if one.scope is None else replace(one.scope, asked=_settled(one.scope.asked, True))
    return replace(one, holds=_settled(one.holds, met), scope=scope)


UNKNOWNS = (
    Impostor(
        "unknown-means-no",
        "What a description does not say is not so.",
        ("E05", "F036", "F121"),
        reads=taken_for(**dict.fromkeys(_YES_OR_NO, False)),
    ),
    Impostor(
        "unknown-means-yes",
        "What a description does not say is in order, or somebody would have said so.",
        ("E05", "F036", "F121"),
        reads=taken_for(**dict.fromkeys(_YES_OR_NO, True)),
    ),
    Impostor(
        "doubt-violates",
        "A condition of which it is not known whether it is met is not met.",
        ("E05", "F125"),
        holds=tuple(_in_doubt(one, met=False) for one in REQUIREMENTS),
    ),
    Impostor(
        "doubt-is-met",
        "A condition of which it is not known whether it is met keeps nothing from running.",
        ("E05", "F125"),
        holds=tuple(_in_doubt(one, met=True) for one in REQUIREMENTS),
    ),
    Impostor(
        "silence-forbids",
        "What no document speaks of does not work.",
        ("F016", "F153", "F014"),
        reads=taken_for(**{_SILENCE: False}),
    ),
    Impostor(
        "silence-allows",
        "What no document forbids works.",
        ("F016", "F153", "F014"),
        reads=taken_for(**{_SILENCE: True}),
    ),
)
"""What is made of the unknown."""
