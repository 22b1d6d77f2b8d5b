"""Which names of the package are public, and where in the docs each is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import griffe

import dod_model
from dod_model.publish.markdown import anchor

PACKAGE = "dod_model"
FOLDER = "reference/python"
MODULES: Mapping[str, tuple[str, ...]] = {
    "dod_model.intake": (),
    "dod_model.site": (),
    "dod_model.attempt": (),
    "dod_model.assessment": (),
    "dod_model.facts": ("Facts",),
    "dod_model.requirements": (),
    "dod_model.plan": (),
    "dod_model.run": (),
    "dod_model.releases": (),
    "dod_model.documents": (),
    "dod_model.errors": (),
    "dod_model.kit.builder": (),
    "dod_model.kit.asserting": (),
    "dod_model.kit.faults": (),
    "dod_model.strategies": (),
    "dod_model.pytest_plugin": ("dod_healthy", "dod_fault"),
    "dod_model.kit.answers": (),
    "dod_model.kit.in_process": (),
    "dod_model.kit.shipped": (),
    "dod_model.kit.scoring": ("MOST_KEPT", "Score", "Scores", "exit_code_of", "judged", "lacking"),
    "dod_model.kit.reports": (),
}
"""The modules that users import from, in the order in which they are told. The names of those that state neither them
nor `__all__` are all that the module defines."""

FOREIGN = {
    "pydantic.MISSING": "Pydantic's word for what is not there. A field with this value was left out, which means that "
    "it is unknown."
}
"""Public names of other packages, and what they mean here."""


@dataclass(frozen=True, slots=True)
class Told:
    """Where a name is told.

    Attributes:
        module: the module of the page.
        name: the name in it; empty for the module itself.
    """

    module: str
    name: str

    @property
    def page(self) -> str:
        """The file of the page, from the root of the docs."""
        return page_of(self.module)

    @property
    def target(self) -> str:
        """The section, as a link from the root of the docs."""
        return f"~/{self.page}#{anchor_of(self.name)}" if self.name else f"~/{self.page}"


def page_of(module: str) -> str:
    """The file of the page of a module."""
    short = module.removeprefix(PACKAGE).strip(".").replace(".", "-").replace("_", "-")
    return f"{FOLDER}/{short or 'index'}.md"


def anchor_of(name: str) -> str:
    """The anchor of a name, or of a method after the name of its class, in its page."""
    return anchor(name.replace("_", "-").replace(".", "-"))


@cache
def package() -> griffe.Module:
    """The package as its source says it; nothing is run."""
    folder = Path(dod_model.__file__).parents[1]
    found = griffe.load(PACKAGE, search_paths=[folder], allow_inspection=False)
    assert isinstance(found, griffe.Module)  # noqa: S101 - a package is a module
    return found


def module_of(name: str) -> griffe.Module:
    """A module of the package, by its whole name."""
    found: griffe.Module = package() if name == PACKAGE else package()[name.removeprefix(f"{PACKAGE}.")]
    return found


@cache
def names_of(module: str) -> tuple[str, ...]:
    """The public names of a module, in the order of its `__all__`, else as they stand in it."""
    found = module_of(module)
    if stated := MODULES.get(module):
        return stated
    if found.exports is not None:
        return tuple(str(one) for one in found.exports)
    return tuple(
        name
        for name, one in found.members.items()
        if not (name.startswith("_") or isinstance(one, griffe.Alias) or one.is_module) and one.docstring
    )


def object_of(module: str, name: str) -> griffe.Object | None:
    """What a public name stands for; None if it is of another package."""
    found = _member(module, name)
    try:
        return found.final_target if isinstance(found, griffe.Alias) else found
    except griffe.AliasResolutionError:
        return None


def _member(module: str, name: str) -> griffe.Object | griffe.Alias:
    """What a module has by that name. A function that it imports from a module of the same name hides that module."""
    holder = module_of(module)
    found: griffe.Object | griffe.Alias = holder[name]
    if isinstance(found, griffe.Module):
        found = package()[holder.imports[name].removeprefix(f"{PACKAGE}.")]
    return found


def path_of(module: str, name: str) -> str:
    """The path of what a public name stands for, where it is defined."""
    one = object_of(module, name)
    return one.path if one else module_of(module).imports[name]


@cache
def where_told() -> Mapping[str, Told]:
    """By path, where each public name is told in full: with the package it lies in, else with the first that has it."""
    found: dict[str, Told] = {}
    for inside in (True, False):
        for module, name in _public():
            path = path_of(module, name)
            if path.startswith(f"{module}.") is inside:
                found.setdefault(path, Told(module, name))
    also = {f"{module}.{name}": found[path_of(module, name)] for module, name in _public()}
    doors = {f"{PACKAGE}.{name}": found[path_of(PACKAGE, name)] for name in names_of(PACKAGE)}
    return {**also, **doors, **found}


def told_as(name: str, module: str) -> Told | None:
    """Where a name is told that a docstring of a module uses; None if that is nowhere, or nowhere certain."""
    known = where_told()
    for path in (f"{module}.{name}", f"{PACKAGE}.{name}", name):
        if path in known:
            return known[path]
    candidates = {one for one in known.values() if one.name == name}
    return candidates.pop() if len(candidates) == 1 else None


def _public() -> Iterator[tuple[str, str]]:
    for module in MODULES:
        for name in names_of(module):
            yield module, name
