"""The features keep their form: what a reader, and every tool that reads them, may rely on."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from behave.model import Rule, ScenarioOutline
from behave.parser import parse_file

from dod_model.bdd.reporter import scenarios
from dod_model.requirements import REQUIREMENTS
from dod_model.run.behaviours import BEHAVIOURS

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "features").rglob("*.feature"))
IDS = {requirement.id for requirement in REQUIREMENTS}
ASKS = {"asks-plan", "asks-evidence", "asks-run", "asks-settings"}
LONGEST = 100

each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT / "features").as_posix())


@cache
def feature(path: Path) -> Any:
    return parse_file(str(path))


def rules(path: Path) -> Iterator[Any]:
    return (item for item in feature(path).run_items if isinstance(item, Rule))


def test_there_are_features() -> None:
    assert len(FILES) > 20


@pytest.mark.parametrize("requirement", sorted(IDS))
def test_every_requirement_has_a_rule_that_carries_its_id(requirement: str) -> None:
    assert any(requirement in rule.tags for path in FILES for rule in rules(path))


@pytest.mark.parametrize("behaviour", BEHAVIOURS)
def test_every_behaviour_of_a_run_has_a_rule_that_carries_its_id(behaviour: str) -> None:
    assert any(behaviour in rule.tags for path in FILES for rule in rules(path))


def test_a_rule_on_behaviours_says_whether_they_are_inferred() -> None:
    wrong = []
    for rule in (rule for path in FILES for rule in rules(path)):
        about = [BEHAVIOURS[str(tag)] for tag in rule.tags if str(tag) in BEHAVIOURS]
        told = re.search("inferred", " ".join(rule.description), re.IGNORECASE) is not None
        if about and told is not any(one.reasoning for one in about):
            wrong.append(str(rule.location))
    assert wrong == []


@each_file
def test_a_feature_is_short_and_lies_in_the_folder_of_its_question(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST
    assert len(path.relative_to(ROOT / "features").parts) == 2


@each_file
def test_features_and_rules_say_why(path: Path) -> None:
    assert feature(path).description
    assert [rule.name for rule in rules(path) if not rule.description] == []


@each_file
def test_every_scenario_begins_anew(path: Path) -> None:
    """The step makes a new site: what a scenario leaves behind cannot reach the next."""
    assert feature(path).background.steps[0].name == "a site on which everything is in order"


@each_file
def test_every_scenario_stands_in_a_rule(path: Path) -> None:
    assert all(isinstance(item, Rule) for item in feature(path).run_items)


@each_file
def test_tags_are_ids_of_requirements_or_behaviours_and_what_is_asked_of_a_system(path: Path) -> None:
    tags = {str(tag) for scenario in scenarios(feature(path)) for tag in scenario.effective_tags}
    assert tags <= IDS | ASKS | BEHAVIOURS.keys()
    assert not tags & BEHAVIOURS.keys() or "asks-run" in tags


@each_file
def test_ids_stand_on_rules_only(path: Path) -> None:
    below = {str(tag) for rule in rules(path) for item in rule.run_items for tag in item.tags}
    assert {*map(str, feature(path).tags), *below} <= ASKS


@each_file
def test_a_scenario_has_one_when(path: Path) -> None:
    wrong = [one.name for one in scenarios(feature(path)) if [s.step_type for s in one.all_steps].count("when") != 1]
    assert wrong == []


@each_file
def test_names_of_scenarios_tell_them_apart(path: Path) -> None:
    names = [item.name for rule in rules(path) for item in rule.run_items]
    assert len(names) == len(set(names))


@each_file
def test_every_table_of_examples_has_a_title_and_rows_that_differ(path: Path) -> None:
    outlines = [item for rule in rules(path) for item in rule.run_items if isinstance(item, ScenarioOutline)]
    for outline in outlines:
        titles = [examples.name for examples in outline.examples]
        assert all(titles)
        assert len(titles) == len(set(titles)), outline.name
        rows = [tuple(row.cells) for examples in outline.examples for row in examples.table]
        assert len(rows) == len(set(rows)), outline.name


@each_file
def test_the_text_promises_nothing_and_names_no_file(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.search(r"\b(should|json|yaml|python)\b", text, re.IGNORECASE) is None
