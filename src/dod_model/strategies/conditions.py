"""Drawing conditions of steps, and what of a client they ask about, from the same few values."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st
from pydantic import MISSING

from dod_model.site import Comparison, Condition, ConditionSubject, IfStatement, Variable
from dod_model.strategies.drawing import Drawing

MODELS = ("Latitude 7490", "Surface Pro")
ARCHITECTURES = ("x64", "x86")
LANGUAGES = ("en-US", "de-DE")
SITE_CODES = ("PS1", "PS2")
VARIABLES = ("Ring",)
VALUES = ("1", "2", "10")
_WITHOUT_VALUE = frozenset({Comparison.EXISTS, Comparison.NOT_EXISTS})
_VALUES = {
    ConditionSubject.MODEL: MODELS,
    ConditionSubject.ARCHITECTURE: ARCHITECTURES,
    ConditionSubject.VARIABLE: VALUES,
}


def drawn_conditions(drawing: Drawing) -> dict[str, Any]:
    """The conditions of a step and how they are joined, as its fields; none where all is well."""
    count = drawing.field(0, 1, 2)
    if count is MISSING or count == 0:
        return {"conditions": count if count is MISSING else (), "if_statement": IfStatement.ALL}
    conditions = tuple(_condition(drawing) for _ in range(count))
    return {"conditions": conditions, "if_statement": drawing.perhaps(lambda: drawing.either(*IfStatement))}


def drawn_properties(drawing: Drawing) -> dict[str, Any]:
    """What a client is, as its fields."""
    usual = {"site_code": SITE_CODES[0], "model": MODELS[0], "architecture": ARCHITECTURES[0], "language": LANGUAGES[0]}
    return _together(
        drawing,
        {**usual, "variables": ()},
        lambda: {
            "site_code": drawing.perhaps(lambda: drawing.either(*SITE_CODES)),
            "model": drawing.perhaps(lambda: drawing.either(*MODELS)),
            "architecture": drawing.perhaps(lambda: drawing.either(*ARCHITECTURES)),
            "language": drawing.perhaps(lambda: drawing.either(*LANGUAGES)),
            "variables": drawing.perhaps(
                lambda: tuple(Variable(name=name, value=drawing.either(*VALUES)) for name in drawing.some(VARIABLES))
            ),
        },
    )


def drawn_tags(drawing: Drawing) -> dict[str, Any]:
    """What a package is marked with, as its fields."""
    return _together(
        drawing,
        {"architecture": None, "language": None, "model": None},
        lambda: {
            "architecture": drawing.perhaps(lambda: drawing.either(None, *ARCHITECTURES)),
            "language": drawing.perhaps(lambda: drawing.either(None, *LANGUAGES)),
            "model": drawing.perhaps(lambda: drawing.either(None, *MODELS)),
        },
    )


def _together(drawing: Drawing, usual: dict[str, Any], make: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """The usual values, or none of them, or each drawn by itself: few draws for most, so that examples stay small."""
    if drawing.one_of(False, True):
        return make()
    return dict.fromkeys(usual, MISSING) if drawing.left_out() else usual


def _condition(drawing: Drawing) -> Condition:
    subject = drawing.draw(st.sampled_from(ConditionSubject))
    comparison = drawing.draw(st.sampled_from(Comparison))
    return Condition(
        subject=subject,
        variable=drawing.draw(st.sampled_from(VARIABLES)) if subject is ConditionSubject.VARIABLE else MISSING,
        comparison=comparison,
        value=MISSING if comparison in _WITHOUT_VALUE else drawing.draw(st.sampled_from(_VALUES[subject])),
    )
