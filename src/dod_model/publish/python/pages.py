"""The Python reference, made of docstrings: a page for each module that users import from, and one that leads there."""

from __future__ import annotations

from collections.abc import Iterator

from dod_model.publish.labels import crumbs, page_below
from dod_model.publish.markdown import escaped, link, table
from dod_model.publish.material import Material, Pages
from dod_model.publish.prose import with_prose
from dod_model.publish.python.docstrings import documented, linked_code, summary
from dod_model.publish.python.names import (
    FOREIGN,
    MODULES,
    PACKAGE,
    Told,
    module_of,
    names_of,
    object_of,
    page_of,
    path_of,
    where_told,
)
from dod_model.publish.python.sections import section

FEW = 3
"""More names than this are listed before they are told."""


def python_pages(_: Material) -> Pages:
    """The page of each public module, and the one that leads there, by their names."""
    return {page_of(PACKAGE): _index(), **{page_of(module): _page(module) for module in MODULES}}


def _index() -> str:
    door = "\n".join(table(("Name", "Meaning"), _names(PACKAGE)))
    modules = "\n".join(table(("Module", "What it has"), _modules()))
    return with_prose("python", {"door": door, "modules": modules})


def _modules() -> Iterator[tuple[str, str]]:
    for module in MODULES:
        yield linked_code(module, Told(module, "")), summary(module_of(module), module)


def _page(module: str) -> str:
    above = crumbs(link("Python", f"~/{page_of(PACKAGE)}"), escaped(module.removeprefix(f"{PACKAGE}.")))
    return page_below(above, module, _below(module))


def _below(module: str) -> Iterator[str]:
    """What a module means, its names where they are many, and a section for each."""
    yield from documented(module_of(module), module)
    names = names_of(module)
    if len(names) > FEW:
        yield from (*table(("Name", "Meaning"), _names(module)), "")
    for name in names:
        yield from section(module, name)


def _names(module: str) -> Iterator[tuple[str, str]]:
    for name in names_of(module):
        path = path_of(module, name)
        one = object_of(module, name)
        told = where_told()[path] if module == PACKAGE else Told(module, name)
        yield linked_code(name, told), summary(one, module) if one else FOREIGN[path]
