"""Assessments -> text for reading: the outcome first, then what is unmet with passage and remedy, then the plan."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dod_model.assessment import Assessment
from dod_model.assumptions import ASSUMPTIONS
from dod_model.attempt import Wish
from dod_model.findings import Finding
from dod_model.render.layout import Layout
from dod_model.render.wording import OUTCOMES, WISHES, how
from dod_model.requirements import Force, Verdict, covered
from dod_model.requirements.asking import agreed
from dod_model.results import Result

NAMES_SHOWN = 5
"""So many clients of a group are named; the others are counted."""

_BINDING = (Force.BLOCKS, Force.WISH)


@dataclass(frozen=True, slots=True)
class TextOptions:
    """How much is told, and how it is set.

    Attributes:
        everything: also what is met or not applicable, all about what is not known, and what was assumed.
        layout: width and colour.
        answers: how whoever asks tells a fact that is of the question, by the name of the fact.
    """

    everything: bool = False
    layout: Layout = field(default_factory=Layout)
    answers: Mapping[str, str] = field(default_factory=dict)


def text_report(results: Iterable[Result], wish: Wish, options: TextOptions) -> Iterator[str]:
    """The report line by line. Clients of a deployment that fare alike are told of together."""
    groups: dict[Hashable, list[Result]] = {}
    for result in results:
        groups.setdefault(result.alike, []).append(result)
    for group in groups.values():
        yield from _group(group, wish, options)
    yield from _closing(list(groups.values()), wish, options)


def clients_of(group: Sequence[Result]) -> str:
    """The clients of a group by name; of many the first few."""
    names = ", ".join(f"'{one.attempt.client}'" for one in group[:NAMES_SHOWN])
    more = len(group) - NAMES_SHOWN
    return f"{names} and {more:,} more alike" if more > 0 else names


def _group(group: list[Result], wish: Wish, options: TextOptions) -> Iterator[str]:
    first, layout = group[0], options.layout
    assessment = first.assessment
    yield from layout.line(f"{first.attempt.deployment} on {clients_of(group)}, {how(first.attempt)}", mood="strong")
    mood = {True: "good", False: "bad", None: "open"}[assessment.reached]
    yield from layout.line(OUTCOMES[assessment.outcome] + _unless_reached(assessment, wish), 2, mood)
    if agreed(covered, assessment.facts, None) is True:
        yield from _findings(first, options)
    else:
        yield from _on_the_whole(assessment.findings[0], layout)
    yield from _plan(group, options)
    yield ""


def _unless_reached(assessment: Assessment, wish: Wish) -> str:
    runs = not assessment.with_verdict(Verdict.VIOLATED, Force.BLOCKS)
    return f" (the wish: {WISHES[wish]})" if assessment.reached is False and runs else ""


def _findings(result: Result, options: TextOptions) -> Iterator[str]:
    assessment = result.assessment
    unmet = assessment.with_verdict(Verdict.VIOLATED, *_BINDING)
    advice = assessment.with_verdict(Verdict.VIOLATED, Force.ADVISES)
    unknown = assessment.with_verdict(Verdict.UNDETERMINED, *_BINDING)
    yield from _in_full("Unmet", unmet, options)
    if options.everything:
        yield from _in_full("Not known", unknown, options)
    elif result.plan is None or not result.plan.find_out:
        yield from _hanging("Not known", unknown, options)
    yield from _in_full("Advice", advice, options)
    if options.everything:
        yield from _hanging("Advice, not known", assessment.with_verdict(Verdict.UNDETERMINED, Force.ADVISES), options)
        yield from _brief("Met", assessment.with_verdict(Verdict.MET), options)
        yield from _brief("Not applicable", assessment.with_verdict(Verdict.NOT_APPLICABLE), options)


def _on_the_whole(finding: Finding, layout: Layout) -> Iterator[str]:
    """Why the documents do not speak of the attempt, or on what it hangs whether they do."""
    if finding.why:
        yield from layout.line(finding.why, 4)
        return
    unknown = [one.meaning for one in finding.evidence if one.value is None and one.fact != "undocumented"]
    if not unknown:
        yield from layout.line("no document says whether such an attempt is supported at this release", 4)
        return
    yield from layout.line("Whether the documents speak of such an attempt at all hangs on", 4)
    for meaning in unknown:
        yield from layout.line(f"- {meaning}", 4)


def _title(title: str, options: TextOptions) -> Iterator[str]:
    yield ""
    yield from options.layout.line(title, 2, "strong")


def _in_full(title: str, findings: Sequence[Finding], options: TextOptions) -> Iterator[str]:
    if not findings:
        return
    from dod_model.render.finding_text import finding_lines

    yield from _title(title, options)
    for finding in findings:
        yield from finding_lines(finding, options.layout)


def _hanging(title: str, findings: Sequence[Finding], options: TextOptions) -> Iterator[str]:
    """Findings with what they hang on, in short."""
    if not findings:
        return
    from dod_model.render.finding_text import hangs_on

    yield from _title(title, options)
    for finding in findings:
        yield from options.layout.line(finding.id, 4, "strong")
        yield from options.layout.line(f"hangs on {hangs_on(finding)}", 6)


def _brief(title: str, findings: Sequence[Finding], options: TextOptions) -> Iterator[str]:
    if findings:
        yield from _title(title, options)
    for finding in findings:
        yield from options.layout.line(finding.id, 4, "strong")
        yield from options.layout.line(finding.why or finding.requirement.statement, 6)


def _plan(group: list[Result], options: TextOptions) -> Iterator[str]:
    first = group[0]
    if not first.wants_plan or first.assessment.reached is True:
        return
    from dod_model.render.plan_text import plan_lines

    likewise = f"Told for '{first.attempt.client}'; the others alike." if len(group) > 1 else ""
    plan = first.plan_for_all(frozenset(one.attempt.client for one in group))
    lines = list(plan_lines(plan, first.assessment, likewise, options.layout, options.answers))
    if lines:
        yield ""
        yield from lines


def _closing(groups: list[list[Result]], wish: Wish, options: TextOptions) -> Iterator[str]:
    layout = options.layout
    if options.everything:
        yield from layout.line("Assumed, not checked", mood="strong")
        yield from (line for one in ASSUMPTIONS for line in layout.line(one.text, 2))
        yield ""
    sizes = [(group[0].assessment.reached, len(group)) for group in groups]
    total = sum(size for _, size in sizes)
    reached = sum(size for answer, size in sizes if answer)
    open_ones = sum(size for answer, size in sizes if answer is None)
    rest = f"; {open_ones:,} undetermined or not covered" if open_ones else ""
    yield from layout.line(f"The wish, {WISHES[wish]}: reached by {reached:,} of {total:,}{rest}.", mood="strong")
    if not options.everything:
        hint = "`dod check --all` tells what is met and what is assumed, `dod explain NAME` all about a condition."
        yield from layout.line(hint, mood="faint")
