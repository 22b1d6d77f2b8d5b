"""Scores -> text for reading: who was asked, the numbers, the disagreements with passages, and the verdict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from dod_model.kit.comparing import Disagreement
from dod_model.kit.judgement import Judged, Result
from dod_model.kit.reports.report import OfScores
from dod_model.kit.reports.telling import (
    BASES,
    answered,
    bases_of,
    in_order,
    named,
    of_subject,
    reasons,
    statement_of,
    to_remove,
    verdict,
)
from dod_model.kit.scoring import Score, Scores, exit_code_of
from dod_model.render.layout import Layout
from dod_model.render.passages import citations, place
from dod_model.requirements import BY_ID

EXAMPLES = 3
"""So many disagreements about one thing are told; the others are counted."""
REASONS = 5
"""So many reasons why there was no answer are told."""
STOPPED = 20
"""So many known disagreements that have stopped are told, for their lines are to be removed."""
PASSAGES = 2
"""So many passages are named; `dod explain` tells them all."""

_APART = 2
_MOODS = {0: "good", 1: "bad", 3: "open"}
_NO_ANSWER = {
    Result.ERROR: ("Errors", "bad"),
    Result.DONT_KNOW: ("Don't know", "open"),
    Result.SKIPPED: ("Skipped", "open"),
}


class TextReport(OfScores):
    """The report as text."""

    def __init__(self, layout: Layout | None = None) -> None:
        """Set it so.

        Args:
            layout: width and colour; None for neither.
        """
        self._layout = layout or Layout()

    def finish(self, scores: Scores, notes: tuple[str, ...]) -> Iterator[str]:
        """The report line by line."""
        for line in _lines(scores, notes, self._layout):
            yield f"{line}\n"


def _lines(scores: Scores, notes: tuple[str, ...], layout: Layout) -> Iterator[str]:
    yield from layout.line(named(scores.hello), mood="strong")
    yield from layout.line(f"answers {answered(scores.hello)}", 2)
    yield from _numbers(scores, layout)
    yield from _agreement(scores, layout)
    yield from _disagreements(scores, layout)
    for result in _NO_ANSWER:
        yield from _reasons(scores, result, layout)
    yield from _unasked(scores, layout)
    yield from _known(scores, layout)
    if notes:
        yield from _title("Odd about the tool", layout)
        yield from (line for note in notes for line in layout.line(note, 2))
    yield ""
    yield from layout.line(verdict(scores), mood=_MOODS[exit_code_of(scores)])


def _title(title: str, layout: Layout) -> Iterator[str]:
    yield ""
    yield from layout.line(title, mood="strong")


def _numbers(scores: Scores, layout: Layout) -> Iterator[str]:
    """How many vectors of each kind came to which result; results that none came to are left out."""
    told = [one for one in Result if scores.results[one]]
    rows = [(kind, [f"{counts[one]:,}" for one in told], "") for kind, counts in scores.by_kind.items()]
    if len(rows) != 1:
        rows.append(("all", [f"{scores.results[one]:,}" for one in told], ""))
    yield ""
    yield from _table("Vectors", [one.value for one in told], rows, layout)


def _agreement(scores: Scores, layout: Layout) -> Iterator[str]:
    """How often the tool agreed in what, apart for each basis."""
    rows = []
    for name in in_order(scores):
        found = scores.subjects[name]
        differing = [basis for basis in BASES if basis in found and found[basis].disagreed]
        mood = ("bad" if "documented" in differing else "open") if differing else ""
        rows.append((name, [_told(found.get(basis)) for basis in BASES], mood))
    if rows:
        yield ""
        yield from _table("Agreed/differed", list(BASES), rows, layout)


def _told(score: Score | None) -> str:
    return "" if score is None else f"{score.agreed:,}/{score.disagreed:,}"


def _table(
    title: str, heads: Sequence[str], rows: Iterable[tuple[str, Sequence[str], str]], layout: Layout
) -> Iterator[str]:
    """Rows with a mood each, under a title and heads."""
    found = list(rows)
    label = max(len(title), *(len(name) for name, _, _ in found))
    columns = [max(len(head), *(len(cells[at]) for _, cells, _ in found)) + _APART for at, head in enumerate(heads)]
    for name, cells, mood in [(title, heads, "strong"), *found]:
        row = f"{name:<{label}}" + "".join(f"{cell:>{width}}" for cell, width in zip(cells, columns, strict=True))
        yield from layout.line(row.rstrip(), mood=mood)


def _disagreements(scores: Scores, layout: Layout) -> Iterator[str]:
    for name, group in of_subject(scores).items():
        against = any(one.basis == "documented" for _, one in group)
        yield from _title(f"{name}: differs {_times(len(group))} ({bases_of(group)})", layout)
        if said := statement_of(name):
            yield from layout.labelled("wanted", (said,), 2)
        if name in BY_ID:
            told = dict.fromkeys(place(one) for one in citations(BY_ID[name]))
            yield from layout.labelled("says", list(told)[:PASSAGES], 2, "faint")
        for judged, one in group[:EXAMPLES]:
            yield from _example(judged, one, layout, "bad" if against else "open")
        if more := len(group[EXAMPLES:]):
            yield from layout.line(f"and {more:,} more; -o json and -o junit name them", 2, "faint")


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number:,} times"


def _example(judged: Judged, one: Disagreement, layout: Layout, mood: str) -> Iterator[str]:
    yield from layout.line(judged.id, 2, mood)
    if judged.why != statement_of(one.subject):
        yield from layout.line(judged.why, 4)
    basis = "" if one.basis == "documented" else f" ({one.basis})"
    yield from layout.labelled("expected", (f"{one.expected}{basis}",), 4)
    yield from layout.labelled("given", (one.given,), 4)


def _reasons(scores: Scores, result: Result, layout: Layout) -> Iterator[str]:
    found = reasons(scores, result)
    if not found:
        return
    title, mood = _NO_ANSWER[result]
    yield from _title(f"{title}: {scores.results[result]:,}", layout)
    for reason, ids in list(found.items())[:REASONS]:
        yield from layout.line(reason or "no reason given", 2, mood)
        others = f" and {len(ids) - 1:,} more" if len(ids) > 1 else ""
        yield from layout.line(f"{ids[0]}{others}", 4)
    if more := len(list(found)[REASONS:]):
        yield from layout.line(f"and {more:,} more reasons", 2, "faint")


def _unasked(scores: Scores, layout: Layout) -> Iterator[str]:
    if scores.unasked:
        yield from _title(f"Not asked: {scores.results[Result.NOT_ASKED]:,}", layout)
    for reason, number in scores.unasked.most_common():
        yield from layout.line(f"{number:,}, for {reason}", 2, "faint")


def _known(scores: Scores, layout: Layout) -> Iterator[str]:
    if scores.still:
        yield from _title(f"Known disagreements, met again: {len(scores.still):,}", layout)
    for one in scores.still[:EXAMPLES]:
        what = f"{one.vector} {one.subject}".strip()
        yield from layout.line(f"{what}: {one.why}" if one.why else what, 2, "faint")
    if more := len(scores.still[EXAMPLES:]):
        yield from layout.line(f"and {more:,} more; -o json names them", 2, "faint")
    if scores.stopped:
        yield from _title(f"Known disagreements, stopped: {len(scores.stopped):,}", layout)
    for _, told in islice(to_remove(scores), STOPPED):
        yield from layout.line(told, 2, "bad")
    if more := len(scores.stopped[STOPPED:]):
        yield from layout.line(f"and {more:,} more; -o json and -o junit name them", 2, "faint")
