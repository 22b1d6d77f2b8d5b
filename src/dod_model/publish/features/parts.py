"""What a feature consists of, as it is written."""

from __future__ import annotations

from dataclasses import dataclass

Cells = tuple[str, ...]
Key = tuple[str, int]
"""A feature and a line in it: under this the results of a run are filed."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a scenario.

    Attributes:
        line: where it stands.
        keyword: `Given`, `And` and so on.
        text: what it says.
        table: the rows below it, all of one length; empty for none.
        docstring: the text below it; None for none.
    """

    line: int
    keyword: str
    text: str
    table: tuple[Cells, ...] = ()
    docstring: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of examples: its line and its cells."""

    line: int
    cells: Cells


@dataclass(frozen=True, slots=True)
class Examples:
    """A table of examples: what its rows have in common, the names of its columns, and the rows."""

    line: int
    name: str
    description: str
    tags: tuple[str, ...]
    head: Cells
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Background:
    """What comes before every scenario of a feature or rule."""

    line: int
    name: str
    description: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Scenario:
    """A scenario, or an outline.

    Attributes:
        line: where it stands.
        keyword: `Scenario` or `Scenario Outline`.
        name: what it is called; in an outline with the names of columns.
        description: what is written below its name, with its layout.
        tags: its own tags, without the sign before them.
        steps: its own steps.
        examples: the tables of an outline; empty for a scenario.
    """

    line: int
    keyword: str
    name: str
    description: str
    tags: tuple[str, ...]
    steps: tuple[Step, ...]
    examples: tuple[Examples, ...]

    @property
    def lines(self) -> tuple[int, ...]:
        """The lines under which results are filed: its own, or that of each row of an outline."""
        rows = tuple(row.line for table in self.examples for row in table.rows)
        return rows if self.examples else (self.line,)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of a feature."""

    line: int
    name: str
    description: str
    tags: tuple[str, ...]
    background: Background | None
    scenarios: tuple[Scenario, ...]


@dataclass(frozen=True, slots=True)
class FeatureFile:
    """A feature.

    Attributes:
        path: its file from the folder of the spec.
        page: its page from the root of the docs.
        name: the question that it answers.
        description: what is written below its name, with its layout.
        tags: its own tags, without the sign before them.
        background: what comes before every scenario.
        scenarios: those outside rules.
        rules: its rules.
        source: the whole text of the file.
    """

    path: str
    page: str
    name: str
    description: str
    tags: tuple[str, ...]
    background: Background | None
    scenarios: tuple[Scenario, ...]
    rules: tuple[Rule, ...]
    source: str

    @property
    def all_scenarios(self) -> tuple[Scenario, ...]:
        """Every scenario and outline, in the order of the file."""
        return self.scenarios + tuple(one for rule in self.rules for one in rule.scenarios)

    @property
    def all_keys(self) -> tuple[Key, ...]:
        """The keys of every scenario and row, in the order of the file."""
        return tuple(key for one in self.all_scenarios for key in self.keys(one))

    def keys(self, scenario: Scenario) -> tuple[Key, ...]:
        """The keys under which results of one of its scenarios are filed."""
        return tuple((self.path, line) for line in scenario.lines)


@dataclass(frozen=True, slots=True)
class ScenarioPlace:
    """Where a scenario is told.

    Attributes:
        page: the page of its feature, from the root of the docs.
        anchor: its place on that page.
        feature: the name of its feature.
        name: its own name.
        keys: under which results are filed: its own, or that of each row of an outline.
    """

    page: str
    anchor: str
    feature: str
    name: str
    keys: tuple[Key, ...]


def anchor_of(line: int) -> str:
    """The anchor of what stands on a line."""
    return f"l{line}"
