"""One vector and what came of asking it -> text for reading, for a test that fails."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dod_model.kit.comparing import OUTCOME, Disagreement
from dod_model.kit.format import Question, Vector
from dod_model.kit.judgement import Judged
from dod_model.kit.known import Known, KnownDisagreement
from dod_model.kit.reports.telling import statement_of
from dod_model.kit.scoring import Case
from dod_model.render.layout import Layout
from dod_model.render.passages import citations, place
from dod_model.render.wording import WISHES, how, printable
from dod_model.requirements import BY_ID

PASSAGES = 2
"""So many passages are named of each requirement; `dod explain` tells them all."""


def case_lines(case: Case, judged: Judged, layout: Layout) -> Iterator[str]:
    """What was asked, what was expected and given, and where the documents say so.

    Args:
        case: the vector or relation.
        judged: what came of asking it.
        layout: how lines are set.
    """
    yield from layout.line(in_short(judged.disagreements) or f"{judged.result.value}: {judged.reason}")
    yield from layout.labelled("vector", (case.id,), 2)
    yield from layout.labelled("shows", (case.why,), 2)
    yield from layout.labelled("asked", _questions(case), 2)
    for one in judged.disagreements:
        yield from _disagreement(one, layout, known=one.subject in judged.known)
        if one.subject == OUTCOME and isinstance(case, Vector):
            yield from _violated(case, judged, layout)
    if isinstance(case, Vector):
        yield from layout.labelled("scenario", case.scenarios, 2)


def stopped_lines(stopped: Iterable[KnownDisagreement], known: Known) -> Iterator[str]:
    """Known disagreements that are none any more, each with the line that is to be removed."""
    for one in stopped:
        what = f" on {one.subject}" if one.subject else ""
        yield printable(f"{known.place(one)}: {one.vector} does not disagree{what} any more; remove this line")


def in_short(disagreements: Iterable[Disagreement]) -> str:
    """Disagreements on one line, each with how firmly the documents stand behind what was expected."""
    told = [f"{one.subject} ({one.basis}): expected {one.expected}, given {one.given}" for one in disagreements]
    return printable("; ".join(told))


def _questions(case: Case) -> tuple[str, ...]:
    if isinstance(case, Vector):
        return (_question(case.question),)
    return f"first: {_question(case.first)}", f"then: {_question(case.second)}"


def _question(question: Question) -> str:
    attempt = question.attempt
    told = f"{attempt.deployment} on '{attempt.client}', {how(attempt)}; wished {WISHES[question.wish]}"
    return f"{told}; played step by step" if question.play else told


def _disagreement(one: Disagreement, layout: Layout, *, known: bool) -> Iterator[str]:
    yield from layout.line(f"{one.subject} ({'known, ' if known else ''}{one.basis})", 2)
    yield from layout.labelled("expected", (one.expected,), 4)
    yield from layout.labelled("given", (one.given,), 4)
    yield from _about(one.subject, layout)


def _violated(vector: Vector, judged: Judged, layout: Layout) -> Iterator[str]:
    """What is behind an expected outcome, where the tool does not tell requirements or agrees about them."""
    told = {one.subject for one in judged.disagreements}
    for name in vector.expect.violated:
        if name not in told:
            yield from layout.line(f"{name}, which is violated", 2)
            yield from _about(name, layout)


def _about(subject: str, layout: Layout) -> Iterator[str]:
    yield from layout.labelled("wanted", filter(None, (statement_of(subject),)), 4)
    if subject in BY_ID:
        told = dict.fromkeys(place(cited) for cited in citations(BY_ID[subject]))
        yield from layout.labelled("says", list(told)[:PASSAGES], 4)
