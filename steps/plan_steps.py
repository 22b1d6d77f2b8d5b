"""What to do about it. Scenarios with these steps carry the tag `@asks-plan`."""

from dataclasses import replace

from behave import given, then, when

from dod_model.attempt import Start
from dod_model.bdd import Context
from dod_model.bdd.planned import cmdlet_for, other_ways_of, rows_of, steps_of, to_find_out, told_plan, touched_by
from dod_model.kit.arranging.sequences import with_other_client, with_other_deployment


@given("another deployment {name:Name} of the task sequence")
def another_deployment(context: Context, name: str) -> None:
    """A second deployment of the same task sequence to the same collection."""
    context.case.site = with_other_deployment(context.case.site, name)


@given("another client {name:Name} in the collection")
def another_client(context: Context, name: str) -> None:
    """A second device to which the task sequence is deployed."""
    context.case.site = with_other_client(context.case.site, name)


@when("a plan is made to start it {start:Start}")
def plan_is_made(context: Context, start: Start | None) -> None:
    """The fewest changes are looked for with which the attempt grants the wish."""
    context.case.attempt = replace(context.case.attempt, start=start)
    context.case.make_plan()


@then("the plan is")
def plan_is(context: Context) -> None:
    """The changes in their order; in the second column those that would do as well."""
    assert steps_of(context.case.plan) == rows_of(context.table), told_plan(context.case.plan)


@then("other plans of that size are")
def other_plans_are(context: Context) -> None:
    """Plans of other changes, as many; one in each row."""
    assert other_ways_of(context.case.plan) == rows_of(context.table), told_plan(context.case.plan)


@then("there is no other plan of that size")
def no_other_plan(context: Context) -> None:
    """No other changes, as many, would do."""
    assert not context.case.plan.other_ways, told_plan(context.case.plan)


@then("first one finds out")
def finds_out(context: Context) -> None:
    """The unknown facts on which the wish hangs."""
    assert to_find_out(context.case.plan) == rows_of(context.table), told_plan(context.case.plan)


@then("nothing is to be found out")
def nothing_to_find_out(context: Context) -> None:
    """The wish hangs on nothing unknown."""
    assert not context.case.plan.find_out, told_plan(context.case.plan)


@then("no change is needed")
def no_change(context: Context) -> None:
    """Nothing that is known stands in the way."""
    assert context.case.plan.possible, told_plan(context.case.plan)
    assert not context.case.plan.steps, told_plan(context.case.plan)


@then("there is no plan, for {requirements:Requirements} cannot be mended")
def no_plan(context: Context, requirements: frozenset[str]) -> None:
    """No change that could be planned mends these requirements."""
    assert not context.case.plan.possible, told_plan(context.case.plan)
    assert set(context.case.plan.obstacles) == requirements, told_plan(context.case.plan)


@then("{change:Name} also touches {others:Name}")
def touches(context: Context, change: str, others: str) -> None:
    """Other deployments and clients that the change has an effect on."""
    assert ", ".join(touched_by(context.case.plan, change)) == others, told_plan(context.case.plan)


@then("{change:Name} has the cmdlet {cmdlet:Name}")
def has_cmdlet(context: Context, change: str, cmdlet: str) -> None:
    """The same change in PowerShell, where this release has a cmdlet for it."""
    assert cmdlet_for(context.case, change) == cmdlet, told_plan(context.case.plan)


@then("{change:Name} has no cmdlet")
def has_no_cmdlet(context: Context, change: str) -> None:
    """The documents name no cmdlet that this release has."""
    assert not cmdlet_for(context.case, change), told_plan(context.case.plan)
