"""What a scenario costs after start-up, beside one of the same text whose steps are empty."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from behave.model import Feature, ScenarioOutline
from behave.parser import parse_file
from behave.runner_util import load_step_modules
from behave.step_registry import registry

from bench.report import Bound, Row, Section
from bench.timing import Spent, commands_in_turns
from dod_model.bdd.words import PARAMETER_TYPES, register_types

ROUNDS = 7
AT_MOST = 1.3

ENVIRONMENT = """\
from behave import register_type

PATTERNS = {patterns!r}


def as_written(pattern):
    def convert(text):
        return text

    convert.pattern = pattern
    return convert


register_type(**{{name: as_written(pattern) for name, pattern in PATTERNS.items()}})
"""
SETTINGS = '[tool.behave]\npaths = ["features"]\ndefault_format = "progress"\ncolor = "off"\n'


def scenarios(workshop: Path) -> Section:
    """Time the features beside the same features with empty steps, made in the workshop.

    Raises:
        CommandFailedError: a run of behave fails.
    """
    empty = _empty_spec(workshop / "empty")
    small, rest = _first_scenario(), _count()
    here = Path.cwd()
    behave = (sys.executable, "-m", "behave", "--no-summary")
    spent = commands_in_turns(
        {
            "ours": (behave, here),
            "ours, one": ((*behave, small), here),
            "empty": (behave, empty),
            "empty, one": ((*behave, small), empty),
        },
        ROUNDS,
    )
    ours, peer = (_each(spent[name], spent[f"{name}, one"], rest) for name in ("ours", "empty"))
    rows = [
        Row("a scenario of ours (processor time)", ours.processor, peer.processor),
        Row("one with as many empty steps", peer.processor),
        Row("a scenario of ours (by the clock)", ours.wall, peer.wall),
        Row("one with as many empty steps", peer.wall),
        Row("start-up and one scenario of ours", spent["ours, one"].processor, spent["empty, one"].processor),
        Row("all of ours, start-up included", spent["ours"].processor, spent["empty"].processor),
    ]
    ratio = ours.processor / peer.processor
    bound = Bound("a scenario / one with as many empty steps, after start-up", ratio, at_most=AT_MOST)
    return Section("The features", rows, [bound], [f"{rest + 1} scenarios, {ROUNDS} runs in turns."])


def _each(all_of_them: Spent, one: Spent, rest: int) -> Spent:
    return Spent((all_of_them.wall - one.wall) / rest, (all_of_them.processor - one.processor) / rest)


def _empty_spec(folder: Path) -> Path:
    """The same features with an empty function for every step pattern, and words that stay text."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree("features", folder / "features")
    (folder / "steps").mkdir()
    patterns = {name: one.pattern for name, one in PARAMETER_TYPES.items()}
    (folder / "environment.py").write_text(ENVIRONMENT.format(patterns=patterns))
    (folder / "pyproject.toml").write_text(SETTINGS)
    (folder / "steps" / "empty_steps.py").write_text("\n".join(_empty_steps()))
    return folder


def _empty_steps() -> list[str]:
    register_types()
    load_step_modules(["steps"])
    lines = ["from behave import given, then, when", ""]
    for keyword, matchers in registry.steps.items():
        for matcher in matchers:
            if keyword != "step":
                lines += ["", f"@{keyword}({matcher.pattern!r})", "def _(context, **words):", "    pass", ""]
    return lines


def _features() -> list[Feature]:
    parsed = [parse_file(str(path)) for path in sorted(Path("features").rglob("*.feature"))]
    return [feature for feature in parsed if feature is not None]


def _count() -> int:
    """How many scenarios there are but one."""
    return sum(len(list(feature.walk_scenarios())) for feature in _features()) - 1


def _first_scenario() -> str:
    """The place of a first scenario that stands in a small file and is no outline."""
    for feature in sorted(_features(), key=lambda one: len(list(one.walk_scenarios()))):
        for scenario in feature.walk_scenarios(with_outlines=True):
            if not isinstance(scenario, ScenarioOutline) and scenario.feature is feature:
                return str(scenario.location)
    message = "no feature has a scenario"
    raise LookupError(message)
