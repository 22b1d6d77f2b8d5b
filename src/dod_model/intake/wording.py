"""What the model says of a wrong value -> a problem in plain words."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any, get_args

from dod_model.errors import Problem, ReleaseError
from dod_model.intake.lines import Place, Tree, written
from dod_model.releases import parse
from dod_model.site import Site
from dod_model.site.described import Described
from dod_model.site.nearest import closest

_WHOLE = "a whole number"
_EXPECTED = {
    "bool_type": "true or false",
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_from_float": _WHOLE,
    "string_type": "a text",
    "string_unicode": "a text of valid characters",
    "string_too_short": "a text that is not empty",
    "string_too_long": "a text of at most {max_length} characters",
    "tuple_type": "a list",
    "model_type": "a group of fields",
    "greater_than_equal": "a number of at least {ge}",
    "less_than_equal": "a number of at most {le}",
}
_UNITS = {"size": "bytes", "policy_size": "bytes", "size_mb": "MB of 2**20 bytes"}
"""What the fields count that are sizes."""
_WRONG_TYPE = frozenset(
    {"bool_type", "int_type", "int_parsing", "int_from_float", "string_type", "tuple_type", "model_type"}
)


def problem_of(error: Mapping[str, Any], tree: Tree) -> Problem:
    """One error of the model.

    Args:
        error: as `pydantic.ValidationError.errors` lists it.
        tree: the data that the model refused.
    """
    place: Place = error["loc"]
    kind: str = error["type"]
    if kind == "missing":
        message = f"the field '{place[-1]}' is missing; it cannot be left out"
        choices = _choices(place)
        hint = f"It is one of {', '.join(choices)}." if choices else ""
        return Problem("missing-field", message, written(place), hint, line=tree.line(place[:-1]))
    value = _value(tree.data, place)
    code, message, hint = "wrong-value", "", ""
    if kind == "extra_forbidden":
        code, message, hint = "unknown-field", "there is no such field here", _nearest_field(place)
    elif kind == "value_error" and isinstance(said := error["ctx"]["error"], ReleaseError):
        other = "" if isinstance(value, str | int) else f"expected a release, found {found(value)}; "
        code, message, hint = "no-release", f"{other}{said}", _release_hint(value)
    elif value is None:
        code, message, hint = "null", f"expected {_expected(error, place)}, found null", _null_hint(place)
    else:
        code = "wrong-type" if kind in _WRONG_TYPE else "wrong-value"
        message = f"expected {_expected(error, place)}, found {found(value)}"
        hint = _hint(kind, value, place)
    return Problem(code, message, written(place), hint, line=tree.line(place))


def found(value: object) -> str:
    """A value as it is named in a message; long ones are cut."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, float) and math.isnan(value):
        return "NaN, which is no number"
    if isinstance(value, int | float):
        return f"the number {_cut(str(value))}"
    if isinstance(value, str):
        return f"the text {_cut(value)!r}" + (f" of {len(value):,} characters" if len(value) > 60 else "")
    return "a list" if isinstance(value, list) else "a group of fields"


def _cut(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"


def _value(data: Any, place: Place) -> Any:
    for part in place:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _expected(error: Mapping[str, Any], place: Place) -> str:
    kind = error["type"]
    if kind == "enum":
        return f"one of {', '.join(_choices(place))}"
    words = _EXPECTED.get(kind)
    if words == _WHOLE and place[-1] in _UNITS:
        return f"{words} of {_UNITS[str(place[-1])]}"
    return words.format(**error.get("ctx", {})) if words else f"something else ({error['msg']})"


def _hint(kind: str, value: object, place: Place) -> str:
    if kind == "enum" and isinstance(value, str):
        near = closest(value, _choices(place))
        return f"Did you mean '{near}'?" if near else ""
    if kind == "string_type" and isinstance(value, int | float):
        return "If it is meant as a text, put it in quotes."
    if kind == "tuple_type":
        return "A list of one item is a list as well."
    if kind in {"bool_type", "int_type"} and isinstance(value, str):
        plain = value.strip().lower()
        if plain.isdigit() if kind == "int_type" else plain in {"true", "false", "yes", "no", "on", "off"}:
            return "Write it without quotes."
    return ""


def _null_hint(place: Place) -> str:
    name = place[-1] if place else None
    field = _fields(place[:-1]).get(name) if isinstance(name, str) else None
    if field is None or field.is_required():
        return ""
    return "To say that it is unknown, leave the field out."


def _release_hint(value: object) -> str:
    """For 19.10, which is a number to the reader of the file."""
    if isinstance(value, float) and 0 < value < 100:
        digits = f"{value:05.2f}".replace(".", "")
        try:
            return f"Did you mean '{parse(digits)}'? It is written without a point."
        except ReleaseError:
            return "It is written without a point."
    return "To say that it is unknown, leave the field out." if value is None else ""


def _nearest_field(place: Place) -> str:
    names = list(_fields(place[:-1]))
    near = closest(str(place[-1]), names)
    return f"Did you mean '{near}'?" if near else f"Fields here: {', '.join(names)}."


def _fields(place: Place) -> Mapping[str, Any]:
    """The fields of the group at a place, by the model."""
    model: type[Described] = Site
    for part in place:
        if isinstance(part, str):
            inner = _of(Described, [model.model_fields[part].annotation])
            if inner is None:
                return {}
            model = inner
    return model.model_fields


def _choices(place: Place) -> list[str]:
    """The valid values of an enumerated field, by the model."""
    field = _fields(place[:-1])[str(place[-1])]
    return [str(kind.value) for kind in _of(Enum, [field.annotation]) or ()]


def _of(base: Any, annotations: Iterable[Any]) -> Any:
    """The first class below `base` among types and the types that they are made of."""
    for annotation in annotations:
        if isinstance(annotation, type) and issubclass(annotation, base):
            return annotation
        if inner := _of(base, get_args(annotation)):
            return inner
    return None
