"""``dod schema``: what it prints fits what is read and written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from tests.cli.running import EXAMPLES, dod

SITES = [
    *(EXAMPLES / f"{name}.yaml" for name in ("healthy", "branch-office", "partial")),
    *sorted((EXAMPLES / "faults").iterdir()),
]


def printed(*words: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(dod("schema", *words).out)
    return found


@pytest.mark.parametrize("of", ["site", "report", "run", "sources", "vectors", "kit"])
def test_it_is_a_schema(of: str) -> None:
    Draft202012Validator.check_schema(printed(of))
    assert printed(of)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_sites_are_the_default() -> None:
    assert printed() == printed("site")
    assert printed()["title"] == "Site"


@pytest.mark.parametrize("path", SITES, ids=lambda path: path.stem)
def test_examples_fit_the_schema(path: Path) -> None:
    Draft202012Validator(printed()).validate(yaml.safe_load(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "wrong",
    [
        {"releas": 1910},
        {"release": "next"},
        {"gateways": [{"name": "A", "state": "on"}]},
        {"deployments": [{"name": "A"}]},
        {"clients": [{"name": "A", "metered": "yes"}]},
    ],
    ids=str,
)
def test_what_is_refused_does_not_fit_the_schema(wrong: dict[str, Any]) -> None:
    assert not Draft202012Validator(printed()).is_valid(wrong)


def described(schema: dict[str, Any], reference: str) -> str:
    found: str = schema["$defs"][reference.rpartition("/")[2]].get("description", "")
    return found


@pytest.mark.parametrize("of", ["site", "report", "run", "sources", "kit"])
def test_every_field_says_what_it_means(of: str) -> None:
    schema = printed(of)
    for part in (schema, *schema["$defs"].values()):
        for name, field in part.get("properties", {}).items():
            same_words = "$ref" in field  # then they are told once only, with what it leads to
            assert field.get("description") or (same_words and described(schema, field["$ref"])), name
