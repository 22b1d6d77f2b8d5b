"""The list of examples and options that the page offers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from dod_model.bdd.results import NO_RESULTS
from dod_model.publish import Material
from dod_model.publish.examples import NAME, examples_file
from dod_model.requirements import REQUIREMENTS
from tests.cli.running import EXAMPLES, dod


def offered() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(examples_file(Material(Path(), NO_RESULTS))[NAME])
    return found


def test_every_example_is_there_and_every_description_is_an_example() -> None:
    listed = [one["path"] for group in offered()["groups"] for one in group["examples"]]
    there = [path.relative_to(EXAMPLES).with_suffix("").as_posix() for path in EXAMPLES.rglob("*.yaml")]
    assert sorted(listed) == sorted(there)


def test_every_example_has_a_place_in_the_page_to_which_links_lead() -> None:
    page = (EXAMPLES.parent / "try-it.md").read_text(encoding="utf-8")
    for group in offered()["groups"]:
        for one in group["examples"]:
            assert f'(examples/{one["path"]}.yaml){{ id="example={one["path"]}" }}' in page
            assert group["group"] != "faults" or f"\n{group['title']}\n" in page


def test_faults_are_named_by_their_requirements_and_stand_under_their_topics() -> None:
    faults = [group for group in offered()["groups"] if group["group"] == "faults"]
    assert len({group["title"] for group in faults}) == len(faults)
    told = {one["requirement"]: (group["title"], one["title"]) for group in faults for one in group["examples"]}
    assert told == {one.id: (one.topic.value, one.statement) for one in REQUIREMENTS}


def test_the_options_are_those_of_the_command() -> None:
    for option in offered()["options"]:
        assert option["values"][0][0] == ""
        for value, words in option["values"][1:]:
            assert words
            answer = dod("check", EXAMPLES / "healthy.yaml", option["flag"], value)
            assert (answer.code in {0, 1, 3}, answer.err) == (True, "")
