"""What becomes of the attempt. These steps ask every system under test."""

from behave import then

from dod_model.assessment import Outcome
from dod_model.bdd import Context
from dod_model.bdd.qualities import differing, told


@then("it {outcome:Outcome}")
def outcome_is(context: Context, outcome: Outcome) -> None:
    """The outcome of the attempt."""
    assert context.case.assessment.outcome is outcome, told(context.case.assessment)


@then("it violates {requirements:Requirements}")
def violates(context: Context, requirements: frozenset[str]) -> None:
    """These requirements are violated and no other, advice and wish included."""
    wrong = differing(context.case.assessment.violated, requirements)
    assert not wrong, told(context.case.assessment, wrong)


@then("it leaves {requirements:Requirements} open")
def leaves_open(context: Context, requirements: frozenset[str]) -> None:
    """These requirements hang on something unknown, and no other."""
    wrong = differing(context.case.assessment.undetermined, requirements)
    assert not wrong, told(context.case.assessment, wrong)
