"""Why it is so. Scenarios with these steps carry the tag `@asks-evidence`."""

from collections.abc import Callable

from behave import then

from dod_model.assessment import Finding
from dod_model.bdd import Context
from dod_model.bdd.qualities import details_of, finding_on, proposals_of, release_read, shortfalls_of, told, told_wish
from dod_model.releases import Release


@then("the finding on {requirement:Requirement} is {quality:Quality}")
def finding_is(context: Context, requirement: str, quality: Callable[[Finding], bool]) -> None:
    """A verdict, or one of documented, inferred, contested, uncontested."""
    answer = context.case.assessment
    assert quality(finding_on(answer, requirement)), told(answer, [requirement])


@then("the finding on {requirement:Requirement} is not applicable, for {reason:Name}")
def finding_is_not_applicable(context: Context, requirement: str, reason: str) -> None:
    """Why a requirement is not asked of the attempt."""
    answer = context.case.assessment
    assert finding_on(answer, requirement).why == reason, told(answer, [requirement])


@then("the finding on {requirement:Requirement} names {contradictions:Contradictions}")
def finding_names(context: Context, requirement: str, contradictions: tuple[str, ...]) -> None:
    """The contradictions among documents that touch it, and no other."""
    answer = context.case.assessment
    assert finding_on(answer, requirement).contradictions == contradictions, told(answer, [requirement])


@then("the finding on {requirement:Requirement} states {statement:Name}")
def finding_states(context: Context, requirement: str, statement: str) -> None:
    """What the requirement asks for."""
    answer = context.case.assessment
    assert finding_on(answer, requirement).requirement.statement == statement, told(answer, [requirement])


@then("the finding on {requirement:Requirement} tells {detail:Name}")
def finding_tells(context: Context, requirement: str, detail: str) -> None:
    """Something in the site that the finding rests on."""
    answer = context.case.assessment
    assert detail in details_of(finding_on(answer, requirement)), told(answer, [requirement])


@then("the finding on {requirement:Requirement} proposes {actions:Name}")
def finding_proposes(context: Context, requirement: str, actions: str) -> None:
    """What an administrator can do about it on this site, the usual action first."""
    answer = context.case.assessment
    assert proposals_of(finding_on(answer, requirement)) == actions, told(answer, [requirement])


@then("the {side:Side} falls short: {has:Version}, at least {least:Version}")
def falls_short(context: Context, side: str, has: Release, least: Release) -> None:
    """The release of a side is too old: what it is, and which would do."""
    answer = context.case.assessment
    assert (side, has, least) in shortfalls_of(answer), told(answer)


@then("the {side:Side} does not fall short")
def does_not_fall_short(context: Context, side: str) -> None:
    """The release of a side is not what is wrong."""
    answer = context.case.assessment
    assert side not in [short for short, *_ in shortfalls_of(answer)], told(answer)


@then("the {side:Side} is read as {release:Version}")
def is_read_as(context: Context, side: str, release: Release) -> None:
    """Which release the version of a side stands for."""
    answer = context.case.assessment
    found = release_read(answer, side)
    assert found == str(release), f"the {side} is read as {found or 'an unknown release'}"


@then("the wish is {granted:Granted}")
def wish_is(context: Context, granted: bool | None) -> None:
    """Whether the attempt does what was wanted of it."""
    answer = context.case.assessment
    assert answer.reached is granted, told_wish(answer)
