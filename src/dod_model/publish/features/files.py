"""The features as they are written: with the layout of their descriptions, and the lines on which everything stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from inspect import cleandoc
from pathlib import Path
from types import MappingProxyType
from typing import Any

from gherkin.errors import ParserError
from gherkin.parser import Parser

from dod_model.errors import InputError, Problem
from dod_model.publish.features.parts import (
    Background,
    Cells,
    Examples,
    FeatureFile,
    Row,
    Rule,
    Scenario,
    ScenarioPlace,
    Step,
    anchor_of,
)
from dod_model.requirements import BY_ID


@cache
def features(spec: Path) -> tuple[FeatureFile, ...]:
    """Every feature below a spec, in the order of their paths.

    Raises:
        InputError: one of them is no Gherkin.
        OSError: one of them cannot be read.
    """
    paths = (path.relative_to(spec).as_posix() for path in (spec / "features").rglob("*.feature"))
    return tuple(feature_file(path, (spec / path).read_text(encoding="utf-8")) for path in sorted(paths))


@cache
def scenarios_by_requirement(spec: Path) -> Mapping[str, tuple[ScenarioPlace, ...]]:
    """The scenarios that carry the id of a requirement, mostly from their rule, by that id; errors as of `features`."""
    found: dict[str, list[ScenarioPlace]] = {}
    for feature in features(spec):
        for scenario, tags in _tagged(feature):
            place = ScenarioPlace(
                feature.page, anchor_of(scenario.line), feature.name, scenario.name, feature.keys(scenario)
            )
            for tag in tags & BY_ID.keys():
                found.setdefault(tag, []).append(place)
    return MappingProxyType({name: tuple(places) for name, places in sorted(found.items())})


def _tagged(feature: FeatureFile) -> Iterator[tuple[Scenario, frozenset[str]]]:
    """Every scenario with its tags and those that it inherits."""
    for scenario in feature.scenarios:
        yield scenario, frozenset((*feature.tags, *scenario.tags))
    for rule in feature.rules:
        for scenario in rule.scenarios:
            yield scenario, frozenset((*feature.tags, *rule.tags, *scenario.tags))


def feature_file(path: str, source: str) -> FeatureFile:
    """Read a feature.

    Args:
        path: its file from the folder of the spec.
        source: its text.

    Raises:
        InputError: it is no Gherkin, or has no feature.
    """
    try:
        told: Any = Parser().parse(source).get("feature")
    except ParserError as error:
        raise InputError(Problem("no-gherkin", str(error), file=path)) from None
    if told is None:
        raise InputError(Problem("no-gherkin", "there is no feature in it", file=path))
    children = told["children"]
    return FeatureFile(
        path=path,
        page=f"{path.removesuffix('.feature')}.md",
        name=told["name"],
        description=_description(told),
        tags=_tags(told),
        background=_background(children),
        scenarios=tuple(_scenario(one["scenario"]) for one in children if "scenario" in one),
        rules=tuple(_rule(one["rule"]) for one in children if "rule" in one),
        source=source,
    )


def _rule(told: Any) -> Rule:
    children = told["children"]
    scenarios = tuple(_scenario(one["scenario"]) for one in children if "scenario" in one)
    return Rule(_line(told), told["name"], _description(told), _tags(told), _background(children), scenarios)


def _background(children: Any) -> Background | None:
    for told in (one["background"] for one in children if "background" in one):
        return Background(_line(told), told["name"], _description(told), tuple(map(_step, told["steps"])))
    return None


def _scenario(told: Any) -> Scenario:
    return Scenario(
        line=_line(told),
        keyword=told["keyword"],
        name=told["name"],
        description=_description(told),
        tags=_tags(told),
        steps=tuple(map(_step, told["steps"])),
        examples=tuple(map(_examples, told["examples"])),
    )


def _examples(told: Any) -> Examples:
    head = _cells(told["tableHeader"]) if "tableHeader" in told else ()
    rows = tuple(Row(_line(row), _cells(row)) for row in told["tableBody"])
    return Examples(_line(told), told["name"], _description(told), _tags(told), head, rows)


def _step(told: Any) -> Step:
    table = tuple(_cells(row) for row in told["dataTable"]["rows"]) if "dataTable" in told else ()
    docstring = told["docString"]["content"] if "docString" in told else None
    return Step(_line(told), told["keyword"].strip(), told["text"], table, docstring)


def _cells(row: Any) -> Cells:
    return tuple(cell["value"] for cell in row["cells"])


def _tags(told: Any) -> tuple[str, ...]:
    return tuple(tag["name"].removeprefix("@") for tag in told["tags"])


def _line(told: Any) -> int:
    return int(told["location"]["line"])


def _description(told: Any) -> str:
    """A description without the indentation that all of it has."""
    return cleandoc(f"\n{told['description']}")
