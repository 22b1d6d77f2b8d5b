"""Do the conditions of a step let it run on a client? Also a condition in words.

That case does not matter, that whole numbers compare as numbers, and what holds of a variable that is not set is
inferred from how task sequence variables are used; no document at hand says it.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from typing import Any

from pydantic import MISSING

from dod_model.logic import all_of, any_of, negation
from dod_model.site import Client, Comparison, Condition, ConditionSubject, IfStatement, Step
from dod_model.situation.resolving import given

Order = Callable[[Any, Any], bool]

_WHOLE = re.compile(r"[+-]?[0-9]{1,1000}", re.ASCII)
_ORDERS: dict[Comparison, Order] = {
    Comparison.LESS: operator.lt,
    Comparison.LESS_OR_EQUAL: operator.le,
    Comparison.GREATER: operator.gt,
    Comparison.GREATER_OR_EQUAL: operator.ge,
}
_WORDS = {
    Comparison.EXISTS: "exists",
    Comparison.NOT_EXISTS: "does not exist",
    Comparison.EQUALS: "equals",
    Comparison.NOT_EQUALS: "does not equal",
    Comparison.LESS: "is less than",
    Comparison.LESS_OR_EQUAL: "is less than or equal to",
    Comparison.GREATER: "is greater than",
    Comparison.GREATER_OR_EQUAL: "is greater than or equal to",
}


def met(step: Step, client: Client) -> bool | None:
    """Whether the step's own conditions let it run on the client; None for unknown.

    Those of the groups around it are not asked. Inferred: case matters neither in texts nor in names of variables;
    an order is that of numbers where both sides are whole numbers, else that of texts; a variable that is not set
    does not exist, equals nothing, and is neither less nor greater than anything.

    Args:
        step: a step or a group.
        client: the client that runs it.
    """
    conditions = given(step.conditions)
    if conditions is None:
        return None
    if not conditions:
        return True
    answers = [_holds(condition, client) for condition in conditions]
    if step.if_statement is IfStatement.ANY:
        return any_of(answers)
    if step.if_statement is IfStatement.NONE:
        return negation(any_of(answers))
    return all_of(answers)


def why_not(step: Step, client: Client) -> str:
    """Why the conditions of a step do not let it run on a client, in words: which hold and may not, or do not hold."""
    wanted = step.if_statement is not IfStatement.NONE
    amiss = [one for one in given(step.conditions) or () if _holds(one, client) is (not wanted)]
    return ("not met: " if wanted else "met, and none may be: ") + "; ".join(map(told, amiss))


def told(condition: Condition) -> str:
    """The condition in words: ``model equals 'Latitude 7490'``."""
    variable = given(condition.variable)
    subject = condition.subject.value if variable is None else f"variable '{variable}'"
    value = given(condition.value)
    return f"{subject} {_WORDS[condition.comparison]}" + ("" if value is None else f" '{value}'")


def _holds(condition: Condition, client: Client) -> bool | None:
    if condition.subject is ConditionSubject.VARIABLE:
        return _variable_holds(condition, client)
    found = given(client.model if condition.subject is ConditionSubject.MODEL else client.architecture)
    return None if found is None else _compares(condition, found)


def _variable_holds(condition: Condition, client: Client) -> bool | None:
    variables = given(client.variables)
    if variables is None:
        return None
    values = {variable.name.casefold(): variable.value for variable in variables}
    name = given(condition.variable)
    return _compares(condition, None if name is None else values.get(name.casefold()))


def _compares(condition: Condition, found: str | None) -> bool:
    """Whether what was found, or nothing, is as the condition wants it."""
    comparison = condition.comparison
    if comparison is Comparison.EXISTS or comparison is Comparison.NOT_EXISTS:
        return (found is not None) is (comparison is Comparison.EXISTS)
    wanted = "" if condition.value is MISSING else condition.value
    if comparison is Comparison.EQUALS or comparison is Comparison.NOT_EQUALS:
        same = found is not None and found.casefold() == wanted.casefold()
        return same is (comparison is Comparison.EQUALS)
    return found is not None and _is_in_order(_ORDERS[comparison], found, wanted)


def _is_in_order(order: Order, found: str, wanted: str) -> bool:
    if _WHOLE.fullmatch(found) and _WHOLE.fullmatch(wanted):
        return order(int(found), int(wanted))
    return order(found.casefold(), wanted.casefold())
