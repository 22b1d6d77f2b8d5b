"""Plain data with the line of every value, built up value by value within the bounds."""

from __future__ import annotations

import re
from json import dumps
from typing import Any, Final

from dod_model.errors import InputError, Problem
from dod_model.intake.limits import DEPTH, GATHERED

Place = tuple[str | int, ...]
"""Where a value is: names of fields and numbers of list items, from the outside in."""

Container = dict[str, Any] | list[Any]

_PLAIN = re.compile(r"[A-Za-z0-9_-]{1,80}", re.ASCII)
_PART = re.compile(r"[^.\[\]]+", re.ASCII)
_SKIPPED: Final = object()


def written(place: Place) -> str:
    """A place as people write it: ``deployments[0].option``."""
    text = ""
    for part in place:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            text += f".{part if _PLAIN.fullmatch(part) else dumps(part[:80])}"
    return text.removeprefix(".")


def place_of(path: str) -> Place:
    """The place of a path that has only names of the model and numbers."""
    return tuple(int(part) if part.isdigit() else part for part in _PART.findall(path))


class Tree:
    """What a file says, whether it makes sense or not.

    Attributes:
        data: dicts, lists and scalars; None for an empty file.
        problems: what was wrong with the writing.
        more: number of such problems that were not kept.
        unreadable: places whose value could not be taken; what is said of them elsewhere is of no use.
        first_line: the line of the data.
        lines: the lines of fields and list items, by the identity of what contains them.
    """

    def __init__(self) -> None:
        """Nothing yet."""
        self.data: Any = None
        self.problems: list[Problem] = []
        self.more = 0
        self.unreadable: set[Place] = set()
        self.first_line = 1
        self.lines: dict[int, dict[str, int] | list[int]] = {}

    def line(self, place: Place) -> int:
        """The line of a field or a list item; if there is none, that of the nearest thing around it."""
        found, value = self.first_line, self.data
        for part in place:
            known: Any = self.lines.get(id(value))
            try:
                found, value = known[part], value[part]
            except (KeyError, IndexError, TypeError):
                break
        return found


class _Open:
    """A container that is being filled."""

    __slots__ = ("container", "deepest", "lines", "name", "name_line", "place", "values_before")

    def __init__(self, container: Any, place: Place, values_before: int, deepest: int) -> None:
        self.container = container
        self.place = place
        self.lines: Any = {} if isinstance(container, dict) else []
        self.values_before = values_before
        self.deepest = deepest
        self.name: Any = None
        self.name_line = 0


class Growing:
    """A `Tree` in the making. The reader of a format tells it what it meets, in the order of the file."""

    def __init__(self, most_values: int) -> None:
        """Start with nothing."""
        self.tree = Tree()
        self._most = most_values
        self._values = 0
        self._open: list[_Open] = []

    @property
    def expects_name(self) -> bool:
        """Whether the next thing is the name of a field."""
        return bool(self._open) and isinstance(self._open[-1].container, dict) and self._open[-1].name is None

    def problem(self, code: str, message: str, line: int, hint: str = "") -> None:
        """Something is wrong with what comes next."""
        if len(self.tree.problems) < GATHERED:
            self.tree.problems.append(Problem(code, message, written(self._next_place()), hint, line=line))
        else:
            self.tree.more += 1

    def name(self, name: str, line: int) -> None:
        """The name of a field, whose value comes next. The last value counts if it is given twice."""
        inner = self._open[-1]
        inner.name, inner.name_line = name, line
        if name in inner.container:
            message = f"the field is given twice, first at line {inner.lines[name]}"
            self.problem("duplicate-key", message, line, "Keep one of the two.")

    def no_name(self) -> None:
        """What stood for a name is none: the value that comes next is left out."""
        self._open[-1].name = _SKIPPED

    def unreadable(self, line: int) -> None:
        """A value that could not be taken."""
        self.tree.unreadable.add(self._next_place())
        self.value(None, line)

    def value(self, value: object, line: int, size: int = 1, height: int = 0) -> None:
        """A value; one that was filled before says how many values it is and how deep they go.

        Raises:
            InputError: a bound was passed.
        """
        self._values += size
        if self._values > self._most:
            raise InputError(Problem("too-many-values", f"there are more than {self._most:,} values", line=line))
        deepest = len(self._open) + height
        if deepest > DEPTH:
            message = f"groups and lists stand more than {DEPTH} deep inside one another"
            raise InputError(Problem("too-deep", message, line=line))
        if self._open:
            self._open[-1].deepest = max(self._open[-1].deepest, deepest)
            _put(self._open[-1], value, line)
        else:
            self.tree.data, self.tree.first_line = value, line

    def open(self, container: Container, line: int) -> None:
        """A group or a list begins.

        Raises:
            InputError: a bound was passed.
        """
        place, before = self._next_place(), self._values
        self.value(container, line, height=1)
        self._open.append(_Open(container, place, before, len(self._open) + 1))
        self.tree.lines[id(container)] = self._open[-1].lines

    def close(self) -> tuple[Container, int, int]:
        """The innermost one ends: itself, how many values it is and how deep they go."""
        inner = self._open.pop()
        if self._open:
            self._open[-1].deepest = max(self._open[-1].deepest, inner.deepest)
        return inner.container, self._values - inner.values_before, inner.deepest - len(self._open)

    def _next_place(self) -> Place:
        if not self._open:
            return ()
        inner = self._open[-1]
        if isinstance(inner.container, list):
            return (*inner.place, len(inner.container))
        return (*inner.place, inner.name) if isinstance(inner.name, str) else inner.place


def _put(inner: _Open, value: object, line: int) -> None:
    if isinstance(inner.container, list):
        inner.container.append(value)
        inner.lines.append(line)
        return
    if inner.name is None:  # a group or list where a name belongs
        inner.name = _SKIPPED
        return
    name, inner.name = inner.name, None
    if name is not _SKIPPED:
        inner.container[name] = value
        inner.lines[name] = inner.name_line
