"""The steps are known without touching a run of behave in the same process."""

from __future__ import annotations

from pathlib import Path

from behave.matchers import ParseMatcher
from behave.step_registry import registry

from dod_model.bdd.catalogue import known_steps, step_for, step_registry
from dod_model.bdd.step_uses import step_uses
from dod_model.bdd.words import PARAMETER_TYPES
from tests.cli.running import ROOT

SPEC = '''\
"""What it is about. More of it."""

from behave import given, then


@given("some {name:Name} and {other:Name} of {size:Size}")
@then("none")
def some(context, **given):
    """What it does."""
'''


def small_spec(folder: Path, feature: str = "") -> Path:
    (folder / "steps").mkdir()
    (folder / "steps" / "some_steps.py").write_text(SPEC, encoding="utf-8")
    (folder / "features" / "a").mkdir(parents=True)
    (folder / "features" / "a" / "b.feature").write_text(feature, encoding="utf-8")
    return folder


def test_a_step_is_known_by_how_it_is_written_and_what_it_means(tmp_path: Path) -> None:
    given, then = known_steps(small_spec(tmp_path))
    assert (given.kind, given.pattern) == ("given", "some {name:Name} and {other:Name} of {size:Size}")
    assert (given.text, given.types) == ("some {name} and {other} of {size}", ("Name", "Size"))
    assert (then.kind, then.text, then.types) == ("then", "none", ())
    assert {one.meaning for one in (given, then)} == {"What it does."}
    assert {(one.module, one.about) for one in (given, then)} == {("some_steps", "What it is about. More of it.")}


def test_what_behave_knew_it_knows_afterwards(tmp_path: Path) -> None:
    steps, types = registry.steps, dict(ParseMatcher.TYPE_REGISTRY)
    counted = {kind: len(found) for kind, found in steps.items()}
    known_steps(small_spec(tmp_path))
    assert registry.steps is steps
    assert {kind: len(found) for kind, found in steps.items()} == counted
    assert types == ParseMatcher.TYPE_REGISTRY


def test_it_is_the_same_when_behave_knows_the_steps_already(tmp_path: Path) -> None:
    """The decorators pass over a step that is registered already, which must not hide it here."""
    spec = small_spec(tmp_path)
    known = known_steps.__wrapped__(spec)
    registry.steps["given"] += step_registry(spec).steps["given"]
    step_registry.cache_clear()
    try:
        assert known_steps.__wrapped__(spec) == known
    finally:
        registry.clear()


def test_steps_are_loaded_once(tmp_path: Path) -> None:
    spec = small_spec(tmp_path)
    assert step_registry(spec) is step_registry(spec)


def test_a_text_finds_its_step_also_where_a_word_is_wrong() -> None:
    found = step_for(ROOT, "then", "it downloads on demand")
    assert found is not None
    assert found.text == "it {outcome}"
    assert step_for(ROOT, "then", "it downloads on demnad") == found
    assert step_for(ROOT, "given", "it downloads on demand") is None


def test_every_step_has_its_types_and_a_meaning() -> None:
    steps = known_steps(ROOT)
    assert len(steps) > 100
    assert {name for one in steps for name in one.types} == PARAMETER_TYPES.keys()
    assert [one.pattern for one in steps if not one.meaning or not one.about] == []


def test_uses_are_those_of_scenarios_rows_and_backgrounds(tmp_path: Path) -> None:
    feature = """\
Feature: f
  Background:
    Given some "a" and "b" of 1 MB
  Scenario: s
    Then none
  Scenario Outline: o
    Given some "<x>" and "c" of 2 GB
    Examples: e
      | x |
      | 1 |
      | 2 |
  Scenario: unknown
    Then nothing of the kind
"""
    uses = {step.kind: [(use.line, use.text) for use in found] for step, found in
            step_uses(small_spec(tmp_path, feature)).items()}  # fmt: skip
    background = (3, 'some "a" and "b" of 1 MB')
    assert uses == {
        "given": [
            background,
            background,
            (7, 'some "1" and "c" of 2 GB'),
            background,
            (7, 'some "2" and "c" of 2 GB'),
            background,
        ],
        "then": [(5, "none")],
    }


def test_every_step_is_used_by_the_features() -> None:
    assert set(step_uses(ROOT)) == set(known_steps(ROOT))
