"""Help texts of commands as Markdown: paragraphs, examples as code, exit codes as a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from inspect import cleandoc
from itertools import groupby
from textwrap import dedent

from dod_model.publish.markdown import table
from dod_model.publish.prose_of_code import code, coded, fenced

_AS_IT_IS = "\b"
"""So click marks a paragraph whose lines stay as they are."""
_CODES = re.compile(r"(?P<lead>[^:]*exit code[^:]*): (?P<codes>\d+ [^;]+(?:; \d+ [^;.]+)+)\.?(?P<rest>.*)", re.I)
_COLUMNS = re.compile(r" *(?P<word>\S.*?) {2,}(?P<meaning>\S.*)")
_REMARK = re.compile(r"^( *\S.*?\S) {3,}(?=[a-z])", re.MULTILINE)
_OPTION = re.compile(r"(?P<code>`[^`]*`)|(?<![\w-])(?P<option>--[a-z][a-z-]*)")
_LANGUAGES = ((re.compile(r"dod "), "sh"), (re.compile(r"\{"), "json"), (re.compile(r"\w+:( |$)"), "yaml"))


def words(text: str) -> str:
    """Words of a help text, with options as code even where no backticks are about them."""
    return coded(_OPTION.sub(lambda found: found["code"] or f"`{found['option']}`", text))


def paragraphs(text: str) -> Iterator[str]:
    """The paragraphs of a help text or an epilog, each with an empty line after it."""
    for part in re.split(r"\n[ \t]*\n", cleandoc(text)):
        yield from _paragraph(part)


def _paragraph(text: str) -> Iterator[str]:
    lines = text.splitlines()
    if _AS_IT_IS in text:
        lines = [line for line in lines if line.strip() != _AS_IT_IS]
    flush = " ".join(line for line in lines if line[:1] != " ")
    found = _CODES.fullmatch(flush)
    yield from _codes(found) if found else _pieces(lines)


def _codes(found: re.Match[str]) -> Iterator[str]:
    """The exit codes that a paragraph tells, as a table."""
    lead, rest = found["lead"].strip(), found["rest"].strip()
    yield from (f"**{words(lead)}**" if lead == "Exit codes" else f"{words(lead)}:", "")
    cells = (one.strip().partition(" ") for one in found["codes"].split(";"))
    yield from table(("Code", "Meaning"), [(code(number), words(meaning)) for number, _, meaning in cells])
    yield ""
    if rest:
        yield from (words(rest), "")


def _pieces(lines: list[str]) -> Iterator[str]:
    """Lines with a gap in each are a list of words and what they mean; else those that are indented are code."""
    for indented, group in groupby(lines, key=lambda line: line[:1] == " "):
        block = list(group)
        if all(_COLUMNS.fullmatch(line) for line in block) and _language(block[0]) != "sh":
            yield from (*map(_meaning, block), "")
        elif indented:
            yield from (_code_block("\n".join(block)), "")
        else:
            yield from (_lead(" ".join(block), followed=block[-1] is not lines[-1]), "")


def _meaning(line: str) -> str:
    """A word and what it means, as an item of a list."""
    found = _COLUMNS.fullmatch(line)
    return f"- {code(found['word'])}: {words(found['meaning'])}" if found else ""


def _lead(text: str, *, followed: bool) -> str:
    """A paragraph, or the words that stand before a list or code."""
    if text == "Examples:":
        return "**Examples**"
    return words(f"{text.removesuffix(':')}:" if followed else text)


def _code_block(text: str) -> str:
    lines = dedent(text)
    language = _language(lines)
    return fenced(_REMARK.sub(_remark, lines) if language == "sh" else lines, language)


def _language(text: str) -> str:
    return next((name for start, name in _LANGUAGES if start.match(text.lstrip())), "text")


def _remark(found: re.Match[str]) -> str:
    """What stands beside a command is a remark, also to a shell."""
    return f"{found[1]}{' ' * (len(found[0]) - len(found[1]) - 2)}# "
