"""One mutant: the project with one place changed."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from difflib import unified_diff
from functools import cached_property


@dataclass(frozen=True)
class Mutant:
    """A module of which one place is changed.

    Attributes:
        path: the module, from the project's root.
        line: the first line that differs, from 1.
        operator: what was done.
        before: the module as it is.
        after: the module as it is changed.
        by_features: whether the features alone have to notice; else the tests may.
    """

    path: str
    line: int
    operator: str
    before: str
    after: str
    by_features: bool

    @cached_property
    def removed(self) -> str:
        """The lines that differ as they are, without indentation."""
        return self._lines("-")

    @cached_property
    def added(self) -> str:
        """The lines that differ as they are changed, without indentation."""
        return self._lines("+")

    @cached_property
    def within(self) -> str:
        """The name that the module binds where the mutant is: a function, a class, a constant."""
        for statement in ast.parse(self.before).body:
            if statement.lineno <= self.line <= (statement.end_lineno or statement.lineno):
                return _bound_by(statement)
        return ""

    @property
    def place(self) -> str:
        """Path and line."""
        return f"{self.path}:{self.line}"

    @property
    def key(self) -> str:
        """What tells it from every other, also after lines have moved: not where it is, but what is changed."""
        return "\n".join((self.path, self.removed, self.added, str(self._same_before)))

    def __str__(self) -> str:
        """Place, operator and change."""
        return f"{self.place} {self.within}  {self.operator}\n  - {self.removed}\n  + {self.added}"

    @property
    def _same_before(self) -> int:
        """How often the line occurs before: the same line may stand in a module twice."""
        lines = self.before.splitlines()
        return lines[: self.line - 1].count(lines[self.line - 1]) if self.line <= len(lines) else 0

    def _lines(self, sign: str) -> str:
        diff = unified_diff(self.before.splitlines(), self.after.splitlines(), lineterm="", n=0)
        changed = [line for line in diff if line.startswith(sign) and not line.startswith(sign * 3)]
        return " ".join(line[1:].strip() for line in changed)


def _bound_by(statement: ast.stmt) -> str:
    if isinstance(statement, (ast.FunctionDef, ast.ClassDef)):
        return statement.name
    targets = statement.targets if isinstance(statement, ast.Assign) else [getattr(statement, "target", None)]
    return next((target.id for target in targets if isinstance(target, ast.Name)), "")


def first_difference(before: str, after: str) -> int:
    """The first line that differs, from 1."""
    pairs = zip(before.splitlines(), after.splitlines(), strict=False)
    for number, (old, new) in enumerate(pairs, start=1):
        if old != new:
            return number
    return min(before.count("\n"), after.count("\n")) + 1
