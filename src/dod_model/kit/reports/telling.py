"""What all reports tell: the verdict as a sentence, and what belongs together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import get_args

from dod_model.kit.answers import Aspect, Hello
from dod_model.kit.comparing import OUTCOME, PLAN, RUN, Disagreement
from dod_model.kit.format import Basis
from dod_model.kit.judgement import COMPARED, OPEN, Judged, Result
from dod_model.kit.known import KnownDisagreement
from dod_model.kit.laws import LAWS
from dod_model.kit.scoring import Scores
from dod_model.requirements import BY_ID

BASES: tuple[Basis, ...] = get_args(Basis)
"""How firmly the documents stand behind something, the firmest first."""

PARTS = {
    OUTCOME: "What becomes of the attempt.",
    PLAN: "How many changes are the fewest that reach the wish.",
    RUN: "What a run comes to: how it ends, and how much comes from where.",
}
"""The parts of an answer, beside the requirements, in words."""

_NUMBER = re.compile(r"(?<!exit code )(?<!signal )\b\d+")  # those two tell one error from another
_STATEMENTS = {
    **PARTS,
    **{name: requirement.statement for name, requirement in BY_ID.items()},
    **{law.name: law.statement for law in LAWS},
}


def named(hello: Hello) -> str:
    """The tool, with its version if it has one."""
    return f"{hello.name} {hello.version}".strip()


def answered(hello: Hello) -> str:
    """What it says that it answers."""
    return ", ".join(one.value for one in Aspect if one in hello.answers)


def in_order(scores: Scores) -> list[str]:
    """What answers were compared in: the outcome, requirements as reports have them, plans and runs, laws."""
    order = {name: number for number, name in enumerate((OUTCOME, *BY_ID, PLAN, RUN, *_STATEMENTS))}
    return sorted(scores.subjects, key=lambda name: (order.get(name, len(order)), name))


def statement_of(subject: str) -> str:
    """What a requirement, a law, or a part of an answer says; empty for what has another name."""
    return _STATEMENTS.get(subject, "")


def page_of(subject: str) -> str | None:
    """The address of the page of a requirement, from the root of the published docs; None for anything else."""
    return BY_ID[subject].page if subject in BY_ID else None


def of_subject(scores: Scores) -> dict[str, list[tuple[Judged, Disagreement]]]:
    """The disagreements that are not known, by what they are about, in the order of `in_order`.

    Those against the documents come first.
    """
    found: dict[str, list[tuple[Judged, Disagreement]]] = {name: [] for name in in_order(scores)}
    for judged in scores.kept:
        for one in judged.disagreements:
            if one.subject not in judged.known:
                found[one.subject].append((judged, one))
    for group in found.values():
        group.sort(key=lambda pair: BASES.index(pair[1].basis))
    return {name: group for name, group in found.items() if group}


def bases_of(group: list[tuple[Judged, Disagreement]]) -> str:
    """How many disagreements of a group there are on each basis, in words."""
    counts = Counter(one.basis for _, one in group)
    if len(counts) == 1:
        return next(iter(counts))
    return ", ".join(f"{counts[basis]:,} {basis}" for basis in BASES if counts[basis])


def reasons(scores: Scores, result: Result) -> dict[str, list[str]]:
    """Why vectors came to a result, the most frequent reason first, each with their ids.

    Errors that differ in numbers only, as that of the question, are one, told as the first of them.
    """
    found: dict[str, list[str]] = {}
    firsts: dict[str, str] = {}
    for judged in scores.kept:
        if judged.result is result:
            alike = _NUMBER.sub("0", judged.reason) if result is Result.ERROR else judged.reason
            found.setdefault(firsts.setdefault(alike, judged.reason), []).append(judged.id)
    return dict(sorted(found.items(), key=lambda item: -len(item[1])))


def to_remove(scores: Scores) -> Iterator[tuple[KnownDisagreement, str]]:
    """Known disagreements that have stopped, each with what to do about it."""
    for one in scores.stopped:
        what = f" on {one.subject}" if one.subject else ""
        yield one, f"{scores.known.place(one)}: {one.vector} does not disagree{what} any more; remove this line"


def verdict(scores: Scores) -> str:
    """What a run comes to, as a sentence or two; the same as its exit code says."""
    return f"{'; '.join(_findings(scores))}. {scores.results[Result.AGREED]:,} of {scores.asked:,} asked agree."


def _findings(scores: Scores) -> Iterator[str]:
    wrong = [
        _counted(scores.against_documents, "answer differs from the documents", "answers differ from the documents"),
        _counted(scores.results[Result.ERROR], "vector got an error", "vectors got an error"),
        _counted(len(scores.stopped), "known disagreement has stopped", "known disagreements have stopped"),
    ]
    yield from filter(None, wrong)
    if not any(wrong):
        compared = any(scores.results[one] for one in COMPARED)
        known = "new " if scores.still else ""
        yield f"No {known}answer differs from the documents" if compared else "No vector got an answer"
    if others := scores.results[Result.DISAGREED] - scores.against_documents:
        yield f"{others:,} differ{'s' if others == 1 else ''} only in what is contested, inferred or known"
    if unanswered := sum(scores.results[one] for one in OPEN):
        yield _counted(unanswered, "vector got no answer", "vectors got no answer")


def _counted(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}" if number else ""
