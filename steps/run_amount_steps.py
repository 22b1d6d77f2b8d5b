"""What a run comes to. Scenarios with these steps carry the tag `@asks-run`."""

from behave import then

from dod_model.bdd import Context
from dod_model.bdd.amounts import Amount, compared, for_step, summary_of, told_amounts
from dod_model.kit.arranging.distributing import SourceName


@then("{size:Size} {amount:Amount}")
def amount_is(context: Context, size: int, amount: Amount) -> None:
    """What came when: `700 MB come in advance`."""
    assert amount(summary_of(context.case.run)) == size, told_amounts(context.case.run)


@then("{size:Size} come from {source:Source}")
def comes_from(context: Context, size: int, source: SourceName) -> None:
    """What came from a source, also of downloads that broke or failed."""
    assert summary_of(context.case.run).by_source.get(source.name, 0) == size, told_amounts(context.case.run)


@then("{size:Size} come for {step:Name}")
def comes_for(context: Context, size: int, step: str) -> None:
    """What came just before a step for it."""
    assert for_step(context.case.run, step) == size, told_amounts(context.case.run)


@then("the cache is {fits:Fits}")
def cache_is(context: Context, fits: bool | None) -> None:
    """Whether it holds the most that is on the device at once."""
    assert summary_of(context.case.run).fits is fits, told_amounts(context.case.run)


@then("the size of {package:Name} is unknown and counts as nothing")
def is_unsized(context: Context, package: str) -> None:
    """A package whose size is not described."""
    assert package in context.case.run.unsized, told_amounts(context.case.run)


@then("the two come to")
def compare(context: Context) -> None:
    """The amounts of a run that downloads when needed, and of one that downloads all content first."""
    rows = [list(row.cells) for row in context.table]
    assert compared(context.case.runs, rows) == rows, "\n\n".join(map(told_amounts, context.case.runs))
