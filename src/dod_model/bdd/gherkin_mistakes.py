"""What is wrong with a text that is no Gherkin, and what in a feature is probably not as it was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from behave.i18n import languages
from behave.matchers import MatchWithError
from behave.model import ScenarioOutline
from behave.parser import ParserError, State

from dod_model.bdd.catalogue import KINDS, step_registry
from dod_model.bdd.reporter import items, rules
from dod_model.errors import Problem
from dod_model.kit.system import TAGS
from dod_model.requirements import BY_ID
from dod_model.site.nearest import closest, cut

_KINDS = (*KINDS, "and", "but")
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
DESCRIBED = 200
"""So many lines of descriptions are looked at."""
_LONGEST = 500  # letters of a description that are compared with the steps
_PLAIN = frozenset({
    *("a", "all", "an", "any", "come", "data", "date", "do", "hen", "in", "it's", "let", "men", "no", "o", "quick"),
    *("so", "the", "them", "they", "too", "well", "yeah"),
})  # fmt: skip
"""Words with which an English sentence begins, though they are near to a keyword, or one of another language."""
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


def doubts(feature: Any, text: str, spec: Path) -> Iterator[Problem]:
    """What runs, and is probably not as it was meant.

    Unknown tags, scenarios without steps, lines that are taken for a description, rows that do not end in a bar,
    outlines without rows, a text that is never closed.

    Args:
        feature: what was read.
        text: from which it was read, as `plain` makes it.
        spec: the folder with `steps/`.
    """
    lines = text.splitlines()
    parts = [feature, *rules(feature), *items(feature)]
    yield from _tags(parts)
    yield from _lost_steps(feature, lines, spec)
    for one in items(feature):
        if not one.steps:
            yield Problem("no-steps", "this scenario has no steps of its own, so it tries nothing", line=one.line)
        if isinstance(one, ScenarioOutline) and not any(examples.table for examples in one.examples):
            yield Problem("no-rows", "this outline has no rows of examples, so nothing of it runs", line=one.line)
        yield from _open_rows(one, lines)
    if feature.parser.state is State.MULTILINE_TEXT:
        quotes = feature.parser.multiline_terminator
        message = f"the text that begins here is never closed, so nothing below it runs; a line {quotes} closes it"
        yield Problem("open-text", message, line=feature.parser.multiline_start)


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


def _lost_steps(feature: Any, lines: list[str], spec: Path) -> Iterator[Problem]:
    """Lines of the descriptions of backgrounds and scenarios that look like steps."""
    backgrounds = (part.background for part in (feature, *rules(feature)) if part.background is not None)
    described = (line for one in (*backgrounds, *items(feature)) for line in _described(one, lines))
    for number, line in islice(described, DESCRIBED):
        hint = _meant(line[:_LONGEST], feature.language, spec)
        if hint:
            yield Problem("no-step", f"this line is taken for a description: {cut(line)}", hint=hint, line=number)


def _described(part: Any, lines: list[str]) -> Iterator[tuple[int, str]]:
    """The lines of a description, with their numbers."""
    described = iter(part.description)
    wanted = next(described, None)
    for number, line in enumerate(lines[part.line :], start=part.line + 1):
        if wanted is None:
            return
        if line.strip() == wanted:
            yield number, wanted
            wanted = next(described, None)


def _meant(line: str, language: str, spec: Path) -> str:
    """What a line of a description was probably meant to be, as a hint; empty if it looks like a description."""
    first, *_ = words = line.split(maxsplit=1)
    word = first.rstrip(":").casefold()
    if kind := _kind_of(word, line):
        keyword = languages[language][kind][-1].strip()
        same = keyword.casefold() == word
        return f"After '{keyword}' stand a blank and the step." if same else f"Did you mean '{keyword}'?"
    if word not in _PLAIN and (hint := _mistyped(re.sub(r":$", "", line))):
        return hint
    if any(_says_a_step(text, spec) for text in (line, *words[1:])):
        own = languages[language]
        return (
            f"It is the text of a step, and a step begins with {', '.join(own[kind][-1].strip() for kind in _KINDS)}."
        )
    return ""


def _kind_of(word: str, line: str) -> str:
    """The kind of step for which a word is the keyword in some language; empty if it is for none."""
    by_word, by_start = _keywords()
    if word in by_word:
        return by_word[word]
    return next((kind for start, kind in by_start.items() if line.startswith(start)), "")


@cache
def _keywords() -> tuple[dict[str, str], dict[str, str]]:
    """The kinds of steps by the first words of their keywords in all languages, and by those that need no blank."""
    by_word: dict[str, str] = {}
    by_start: dict[str, str] = {}
    for own in languages.values():
        for kind in _KINDS:
            for keyword in own[kind]:
                if not keyword.endswith(" "):
                    by_start.setdefault(keyword, kind)
                elif keyword != "* ":
                    by_word.setdefault(keyword.split()[0].casefold(), kind)
    return {word: kind for word, kind in by_word.items() if word not in _PLAIN}, by_start


def _says_a_step(text: str, spec: Path) -> bool:
    """Whether a text is that of a known step, with words that its parameters take."""
    found = (matcher.match(text) for kind in KINDS for matcher in step_registry(spec).steps[kind])
    return any(match is not None and not isinstance(match, MatchWithError) for match in found)


def _open_rows(scenario: Any, lines: list[str]) -> Iterator[Problem]:
    """Rows of tables that do not end in a bar: behave takes their last letter for it."""
    tables = [step.table for step in scenario.steps]
    if isinstance(scenario, ScenarioOutline):
        tables += [examples.table for examples in scenario.examples]
    for table in filter(None, tables):
        for number in (table.line, *(row.line for row in table)):
            if not lines[number - 1].rstrip().endswith("|"):
                yield Problem("open-row", "this row does not end in a bar, so its last letter is lost", line=number)
