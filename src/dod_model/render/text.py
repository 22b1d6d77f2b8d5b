"""Assessments -> text for reading: the outcome first, then what is unmet with passage and remedy, then the plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from dod_model.assessment import Assessment, Finding
from dod_model.assumptions import ASSUMPTIONS
from dod_model.attempt import Wish
from dod_model.render.wording import OUTCOMES, how, printable, quoted_labels
from dod_model.requirements import Force, Verdict
from dod_model.results import Result

Paint = Callable[[str, str], str]
"""Takes a text and what it is (good, bad, open, strong, faint) and returns it, perhaps with colour."""

NAMES_SHOWN = 5


def plain(text: str, _: str) -> str:
    """No colour."""
    return text


@dataclass(frozen=True, slots=True)
class TextOptions:
    """How much is told.

    Attributes:
        everything: also findings that are met or not applicable, and what was assumed.
        paint: puts colour on a text.
    """

    everything: bool = False
    paint: Paint = plain


def text_report(results: Iterable[Result], wish: Wish, options: TextOptions) -> Iterator[str]:
    """The report line by line. Clients of a deployment that fare alike are told of together."""
    groups: dict[tuple[object, ...], list[Result]] = {}
    for result in results:
        key = (result.attempt.deployment, result.attempt.start, result.assessment.facts)
        groups.setdefault(key, []).append(result)
    for group in groups.values():
        yield from _group(group, wish, options)
    yield from _closing(groups.values(), options)


def _group(group: list[Result], wish: Wish, options: TextOptions) -> Iterator[str]:
    first = group[0]
    names = ", ".join(f"'{one.attempt.client}'" for one in group[:NAMES_SHOWN])
    more = f" and {len(group) - NAMES_SHOWN} more clients alike" if len(group) > NAMES_SHOWN else ""
    yield printable(f"{first.attempt.deployment} on {names}{more}, {how(first.attempt)}")
    yield "  " + options.paint(OUTCOMES[first.assessment.outcome], _mood(first.assessment)) + _against(first, wish)
    yield from _findings(first.assessment, options)
    if first.plan is not None:
        from dod_model.render.plan_text import plan_lines

        yield from plan_lines(first.plan, first.assessment.facts, options.paint)
    yield ""


def _mood(assessment: Assessment) -> str:
    return {True: "good", False: "bad", None: "open"}[assessment.reached]


def _against(result: Result, wish: Wish) -> str:
    if result.assessment.reached is not False:
        return ""
    return " (wished: that it downloads on demand)" if wish is Wish.ON_DEMAND else " (wished: that it runs)"


def _findings(assessment: Assessment, options: TextOptions) -> Iterator[str]:
    binding = (Force.BLOCKS, Force.WISH)
    covered = any(one.verdict in {Verdict.MET, Verdict.VIOLATED} for one in assessment.findings)
    yield from _section("Unmet", assessment.with_verdict(Verdict.VIOLATED, *binding), options)
    if covered:
        yield from _section("Not known", assessment.with_verdict(Verdict.UNDETERMINED, *binding), options)
    elif assessment.findings:
        yield from _whole(assessment.findings[0])
    yield from _section("Advice", assessment.with_verdict(Verdict.VIOLATED, Force.ADVISES), options)
    if options.everything and covered:
        yield from _brief("Advice that hangs on what is not known", assessment, Verdict.UNDETERMINED, (Force.ADVISES,))
        yield from _brief("Met", assessment, Verdict.MET, ())
        yield from _brief("Not applicable", assessment, Verdict.NOT_APPLICABLE, ())


def _whole(finding: Finding) -> Iterator[str]:
    """Why nothing applies, or on what everything hangs."""
    if finding.why:
        yield printable(f"    {finding.why}")
    for evidence in finding.evidence:
        if evidence.value is None:
            yield printable(f"    not known: {evidence.meaning}")


def _section(title: str, findings: tuple[Finding, ...], options: TextOptions) -> Iterator[str]:
    if findings:
        yield f"  {options.paint(title, 'strong')}"
    for finding in findings:
        yield f"    {options.paint(finding.id, 'strong')}: {finding.requirement.statement}"
        yield from (printable(f"      {line}") for line in _because(finding))
        yield from (options.paint(printable(f"      {line}"), "faint") for line in _sources(finding))
        if finding.verdict is not Verdict.UNDETERMINED:
            yield from (printable(f"      {line}") for line in _remedies(finding))


def _because(finding: Finding) -> Iterator[str]:
    for shortfall in finding.shortfalls:
        least = "" if shortfall.at_least is None else f", at least {shortfall.at_least} is needed"
        yield f"the {shortfall.side} falls short: it has {shortfall.release}{least}"
    for evidence in finding.evidence:
        if evidence.value is None:
            yield f"not known: {evidence.meaning}"
        if finding.shortfalls or evidence.fact == "place":
            continue
        if evidence.value is not None and evidence.details:
            yield f"{evidence.meaning}: {evidence.value} ({'; '.join(evidence.details)})"
        elif evidence.value is not None and evidence.fact == "started_from":
            yield f"{evidence.meaning}: {evidence.value}"
        elif evidence.details:
            yield from evidence.details


def _sources(finding: Finding) -> Iterator[str]:
    from dod_model.documents import contradictions
    from dod_model.render.passages import citations

    if finding.reasoning:
        yield f"inferred: {finding.reasoning}"
    for citation in citations(finding.requirement)[:2]:
        heading = f", under '{citation.heading}'" if citation.heading else ""
        mark = "" if citation.verified else " (cited, unverified)"
        yield f"says {citation.document}{heading}{_dated(citation.date)}{mark}"
    for name in finding.contradictions:
        found = contradictions()[name]
        state = "contested" if finding.contested and found.open else "documents disagree"
        yield f"{state} ({name}): {found.title} {found.reading}"


def _dated(date: str) -> str:
    return f", {date}" if date else ""


def _remedies(finding: Finding) -> Iterator[str]:
    for remedy in finding.remedies[:1]:
        where = f" ({remedy.console})" if remedy.console else ""
        yield f"remedy: {quoted_labels(remedy.action)}{where}"


def _brief(title: str, assessment: Assessment, verdict: Verdict, forces: tuple[Force, ...]) -> Iterator[str]:
    findings = assessment.with_verdict(verdict, *forces)
    if findings:
        yield f"  {title}"
    for finding in findings:
        yield printable(f"    {finding.id}: {finding.why or finding.requirement.statement}")


def _closing(groups: Iterable[list[Result]], options: TextOptions) -> Iterator[str]:
    if options.everything:
        yield "Assumed, not checked"
        yield from (f"  {one.text}" for one in ASSUMPTIONS)
        yield ""
    sizes = [(group[0].assessment, len(group)) for group in groups]
    total = sum(size for _, size in sizes)
    reached = sum(size for assessment, size in sizes if assessment.reached)
    open_ones = sum(size for assessment, size in sizes if assessment.reached is None)
    rest = f", {open_ones} undetermined or not covered" if open_ones else ""
    hint = "" if options.everything else " (--all tells what is met and what is assumed)"
    yield f"{reached} of {total} reach the wish{rest}{hint}"
