"""Results -> what a page hears of them: the words of the command, joined with the findings that they tell of."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from dod_model.assessment import Assessment
from dod_model.attempt import Wish
from dod_model.browser.answers import Cited, Group, Line, Section
from dod_model.browser.mentions import Mentions
from dod_model.browser.spoken import Spoken, Unset, parted, spoken
from dod_model.findings import Finding
from dod_model.render import report
from dod_model.render.json_report import assessment_of
from dod_model.render.passages import citations, place
from dod_model.render.text import TextOptions, text_report
from dod_model.requirements import Remedy, Requirement, Verdict
from dod_model.requirements.asking import certainly_or_perhaps
from dod_model.results import Result

ANSWERS = {"started_from": "choose it under Start", "user_may_install": "choose the user under User"}
"""How a page tells a fact that is of the question."""


def told_of(group: Sequence[Result], wish: Wish, mentions: Mentions) -> Group:
    """What the command says of results that fare alike, with the finding, the passages and the remedies behind it.

    Args:
        group: the results.
        wish: what was asked for.
        mentions: finds names in sentences.
    """
    first = group[0]
    evidence = [one for finding in first.assessment.findings for one in finding.evidence]
    facts = {detail: one.fact for one in evidence for detail in one.details}

    def line(said: Spoken) -> Line:
        return mentions.line(said, facts, first.attempt.client)

    headline, outcome, *rest = _report(group, wish)
    return Group(
        headline=mentions.headline(headline, first.attempt.deployment),
        outcome=line(outcome),
        clients=tuple(one.attempt.client for one in group),
        sections=tuple(Section(title=title, lines=tuple(map(line, found))) for title, found in parted(rest)),
        assessment=assessment_of(first),
        remedies=_remedies(first.assessment),
        passages=_passages(first.assessment),
    )


def _report(group: Sequence[Result], wish: Wish) -> Iterator[Spoken]:
    """The lines of a group: up to the next headline, which stands over what is said of all groups."""
    options = TextOptions(everything=True, layout=Unset(), answers=ANSWERS)
    headline, *rest = spoken(text_report(group, wish, options))
    yield headline
    yield from takewhile(lambda line: not line.is_headline, rest)


def closing(results: Sequence[Result], wish: Wish) -> str:
    """How often the wish is reached, in the words of the command."""
    briefly = (replace(result, wants_plan=False) for result in results)
    lines = spoken(text_report(briefly, wish, TextOptions(layout=Unset())))
    return [str(line) for line in lines if line.is_headline][-1]


def alike(results: Sequence[Result]) -> list[list[Result]]:
    """Results that fare alike, together, as the command tells them."""
    groups: dict[Hashable, list[Result]] = {}
    for result in results:
        groups.setdefault(result.alike, []).append(result)
    return list(groups.values())


def _remedies(assessment: Assessment) -> dict[str, tuple[report.Remedy, ...]]:
    violated = assessment.with_verdict(Verdict.VIOLATED)
    return {one.id: tuple(_remedy(remedy, one) for remedy in one.remedies) for one in violated}


def _remedy(remedy: Remedy, finding: Finding) -> report.Remedy:
    """A remedy; its cmdlet only where the site's release may have it."""
    needs = remedy.cmdlet_needs
    has_it = needs is None or certainly_or_perhaps(lambda facts: facts.site_can(needs), finding.facts)
    return report.Remedy(action=remedy.action, console=remedy.console, cmdlet=remedy.cmdlet if has_it else "")


def _passages(assessment: Assessment) -> dict[str, tuple[Cited, ...]]:
    unmet = (*assessment.with_verdict(Verdict.VIOLATED), *assessment.with_verdict(Verdict.UNDETERMINED))
    return {one.id: tuple(_cited(one.requirement)) for one in unmet}


def _cited(requirement: Requirement) -> Iterator[Cited]:
    """The passages behind a requirement, each place once."""
    seen: set[str] = set()
    for one in citations(requirement):
        text = place(one)
        if text not in seen:
            seen.add(text)
            yield Cited(text=text, url=one.url, statement=one.statement)
