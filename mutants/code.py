"""Mutants of the code: cosmic-ray's, by the operators that are listed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator

from mutants.mutant import Mutant, first_difference
from mutants.operators import OPERATORS, is_left_alone, left_alone

ROOM = Path("src/dod_model")
BY_FEATURES = ("requirements/*.py",)
OF_RUNS = ("run/course.py", "run/downloading.py", "run/locations.py", "run/pre_download.py")
BY_TESTS_TOO = ("abilities.py", "assessment.py", "facts.py", "findings.py", "releases.py", "plan/*.py", *OF_RUNS)


def modules(patterns: tuple[str, ...] = (*BY_FEATURES, *BY_TESTS_TOO)) -> list[Path]:
    """The modules that are mutated, in order."""
    return [path for pattern in patterns for path in sorted(ROOM.glob(pattern))]


def code_mutants(path: Path) -> Iterator[Mutant]:
    """Every mutant that cosmic-ray's listed operators make of a module."""
    source = path.read_text(encoding="utf-8")
    alone = left_alone(source)
    by_features = path in modules(BY_FEATURES)
    nodes = list(ast_nodes(get_ast(source)))
    for name in OPERATORS:
        operator = get_operator(name)()
        places = [place for node in nodes for place in operator.mutation_positions(node)]
        for occurrence, (start, _) in enumerate(places):
            if is_left_alone(start, alone):
                continue
            after = mutate_code(source, operator, occurrence)
            if after is not None and after != source:
                line = first_difference(source, after)
                yield Mutant(str(path), line, name.removeprefix("core/"), source, after, by_features)
