"""Question -> the answer that the documents give, and how firmly they stand behind it."""

from __future__ import annotations

from collections.abc import Iterable

from dod_model.assessment import ASKED, Assessment, Outcome, assess
from dod_model.findings import Finding
from dod_model.kit.format import Asked, Basis, Expected, PlanSize, Question, RunTotals, Standing, Vector
from dod_model.plan import Plan
from dod_model.requirements import Force, Verdict
from dod_model.run import Run, Summary


def vector(
    name: str,
    question: Question,
    *,
    why: str,
    about: Iterable[str] = (),
    scenarios: Iterable[str] = (),
) -> Vector:
    """A vector that asks for the outcome and the requirements; the model gives the answer.

    Args:
        name: its id.
        question: what is asked.
        why: what it shows, in words.
        about: ids of the requirements that it was written for.
        scenarios: the scenarios that ask it.

    Raises:
        InputError: the attempt does not fit the site.
    """
    assessment = assess(question.site, question.attempt, question.wish)
    expect = expected(assessment)
    asks: tuple[Asked, ...] = ("outcome", "violated")
    return Vector(
        id=name,
        why=why,
        about=_ids(about),
        scenarios=tuple(scenarios),
        asks=(*asks, "unknowns") if hangs_on_unknowns(expect) else asks,
        question=question,
        expect=expect,
        standing=standing(assessment),
    )


def expected(assessment: Assessment) -> Expected:
    """The outcome and the two sets of an assessment."""
    verdicts = list(zip(ASKED[assessment.wish], assessment.decision.verdicts, strict=True))
    return Expected(
        outcome=assessment.outcome,
        violated=_ids(one.id for one, verdict in verdicts if verdict is Verdict.VIOLATED),
        undetermined=_ids(one.id for one, verdict in verdicts if verdict is Verdict.UNDETERMINED),
    )


def hangs_on_unknowns(expect: Expected) -> bool:
    """Whether something in an answer is undetermined, so that it is asked only of tools that tell the unknown."""
    return bool(expect.undetermined) or expect.outcome is Outcome.UNDETERMINED


def standing(assessment: Assessment) -> Standing:
    """How firmly the documents stand behind an assessment."""
    spoken = [one for one in assessment.findings if one.verdict is not Verdict.NOT_APPLICABLE]
    return Standing(
        outcome=_basis_of_outcome(spoken),
        met=_ids(one.id for one in spoken if one.verdict is Verdict.MET),
        inferred=_ids(one.id for one in spoken if one.reasoning),
        contested=_ids(one.id for one in spoken if one.contested),
    )


def plan_size(plan: Plan) -> PlanSize:
    """How large a plan is."""
    return PlanSize(possible=plan.possible, changes=len(plan.steps))


def run_totals(run: Run) -> RunTotals:
    """What a run comes to."""
    summary = Summary(run)
    return RunTotals(
        ending=None if run.ending is None else run.ending.value,
        in_advance=summary.in_advance,
        before_start=summary.before_start,
        during=summary.during,
        by_source={name: amount for name, amount in summary.by_source.items() if amount},
    )


def _basis_of_outcome(findings: Iterable[Finding]) -> Basis:
    """What the outcome hangs on in the last resort.

    Documented where it would be the same without the requirements that are contested or inferred: another reading
    can turn the verdict of a contested one about, and an inferred one may not be there at all.
    """
    blocking = [one for one in findings if one.requirement.force is Force.BLOCKS]
    firm = {one.verdict for one in blocking if not one.contested and not one.reasoning}
    if Verdict.VIOLATED in firm:
        return "documented"
    if any(one.contested for one in blocking):
        return "contested"
    inferred = {one.verdict for one in blocking if one.reasoning}
    if Verdict.VIOLATED in inferred or (Verdict.UNDETERMINED in inferred and Verdict.UNDETERMINED not in firm):
        return "inferred"
    return "documented"


def _ids(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(names))
