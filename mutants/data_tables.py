"""Mutants of the tables: releases, wishes, and which outcome grants which."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from mutants.editing import Module, calls, read
from mutants.mutant import Mutant

RELEASES = Path("src/dod_model/release_table.py")
ASSESSMENT = Path("src/dod_model/assessment.py")
NUMBER, BUILD = 0, 1
"""Where number and build stand among the arguments of a row."""
OUTCOMES = ("DOWNLOADS_ON_DEMAND", "DOWNLOADS_BEFORE_START")


def table_mutants() -> Iterator[Mutant]:
    """Each release under another number or build, each wish flipped, each outcome granting it less or more."""
    yield from _releases(read(RELEASES))
    yield from _wishes(read(ASSESSMENT))


def _releases(module: Module) -> Iterator[Mutant]:
    for row in calls(module.tree, "Row"):
        for position, what in ((NUMBER, "number"), (BUILD, "build")):
            cell = row.args[position]
            if isinstance(cell, ast.Constant) and isinstance(cell.value, int):
                yield module.mutant(cell, str(cell.value + 1), f"{what} of a release changed")


def _wishes(module: Module) -> Iterator[Mutant]:
    for node in module.tree.body:
        if isinstance(node, (ast.Assign, ast.AnnAssign)) and isinstance(node.value, ast.Dict):
            yield from _flipped(module, node.value)
    for sets in calls(module.tree, "frozenset"):
        yield from _grants(module, sets)
    for function in ast.walk(module.tree):
        if isinstance(function, ast.FunctionDef):
            for default in function.args.defaults:
                if module.text(default) == "Wish.ON_DEMAND":
                    # Scenarios always say what is wished for, so that features cannot notice.
                    yield replace(module.mutant(default, "Wish.RUN", "wish flipped"), by_features=False)


def _flipped(module: Module, table: ast.Dict) -> Iterator[Mutant]:
    """A table by wish, each wish with what belongs to the other."""
    if not all(key is not None and module.text(key).startswith("Wish.") for key in table.keys):
        return
    for value, other in zip(table.values, reversed(table.values), strict=True):
        yield module.mutant(value, module.text(other), "wish flipped")


def _grants(module: Module, sets: ast.Call) -> Iterator[Mutant]:
    """The outcomes that grant a wish: one less, or one more."""
    if not sets.args or not isinstance(sets.args[0], ast.Set) or "Outcome." not in module.text(sets):
        return
    granted = [module.text(one).removeprefix("Outcome.") for one in sets.args[0].elts]
    for outcome in OUTCOMES:
        changed = [one for one in granted if one != outcome] if outcome in granted else [*granted, outcome]
        text = f"frozenset({{{', '.join(f'Outcome.{one}' for one in changed)}}})" if changed else "frozenset()"
        yield module.mutant(sets, text, "grant changed")
