"""What a class has beyond its docstring: the values of an enumeration, and fields that say what they mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any, get_type_hints

import griffe
from pydantic import BaseModel

from dod_model.facts import About
from dod_model.publish.markdown import link
from dod_model.publish.prose_of_code import code
from dod_model.publish.python.docstrings import item, words


def fields_of(one: griffe.Class, module: str) -> Iterator[str]:
    """The list of its values or fields under its title; nothing where the docstring and the signature say it all.

    Args:
        one: the class.
        module: the public module that it is told with.
    """
    made: Any = getattr(import_module(one.module.path), one.name)
    if is_enumeration(one):
        yield from ("**Values**", "", *_values(one, module), "")
    elif issubclass(made, BaseModel):
        told = {name: field.description or "" for name, field in made.model_fields.items()}
        yield from (f"{link('Fields', '~/reference/site.md')} of a site description:", "")
        yield from (*_fields(one, told, module), "")
    elif about := _about(made):
        yield from ("**Attributes**", "", *_fields(one, about, module), "")
    elif "NamedTuple" in _bases(one):
        yield from ("**Attributes**", "", *_fields(one, dict.fromkeys(made._fields, ""), module), "")


def is_enumeration(one: griffe.Class) -> bool:
    """Whether it is a class of values."""
    return "Enum" in _bases(one)


def _bases(one: griffe.Class) -> list[str]:
    return [str(base) for base in one.bases]


def _values(one: griffe.Class, module: str) -> Iterator[str]:
    for name, member in one.members.items():
        if isinstance(member, griffe.Attribute) and not name.startswith("_") and "property" not in member.labels:
            meaning = words(member.docstring.value, module) if member.docstring else ""
            yield f"- {code(name)} = {code(str(member.value))}{': ' if meaning else ''}{meaning}"


def _about(made: type) -> Mapping[str, str]:
    """What annotations say of the fields of facts."""
    hints = get_type_hints(made, include_extras=True) if made.__module__ == About.__module__ else {}
    notes = {
        name: [one for one in getattr(hint, "__metadata__", ()) if isinstance(one, About)]
        for name, hint in hints.items()
    }
    return {name: found[0].meaning for name, found in notes.items() if found}


def _fields(one: griffe.Class, told: Mapping[str, str], module: str) -> Iterator[str]:
    for name, meaning in told.items():
        stated = one.all_members.get(name)
        annotation = stated.annotation if isinstance(stated, griffe.Attribute) else None
        yield item(name, _bare(annotation), words(meaning, module))


def _bare(annotation: str | griffe.Expr | None) -> str | griffe.Expr | None:
    """The type without what is noted beside it."""
    if isinstance(annotation, griffe.ExprSubscript) and str(annotation.left) == "Annotated":
        inner = annotation.slice
        return inner.elements[0] if isinstance(inner, griffe.ExprTuple) else inner
    return annotation
