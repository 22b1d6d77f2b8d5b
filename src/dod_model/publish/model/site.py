"""The page of the fields of a site description, from its schema."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dod_model.intake import limits
from dod_model.publish.markdown import anchor, heading, link, page, prose, table
from dod_model.site import Site

INTRODUCTION = """\
What a description of a site may contain, in YAML or JSON. A field that is left out is *unknown*; a list that is given
is complete, and an empty list is none. Unknown fields and references that lead nowhere are errors. `dod schema` prints
the same as a JSON Schema, which most editors use to complete and check what you type."""

_WORDS = {"string": "text", "integer": "whole number", "boolean": "true or false", "null": "null"}
_REFERENCE = re.compile(r"#/\$defs/(\w+)")
Schema = dict[str, Any]


def site_page() -> str:
    """Every field, grouped as in a description."""
    schema = Site.model_json_schema()
    parts: dict[str, Schema] = {"Site": schema, **schema["$defs"]}
    groups = {name: part for name, part in parts.items() if "properties" in part}
    return page("Fields of a site description", INTRODUCTION, [*_lines(groups, parts), *_limits()])


def _limits() -> Iterator[str]:
    """How much is read; beyond that a description is refused as a whole."""
    bounds = (
        ("Size of a YAML file", f"{limits.YAML_BYTES // limits.MIB} MiB"),
        ("Size of a JSON file", f"{limits.JSON_BYTES // limits.MIB} MiB"),
        ("Values in a YAML file", f"{limits.YAML_VALUES:,}"),
        ("Values in a JSON file", f"{limits.JSON_VALUES:,}"),
        ("Groups and lists inside one another", f"{limits.DEPTH}"),
        ("Aliases in a YAML file", f"{limits.ALIASES}"),
        ("Digits of a whole number", f"{limits.DIGITS:,}"),
    )
    yield from ("", heading(2, "Limits", "limits"), "")
    yield from ("A description beyond one of these is refused, and the answer says which it was.", "")
    yield from table(("What", "At most"), bounds)


def _lines(groups: dict[str, Schema], parts: dict[str, Schema]) -> Iterator[str]:
    for name in _in_order(groups):
        part = groups[name]
        yield from ("", heading(2, name, name), "", *_docstring(part.get("description", "")), "")
        required = part.get("required", ())
        rows = (
            (
                f"`{field}`" + (" (required)" if field in required else ""),
                form(spec, parts),
                prose(spec.get("description", "")),
            )
            for field, spec in part["properties"].items()
        )
        yield from table(("Field", "Form", "Meaning"), rows)


def _in_order(groups: dict[str, Schema]) -> list[str]:
    """The groups in the order in which a reader of the page meets them."""
    found: dict[str, None] = {}
    pending = ["Site"]
    while pending:
        name = pending.pop(0)
        if name not in found:
            found[name] = None
            pending += [other for other in _REFERENCE.findall(str(groups[name]["properties"])) if other in groups]
    return list(found)


def _docstring(text: str) -> Iterator[str]:
    """The paragraphs of a docstring, without what it says of errors in Python."""
    for paragraph in text.partition("\n\nRaises:")[0].split("\n\n"):
        yield from (prose(paragraph), "")


def form(spec: Schema, parts: dict[str, Schema]) -> str:
    """What a value looks like, in words."""
    if "$ref" in spec:
        return _named(spec["$ref"].rpartition("/")[2], parts)
    if "anyOf" in spec:
        if any("pattern" in option for option in spec["anyOf"]):
            return "release: `1910`, `TP 1909` or `5.00.8913.1006`"
        return " or ".join(dict.fromkeys(form(option, parts) for option in spec["anyOf"]))
    if spec.get("type") == "array":
        return f"list of: {form(spec['items'], parts)}"
    return _WORDS[spec["type"]]


def _named(name: str, parts: dict[str, Schema]) -> str:
    part = parts[name]
    if "enum" in part:
        return ", ".join(f"`{value}`" for value in part["enum"])
    return link(name, f"#{anchor(name)}")
