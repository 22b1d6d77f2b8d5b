import ast
from pathlib import Path

import pytest

from mutants.editing import Module, argument, calls
from mutants.mutant import Mutant, first_difference
from mutants.operators import is_left_alone, left_alone

SOURCE = 'def is_old(year: int | None) -> bool:\n    return "ä" != "" and year > 2\n'


def module(source: str) -> Module:
    return Module(Path("m.py"), source, ast.parse(source))


def test_a_node_is_replaced_and_nothing_else_also_after_letters_of_two_bytes() -> None:
    read = module(SOURCE)
    comparison = next(
        node for node in ast.walk(read.tree) if isinstance(node, ast.Compare) and "year" in read.text(node)
    )
    mutant = read.mutant(comparison, "year >= 2", "bound moved")
    assert mutant.after == SOURCE.replace("year > 2", "year >= 2")
    assert (mutant.line, mutant.removed, mutant.added) == (
        2,
        'return "ä" != "" and year > 2',
        'return "ä" != "" and year >= 2',
    )


def test_a_mutant_is_known_again_after_lines_moved() -> None:
    before = Mutant("m.py", 1, "x", "a = 1\n", "a = 2\n", by_features=True)
    later = Mutant("m.py", 2, "x", "\na = 1\n", "\na = 2\n", by_features=True)
    assert before.key == later.key


def test_the_same_change_of_an_equal_line_is_another_mutant() -> None:
    before = Mutant("m.py", 1, "x", "a = 1\na = 1\n", "a = 2\na = 1\n", by_features=True)
    other = Mutant("m.py", 2, "x", "a = 1\na = 1\n", "a = 1\na = 2\n", by_features=True)
    assert before.key != other.key


@pytest.mark.parametrize(("after", "line"), [("b\nb\n", 1), ("a\nc\n", 2), ("a\n", 2)])
def test_the_first_line_that_differs(after: str, line: int) -> None:
    assert first_difference("a\nb\n", after) == line


def test_calls_and_their_arguments() -> None:
    found = calls(ast.parse("f(a=1)\ng(f(a=2))\nx.f(a=3)"), "f")
    values = [argument(call, "a") for call in found]
    assert [value.value for value in values if isinstance(value, ast.Constant)] == [1, 2]
    assert argument(found[0], "b") is None


@pytest.mark.parametrize(
    ("source", "piece", "alone"),
    [
        (SOURCE, "| None", True),
        (SOURCE, "> 2", False),
        ("Part = int | str\n", "| str", True),
        ("total = 1 | 2\n", "| 2", False),
        ("@dataclass(frozen=True)\nclass A:\n    pass\n", "True", True),
        ("zip(a, b, strict=True)\n", "True", True),
        ("Touch(contests=True)\n", "True", False),
        ("Ability(Span(since=1802))\n", "1802", True),
        ("if not TYPE_CHECKING:\n    a = 1\n", "1", True),
    ],
)
def test_what_is_no_behaviour_is_left_alone(source: str, piece: str, alone: bool) -> None:
    before = source[: source.index(piece)]
    place = (before.count("\n") + 1, len(before.rpartition("\n")[2]))
    assert is_left_alone(place, left_alone(source)) is alone


@pytest.mark.parametrize(("line", "name"), [(1, "LIMIT"), (3, "sized"), (4, "sized"), (6, "Part"), (2, "")])
def test_the_name_that_is_bound_where_a_mutant_is(line: int, name: str) -> None:
    source = "LIMIT = 3\n\ndef sized():\n    return LIMIT\n\nclass Part:\n    pass\n"
    assert Mutant("m.py", line, "x", source, source, by_features=True).within == name
