"""Question -> the answer that the documents give, and how firmly they stand behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

from dod_model.assessment import ASKED, Assessment, Outcome, assess, judge
from dod_model.facts import Facts
from dod_model.kit.format import Asked, Basis, Expected, PlanSize, Question, RunTotals, Standing, Vector
from dod_model.plan import Plan
from dod_model.requirements import Force, Requirement, Verdict, covered
from dod_model.requirements.asking import agreed
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


def identified(name: str, *questions: Question) -> str:
    """An id: a name for people, and a digest of what is asked, so that the same id always asks the same.

    What is not given is left out of the digest, so a field that a later format adds changes no id.
    """
    asked = "".join(one.model_dump_json(exclude_defaults=True) for one in questions)
    return f"{name}-{sha256(asked.encode()).hexdigest()[:8]}"


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


class _Spoken(NamedTuple):
    """A requirement that is asked, its verdict, and how firmly the documents stand behind that."""

    requirement: Requirement
    verdict: Verdict
    basis: Basis


def standing(assessment: Assessment) -> Standing:
    """How firmly the documents stand behind an assessment."""
    spoken = list(_spoken(assessment))
    return Standing(
        outcome=_basis_of_outcome(assessment, spoken),
        met=_ids(one.requirement.id for one in spoken if one.verdict is Verdict.MET),
        inferred=_ids(one.requirement.id for one in spoken if one.basis == "inferred"),
        contested=_ids(one.requirement.id for one in spoken if one.basis == "contested"),
    )


def _spoken(assessment: Assessment) -> Iterator[_Spoken]:
    # Not by way of the findings, for there may be a million of these.
    facts = assessment.facts
    verdicts = assessment.decision.verdicts
    unsaid = _unsaid(assessment)
    for requirement, verdict, silent in zip(ASKED[assessment.wish], verdicts, unsaid, strict=True):
        if verdict is not Verdict.NOT_APPLICABLE:
            yield _Spoken(requirement, verdict, "inferred" if silent else _basis(requirement, facts))


def _unsaid(assessment: Assessment) -> tuple[bool, ...]:
    """For each requirement whether it is open only because no document says what the product does."""
    verdicts = assessment.decision.verdicts
    if Verdict.UNDETERMINED not in verdicts:
        return (False,) * len(verdicts)
    # The outcome may stay open for other reasons; a verdict that any answer decides is open for this one.
    told = [judge(assessment.facts.filled("undocumented", one), assessment.wish).verdicts for one in (True, False)]
    return tuple(
        verdict is Verdict.UNDETERMINED and any(answer is not Verdict.UNDETERMINED for answer in answers)
        for verdict, *answers in zip(verdicts, *told, strict=True)
    )


def _basis(requirement: Requirement, facts: Facts) -> Basis:
    if any(touch.contests for touch in requirement.touches(facts)):
        return "contested"
    return "inferred" if requirement.reasoning(facts) else "documented"


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


def _basis_of_outcome(assessment: Assessment, spoken: Sequence[_Spoken]) -> Basis:
    """What the outcome hangs on in the last resort.

    Documented where it would be the same without what is contested or inferred: another reading can turn the verdict
    of a contested requirement about, an inferred one may not be there at all, and an advice of which it was reasoned
    that it only advises may block. Where the documents do not speak of an attempt, no outcome is documented.
    """
    if assessment.outcome is Outcome.NOT_COVERED:
        return "inferred"
    if assessment.outcome is Outcome.UNDETERMINED and agreed(covered, assessment.facts, None) is None:
        # No reading of a condition counts where it is unknown whether the documents speak of the attempt.
        return "inferred" if any(_unsaid(assessment)) else "documented"
    blocking: dict[Basis, set[Verdict]] = {"documented": set(), "inferred": set(), "contested": set()}
    for one in spoken:
        if one.requirement.force is Force.BLOCKS:
            blocking[one.basis].add(one.verdict)
    firm, inferred = blocking["documented"], blocking["inferred"]
    if Verdict.VIOLATED in firm:
        return "documented"
    if blocking["contested"]:
        return "contested"
    if Verdict.VIOLATED in inferred or (Verdict.UNDETERMINED in inferred and Verdict.UNDETERMINED not in firm):
        return "inferred"
    # Where it is open anyway, one advice more that is open would leave it so.
    open_anyway = Verdict.UNDETERMINED in firm
    amiss = {Verdict.VIOLATED} if open_anyway else {Verdict.VIOLATED, Verdict.UNDETERMINED}
    might_block = any(one.requirement.only_advises and one.verdict in amiss for one in spoken)
    return "inferred" if might_block else "documented"


def _ids(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(names))
