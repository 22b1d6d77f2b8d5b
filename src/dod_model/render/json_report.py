"""Assessments -> the complete report as JSON, piece by piece, so that a large site does not fill the memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from json import dumps

from dod_model import assessment as model
from dod_model.assumptions import ASSUMPTIONS
from dod_model.attempt import Attempt, Wish
from dod_model.documents import contradictions
from dod_model.facts import Facts
from dod_model.plan import Change, Plan
from dod_model.render import report
from dod_model.render.passages import citations
from dod_model.requirements import Requirement, Verdict
from dod_model.results import Result, exit_code_of


def json_report(results: Iterable[Result], wish: Wish) -> Iterator[str]:
    """The report in pieces of text; together they are one JSON document in the form of `report.Report`.

    Args:
        results: assessments with their attempts and plans; taken one by one.
        wish: what was asked for.
    """
    asked = tuple(requirement_of(one) for one in model.ASKED[wish])
    disputes = tuple(contradiction_of(one) for one in sorted(_named(wish)))
    yield f'{{"format":"{report.FORMAT}","wish":"{wish.value}"'
    yield f',"requirements":[{",".join(one.model_dump_json(ensure_ascii=True) for one in asked)}]'
    yield f',"contradictions":[{",".join(one.model_dump_json(ensure_ascii=True) for one in disputes)}]'
    yield f',"assumed":[{",".join(_text(one.text) for one in ASSUMPTIONS)}],"assessments":['
    seen: list[bool | None] = []
    outcomes: Counter[str] = Counter()
    for index, result in enumerate(results):
        seen.append(result.assessment.reached)
        outcomes[result.assessment.outcome.value] += 1
        yield ("," if index else "") + assessment_of(result).model_dump_json(ensure_ascii=True)
    counts = ",".join(f"{_text(name)}:{number}" for name, number in sorted(outcomes.items()))
    yield f'],"outcomes":{{{counts}}},"exit_code":{exit_code_of(seen)}}}\n'


def _text(text: str) -> str:
    return dumps(text)


def _named(wish: Wish) -> set[str]:
    return {touch.contradiction for one in model.ASKED[wish] for touch in one.touched_by}


def requirement_of(requirement: Requirement) -> report.Requirement:
    """A requirement with its passages and remedies."""
    return report.Requirement(
        id=requirement.id,
        statement=requirement.statement,
        explanation=requirement.explanation,
        force=requirement.force.value,
        topic=requirement.topic.value,
        passages=tuple(
            report.Passage(
                statement=one.statement,
                document=one.document,
                heading=one.heading,
                date=one.date,
                url=one.url,
                verified=one.verified,
            )
            for one in citations(requirement)
        ),
        remedies=tuple(
            report.Remedy(action=one.action, console=one.console, cmdlet=one.cmdlet) for one in requirement.remedies
        ),
    )


def contradiction_of(name: str) -> report.Contradiction:
    """A contradiction of the register."""
    found = contradictions()[name]
    corrected = found.corrected.date.isoformat() if found.corrected else None
    return report.Contradiction(id=name, title=found.title, corrected=corrected, reading=found.reading)


def assessment_of(result: Result) -> report.Assessment:
    """An assessment with all its findings."""
    attempt: Attempt = result.attempt
    return report.Assessment(
        deployment=attempt.deployment,
        client=attempt.client,
        start=None if attempt.start is None else attempt.start.value,
        place=attempt.place.value,
        user=None if attempt.user is None else attempt.user.value,
        outcome=result.assessment.outcome.value,
        reached=result.assessment.reached,
        findings=tuple(finding_of(one) for one in result.assessment.findings),
        plan=None if result.plan is None else plan_of(result.plan, result.assessment.facts),
    )


def finding_of(finding: model.Finding) -> report.Finding:
    """A finding with its evidence."""
    return report.Finding(
        requirement=finding.id,
        verdict=finding.verdict.value,
        why=finding.why,
        basis="inferred" if finding.reasoning else "documented",
        reasoning=finding.reasoning,
        contested=finding.contested,
        contradictions=finding.contradictions,
        remedies=tuple(one.action for one in finding.remedies) if finding.verdict is Verdict.VIOLATED else (),
        evidence=tuple(
            report.Evidence(fact=one.fact, meaning=one.meaning, value=one.value, details=one.details)
            for one in finding.evidence
        ),
        shortfalls=tuple(
            report.Shortfall(
                side=one.side, release=str(one.release), at_least=None if one.at_least is None else str(one.at_least)
            )
            for one in finding.shortfalls
        ),
    )


def plan_of(plan: Plan, facts: Facts) -> report.Plan:
    """A plan; cmdlets only where the site's release has them for certain."""
    return report.Plan(
        possible=plan.possible,
        obstacles=plan.obstacles,
        find_out=tuple(
            report.FindOut(fact=one.fact, meaning=one.meaning, where=one.where, details=one.details)
            for one in plan.find_out
        ),
        changes=tuple(_change(step.change, step.alternatives, facts) for step in plan.steps),
        other_ways=tuple(tuple(change.text for change in way) for way in plan.other_ways),
    )


def _change(change: Change, alternatives: tuple[Change, ...], facts: Facts) -> report.Change:
    return report.Change(
        action=change.text,
        console=change.remedy.console,
        cmdlet=change.cmdlet_on(facts),
        touches=change.touches,
        alternatives=tuple(one.text for one in alternatives),
    )
