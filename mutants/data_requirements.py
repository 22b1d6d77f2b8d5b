"""Mutants of what requirements are made of: force, abilities, conditions; and of the list of them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from mutants.data_abilities import ABILITIES
from mutants.editing import Module, argument, calls, read
from mutants.mutant import Mutant

REQUIREMENTS = Path("src/dod_model/requirements")
LIST = REQUIREMENTS / "__init__.py"
FORCES = ("BLOCKS", "WISH", "ADVISES")


def requirement_mutants() -> Iterator[Mutant]:
    """Each requirement removed, each force changed, each ability swapped, each condition negated."""
    yield from _removed(read(LIST))
    for path in sorted(REQUIREMENTS.glob("*.py")):
        module = read(path)
        yield from _forces(module)
        yield from _abilities(module)
        yield from _conditions(module)


def _removed(module: Module) -> Iterator[Mutant]:
    for node in module.tree.body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.value, ast.Tuple) and _named(node, "REQUIREMENTS"):
            for requirement in node.value.elts:
                yield module.mutant(requirement, "*()", "requirement removed")


def _named(node: ast.AnnAssign, name: str) -> bool:
    return isinstance(node.target, ast.Name) and node.target.id == name


def _forces(module: Module) -> Iterator[Mutant]:
    for call in calls(module.tree, "requirement"):
        force = argument(call, "force")
        if isinstance(force, ast.Attribute):
            for other in FORCES:
                if other != force.attr:
                    yield module.mutant(force, f"Force.{other}", "force changed")


def _abilities(module: Module) -> Iterator[Mutant]:
    """Each use of an ability replaced by each other ability that this module can name."""
    names = ability_names()
    imported = {
        alias.name for node in module.tree.body if isinstance(node, ast.ImportFrom) for alias in node.names
    } & set(names)
    if not imported:
        return
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Name) and node.id in imported:
            for other in names:
                if other != node.id:
                    yield module.mutant(node, f'__import__("dod_model.abilities").abilities.{other}', "ability swapped")


def ability_names() -> tuple[str, ...]:
    """The names of all abilities, in order."""
    module = read(ABILITIES)
    return tuple(
        target.id
        for node in module.tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and calls(node, "Ability")
        for target in node.targets
        if isinstance(target, ast.Name)
    )


def _conditions(module: Module) -> Iterator[Mutant]:
    """What a requirement, a scope, an inference or a contradiction returns, negated."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Lambda) and not _returns_ability(node.body):
            yield module.mutant(node.body, f"not ({module.text(node.body)})", "condition negated")
        elif isinstance(node, ast.FunctionDef) and module.text_of_return(node) == "bool":
            for statement in ast.walk(node):
                if isinstance(statement, ast.Return) and statement.value is not None:
                    value = statement.value
                    yield module.mutant(value, f"not ({module.text(value)})", "condition negated")


def _returns_ability(body: ast.expr) -> bool:
    return isinstance(body, ast.Name) and body.id.isupper()
