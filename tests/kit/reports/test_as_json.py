"""The complete report."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from dod_model.cli.schema import schema_of
from dod_model.kit.reports.kit_report import KitReport
from tests.kit.reports.scored import Heard, agreed, everything, nasty
from tests.kit.scripted import Scripted, asked

HEARD = {"agreed": agreed(), "everything": everything(), "nasty": nasty(), "nothing": Heard(*asked(Scripted({})))}


def read(heard: Heard) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(heard.told("json"))
    return found


@pytest.mark.parametrize("name", HEARD)
def test_it_fits_its_schema(name: str) -> None:
    text = HEARD[name].told("json")
    Draft202012Validator(schema_of("kit")).validate(json.loads(text))
    KitReport.model_validate_json(text)
    assert text.isascii()
    assert text.endswith("}\n")


def test_it_tells_every_vector_that_differs_and_why() -> None:
    found = read(everything())
    differing = {one["id"]: one["differences"] for one in found["disagreements"]}
    assert list(differing) == ["features/wrong", "features/contested", "features/known", "relations/broken"]
    assert differing["features/known"] == [
        {
            "subject": "outcome",
            "basis": "documented",
            "expected": "downloads-on-demand",
            "given": "does-not-run",
            "known": True,
        }
    ]
    assert [(one["id"], one["result"]) for one in found["unanswered"]] == [
        ("boundaries/dont-know", "don't know"),
        ("boundaries/skipped", "skipped"),
        ("boundaries/error", "error"),
    ]


def test_it_tells_what_became_of_known_lines() -> None:
    found = read(everything())["known"]
    assert [one["line"] for one in found["still"]] == [1]
    assert [one["line"] for one in found["stopped"]] == [2]
    assert found["file"] == "known.txt"


def test_it_tells_the_scores_of_each_basis_and_the_passages() -> None:
    subjects = {one["id"]: one for one in read(everything())["subjects"]}
    assert subjects["outcome"]["documented"] == {"agreed": 2, "disagreed": 2}
    assert subjects["outcome"]["contested"] is None
    assert subjects["gateway-serves-content"]["passages"]
    assert subjects["names-do-not-matter"]["statement"] == "What things are called decides nothing."


def test_a_requirement_has_the_address_of_its_page_and_nothing_else_has() -> None:
    pages = {one["id"]: one["page"] for one in read(everything())["subjects"]}
    assert pages["gateway-serves-content"] == "requirements/gateway-serves-content/"
    assert {name for name, page in pages.items() if page is None} == {"outcome", "names-do-not-matter"}


def test_it_tells_the_exit_code_and_the_numbers() -> None:
    found = read(everything())
    assert (found["exit_code"], found["against_documents"], found["left_out"]) == (1, 2, 0)
    assert found["results"] == {
        "agreed": 1,
        "disagreed": 4,
        "dont_know": 1,
        "skipped": 1,
        "error": 1,
        "not_asked": 1,
    }
    assert found["unasked"] == {"it does not answer run": 1}


def test_unknown_fields_are_refused() -> None:
    found = read(agreed()) | {"more": 1}
    assert not Draft202012Validator(schema_of("kit")).is_valid(found)
