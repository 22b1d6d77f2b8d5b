"""The fields and lists of a site, whatever they are called: what the laws take out and shuffle."""

from collections.abc import Iterator
from random import Random
from typing import Any

from pydantic import MISSING

from dod_model.site import Site
from dod_model.site.described import Described

NEEDED = {"deployments", "clients"}
"""Without these there is nothing to attempt."""


def thinner(part: Described, path: str = "") -> Iterator[tuple[str, Any]]:
    """The part with one field taken out, for each field at any depth that may be left out; with its path.

    Fields of which leaving them out says something else than that it is unknown stay.
    """
    for name, field in type(part).model_fields.items():
        value = getattr(part, name)
        if value is MISSING:
            continue
        here = f"{path}.{name}" if path else name
        if "Left out: unknown." in (field.description or "") and here not in NEEDED:
            yield here, part.model_copy(update={name: MISSING})
        for there, new in _thinner_values(value, here):
            yield there, part.model_copy(update={name: new})


def _thinner_values(value: object, path: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, Described):
        yield from thinner(value, path)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            for there, new in _thinner_values(item, f"{path}[{index}]"):
                yield there, (*value[:index], new, *value[index + 1 :])


def shuffled(value: Any, random: Random) -> Any:
    """The same with every list in another order, but for steps, whose order means something."""
    if isinstance(value, Described):
        fields = {name: getattr(value, name) for name in type(value).model_fields}
        return value.model_copy(update={name: _shuffled_field(name, found, random) for name, found in fields.items()})
    if isinstance(value, tuple):
        return tuple(shuffled(item, random) for item in random.sample(value, len(value)))
    return value


def _shuffled_field(name: str, value: Any, random: Random) -> Any:
    if name == "steps" and isinstance(value, tuple):
        return tuple(shuffled(step, random) for step in value)
    return shuffled(value, random)


def given_paths(value: object, path: str = "site") -> Iterator[tuple[str, object]]:
    """Every field that is given, at any depth, with its value, where that is null, empty or no part itself."""
    if isinstance(value, Described):
        for name in type(value).model_fields:
            if getattr(value, name) is not MISSING:
                yield from given_paths(getattr(value, name), f"{path}.{name}")
    elif isinstance(value, tuple) and value:
        for index, item in enumerate(value):
            yield from given_paths(item, f"{path}[{index}]")
    else:
        yield path, value


def checked(site: Site) -> Site:
    """The same site, validated anew."""
    return Site(**site.known())
