"""What the features say of a run holds together: a rule shows its behaviour, and each requirement its stage."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from behave.model import Rule
from behave.parser import parse_file
from behave.runner_util import load_step_modules
from behave.step_registry import registry

from dod_model.bdd import Case, ModelUnderTest, register_types
from dod_model.bdd.played import rests_on, turned_away
from dod_model.bdd.reporter import scenarios
from dod_model.requirements import REQUIREMENTS, Force
from dod_model.requirements.requirement import Stage
from dod_model.run.behaviours import BEHAVIOURS

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "features" / "run").glob("*.feature"))


@pytest.fixture(scope="module")
def steps() -> Iterator[Any]:
    register_types()
    load_step_modules([str(ROOT / "steps")])
    yield registry
    registry.clear()


def rules() -> Iterator[Any]:
    for path in FILES:
        yield from (item for item in parse_file(str(path)).run_items if isinstance(item, Rule))


def went_through(steps: Any, scenario: Any) -> Case:
    """The case of a scenario after all of its steps."""
    case = Case(ModelUnderTest())
    for step in scenario.all_steps:
        match = steps.find_match(step)
        given = {argument.name: argument.value for argument in match.arguments}
        match.func(SimpleNamespace(case=case, table=step.table), **given)
    return case


def behaviours_of(case: Case) -> frozenset[str]:
    return frozenset().union(*(rests_on(run) for run in case.played if not isinstance(run, Exception)))


def test_every_rule_shows_the_behaviours_that_it_is_about(steps: Any) -> None:
    shown: dict[str, bool] = {}
    for rule in rules():
        seen = frozenset().union(*(behaviours_of(went_through(steps, one)) for one in scenarios(rule)))
        for behaviour in {str(tag) for tag in rule.tags} & BEHAVIOURS.keys():
            shown[behaviour] = shown.get(behaviour, False) or behaviour in seen
    assert [behaviour for behaviour, is_shown in shown.items() if not is_shown] == []
    assert shown.keys() == BEHAVIOURS.keys()


def test_every_requirement_that_blocks_is_seen_to_fail_at_its_stage(steps: Any) -> None:
    seen: set[tuple[str, Stage]] = set()
    for scenario in scenarios(parse_file(str(ROOT / "features" / "run" / "where_it_fails.feature"))):
        ((stage, requirements),) = turned_away(went_through(steps, scenario).run)
        seen.update((name, stage) for name in requirements)
    blocking = [one for one in REQUIREMENTS if one.force is Force.BLOCKS]
    assert {one.id: one.fails and one.fails.stage for one in blocking} == dict(seen)
    assert len(blocking) == 18
