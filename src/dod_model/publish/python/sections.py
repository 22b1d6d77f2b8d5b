"""Sections of the Python reference: a name with its signature, what it means, and what it has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import griffe

from dod_model.publish.markdown import heading, link
from dod_model.publish.prose_of_code import fenced
from dod_model.publish.python.docstrings import documented, summary
from dod_model.publish.python.fields import fields_of, is_enumeration
from dod_model.publish.python.names import FOREIGN, anchor_of, object_of, path_of, where_told

WIDTH = 80
"""Signatures that are longer stand on several lines."""
_POSITIONAL, _KEYWORD = griffe.ParameterKind.positional_only, griffe.ParameterKind.keyword_only
_STARS: Mapping[griffe.ParameterKind | None, str] = {
    griffe.ParameterKind.var_positional: "*",
    griffe.ParameterKind.var_keyword: "**",
}


def section(module: str, name: str) -> Iterator[str]:
    """All about a public name; only the gist where it is told with another module."""
    path = path_of(module, name)
    one = object_of(module, name)
    yield from (heading(2, name, anchor_of(name)), "")
    if one is None:
        yield from (FOREIGN[path], "")
    elif (told := where_told()[path]).module != module:
        yield from (summary(one, module), "", f"Told in full with {link(told.module, told.target)}.", "")
    else:
        yield from _whole(one, module, name)


def _whole(one: griffe.Object, module: str, name: str) -> Iterator[str]:
    yield from (fenced(signature(one, name), "python"), "", *documented(one, module))
    if isinstance(one, griffe.Class):
        yield from fields_of(one, module)
        for method in members(one):
            yield from (heading(3, f"{name}.{method.name}", anchor_of(f"{name}.{method.name}")), "")
            yield from (fenced(signature(method, method.name), "python"), "", *documented(method, module))


def members(one: griffe.Class) -> Iterator[griffe.Object]:
    """The methods and properties of a class that are public and say what they mean; its values are none."""
    for name, member in one.members.items():
        is_value = isinstance(member, griffe.Attribute) and is_enumeration(one) and "property" not in member.labels
        if not name.startswith("_") and isinstance(member, griffe.Object) and member.docstring and not is_value:
            yield member


def signature(one: griffe.Object, name: str) -> str:
    """How it is called, or of which type it is, as Python says it."""
    if isinstance(one, griffe.Class):
        return _of_class(one, name)
    if isinstance(one, griffe.Function):
        return _of_function(one, name)
    assert isinstance(one, griffe.Attribute)  # noqa: S101 - nothing else is public
    return f"{name}: {one.annotation}" if one.annotation else name


def _of_function(one: griffe.Function, name: str) -> str:
    """A function; one that hypothesis makes a strategy of gets its first argument from it."""
    drawn = any("composite" in str(decorator.value) for decorator in one.decorators)
    returns = f"st.SearchStrategy[{one.returns}]" if drawn else one.returns
    return _called(f"def {name}", list(one.parameters)[1 if drawn else 0 :], f" -> {returns}" if returns else "")


def _of_class(one: griffe.Class, name: str) -> str:
    """A class with its bases, or how it is made if that is told: values are not made, and parts of a site are read."""
    bases = [str(base) for base in one.bases if str(base) not in {"Described", "object"}]
    own = "__init__" in one.members or "dataclass" in one.labels
    if own and not any(base.endswith(("Error", "Exception")) for base in bases):
        return _called(f"class {name}", one.parameters, "").removesuffix("()")
    return f"class {name}({', '.join(bases)})" if bases else f"class {name}"


def _called(before: str, parameters: Iterable[griffe.Parameter], after: str) -> str:
    words = list(_parameters([one for one in parameters if one.name not in {"self", "cls"}]))
    line = f"{before}({', '.join(words)}){after}"
    if len(line) <= WIDTH:
        return line
    return "\n".join([f"{before}(", *(f"    {word}," for word in words), f"){after}"])


def _parameters(parameters: list[griffe.Parameter]) -> Iterator[str]:
    """The parameters, with the marks for those that are given by position or keyword only."""
    before = None
    for one in parameters:
        if before is _POSITIONAL and one.kind is not _POSITIONAL:
            yield "/"
        if one.kind is _KEYWORD and before not in {_KEYWORD, griffe.ParameterKind.var_positional}:
            yield "*"
        before = one.kind
        yield _parameter(one)
    if before is _POSITIONAL:
        yield "/"


def _parameter(one: griffe.Parameter) -> str:
    name = f"{_STARS[one.kind]}{one.name}" if one.kind in _STARS else one.name
    text = f"{name}: {one.annotation}" if one.annotation else name
    if one.default is None or one.kind in _STARS:
        return text
    default = "..." if str(one.default).startswith("field(") else str(one.default)
    return f"{text} = {default}" if one.annotation else f"{text}={default}"
