"""A feature as text, read and run by behave in this process, without a file, an output or anything left behind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

from behave.configuration import Configuration
from behave.model import Examples, Feature, ScenarioOutline
from behave.parser import Parser, ParserError
from behave.runner import ModelRunner

from dod_model.bdd.catalogue import step_registry
from dod_model.bdd.gherkin_mistakes import explained
from dod_model.bdd.reporter import items
from dod_model.bdd.session import Session
from dod_model.errors import InputError, Problem

LONGEST = 250_000
"""So many letters a feature may have."""
MOST_STEPS = 20_000
"""So many steps are run, those of each row and of the background included; a scenario counts as one more."""
MOST_LETTERS = 4_000_000
"""So many letters all rows of outlines may come to, once their values are put in."""
_BOM = "\ufeff"
# behave takes more than these for the end of a line, and editors do not.
_BLANKS = str.maketrans(dict.fromkeys("\v\f\x1c\x1d\x1e\x85\u2028\u2029", " "))


def read_feature(text: str, file: str) -> Feature:
    """Read a feature.

    Args:
        text: the whole feature.
        file: what it is called.

    Raises:
        InputError: it is too long, no Gherkin, or comes to more than is run; with the line where there is one.
    """
    if len(text) > LONGEST:
        raise _refused(file, f"the text has {len(text):,} letters; at most {LONGEST:,} are read")
    text = plain(text)
    parser = Parser()
    try:
        with _quietly():
            feature = parser.parse(text, file)
    except ParserError as error:
        raise InputError(explained(error, text, file)) from None
    except (AttributeError, LookupError) as error:  # behave trips over some texts instead of refusing them
        raise InputError(explained(ParserError(str(error), parser.line), text, file)) from None
    if feature is None:
        raise _refused(file, "there is no feature: it begins with a line 'Feature: its name'")
    _check_size(feature, file)
    return feature


def plain(text: str) -> str:
    """A text with the lines that an editor shows, and without a byte order mark (BOM) at its beginning."""
    return text.removeprefix(_BOM).translate(_BLANKS)


def run_feature(feature: Feature, spec: Path) -> None:
    """Run a feature that was read. What came of it stands in its scenarios and steps.

    Args:
        feature: it must not have been run before.
        spec: the folder with `steps/`.
    """
    session = Session({})
    runner = ModelRunner(_configuration(), [feature], step_registry(spec))

    def before_all(context: Any) -> None:
        context.case = session.case

    runner.hooks = {"before_all": before_all}
    with _quietly():
        runner.run_model()


@contextmanager
def _quietly() -> Iterator[None]:
    """What behave prints of an odd feature is told otherwise, or not at all."""
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        yield


@cache
def _configuration() -> Configuration:
    """Nothing is read from a file, captured or reported."""
    quiet = ["--no-capture", "--no-capture-stderr", "--no-logcapture", "--no-capture-hooks", "--no-summary"]
    return Configuration(quiet, load_config=False)


def _check_size(feature: Feature, file: str) -> None:
    """Refuse what a few lines of examples may grow to, before any of it is made.

    Raises:
        InputError: it is more than is run.
    """
    steps, left = 0, MOST_LETTERS
    for one in items(feature):
        tables = _tables(one) if isinstance(one, ScenarioOutline) else None
        times = 1 if tables is None else sum(len(each.table.rows) for each in tables)
        steps += times * (1 + len(list(one.all_steps)))
        if steps > MOST_STEPS:
            raise _refused(file, f"its scenarios and rows come to more than the {MOST_STEPS:,} steps that are run")
        try:
            left = _left(one, tables or [], left)
        except _TooLongError:
            message = f"its rows come to more than the {MOST_LETTERS:,} letters that are run"
            raise _refused(file, message, one.line) from None


class _TooLongError(Exception):
    """A text would get longer than it may."""


def _tables(outline: ScenarioOutline) -> list[Examples]:
    return [each for each in outline.examples if each.table is not None]


def _left(outline: ScenarioOutline, tables: Iterable[Examples], left: int) -> int:
    """How many letters are left once the rows have taken theirs. No more than these are made to find out.

    Raises:
        _TooLongError: the rows want more.
    """
    own = _template(outline)
    for each in tables:
        template = "\n".join([own, *each.tags])
        for row in each.table:
            name = _filled(each.name or "", row.items(), left)
            left -= len(_filled(template, [*row.items(), ("examples.name", name)], left))
    return left


def _template(outline: ScenarioOutline) -> str:
    """All text of an outline into which the values of a row are put. The name of the examples comes behind its own."""
    parts = [outline.name, "<examples.name>", *outline.tags]
    for step in outline.all_steps:
        parts += [step.name, step.text or ""]
        if step.table is not None:
            parts += [cell for row in (step.table.headings, *step.table.rows) for cell in row]
    return "\n".join(parts)


def _filled(text: str, values: Iterable[tuple[str, str]], most: int) -> str:
    """A text with its values, which may name the next column, many times.

    Raises:
        _TooLongError: it would get too long, and is not made.
    """
    length = len(text)
    for name, value in values:
        mark = f"<{name}>"
        found = text.count(mark)
        length += found * (len(value) - len(mark))
        if length > most:
            raise _TooLongError
        text = text.replace(mark, value) if found else text
    if length > most:
        raise _TooLongError
    return text


def _refused(file: str, message: str, line: int = 0) -> InputError:
    return InputError(Problem("not-run", message, file=file, line=line))
