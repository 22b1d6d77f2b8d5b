"""The rooms of the project stay small, named after what is in them, and described."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LONGEST_MODULE = 300
LONGEST_FUNCTION = 50
LONGEST_STEP = 5
# Such names say how a thing is made or that nobody knew where to put it, not what it is.
NAMES_THAT_NAME_NOTHING = {"common", "core", "helpers", "misc", "models", "types", "utils"}

Documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)


def below(*folders: str) -> list[Path]:
    """The Python modules of some folders, relative to the project."""
    found = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    return sorted(path.relative_to(ROOT) for path in found)


SOURCE = below("src")
STEPS = below("steps")
MODULES = [*SOURCE, *STEPS, *below("tests", "bench", "mutants"), Path("environment.py"), Path("hatch_build.py")]

each_module = pytest.mark.parametrize("module", MODULES, ids=Path.as_posix)
each_source_module = pytest.mark.parametrize("module", SOURCE, ids=Path.as_posix)
each_step_module = pytest.mark.parametrize("module", STEPS, ids=Path.as_posix)


@cache
def parsed(module: Path) -> ast.Module:
    return ast.parse((ROOT / module).read_text(encoding="utf-8"))


def public(node: Documented, name: str) -> Iterator[tuple[str, Documented]]:
    """A node and the public classes and functions in it, each with its dotted name."""
    yield name, node
    if isinstance(node, FUNCTION):
        return
    for child in node.body:
        if isinstance(child, (ast.ClassDef, *FUNCTION)) and not child.name.startswith("_"):
            yield from public(child, f"{name}.{child.name}")


def test_there_are_modules_to_look_at() -> None:
    assert len(SOURCE) > 10


@each_module
def test_a_module_is_short_enough_to_read(module: Path) -> None:
    assert len((ROOT / module).read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


@each_module
def test_a_function_is_short_enough_to_see_at_once(module: Path) -> None:
    functions = [node for node in ast.walk(parsed(module)) if isinstance(node, FUNCTION)]
    lengths = {node.name: (node.end_lineno or node.lineno) - node.lineno + 1 for node in functions}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}


@each_module
def test_a_module_is_named_after_what_is_in_it(module: Path) -> None:
    assert NAMES_THAT_NAME_NOTHING.isdisjoint([*module.parts[:-1], module.stem])


@each_source_module
def test_everything_public_is_described(module: Path) -> None:
    named = public(parsed(module), module.stem)
    assert [name for name, node in named if not (ast.get_docstring(node) or "").strip()] == []


@each_step_module
def test_step_modules_lie_where_behave_loads_them_and_shadow_nothing(module: Path) -> None:
    assert module.parent == Path("steps")
    assert module.stem.endswith("_steps")


@each_step_module
def test_a_step_is_thin(module: Path) -> None:
    lengths = {}
    for node in parsed(module).body:
        if isinstance(node, FUNCTION) and node.decorator_list:
            body = node.body[1:] if ast.get_docstring(node) else node.body
            lengths[node.name] = (node.end_lineno or 0) - body[0].lineno + 1 if body else 0
    assert {name: length for name, length in lengths.items() if length > LONGEST_STEP} == {}
