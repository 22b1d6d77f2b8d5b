"""A finding -> text for reading: what was found, what the documents say, what to do."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from dod_model.documents import Contradiction, contradictions
from dod_model.facts import FACTS
from dod_model.findings import Evidence, Finding
from dod_model.render.layout import Layout
from dod_model.render.passages import citations, place
from dod_model.render.wording import evidence_in_words, quoted_labels
from dod_model.requirements import Verdict, facts_read
from dod_model.requirements.deciding import plain_verdict
from dod_model.requirements.requirement import Touch

UNDOCUMENTED = "undocumented"
"""The fact that stands for what no document says, which nobody can look up."""

PASSAGES_SHOWN = 2
"""So many passages are named; `dod explain` tells them all."""

TELLING_ORDER = {name: number for number, name in enumerate(FACTS)}
"""Facts are told as they stand in the list of facts, for the words of some take up those of the one before."""


def finding_lines(finding: Finding, layout: Layout) -> Iterator[str]:
    """All that a reader needs about a finding that is violated or undetermined."""
    yield from layout.line(finding.id, 4, "strong")
    yield from layout.labelled("wanted", (finding.requirement.statement,), 6)
    yield from layout.labelled("found", tuple(_found(finding)), 6)
    yield from layout.labelled("says", tuple(_passages(finding)), 6, "faint")
    if finding.reasoning:
        yield from layout.labelled("inferred", (finding.reasoning,), 6, "faint")
    yield from layout.labelled("disputed", tuple(_disputes(finding)), 6, "faint")
    if _is_violated(finding):
        yield from layout.labelled("remedy", tuple(_remedy(finding)), 6)


def missing(finding: Finding) -> tuple[Evidence, ...]:
    """The unknown facts that a finding hangs on, those left aside that only tell whether documents speak of it."""
    own = set(facts_read(lambda facts: plain_verdict(finding.requirement, facts), finding.facts))
    unknown = [one for one in finding.evidence if one.value is None and one.fact in own]
    return tuple(sorted(unknown, key=lambda one: TELLING_ORDER[one.fact]))


def hangs_on(finding: Finding) -> str:
    """What a finding hangs on, in words."""
    facts = [one for one in missing(finding) if one.fact != UNDOCUMENTED]
    return ", and on ".join(one.meaning for one in facts) or "what no document says"


def _found(finding: Finding) -> Iterator[str]:
    for shortfall in finding.shortfalls:
        least = "" if shortfall.at_least is None else f", and at least {shortfall.at_least} is needed"
        yield f"the {shortfall.side} has {shortfall.release}{least}"
    if finding.shortfalls:
        return
    for details, told in groupby(_telling(finding), key=lambda one: one.details):
        yield from (evidence_in_words(one.fact, one.meaning, one.value) for one in told)
        yield from (f"- {detail}" for detail in details)


def _telling(finding: Finding) -> list[Evidence]:
    """The evidence that tells something: not what only opened the question."""
    decisive = set(facts_read(finding.requirement.holds, finding.facts))
    known = [one for one in finding.evidence if one.fact in decisive and one.value is not None]
    return sorted(
        [*missing(finding), *(known if _is_violated(finding) else ())],
        key=lambda one: TELLING_ORDER[one.fact],
    )


def _is_violated(finding: Finding) -> bool:
    return finding.verdict is Verdict.VIOLATED


def _passages(finding: Finding) -> Iterator[str]:
    told = dict.fromkeys(place(one) for one in citations(finding.requirement))
    yield from list(told)[:PASSAGES_SHOWN]


def _disputes(finding: Finding) -> Iterator[str]:
    for touch in finding.requirement.touches(finding.facts):
        found = contradictions()[touch.contradiction]
        yield f"{found.id}, {_state(touch, found, finding)}: {found.title} {found.reading}"


def _state(touch: Touch, found: Contradiction, finding: Finding) -> str:
    """How a contradiction stands, and whether it could change the verdict."""
    if touch.contests:
        return "contested, another reading would change this"
    if found.corrected:
        return f"corrected {found.corrected.date}"
    return "another reading would not change this" if _is_violated(finding) else "documents disagree"


def _remedy(finding: Finding) -> Iterator[str]:
    for remedy in finding.remedies[:1]:
        yield quoted_labels(remedy.action)
        if remedy.console:
            yield remedy.console
