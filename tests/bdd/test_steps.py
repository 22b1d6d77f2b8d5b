"""Steps and scenarios fit together: what a scenario asks of a system is written on it, and the sites are sound."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from behave.parser import parse_file
from behave.runner_util import load_step_modules
from behave.step_registry import registry

from dod_model.bdd import register_types
from dod_model.bdd.reporter import scenarios

ROOT = Path(__file__).resolve().parents[2]
ASKED_BY = {
    "plan_steps.py": "asks-plan",
    "run_amount_steps.py": "asks-run",
    "run_content_steps.py": "asks-run",
    "run_outcome_steps.py": "asks-run",
    "run_steps.py": "asks-run",
    "why_steps.py": "asks-evidence",
    "settings_steps.py": "asks-settings",
}
CHECKING = """
import sys
import dod_model.bdd.session
from behave.__main__ import main
from dod_model.site import Site

class Checking(dod_model.bdd.ModelUnderTest):
    def assess(self, site, attempt, wish):
        Site.model_validate_json(site.to_json())
        return super().assess(site, attempt, wish)

    def plan(self, site, attempt, wish):
        Site.model_validate_json(site.to_json())
        return super().plan(site, attempt, wish)

    def play(self, site, attempt, **how):
        Site.model_validate_json(site.to_json())
        return super().play(site, attempt, **how)

dod_model.bdd.session.ModelUnderTest = Checking
sys.exit(main(["--format", "null"]))
"""

LOADING = """
import sys
from behave.runner_util import load_step_modules
from dod_model.bdd import register_types

register_types()
load_step_modules(["steps"])
sys.exit("dod_model.run" in sys.modules)
"""


@pytest.fixture(scope="module")
def steps() -> Iterator[Any]:
    register_types()
    load_step_modules([str(ROOT / "steps")])
    yield registry
    registry.clear()


def all_scenarios() -> Iterator[Any]:
    for path in sorted((ROOT / "features").rglob("*.feature")):
        yield from scenarios(parse_file(str(path)))


def test_a_scenario_says_what_it_asks_beyond_the_outcome(steps: Any) -> None:
    wrong = []
    for scenario in all_scenarios():
        modules = {Path(steps.find_match(step).location.filename).name for step in scenario.all_steps}
        asked = {ASKED_BY[module] for module in modules & ASKED_BY.keys()}
        told = {str(tag) for tag in scenario.effective_tags if tag.startswith("asks-")}
        if asked != told:
            wrong.append((str(scenario.location), asked, told))
    assert wrong == []


def test_every_step_is_described(steps: Any) -> None:
    found = [definition for kind in steps.steps.values() for definition in kind]
    assert len(found) > 40
    assert [one.pattern for one in found if not (one.func.__doc__ or "").strip()] == []


def test_a_step_that_does_not_hold_tells_what_was_found() -> None:
    asserted = [
        (path.name, node)
        for path in sorted((ROOT / "steps").glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Assert)
    ]
    assert len(asserted) > 40
    assert [(name, node.lineno) for name, node in asserted if node.msg is None] == []


def test_what_plays_runs_is_loaded_by_the_first_scenario_that_plays_one() -> None:
    """Whoever runs a few scenarios of another folder does not wait for it."""
    run = subprocess.run([sys.executable, "-c", LOADING], cwd=ROOT, capture_output=True, check=False, timeout=60)
    assert run.returncode == 0, run.stderr[-2000:]


@pytest.mark.slow
def test_the_sites_of_the_scenarios_are_sound() -> None:
    """The steps exchange parts without looking; here each site that is asked about goes through its own checks."""
    run = subprocess.run(
        [sys.executable, "-c", CHECKING], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )
    assert run.returncode == 0, run.stdout[-4000:] + run.stderr[-2000:]
    assert " 0 failed" in run.stdout.splitlines()[-1]
