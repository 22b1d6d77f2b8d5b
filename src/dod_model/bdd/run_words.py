"""The words of scenarios about a run: what happens to it, under which conditions steps run, and what it comes to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from dod_model.bdd.amounts import AMOUNTS
from dod_model.bdd.parameters import ParameterType, UnknownWordError, meaning, one_of, quoted
from dod_model.kit.arranging.marking import PACKAGE_KINDS
from dod_model.requirements.requirement import Stage
from dod_model.site import Comparison, Condition, ConditionSubject, IfStatement

if TYPE_CHECKING:
    from dod_model.run.events import Placed

_NAMES = r'nothing|"[^"]+"(?:(?:, | and )"[^"]+")*'
_PARTS = re.compile(r'the (variable "[^"]+"|[a-z]+) ([a-z ]+?)(?: ("[^"]*"))?$')
_SUBJECTS = {"model": ConditionSubject.MODEL, "architecture": ConditionSubject.ARCHITECTURE}
_COMPARISONS = {
    "exists": Comparison.EXISTS,
    "does not exist": Comparison.NOT_EXISTS,
    "equals": Comparison.EQUALS,
    "does not equal": Comparison.NOT_EQUALS,
    "is less than": Comparison.LESS,
    "is less than or equal to": Comparison.LESS_OR_EQUAL,
    "is greater than": Comparison.GREATER,
    "is greater than or equal to": Comparison.GREATER_OR_EQUAL,
}
_MARKS = {mark: mark for mark in ("model", "architecture", "language")}
_STAGES = {
    "when the policy arrives": Stage.POLICY,
    "when it is started": Stage.START,
    "when its content is looked up": Stage.LOOKUP,
}
_TIMES = {"once": 1, "twice": 2, "three times": 3}
_TROUBLES = {"fails": "download-failed", "breaks": "download-broken"}
_FITS = {"large enough": True, "too small": False, "large enough or not, which is unknown": None}


def names(text: str) -> tuple[str, ...]:
    """Several names in quotation marks; ``nothing`` stands for none."""
    return tuple(re.findall(r'"([^"]+)"', text))


def condition(text: str) -> Condition:
    """A condition of a step: ``the model equals "Latitude 7490"``, ``the variable "Pilot" exists``."""
    subject, comparison, value = _PARTS.findall(text)[0]
    compares = meaning(comparison, _COMPARISONS, "comparison")
    parts: dict[str, Any] = {} if not value else {"value": quoted(value)}
    if subject.startswith("variable "):
        parts["variable"] = quoted(subject.removeprefix("variable "))
        return Condition(subject=ConditionSubject.VARIABLE, comparison=compares, **parts)
    return Condition(subject=meaning(subject, _SUBJECTS, "subject of a condition"), comparison=compares, **parts)


def event(text: str) -> Placed:
    """Something that happens to a run, and when.

    Raises:
        UnknownWordError: it is not understood.
    """
    from dod_model.errors import InputError
    from dod_model.run.event_words import placed

    try:
        return placed(text)
    except InputError as error:
        raise UnknownWordError(str(error)) from error


def behaviours(text: str) -> frozenset[str]:
    """Several behaviours of a run by id.

    Raises:
        UnknownWordError: there is no such behaviour.
    """
    from dod_model.run.behaviours import BEHAVIOURS

    return frozenset(meaning(name, BEHAVIOURS, "behaviour").id for name in text.replace(" and ", ", ").split(", "))


RUN_TYPES: dict[str, ParameterType] = {
    "Amount": one_of(AMOUNTS, "part of what a run comes to", r"(?:come|are) [a-z ]+"),
    "Behaviours": ParameterType(
        r"[a-z0-9-]+(?:(?:, | and )[a-z0-9-]+)*",
        behaviours,
        "ids of what happens in a run, as `cloud-download`; several with commas and `and`",
    ),
    "Condition": ParameterType(
        r'the (?:variable "[^"]+"|[a-z]+) [a-z ]+?(?: "[^"]*")?',
        condition,
        f"""the {", the ".join(_SUBJECTS)} or a variable, then {", ".join(f"`{word}`" for word in _COMPARISONS)}: """
        '`the model equals "Surface Pro"`, `the variable "Pilot" exists`',
    ),
    "Event": ParameterType(
        r'(?:"[^"]+"|the [a-z]+) (?:stops|starts|reaches|is updated|is removed|ends|breaks|moves)\b.* '
        r"(?:before|after|while|when) .+",
        event,
        'something that happens, and when: `"CMG-EAST" stops while "Drivers" downloads`',
    ),
    "Fits": one_of(_FITS, "way for a cache to be", r"[a-z, ]+"),
    "Joined": one_of({one.value: one for one in IfStatement}, "way to join conditions", r"[a-z]+"),
    "Mark": one_of(_MARKS, "mark of a package or quality of a client", r"[a-z]+"),
    "PackageKind": one_of(PACKAGE_KINDS, "kind of package", r"(?:an?|of) [A-Za-z ]+"),
    "Names": ParameterType(
        _NAMES, names, 'names in quotation marks: `"Drivers" and "Windows 10 1903"`; `nothing` for none'
    ),
    "Stage": one_of(_STAGES, "stage of a run", r"when [a-z ]+"),
    "Times": one_of(_TIMES, "number of times", r"[a-z]+|[a-z]+ times"),
    "Trouble": one_of(_TROUBLES, "trouble of a download", r"[a-z]+"),
    "Truth": one_of({"true": True, "false": False}, "truth value", r"[a-z]+"),
}
"""The parameter types of scenarios about a run, by the name that step patterns use."""
