"""Under which conditions steps run, what stands in a group, and what tells devices and packages apart."""

from __future__ import annotations

from collections.abc import Callable

from behave import given

from dod_model.bdd import Context
from dod_model.kit.arranging.distributing import AnySource, with_full_source
from dod_model.kit.arranging.marking import with_kind, with_mark, with_policy_size, with_quality, with_variable
from dod_model.kit.arranging.steps import with_condition, with_group, with_last_step, with_statement
from dod_model.site import MISSING, Condition, IfStatement, PackageKind


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
