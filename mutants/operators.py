"""The operators of cosmic-ray that make sense here, and the places where they do not."""

from __future__ import annotations

import ast
from collections.abc import Iterator

Place = tuple[int, int]
Range = tuple[Place, Place]
Node = ast.expr | ast.stmt | ast.keyword

COMPARISONS = (
    "Eq_NotEq",
    "NotEq_Eq",
    "Lt_LtE",
    "Lt_GtE",
    "LtE_Lt",
    "LtE_Gt",
    "Gt_GtE",
    "Gt_LtE",
    "GtE_Gt",
    "GtE_Lt",
    "Is_IsNot",
    "IsNot_Is",
)
"""Each to its opposite, and each bound to the other side of it. The rest (`==` to `<`) means nothing for names."""

ARITHMETIC = (
    "Add_Sub",
    "Sub_Add",
    "Mul_Add",
    "Mul_FloorDiv",
    "Div_Mul",
    "FloorDiv_Mul",
    "Mod_FloorDiv",
    "Pow_Mul",
    "BitAnd_BitOr",
    "BitOr_BitAnd",
)
"""Each to one other, and not to all: the numbers here are few, and a wrong one is wrong however it came about."""

OPERATORS = (
    *(f"core/ReplaceComparisonOperator_{name}" for name in COMPARISONS),
    *(f"core/ReplaceBinaryOperator_{name}" for name in ARITHMETIC),
    "core/ReplaceUnaryOperator_USub_UAdd",
    "core/ReplaceUnaryOperator_Delete_Not",
    "core/AddNot",
    "core/ReplaceTrueWithFalse",
    "core/ReplaceFalseWithTrue",
    "core/ReplaceAndWithOr",
    "core/ReplaceOrWithAnd",
    "core/ReplaceBreakWithContinue",
    "core/ReplaceContinueWithBreak",
    "core/ExceptionReplacer",
    "core/NumberReplacer",
    "core/ZeroIterationForLoop",
)
"""Left out are RemoveDecorator (a class without @dataclass or a requirement without @requirement does not import, and
@cache changes no answer) and those that put one variable in place of another (they need names to be listed)."""

SETTINGS_OF_DATACLASSES = frozenset({"frozen", "slots", "eq", "init", "repr", "compare"})
"""Keywords that say how a class is made. They are no behaviour that a feature or a test is about."""
ASSURANCES = frozenset({"strict"})
"""Keywords that only make a mistake loud: `zip(..., strict=True)`."""

DATA = frozenset({"Ability"})
"""What has mutants of its own: the numbers of a span move to releases that exist."""


def left_alone(source: str) -> list[Range]:
    """The places of a module that are not mutated: annotations, aliases of types, and what makes no behaviour.

    Returns:
        Pairs of first place and end, as cosmic-ray counts: lines from 1, columns from 0.
    """
    tree = ast.parse(source)
    return [_range(node) for node in _places(tree)]


def is_left_alone(start: Place, ranges: list[Range]) -> bool:
    """Whether a place lies in one of the ranges."""
    return any(first <= start < end for first, end in ranges)


def _places(tree: ast.Module) -> Iterator[Node]:
    for node in ast.walk(tree):
        if isinstance(node, (ast.arg, ast.AnnAssign)) and node.annotation is not None:
            yield node.annotation
        elif isinstance(node, ast.FunctionDef) and node.returns is not None:
            yield node.returns
        elif isinstance(node, (ast.keyword, ast.If, ast.Call)) and _without_behaviour(node):
            yield node
    for statement in tree.body:
        if isinstance(statement, ast.Assign) and _is_alias(statement.value):
            yield statement.value


def _without_behaviour(node: ast.keyword | ast.If | ast.Call) -> bool:
    if isinstance(node, ast.keyword):
        return node.arg in SETTINGS_OF_DATACLASSES | ASSURANCES
    if isinstance(node, ast.If):
        return _for_type_checkers(node.test)
    return isinstance(node.func, ast.Name) and node.func.id in DATA


def _for_type_checkers(test: ast.expr) -> bool:
    return any(isinstance(node, ast.Name) and node.id == "TYPE_CHECKING" for node in ast.walk(test))


def _is_alias(value: ast.expr) -> bool:
    """Whether a value is a union of types."""
    return isinstance(value, ast.BinOp) and isinstance(value.op, ast.BitOr) and isinstance(value.right, ast.Name)


def _range(node: Node) -> Range:
    end = (node.end_lineno or node.lineno, node.end_col_offset or node.col_offset)
    return (node.lineno, node.col_offset), end
