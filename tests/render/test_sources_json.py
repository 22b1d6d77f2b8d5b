"""How passages stand, as JSON."""

from __future__ import annotations

import json
from importlib.metadata import version
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from dod_model.cli.schema import schema_of
from dod_model.documents import Block, PageChecked, Passage, Sighting, Standing, cited, documents
from dod_model.documents.blocks import Kind
from dod_model.documents.finding_pages import Found
from dod_model.render.sources_json import sources_json
from dod_model.render.sources_report import FORMAT, SourcesReport
from dod_model.requirements import BY_ID, REQUIREMENTS

FIRST = documents()["DTS1910-first"]
(ON_DEMAND,) = [passage for passage in cited() if passage.document == FIRST.key]
UNCITED = Passage(FIRST.key, "Process", None, None)
TOLD = {
    "key": "DTS1910-first",
    "title": "Deploying a task sequence, first text for 1910",
    "path": "sccm/osd/deploy-use/deploy-a-task-sequence.md",
    "commit": "0936431e7",
    "date": "2019-11-25",
    "url": FIRST.url,
    "found_at": "sccm/osd/deploy-use/deploy-a-task-sequence.md",
    "several": [],
    "unreadable": None,
    "passages": [
        {
            "heading": "Deploy Windows 10 in-place upgrade via CMG",
            "block": 6,
            "fingerprint": ON_DEMAND.fingerprint,
            "standing": "reworded",
            "now": {"heading": "Process", "block": 3, "line": 12},
            "by_place": True,
            "statements": ["F004"],
            "requirements": ["download-on-demand-available"],
        },
        {
            "heading": "Process",
            "block": None,
            "fingerprint": None,
            "standing": "unverified",
            "now": None,
            "by_place": False,
            "statements": [],
            "requirements": [],
        },
    ],
}


def report(*pages: PageChecked, folder: str = "pages") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(sources_json(folder, pages, 1))
    return found


def test_the_report_is_complete() -> None:
    now = Block("Process", 3, Kind.PARAGRAPH, "words", "words", 12)
    sightings = (Sighting(ON_DEMAND, Standing.REWORDED, now, by_place=True), Sighting(UNCITED, Standing.UNVERIFIED))
    assert report(PageChecked(FIRST, Found(FIRST.path), sightings)) == {
        "dod_model": version("dod-model"),
        "format": "dod-sources/1",
        "folder": "pages",
        "counts": {"there": 0, "moved": 0, "reworded": 1, "gone": 0, "page not found": 0, "unverified": 1},
        "exit_code": 1,
        "requirements": [
            {
                "id": "download-on-demand-available",
                "statement": BY_ID["download-on-demand-available"].statement,
                "page": "requirements/download-on-demand-available/",
            }
        ],
        "documents": [TOLD],
    }


EVERY_STANDING = tuple(Sighting(ON_DEMAND, standing) for standing in Standing)
THERE = Block("Process", 3, Kind.PARAGRAPH, "words", "words", 12)
CHECKED = {
    "nothing": (),
    "every standing": (PageChecked(FIRST, Found(FIRST.path), EVERY_STANDING),),
    "everything cited": tuple(
        PageChecked(one, Found(None), tuple(Sighting(each, Standing.GONE) for each in cited() if each.document == key))
        for key, one in documents().items()
    ),
    "a name that is no text": (PageChecked(FIRST, Found(None, ("\udcff",)), (), "\udcff"),),
    "a block": (PageChecked(FIRST, Found("a.md"), (Sighting(UNCITED, Standing.MOVED, THERE),)),),
}


@pytest.mark.parametrize("name", CHECKED)
def test_it_fits_its_schema(name: str) -> None:
    text = sources_json("pages", CHECKED[name], 1)
    Draft202012Validator(schema_of("sources")).validate(json.loads(text))
    SourcesReport.model_validate_json(text)
    assert text.isascii()
    assert text.endswith("}\n")


def test_unknown_fields_and_standings_are_refused() -> None:
    schema = Draft202012Validator(schema_of("sources"))
    found = report(*CHECKED["a block"])
    assert schema.is_valid(found)
    assert not schema.is_valid(found | {"more": 1})
    found["documents"][0]["passages"][0]["standing"] = "lost"
    assert not schema.is_valid(found)


def test_the_format_has_a_name_and_a_version() -> None:
    assert report()["format"] == FORMAT == "dod-sources/1"


def test_every_requirement_that_a_passage_names_is_told_once_in_the_order_of_reports() -> None:
    found = report(*CHECKED["everything cited"])
    named = {name for page in found["documents"] for one in page["passages"] for name in one["requirements"]}
    assert len(named) > 1
    assert [one["id"] for one in found["requirements"]] == [one.id for one in REQUIREMENTS if one.id in named]
    assert named <= set(BY_ID)


def test_no_requirement_is_told_that_no_passage_names() -> None:
    assert report(PageChecked(FIRST, Found(FIRST.path), (Sighting(UNCITED, Standing.GONE),)))["requirements"] == []


def test_why_a_page_was_not_compared() -> None:
    missing = (Sighting(ON_DEMAND, Standing.PAGE_NOT_FOUND),)
    (one, other) = report(
        PageChecked(FIRST, Found(None, ("a.md", "b.md")), missing),
        PageChecked(FIRST, Found("a.md"), missing, "refused"),
    )["documents"]
    assert (one["found_at"], one["several"], one["unreadable"]) == (None, ["a.md", "b.md"], None)
    assert (other["found_at"], other["several"], other["unreadable"]) == ("a.md", [], "refused")


def test_names_that_are_no_characters_are_written_as_escapes() -> None:
    assert report(folder="pages\udcff")["folder"] == "pages\\udcff"
