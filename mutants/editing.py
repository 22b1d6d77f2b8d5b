"""A piece of a module replaced by other text."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path

from mutants.mutant import Mutant


@dataclass(frozen=True, slots=True)
class Module:
    """A module as text and as a tree."""

    path: Path
    source: str
    tree: ast.Module

    def mutant(self, node: ast.expr | ast.keyword, text: str, operator: str) -> Mutant:
        """The module with other text in place of a node."""
        start, end = self._offset(node.lineno, node.col_offset), self._end(node)
        after = self.source[:start] + text + self.source[end:]
        return Mutant(str(self.path), node.lineno, operator, self.source, after, by_features=True)

    def text(self, node: ast.expr) -> str:
        """The text of a node."""
        return self.source[self._offset(node.lineno, node.col_offset) : self._end(node)]

    def text_of_return(self, function: ast.FunctionDef) -> str:
        """What a function is annotated to return; empty if it is not."""
        return "" if function.returns is None else self.text(function.returns)

    def _end(self, node: ast.expr | ast.keyword) -> int:
        return self._offset(node.end_lineno or node.lineno, node.end_col_offset or node.col_offset)

    def _offset(self, line: int, column: int) -> int:
        """Where a place is in the text; columns count bytes."""
        lines = self.source.splitlines(keepends=True)
        within = lines[line - 1].encode()[:column].decode()
        return sum(len(one) for one in lines[: line - 1]) + len(within)


def read(path: Path) -> Module:
    """Read a module."""
    source = path.read_text(encoding="utf-8")
    return Module(path, source, ast.parse(source))


def calls(tree: ast.AST, name: str) -> list[ast.Call]:
    """Every call of a function or class by its plain name, in order."""
    found = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _is_name(node.func, name)]
    return sorted(found, key=lambda node: (node.lineno, node.col_offset))


def argument(call: ast.Call, name: str) -> ast.expr | None:
    """The value of a keyword argument."""
    return next((keyword.value for keyword in call.keywords if keyword.arg == name), None)


def _is_name(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name
