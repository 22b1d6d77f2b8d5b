"""The description of a site as a form: its fields, its values, and the text that comes of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Literal

from pydantic import Field

from dod_model.browser.answers import Told
from dod_model.browser.reading import Text, problems_of
from dod_model.errors import InputError, Problem
from dod_model.render.report import Part
from dod_model.site import Site

Kind = Literal["yes-no", "choice", "text", "number", "release", "group", "list"]
Schema = dict[str, Any]
_KINDS: dict[str, Kind] = {"boolean": "yes-no", "string": "text", "integer": "number", "array": "list"}
_SHORT = {"http": "HTTP", "https": "HTTPS", "mb": "(MB)"}
"""What people write in capitals, or after a number."""
EXACT = 2**53
"""Whole numbers up to this one are exact in a page."""
SIZE = 500_000
"""So much a form shows, in characters and values."""
_COMMENT = re.compile(r"(?:^|\s)#", re.MULTILINE)


class FormField(Part):
    """One field of a form, or what is in a list."""

    name: str = Field(description="Its name in the description; empty for an item of a list.")
    label: str = Field(description="Its name in words.")
    about: str = Field(description="What it says; console labels between two asterisks.")
    required: bool = Field(description="Whether it cannot be left out.")
    none: bool = Field(description="Whether null is a value of it: that there is none.")
    kind: Kind = Field(description="How it is filled in.")
    choices: tuple[str, ...] = Field(default=(), description="The values of a choice.")
    group: str = Field(default="", description="The fields of a group, by their name in the form.")
    item: FormField | None = Field(default=None, description="What is in a list.")
    least: int | None = Field(default=None, description="The smallest number.")
    most: int | None = Field(default=None, description="The largest number.")


class Form(Part):
    """All fields."""

    groups: dict[str, tuple[FormField, ...]] = Field(description="The fields of each group; that of the whole is Site.")


class Values(Part):
    """What a text says as it stands, whether it makes sense or not."""

    problems: tuple[Told, ...] = Field(description="Why it cannot be read; else empty.")
    data: Any = Field(description="The fields that it has.")
    comments: bool = Field(description="Whether it has comments, or what looks like them.")


def fields() -> str:
    """What a form has to ask for, from the schema of a description: a `Form` as JSON."""
    schema = Site.model_json_schema()
    parts: dict[str, Schema] = {"Site": schema, **schema["$defs"]}
    groups = {name: tuple(_fields(part, parts)) for name, part in parts.items() if "properties" in part}
    return Form(groups=groups).model_dump_json()


def _fields(part: Schema, parts: dict[str, Schema]) -> Iterator[FormField]:
    required = part.get("required", ())
    for name, spec in part["properties"].items():
        yield _field(name, spec, parts, required=name in required)


def _field(name: str, spec: Schema, parts: dict[str, Schema], *, required: bool) -> FormField:
    options = spec.get("anyOf", [spec])
    values = [option for option in options if option.get("type") != "null"]
    value = values[0]
    filled: dict[str, Any] = {"kind": "release"} if len(values) > 1 else _filled(value, parts)
    return FormField(
        name=name,
        label=_label(name),
        about=spec.get("description", ""),
        required=required,
        none=len(values) < len(options),
        **filled,
    )


def _label(name: str) -> str:
    """The name of a field in words."""
    words = [_SHORT.get(word, word) for word in name.split("_")]
    return " ".join([words[0][:1].upper() + words[0][1:], *words[1:]])


def _filled(value: Schema, parts: dict[str, Schema]) -> dict[str, Any]:
    """How a value is filled in."""
    if "$ref" in value:
        name = value["$ref"].rpartition("/")[2]
        choices = parts[name].get("enum")
        return {"kind": "group", "group": name} if choices is None else {"kind": "choice", "choices": tuple(choices)}
    filled: dict[str, Any] = {"kind": _KINDS[value["type"]]}
    if filled["kind"] == "list":
        filled["item"] = _field("", value["items"], parts, required=True)
    return {**filled, "least": value.get("minimum"), "most": value.get("maximum")}


def read(text: str) -> str:
    """What a text says as it stands: `Values` as JSON.

    Args:
        text: a description in YAML or JSON, of which not everything need make sense.
    """
    try:
        data = _data(text)
        problems: tuple[Told, ...] = ()
    except InputError as error:
        data, problems = None, problems_of(error)
    values = Values(problems=problems, data=data, comments=_COMMENT.search(text) is not None)
    return json.dumps(dict(values), default=lambda part: part.model_dump())


def _data(text: str) -> object:
    """The data of a text; an empty one is a description that says nothing.

    Raises:
        InputError: it cannot be read, or not be shown as a form.
    """
    tree = Text.of(text).tree() if text.strip() else None
    if tree is None or (tree.data is None and not tree.problems):
        return {}
    if tree.problems:
        raise InputError(*tree.problems)
    if not isinstance(tree.data, dict):
        raise InputError(Problem("no-mapping", "these are not the fields of a site", line=tree.first_line))
    _check(tree.data)
    return tree.data


def _check(data: object) -> None:
    """Refuse what a page could not hold without changing it."""
    pending, size = [data], 0
    while pending:
        part = pending.pop()
        if isinstance(part, float) or (isinstance(part, int) and abs(part) > EXACT):
            message = "there is a number that a form does not show exactly"
            raise InputError(Problem("number", message, hint="Edit the text instead."))
        size += len(part) if isinstance(part, str) else 1
        pending += [*part, *part.values()] if isinstance(part, dict) else part if isinstance(part, list) else ()
    if size > SIZE:
        raise InputError(Problem("too-large", "there is too much for a form", hint="Edit the text instead."))


def write(data: object) -> str:
    """The text of a description, as JSON: an object with the `text`.

    Args:
        data: its fields, as `read` gives them.

    Raises:
        RecursionError: it goes too deep.
    """
    from dod_model.browser.yaml_writing import written

    return json.dumps({"text": written(data)})
