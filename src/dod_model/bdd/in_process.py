"""A feature as text, read and run by behave in this process, without a file, an output or anything left behind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

from behave.configuration import Configuration
from behave.model import Feature, ScenarioOutline
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
    text = text.translate(_BLANKS)
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
    steps = letters = 0
    for one in items(feature):
        own = 1 + len(list(one.all_steps))
        rows = _rows(one) if isinstance(one, ScenarioOutline) else [[]]
        steps += own * len(rows)
        if steps > MOST_STEPS:
            raise _refused(file, f"its scenarios and rows come to more than the {MOST_STEPS:,} steps that are run")
        template = _template(one)
        letters += sum(_filled(template, row, MOST_LETTERS) for row in rows if row)
        if letters > MOST_LETTERS:
            raise _refused(file, f"its rows come to more than the {MOST_LETTERS:,} letters that are run", one.line)


def _rows(outline: ScenarioOutline) -> list[list[tuple[str, str]]]:
    tables = [examples.table for examples in outline.examples if examples.table is not None]
    return [list(row.items()) for table in tables for row in table]


def _template(scenario: Any) -> str:
    """All text of a scenario into which the values of a row are put."""
    parts = [scenario.name]
    for step in scenario.all_steps:
        parts += [step.name, step.text or ""]
        if step.table is not None:
            parts += [cell for row in (step.table.headings, *step.table.rows) for cell in row]
    return "\n".join(parts)


def _filled(template: str, row: list[tuple[str, str]], most: int) -> int:
    """How long a text gets, which is not made where it gets too long: a value may name the next column, many times."""
    for name, value in row:
        mark = f"<{name}>"
        length = len(template) + template.count(mark) * (len(value) - len(mark))
        if length > most:
            return length
        template = template.replace(mark, value)
    return len(template)


def _refused(file: str, message: str, line: int = 0) -> InputError:
    return InputError(Problem("not-run", message, file=file, line=line))
