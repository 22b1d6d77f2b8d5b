"""How LT-001 runs it, and what happens meanwhile. Scenarios with these steps carry the tag `@asks-run`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from behave import given, when

from dod_model.attempt import Start
from dod_model.bdd import Context
from dod_model.kit.arranging.distributing import AnySource, with_full_source
from dod_model.kit.arranging.marking import with_kind, with_mark, with_policy_size, with_quality, with_variable
from dod_model.kit.arranging.steps import with_condition, with_group, with_last_step, with_statement
from dod_model.site import MISSING, Condition, DeploymentOption, IfStatement, PackageKind

if TYPE_CHECKING:
    from dod_model.run.events import Placed


@given("{step:Name} runs only if {condition:Condition}")
def runs_only_if(context: Context, step: str, condition: Condition) -> None:
    """One condition more on a step or a group; all that it has must hold."""
    context.case.site = with_condition(context.case.site, step, condition)


@given("of the conditions of {step:Name} {joined:Joined} must hold")
def are_joined(context: Context, step: str, joined: IfStatement) -> None:
    """How the conditions of a step or a group count together."""
    context.case.site = with_statement(context.case.site, step, joined)


@given("the steps {members:Names} are in the group {group:Name}")
def are_in_group(context: Context, members: tuple[str, ...], group: str) -> None:
    """Neighbouring steps of the task sequence stand in a group."""
    context.case.site = with_group(context.case.site, group, members)


@given("a last step {name:Name} that refers to {packages:Names}")
def last_step(context: Context, name: str, packages: tuple[str, ...]) -> None:
    """One step more at the end, which uses packages that the site has."""
    context.case.site = with_last_step(context.case.site, name, packages)


@given("the client's {mark:Mark} is {value:Name}")
def client_quality(context: Context, mark: str, value: str) -> None:
    """The model, architecture or language of LT-001."""
    context.case.site = with_quality(context.case.site, mark, value)


@given("the client has the variable {name:Name} with the value {value:Name}")
def client_variable(context: Context, name: str, value: str) -> None:
    """A task sequence variable that is set on LT-001."""
    context.case.site = with_variable(context.case.site, name, value)


@given("{package:Name} is marked for the {mark:Mark} {value:Name}")
def package_mark(context: Context, package: str, mark: str, value: str) -> None:
    """The devices for which a package is meant, as pre-download goes by them."""
    context.case.site = with_mark(context.case.site, package, mark, value)


@given("{package:Name} is {kind:PackageKind}")
def package_kind(context: Context, package: str, kind: PackageKind | MISSING) -> None:
    """What a package is; pre-download treats the kinds differently."""
    context.case.site = with_kind(context.case.site, package, kind)


@given("the policy has a size of {size:Size}")
def policy_size(context: Context, size: int) -> None:
    """How large the policy of the task sequence is, its children included."""
    context.case.site = with_policy_size(context.case.site, size)


@given("{make:NewSource} {name:Name} of the site {code:Name}, with all content")
def full_source(context: Context, make: Callable[[str], AnySource], name: str, code: str) -> None:
    """One more source that holds every package: `a cloud distribution point "CDP-WEST" of the site "PS1", ...`."""
    context.case.site = with_full_source(context.case.site, make, name, code)


@given("pre-download had completed {count:Number} of the packages")
def pre_downloaded(context: Context, count: int) -> None:
    """How far it had come when somebody started the task sequence."""
    context.case.pre_downloaded = count


@given("{event:Event}")
def happens(context: Context, event: Placed) -> None:
    """Something happens while it runs, and when: `"CMG-EAST" stops while "Drivers" downloads`."""
    context.case.placed = (*context.case.placed, event)


@when("LT-001 runs it")
def runs_it(context: Context) -> None:
    """LT-001 starts the deployment and goes through the task sequence."""
    context.case.play()


@when("LT-001 runs it, started {start:Start}")
def runs_it_started(context: Context, start: Start | None) -> None:
    """The same, started in another way."""
    context.case.attempt = replace(context.case.attempt, start=start)
    context.case.play()


@when("LT-001 runs it with either option")
def runs_it_with_either(context: Context) -> None:
    """One run that downloads when needed, and one that downloads all content first."""
    context.case.play(DeploymentOption.WHEN_NEEDED, DeploymentOption.BEFORE_START)
