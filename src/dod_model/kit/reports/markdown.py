"""Scores -> a summary in Markdown, for the page of a CI job or a comment on a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dod_model.kit.comparing import Disagreement
from dod_model.kit.judgement import Judged, Result
from dod_model.kit.reports.report import OfScores
from dod_model.kit.reports.telling import (
    BASES,
    answered,
    bases_of,
    named,
    of_subject,
    reasons,
    statement_of,
    to_remove,
    verdict,
)
from dod_model.kit.scoring import Scores, exit_code_of
from dod_model.render.passages import citations
from dod_model.render.wording import printable
from dod_model.requirements import BY_ID

EXAMPLES = 3
"""So many disagreements about one thing are told; the others are counted."""
PASSAGES = 2
"""So many passages are named; `dod explain` tells them all."""
SHOWN = 50
"""So many things in which answers differ, reasons, and known disagreements are told, for such pages have a limit."""

_MARKS = {0: "✅", 1: "❌", 3: "⚠️"}
_TITLES = {Result.ERROR: "Errors", Result.DONT_KNOW: "Don't know", Result.SKIPPED: "Skipped"}
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~$@&:])")
_TICKS = re.compile("`+")


class MarkdownReport(OfScores):
    """The report as Markdown."""

    def finish(self, scores: Scores, notes: tuple[str, ...]) -> Iterator[str]:
        """The report line by line."""
        for line in _lines(scores, notes):
            yield f"{line}\n"


def _lines(scores: Scores, notes: tuple[str, ...]) -> Iterator[str]:
    yield f"### {_MARKS[exit_code_of(scores)]} dod kit: {code(named(scores.hello))}"
    yield ""
    yield f"{verdict(scores)} It answers {answered(scores.hello)}."
    yield ""
    yield from _numbers(scores)
    yield from _disagreements(scores)
    for result, title in _TITLES.items():
        yield from _reasons(title, result, scores)
    yield from _known(scores)
    yield from _listed("Odd about the tool", [code(note) for note in notes])


def _numbers(scores: Scores) -> Iterator[str]:
    told = [one for one in Result if scores.results[one]]
    yield from _row(["vectors", *(one.value for one in told)])
    yield from _row(["---", *("---:" for _ in told)])
    for kind, counts in scores.by_kind.items():
        yield from _row([cell(kind), *(f"{counts[one]:,}" for one in told)])
    yield from _row(["**all**", *(f"**{scores.results[one]:,}**" for one in told)])


def _disagreements(scores: Scores) -> Iterator[str]:
    groups = of_subject(scores)
    if not groups:
        return
    yield from ("", "#### Disagreements", "")
    yield from _row(["about", *BASES, "wanted"])
    yield from _row(["---", *("---:" for _ in BASES), "---"])
    for name, group in list(groups.items())[:SHOWN]:
        counts = [sum(one.basis == basis for _, one in group) for basis in BASES]
        yield from _row(
            [cell(name), *(f"{number:,}" if number else "" for number in counts), prose(statement_of(name))]
        )
    yield from _more(len(groups), "things")
    for name, group in list(groups.items())[:SHOWN]:
        yield from _group(name, group)


def _group(name: str, group: list[tuple[Judged, Disagreement]]) -> Iterator[str]:
    """The first disagreements about one thing, folded away, with the passages."""
    yield ""
    yield f"<details><summary>{_html(name)}: {len(group):,} ({bases_of(group)})</summary>"
    yield ""
    if name in BY_ID:
        told = {one.url: f"{one.document}, {one.heading}".removesuffix(", ") for one in citations(BY_ID[name])}
        yield from (f"- says: [{prose(text)}](<{url}>)" for url, text in list(told.items())[:PASSAGES])
    for judged, one in group[:EXAMPLES]:
        yield f"- {code(judged.id)}: {prose(judged.why)}"
        yield f"  expected {code(one.expected)} ({one.basis}), given {code(one.given)}"
    if more := len(group[EXAMPLES:]):
        yield f"- and {more:,} more"
    yield from ("", "</details>")


def _reasons(title: str, result: Result, scores: Scores) -> Iterator[str]:
    found = reasons(scores, result)
    told = [f"{code(reason or 'no reason given')}: {code(ids[0])}{_others(ids)}" for reason, ids in found.items()]
    yield from _listed(f"{title}: {scores.results[result]:,}", told)


def _others(ids: Sequence[str]) -> str:
    return f" and {len(ids) - 1:,} more" if len(ids) > 1 else ""


def _known(scores: Scores) -> Iterator[str]:
    yield from _listed("Known disagreements that have stopped", [code(told) for _, told in to_remove(scores)])
    still = [f"{code(f'{one.vector} {one.subject}'.strip())} {prose(one.why)}".strip() for one in scores.still]
    yield from _listed("Known disagreements, met again", still)


def _listed(title: str, items: Sequence[str]) -> Iterator[str]:
    if not items:
        return
    yield from ("", f"#### {title}", "")
    yield from (f"- {item}" for item in items[:SHOWN])
    yield from _more(len(items), "")


def _more(number: int, what: str) -> Iterator[str]:
    if number > SHOWN:
        yield ""
        yield f"and {number - SHOWN:,} more {what}".rstrip()


def _row(cells: Sequence[str]) -> Iterator[str]:
    yield f"| {' | '.join(cells)} |"


def code(text: str) -> str:
    """Text of others as code, in which nothing is taken for Markdown or HTML, and nobody is called by name."""
    safe = printable(" ".join(text.split())) or " "
    ticks = "`" * (max((len(run) for run in _TICKS.findall(safe)), default=0) + 1)
    pad = " " if safe.startswith("`") or safe.endswith("`") else ""
    return f"{ticks}{pad}{safe}{pad}{ticks}"


def cell(text: str) -> str:
    """Text of others as code in a table, where a bar would begin the next cell."""
    return code(text).replace("|", "\\|")


def prose(text: str) -> str:
    """Text in which nothing is taken for Markdown or HTML, on one line."""
    return _SPECIAL.sub(r"\\\1", printable(" ".join(text.split())))


def _html(text: str) -> str:
    return printable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("@", "&#64;")
