"""Assessments -> the complete report as JSON, piece by piece, so that a large site does not fill the memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.metadata import version
from json import dumps

from dod_model import assessment as model
from dod_model.assumptions import ASSUMPTIONS
from dod_model.attempt import Attempt, Wish
from dod_model.documents import contradictions
from dod_model.facts import Facts
from dod_model.plan import Plan, Step
from dod_model.render import report
from dod_model.render.passages import Citation, citations
from dod_model.requirements import Requirement, Verdict
from dod_model.results import Result, Summary


def json_report(site: str, results: Iterable[Result], wish: Wish, summary: Summary) -> Iterator[str]:
    """The report in pieces of text; together they are one JSON document in the form of `report.Report`.

    Args:
        site: the file of the site, as it was named.
        results: assessments with their attempts and plans; taken one by one.
        wish: what was asked for.
        summary: of the same results. It comes first, so it is made beforehand: deciding costs little beside telling.
    """
    asked = tuple(requirement_of(one) for one in model.ASKED[wish])
    disputes = tuple(contradiction_of(one) for one in sorted(_named(wish)))
    yield f'{{"dod_model":{_text(version("dod-model"))},"format":"{report.FORMAT}","site":{_text(_unicode(site))}'
    counts = ",".join(f"{_text(name)}:{number}" for name, number in summary.outcomes.items())
    yield f',"wish":"{wish.value}","outcomes":{{{counts}}},"exit_code":{summary.exit_code}'
    yield f',"requirements":[{",".join(one.model_dump_json(ensure_ascii=True) for one in asked)}]'
    yield f',"contradictions":[{",".join(one.model_dump_json(ensure_ascii=True) for one in disputes)}]'
    yield f',"assumed":[{",".join(_text(one.text) for one in ASSUMPTIONS)}],"assessments":['
    for index, result in enumerate(results):
        yield ("," if index else "") + assessment_of(result).model_dump_json(ensure_ascii=True)
    yield "]}\n"


def _text(text: str) -> str:
    return dumps(text)


def _unicode(name: str) -> str:
    """A name of a file; bytes of it that are no characters are written as escapes, for JSON has none for them."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _named(wish: Wish) -> set[str]:
    return {touch.contradiction for one in model.ASKED[wish] for touch in one.touched_by}


def requirement_of(requirement: Requirement) -> report.Requirement:
    """A requirement with its passages and remedies."""
    return report.Requirement(
        id=requirement.id,
        statement=requirement.statement,
        page=requirement.page,
        explanation=requirement.explanation,
        force=requirement.force.value,
        topic=requirement.topic.value,
        passages=passages(citations(requirement)),
        remedies=tuple(
            report.Remedy(action=one.action, console=one.console, cmdlet=one.cmdlet) for one in requirement.remedies
        ),
    )


def named_requirement(requirement: Requirement) -> report.NamedRequirement:
    """A requirement in short, with the address of its page."""
    return report.NamedRequirement(id=requirement.id, statement=requirement.statement, page=requirement.page)


def passages(found: Iterable[Citation]) -> tuple[report.Passage, ...]:
    """Where the documents say something."""
    return tuple(
        report.Passage(
            statement=one.statement,
            document=one.document,
            heading=one.heading,
            date=one.date,
            url=one.url,
            verified=one.verified,
        )
        for one in found
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
        changes=tuple(_change(step, facts) for step in plan.steps),
        other_ways=tuple(tuple(change.text for change in way) for way in plan.other_ways),
    )


def _change(step: Step, facts: Facts) -> report.Change:
    change = step.change
    return report.Change(
        action=change.text,
        console=change.remedy.console,
        cmdlet=change.cmdlet_on(facts),
        touches=change.touches,
        alternatives=tuple(one.text for one in step.alternatives),
        mends=step.mends,
    )
