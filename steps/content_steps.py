"""What content there is, and which source holds it."""

from collections.abc import Callable
from typing import Any

from behave import given

from dod_model.bdd import Context
from dod_model.kit.arranging.distributing import (
    AnySource,
    Held,
    SourceName,
    all_held_only,
    held,
    held_nowhere,
    held_only,
    with_source,
    with_state,
)
from dod_model.site import with_fields


@given("there is no gateway")
def no_gateway(context: Context) -> None:
    """The site has no cloud management gateway."""
    context.case.site = with_fields(context.case.site, gateways=())


@given("{make:NewSource} {name:Name}")
def new_source(context: Context, make: Callable[[str], AnySource], name: str) -> None:
    """One more source, in order and without content: `a gateway "CMG-WEST"`."""
    context.case.site = with_source(context.case.site, make, name)


@given("{source:Source} is {state:SourceState}")
def source_state(context: Context, source: SourceName, state: Any) -> None:
    """A gateway or cloud distribution point runs, is stopped, or is in an unknown state."""
    context.case.site = with_state(context.case.site, source, state)


@given("{package:Name} is {how:Held} on {source:Source}")
def package_is_held(context: Context, package: str, how: Held, source: SourceName) -> None:
    """How far a package has come on one source; other sources stay as they are."""
    context.case.site = held(context.case.site, source, package, how)


@given("only {source:Source} holds {package:Name}")
def package_is_only_on(context: Context, source: SourceName, package: str) -> None:
    """A package is installed on this source and on no other."""
    context.case.site = held_only(context.case.site, source, package)


@given("only {source:Source} holds content")
def all_is_only_on(context: Context, source: SourceName) -> None:
    """Every package is installed on this source and on no other."""
    context.case.site = all_held_only(context.case.site, source)


@given("no source holds {package:Name}")
def package_is_nowhere(context: Context, package: str) -> None:
    """A package was never distributed."""
    context.case.site = held_nowhere(context.case.site, package)


@given("{package:Name} has a size of {size:Size}")
def package_size(context: Context, package: str, size: int) -> None:
    """How large a package is; 1 MB is 1,048,576 bytes."""
    context.case.site = context.case.site.changed("packages", package, size=size)
