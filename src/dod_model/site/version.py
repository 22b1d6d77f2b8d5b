"""The type of fields that hold an installed version."""

from __future__ import annotations

from typing import Annotated

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from dod_model.errors import ReleaseError
from dod_model.releases import Build, Release, parse


def _read(value: object) -> Release | Build:
    if isinstance(value, Release | Build):
        return value
    if isinstance(value, bool) or not isinstance(value, str | int):
        message = "a release is written 1910, TP 1909 or as a version, 5.00.8913.1006"
        raise ReleaseError(message)
    return parse(value)


def _write(value: Release | Build) -> str:
    return str(value)


Version = Annotated[
    Release | Build,
    PlainValidator(_read),
    PlainSerializer(_write, return_type=str),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": r"^\s*([Tt][Pp]\s*)?\d{4}\s*$|^\s*5\.0{1,2}\.\d{4,5}(\.\d{1,5})?\s*$"},
                {"type": "integer", "minimum": 1511, "maximum": 9912},
            ]
        }
    ),
]
"""A release (``1910``, ``TP 1909``) or a version string, of which the build field counts."""
