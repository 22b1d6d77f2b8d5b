"""What the deployed task sequence is and does."""

from behave import given

from dod_model.bdd import Context
from dod_model.kit.arranging.sequences import (
    SequenceKind,
    of_kind,
    with_child,
    with_network_path,
    without_download_step,
    without_packages,
)


@given("the task sequence is {kind:SequenceKind}")
def sequence_is(context: Context, kind: SequenceKind) -> None:
    """An upgrade, a script sequence (no upgrade, no boot image), an imaging sequence, an upgrade with a boot image."""
    context.case.site = of_kind(context.case.site, kind)


@given("no step is Download Package Content")
def no_download_step(context: Context) -> None:
    """The drivers are used by a step of another kind."""
    context.case.site = without_download_step(context.case.site)


@given("no step refers to a package")
def no_packages(context: Context) -> None:
    """The task sequence needs no content."""
    context.case.site = without_packages(context.case.site)


@given("the upgrade step takes its source from a network path")
def network_path(context: Context) -> None:
    """The source path of the step Upgrade Operating System is a path in the network."""
    context.case.site = with_network_path(context.case.site)


@given("a child task sequence {name:Name} that refers to {package:Name}")
def child(context: Context, name: str, package: str) -> None:
    """A step runs another task sequence; its package is new, and installed on the gateway."""
    context.case.site = with_child(context.case.site, name, package)


@given("{parent:Name} has a child {name:Name} that refers to {package:Name}")
def grandchild(context: Context, parent: str, name: str, package: str) -> None:
    """The same, for a child of a child."""
    context.case.site = with_child(context.case.site, name, package, parent)
