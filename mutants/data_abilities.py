"""Mutants of the abilities: since when, until when, on which side."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from dod_model.release_table import CURRENT_BRANCH
from mutants.editing import Module, calls, read
from mutants.mutant import Mutant

ABILITIES = Path("src/dod_model/abilities.py")
CURRENT, PREVIEW, SIDE, INFERRED = 2, 3, 4, 6
"""Where span, side and inferred branches stand among the arguments of an ability."""
BRANCHES = {
    "BOTH_BRANCHES": ("frozenset({Branch.CURRENT})", "PREVIEW_ONLY"),
    "PREVIEW_ONLY": ("BOTH_BRANCHES", "frozenset()"),
}
"""The branches on which it is inferred, with one of the two toggled."""


def ability_mutants() -> Iterator[Mutant]:
    """Each boundary at the neighbouring release, each side swapped, each inferred branch toggled."""
    module = read(ABILITIES)
    for call in calls(module.tree, "Ability"):
        for position in (CURRENT, PREVIEW):
            yield from _span(module, call.args[position], on_current=position == CURRENT)
        yield from _side(module, call)


def _span(module: Module, span: ast.expr, *, on_current: bool) -> Iterator[Mutant]:
    if isinstance(span, ast.Name):
        other = {"UNSAID": "NEVER", "NEVER": "UNSAID"}[span.id]
        yield module.mutant(span, other, "span replaced")
    elif isinstance(span, ast.Call):
        for keyword in span.keywords:
            value = keyword.value
            if isinstance(value, ast.Constant) and isinstance(value.value, int):
                for number in neighbours(value.value, on_current=on_current):
                    yield module.mutant(value, str(number), f"{keyword.arg} moved")


def neighbours(number: int, *, on_current: bool) -> list[int]:
    """The releases before and after one; for previews the months."""
    if on_current:
        numbers = [row.number for row in CURRENT_BRANCH]
        place = numbers.index(number)
        return [numbers[at] for at in (place - 1, place + 1) if 0 <= at < len(numbers)]
    year, month = divmod(number, 100)
    before = number - 1 if month > 1 else (year - 1) * 100 + 12
    after = number + 1 if month < 12 else (year + 1) * 100 + 1
    return [before, after]


def _side(module: Module, call: ast.Call) -> Iterator[Mutant]:
    side = module.text(call.args[SIDE])
    yield module.mutant(call.args[SIDE], "Side.SITE" if side == "Side.BOTH" else "Side.BOTH", "side swapped")
    if len(call.args) > INFERRED:
        for text in BRANCHES[module.text(call.args[INFERRED])]:
            yield module.mutant(call.args[INFERRED], text, "inferred branch toggled")
