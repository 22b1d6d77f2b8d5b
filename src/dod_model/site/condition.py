"""Conditions under which a step runs."""

from __future__ import annotations

from enum import Enum

from pydantic import MISSING

from dod_model.site.described import Described, Name, described, required


class ConditionSubject(Enum):
    """What a condition asks about."""

    MODEL = "model"
    ARCHITECTURE = "architecture"
    VARIABLE = "variable"


class Comparison(Enum):
    """How a condition compares: the operators of the console for a task sequence variable."""

    EXISTS = "exists"
    NOT_EXISTS = "not-exists"
    EQUALS = "equals"
    NOT_EQUALS = "not-equals"
    LESS = "less"
    LESS_OR_EQUAL = "less-or-equal"
    GREATER = "greater"
    GREATER_OR_EQUAL = "greater-or-equal"


class IfStatement(Enum):
    """How the conditions of a step are joined."""

    ALL = "all"
    ANY = "any"
    NONE = "none"


class Condition(Described):
    """One condition of a step, over the client that runs the task sequence."""

    subject: ConditionSubject = required("What it asks about: the client's model, its architecture, or a variable.")
    variable: Name | MISSING = described(
        "The task sequence variable that it asks about.", left_out="it asks about no variable"
    )
    comparison: Comparison = required("How it compares.")
    value: str | MISSING = described(
        "The text that it compares with; numbers are written in quotes.",
        left_out="it compares with nothing, only whether there is something",
    )
