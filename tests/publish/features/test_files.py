"""Features are read as they are written: layout, lines, and what a tag is inherited from."""

import json
from pathlib import Path

import pytest

from dod_model.bdd.in_process import read_feature
from dod_model.bdd.reporter import scenarios
from dod_model.errors import InputError
from dod_model.publish.features.files import feature_file, features, scenarios_by_requirement
from dod_model.requirements import REQUIREMENTS
from tests.cli.running import ROOT

WRITTEN = '''\
@asks-run
Feature: What is asked?

  First paragraph,
  in two lines.

  - an item
    - one below it

  Background: always
    Given a site

  @gateway-set-up
  Rule: A rule

    Why it is so.

    @asks-plan
    Scenario: One
      Given a table
        | head | other |
        | a \\| b | c    |
      Then a text
        """
        first

          indented
        """

    Scenario Outline: Some <of>
      When <of> happens

      Examples: two
        | of |
        | 1  |
        | 2  |

      Examples: none
'''


def test_everything_is_read_with_its_line() -> None:
    told = feature_file("features/asked/what.feature", WRITTEN)
    assert (told.name, told.page, told.tags) == ("What is asked?", "features/asked/what.md", ("asks-run",))
    assert told.description == "First paragraph,\nin two lines.\n\n- an item\n  - one below it"
    assert told.background is not None
    assert [(step.line, step.keyword, step.text) for step in told.background.steps] == [(11, "Given", "a site")]
    (rule,) = told.rules
    assert (rule.line, rule.name, rule.description, rule.tags) == (14, "A rule", "Why it is so.", ("gateway-set-up",))
    one, some = rule.scenarios
    assert (one.line, one.keyword, one.tags, one.lines) == (19, "Scenario", ("asks-plan",), (19,))
    assert one.steps[0].table == (("head", "other"), ("a | b", "c"))
    assert one.steps[1].docstring == "first\n\n  indented"
    assert (some.keyword, some.lines) == ("Scenario Outline", (35, 36))
    tables = [(table.name, table.head, len(table.rows)) for table in some.examples]
    assert tables == [("two", ("of",), 2), ("none", (), 0)]
    assert told.all_keys == tuple(("features/asked/what.feature", line) for line in (19, 35, 36))
    assert told.source == WRITTEN


@pytest.mark.parametrize("source", ["", "# nothing\n", "Feature: x\n  Scenario: y\n    Giveen z\n    Given a\n  oops"])
def test_what_is_no_feature_is_refused_with_its_name(source: str) -> None:
    with pytest.raises(InputError, match=r"features/a/b\.feature"):
        feature_file("features/a/b.feature", source)


def test_every_feature_of_the_spec_is_read_once_in_order() -> None:
    paths = [one.path for one in features(ROOT)]
    assert paths == sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "features").rglob("*.feature"))
    assert features(ROOT) is features(ROOT)


def test_the_keys_are_those_under_which_behave_files_results() -> None:
    for one in features(ROOT):
        ran = scenarios(read_feature(one.source, one.path))
        assert one.all_keys == tuple((one.path, scenario.location.line) for scenario in ran)


def test_every_requirement_has_scenarios_that_lead_to_their_place() -> None:
    found = scenarios_by_requirement(ROOT)
    assert found.keys() == {one.id for one in REQUIREMENTS}
    place = found["gateway-set-up"][0]
    assert (place.page, place.anchor) == ("features/gateway/gateway.md", "l13")
    assert (place.feature, place.name) == ("Is there a gateway?", "The only gateway is <state>")
    assert place.keys == tuple(("features/gateway/gateway.feature", line) for line in (24, 25, 26))


def test_a_scenario_inherits_the_tags_of_its_rule_and_its_feature(tmp_path: Path) -> None:
    folder = tmp_path / "features" / "some"
    folder.mkdir(parents=True)
    text = "@cache-size\nFeature: f\n @gateway-set-up\n Rule: r\n  @metered-connection\n  Scenario: s\n   Given x\n"
    (folder / "one.feature").write_text(text + " @other\n Rule: q\n  Scenario: t\n   Given x\n", encoding="utf-8")
    found = {name: [one.name for one in places] for name, places in scenarios_by_requirement(tmp_path).items()}
    assert json.dumps(found, sort_keys=True) == json.dumps(
        {"cache-size": ["s", "t"], "gateway-set-up": ["s"], "metered-connection": ["s"]}
    )
