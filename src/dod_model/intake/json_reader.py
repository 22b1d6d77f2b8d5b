"""JSON -> plain data with lines. Used only once it is known that something is wrong.

The form was checked before by the fast reader, so the tokens are taken as they come.
"""

from __future__ import annotations

import json
import re

from dod_model.errors import InputError, Problem
from dod_model.intake.limits import DEPTH, DIGITS, JSON_VALUES
from dod_model.intake.lines import Growing, Tree

_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"|[\[\]{}]|[^\s",:\[\]{}]++')
_AT = re.compile(r" at line (\d+) column \d+$", re.ASCII)
_SAYINGS = (
    ("recursion limit", "too-deep", f"groups and lists stand more than {DEPTH} deep inside one another"),
    ("number out of range", "number-too-long", f"a whole number has at most {DIGITS:,} digits"),
)


def bound_values(text: str) -> None:
    """Refuse what has too many values before anything is built of them.

    Raises:
        InputError: there are too many commas and opening brackets.
    """
    if sum(text.count(mark) for mark in ",[{") > JSON_VALUES:
        raise InputError(Problem("too-many-values", f"there are more than {JSON_VALUES:,} values"))


def has_repeats(text: str) -> bool:
    """Whether an object has a name twice, which the fast reader does not see.

    Costs about a tenth of reading the site itself.
    """
    repeats: list[bool] = []

    def look(pairs: list[tuple[str, object]]) -> None:
        if len(dict(pairs)) < len(pairs):
            repeats.append(True)

    json.loads(text, object_pairs_hook=look)
    return bool(repeats)


def syntax(said: str) -> Problem:
    """What the fast reader says of text that is no JSON, as a problem."""
    said = said.removeprefix("Invalid JSON: ")
    at = _AT.search(said)
    line = int(at[1]) if at else 0
    for words, code, message in _SAYINGS:
        if words in said:
            return Problem(code, message, line=line)
    what = said[: at.start()] if at else said
    hint = "Is a bracket or a quote missing its partner?" if "EOF" in what else ""
    return Problem("syntax", f"this is not JSON: {what.replace('EOF', 'the file ends')}", hint=hint, line=line)


def read_json(text: str) -> Tree:
    """The value of a JSON file whose form is known to be right.

    Raises:
        InputError: a bound was passed.
    """
    growing = Growing(JSON_VALUES)
    line, seen = 1, 0
    for found in _TOKEN.finditer(text):
        part = found[0]
        line, seen = line + text.count("\n", seen, found.start()), found.start()
        if part in "]}":
            growing.close()
        elif part in "[{":
            growing.open([] if part == "[" else {}, line)
        elif growing.expects_name:
            growing.name(json.loads(part), line)
        else:
            growing.value(json.loads(part), line)
    return growing.tree
