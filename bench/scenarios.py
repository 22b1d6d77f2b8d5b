"""What a scenario costs after start-up, beside one of the same text whose steps are empty."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable
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
PLAYING = str(Path("features/run"))
"""The folder whose scenarios play runs."""

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

    All of them together are held to the bound. Those that decide attempts and those that play runs are told apart, too:
    to play is to decide, and then to go through some twenty moments.

    Raises:
        CommandFailedError: a run of behave fails.
    """
    places = {"ours": Path.cwd(), "empty": _empty_spec(workshop / "empty")}
    parts = {"one": [_first_scenario()], "decides": _deciding(), "plays": [PLAYING], "runs": ["features"]}
    behave = (sys.executable, "-m", "behave", "--no-summary")
    spent = commands_in_turns(
        {(whose, part): ((*behave, *paths), at) for whose, at in places.items() for part, paths in parts.items()},
        ROUNDS,
    )
    rows, figures = [], {}
    for part in ("runs", "decides", "plays"):
        count = _count(parts[part]) - 1
        ours, peer = (_each(spent[whose, part], spent[whose, "one"], count) for whose in places)
        figures[part] = ours.processor / peer.processor
        rows += [
            Row(f"a scenario that {part}, ours (processor time)", ours.processor, peer.processor),
            Row("one with as many empty steps", peer.processor),
            Row(f"a scenario that {part}, ours (by the clock)", ours.wall, peer.wall),
            Row("one with as many empty steps", peer.wall),
        ]
    first, empty = (spent[whose, "one"].processor for whose in places)
    rows.append(Row("start-up and one scenario of ours", first, empty))
    what = "a scenario / one with as many empty steps, after start-up"
    bound = Bound(what, figures["runs"], at_most=AT_MOST)
    told = f"{_count(parts['decides'])} scenarios decide, {_count(parts['plays'])} play; {ROUNDS} runs in turns."
    return Section("The features", rows, [bound], [told])


def _each(all_of_them: Spent, one: Spent, rest: int) -> Spent:
    return Spent((all_of_them.wall - one.wall) / rest, (all_of_them.processor - one.processor) / rest)


def _deciding() -> list[str]:
    """The folders whose scenarios play no run."""
    return [str(folder) for folder in sorted(Path("features").iterdir()) if folder.is_dir() and str(folder) != PLAYING]


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


def _features(folders: Iterable[str]) -> list[Feature]:
    paths = sorted(path for folder in folders for path in Path(folder).rglob("*.feature"))
    parsed = [parse_file(str(path)) for path in paths]
    return [feature for feature in parsed if feature is not None]


def _count(folders: Iterable[str]) -> int:
    """How many scenarios there are."""
    return sum(len(list(feature.walk_scenarios())) for feature in _features(folders))


def _first_scenario() -> str:
    """The place of a first scenario that stands in a small file and is no outline."""
    for feature in sorted(_features(_deciding()), key=lambda one: len(list(one.walk_scenarios()))):
        for scenario in feature.walk_scenarios(with_outlines=True):
            if not isinstance(scenario, ScenarioOutline) and scenario.feature is feature:
                return str(scenario.location)
    message = "no feature has a scenario"
    raise LookupError(message)
