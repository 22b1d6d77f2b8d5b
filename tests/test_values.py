"""Values do not change after they were made, and the many small ones have no dictionary."""

from collections.abc import Iterator
from dataclasses import FrozenInstanceError, fields, is_dataclass
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

import pytest

import dod_model
from dod_model.facts import Facts

NO_VALUES = ("dod_model.bdd", "dod_model.cli", "dod_model.render", "dod_model.intake")
"""Rooms that do things; what they keep in dataclasses is their own affair."""


def values() -> Iterator[Any]:
    for module in walk_packages(dod_model.__path__, "dod_model."):
        if not module.name.startswith(NO_VALUES):
            for found in vars(import_module(module.name)).values():
                own = isinstance(found, type) and found.__module__ == module.name and found.__name__[0] != "_"
                if own and is_dataclass(found):
                    yield found


VALUES = sorted(set(values()), key=repr)


@pytest.mark.parametrize("kind", [kind for kind in VALUES if fields(kind)])
def test_they_are_frozen(kind: Any) -> None:
    one = object.__new__(kind)
    name = fields(kind)[0].name
    with pytest.raises(FrozenInstanceError):
        setattr(one, name, None)
    with pytest.raises(FrozenInstanceError):
        delattr(one, name)


@pytest.mark.parametrize("kind", VALUES)
def test_they_have_slots_unless_they_remember_what_they_worked_out(kind: Any) -> None:
    remembers = any(type(member).__name__ == "cached_property" for member in vars(kind).values())
    assert hasattr(object.__new__(kind), "__dict__") is remembers


def test_there_are_values() -> None:
    assert Facts in VALUES
    assert len(VALUES) > 20
