"""What is wrong with a text that is no Gherkin, and what in a feature is probably not as it was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from behave.model import ScenarioOutline
from behave.parser import ParserError

from dod_model.bdd.reporter import items, rules
from dod_model.errors import Problem
from dod_model.kit.system import TAGS
from dod_model.requirements import BY_ID
from dod_model.site.nearest import closest, cut

STEPS = ("Given", "When", "Then", "And", "But")
BLOCKS = ("Feature", "Background", "Rule", "Scenario", "Scenario Outline", "Examples")
_REASONS = {
    "Malformed table": "this row has another number of cells than the first row of its table",
    "Examples must only": "only a Scenario Outline has Examples",
    "Background supports no tags": "a Background carries no tags",
    "Background does not": "a Background carries no tags",
    "Background": "a Background stands once, and before the scenarios",
    "Scenario may not occur": "a scenario stands below a Feature",
    "ScenarioOutline may not": "a scenario stands below a Feature",
    "Multiple features": "a file has one Feature",
    "No feature found": "the first line that is neither blank nor a comment or tag begins with 'Feature:'",
    "STEP REQUIRES": "And and But go on with the step before, and there is none",
    "BAD-INDENT": "this line begins further left than the quotation marks above it",
    "TABLE-START": "a table stands below a step",
    "Multi-line text": "a text in quotation marks stands below a step",
    "tag:": "a tag is one word that begins with @",
}
"""Why behave refuses a line, by words of its message, and the same in ours."""
_OTHERWISE = f"a line begins with {', '.join(STEPS)}, a | or a word such as Scenario:"


def explained(error: ParserError, text: str, file: str) -> Problem:
    """Why a text is no Gherkin, with the line.

    Args:
        error: what behave said of it.
        text: the whole text.
        file: what it is called.
    """
    lines = text.splitlines()
    line = min(error.line or 1, max(1, len(lines)))
    written = lines[line - 1].strip() if lines else ""
    hint = _mistyped(written)
    reason = next((ours for theirs, ours in _REASONS.items() if theirs in str(error)), "")
    if written.startswith("#"):
        reason = "there is no such language of Gherkin"
    if not reason and written.startswith(tuple(f"{block}:" for block in BLOCKS)):
        reason = "this cannot stand here; the first of all is the Feature"
    message = reason or (f"no line begins so: {cut(written)}" if hint else _OTHERWISE)
    return Problem("no-gherkin", message, hint=hint, file=file, line=line)


def _mistyped(line: str) -> str:
    """The word of Gherkin with which a line was probably meant to begin, as a hint; empty if it begins with one."""
    block, colon, _ = line.partition(":")
    word = line.split(" ", maxsplit=1)[0]
    for written, known in ((block, BLOCKS), (word, STEPS)):
        if written in known:
            if known is BLOCKS and not colon:
                return f"Did you mean '{written}:'?"
            return ""
        near = get_close_matches(written[:40].lower(), [one.lower() for one in known], n=1, cutoff=0.75)
        if near:
            meant = next(one for one in known if one.lower() == near[0])
            return f"Did you mean '{meant}{':' if known is BLOCKS else ''}'?"
    return ""


def doubts(feature: Any, text: str) -> Iterator[Problem]:
    """What runs, and is probably not as it was meant.

    Unknown tags, lines that are taken for a description, rows that do not end in a bar, outlines without rows.
    """
    lines = text.splitlines()
    parts = [feature, *rules(feature), *items(feature)]
    yield from _tags(parts)
    for one in items(feature):
        yield from _lost_steps(one, lines)
        if isinstance(one, ScenarioOutline) and not any(examples.table for examples in one.examples):
            yield Problem("no-rows", "this outline has no rows of examples, so nothing of it runs", line=one.line)
        yield from _open_rows(one, lines)


def _tags(parts: list[Any]) -> Iterator[Problem]:
    from dod_model.run.behaviours import BEHAVIOURS

    known = {*BY_ID, *BEHAVIOURS, *TAGS}
    for part in parts:
        for tag in part.tags:
            if str(tag) not in known:
                near = closest(str(tag), known)
                hint = f"Did you mean '@{near}'?" if near else ""
                message = f"'@{cut(str(tag))}' is no requirement, no behaviour of a run and nothing that is asked"
                yield Problem("unknown-tag", message, hint=hint, line=tag.line)


def _lost_steps(scenario: Any, lines: list[str]) -> Iterator[Problem]:
    """Lines below the name of a scenario that are taken for its description and look like steps."""
    described = iter(scenario.description)
    wanted = next(described, None)
    for number, line in enumerate(lines[scenario.line :], start=scenario.line + 1):
        if wanted is None:
            return
        if line.strip() == wanted:
            hint = _mistyped(re.sub(r":$", "", wanted))
            if hint:
                yield Problem("no-step", f"this line is taken for a description: {cut(wanted)}", hint=hint, line=number)
            wanted = next(described, None)


def _open_rows(scenario: Any, lines: list[str]) -> Iterator[Problem]:
    """Rows of tables that do not end in a bar: behave takes their last letter for it."""
    tables = [step.table for step in scenario.steps]
    if isinstance(scenario, ScenarioOutline):
        tables += [examples.table for examples in scenario.examples]
    for table in filter(None, tables):
        for number in (table.line, *(row.line for row in table)):
            if not lines[number - 1].rstrip().endswith("|"):
                yield Problem("open-row", "this row does not end in a bar, so its last letter is lost", line=number)
