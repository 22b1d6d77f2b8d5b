"""The vectors that came with the package."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import get_args

from dod_model.errors import InputError, Problem
from dod_model.kit.format import Kind, Relation, Vector, VectorFile

KINDS: tuple[Kind, ...] = get_args(Kind)
"""Every kind of vector, each a file."""

_DATA = files("dod_model") / "kit" / "data"


def vector_text(kind: Kind) -> str:
    """The text of a file.

    Raises:
        InputError: it was not recorded, as in a checkout that was never set up.
    """
    file = _DATA / f"{kind}.json"
    if not file.is_file():
        message = f"the {kind} were not recorded: {file} is not there"
        hint = "In a checkout `make kit` records them; an installed package has them."
        raise InputError(Problem("not-recorded", message, hint=hint))
    return file.read_text(encoding="utf-8")


@cache
def vector_file(kind: Kind) -> VectorFile:
    """A file, read; the same object at each call.

    Raises:
        InputError: as for `vector_text`.
    """
    return VectorFile.model_validate_json(vector_text(kind))


def entries(kind: str) -> tuple[Vector | Relation, ...]:
    """The vectors or relations of a kind; none where there is no such kind.

    Raises:
        InputError: as for `vector_text`.
    """
    for known in KINDS:
        if known == kind:
            file = vector_file(known)
            return file.vectors or file.relations
    return ()


def vector_count(text: str) -> int:
    """How many entries a file has, from its text: each stands on a line of its own, and begins with its id."""
    return sum(line.startswith('{"id":') for line in text.splitlines())
