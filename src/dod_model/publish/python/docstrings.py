"""Docstrings as Markdown: paragraphs, lists, examples, and what they say of arguments, attributes and errors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import dedent

import griffe

from dod_model.publish.markdown import escaped, link, prose, spaced
from dod_model.publish.prose_of_code import code, coded, fenced
from dod_model.publish.python.names import PACKAGE, Told, told_as, where_told

Kind = griffe.DocstringSectionKind
_TITLES = {
    Kind.parameters: "Arguments",
    Kind.attributes: "Attributes",
    Kind.raises: "Raises",
    Kind.returns: "Returns",
    Kind.yields: "Yields",
}
_BULLET = re.compile(r"^(?P<mark>[-*]|\d+\.) ", re.MULTILINE)


def documented(one: griffe.Object, module: str) -> Iterator[str]:
    """The docstring of something public, each paragraph with an empty line after it.

    Args:
        one: the object.
        module: the public module that it is told with, in which names are looked up first.
    """
    for section in one.docstring.parse("google", warnings=False) if one.docstring else ():
        if section.kind in _TITLES:
            yield from (f"**{_TITLES[section.kind]}**", "", *_items(section.value, module), "")
        elif section.kind is Kind.examples:
            yield from ("**Examples**", "")
            for _, text in section.value:
                yield from paragraphs(text, module)
        else:
            yield from paragraphs(str(section.value), module)


def summary(one: griffe.Object, module: str) -> str:
    """The first paragraph of a docstring."""
    first = one.docstring.value.strip().split("\n\n")[0] if one.docstring else ""
    return words(first, module)


def words(text: str, module: str) -> str:
    """What a docstring says, on one line: names between backticks become links, and so do numbers of statements."""

    def shown(name: str) -> str:
        told = told_as(name, module)
        return linked_code(name, told) if told else code(name)

    return coded(text, shown, prose)


def linked_code(name: str, told: Told) -> str:
    """A name as code that leads to where it is told."""
    return f"[{code(name)}](<{told.target}>)"


def typed(annotation: str | griffe.Expr | None) -> str:
    """A type, in which the names of the package lead to where they are told."""
    if annotation is None:
        return ""
    if isinstance(annotation, str):
        return escaped(annotation)
    return "".join(_piece(one) for one in annotation.iterate(flat=True))


def _piece(one: str | griffe.Expr) -> str:
    """A name of a type, or what stands between names. Errors are named without being imported."""
    text = str(one)
    if isinstance(one, griffe.ExprName):
        told = where_told().get(one.canonical_path) or (told_as(text, PACKAGE) if text.endswith("Error") else None)
        if told:
            return link(text, told.target)
    return spaced(text, escaped(text))


def item(name: str, annotation: str | griffe.Expr | None, meaning: str) -> str:
    """A line of a list: name, type and meaning; each may be left out."""
    kind = typed(annotation)
    about = f"{code(name)} ({kind})" if name and kind else code(name) if name else kind
    return f"- {': '.join(filter(None, [about, meaning]))}"


def _items(elements: object, module: str) -> Iterator[str]:
    """What a section lists: arguments, attributes, errors, or what is given back."""
    assert isinstance(elements, list)  # noqa: S101 - sections of these kinds have lists
    for one in elements:
        name = getattr(one, "name", "") or ""
        yield item(name, one.annotation, words(one.description, module))


def paragraphs(text: str, module: str) -> Iterator[str]:
    """The paragraphs of a docstring, each with an empty line after it; lists stay lists, and a prompt makes code."""
    for part in re.split(r"\n[ \t]*\n", dedent(text).strip("\n")):
        if part.lstrip().startswith(">>>"):
            yield from (fenced(dedent(part), "pycon"), "")
        elif found := _BULLET.match(part):
            mark = "-" if found["mark"] in "-*" else "1."
            yield from (*(f"{mark} {words(one, module)}" for one in _BULLET.split(part)[2::2]), "")
        elif part.startswith("    "):
            yield from (fenced(dedent(part), "text"), "")
        elif part.strip():
            yield from (words(part, module), "")
