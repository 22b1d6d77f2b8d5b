"""What is downloaded in a run, when and from where. Scenarios with these steps carry the tag `@asks-run`."""

from behave import then

from dod_model.bdd import Context
from dod_model.bdd.played import (
    causes,
    chosen_among,
    downloaded,
    downloaded_before,
    downloaded_before_start,
    downloaded_in_advance,
    left_out,
    listed,
    moments,
    pulled_from,
    told_run,
    tried,
)

Names = tuple[str, ...]


@then("before {step:Name} starts it has downloaded {packages:Names}")
def downloaded_before_step(context: Context, step: str, packages: Names) -> None:
    """Complete and checked when the step starts, in this order; no other."""
    assert downloaded_before(context.case.run, step) == packages, told_run(context.case.run)


@then("before the task sequence starts it has downloaded {packages:Names}")
def downloaded_before_sequence(context: Context, packages: Names) -> None:
    """Complete and checked when the task sequence starts, in this order; no other."""
    assert downloaded_before_start(context.case.run) == packages, told_run(context.case.run)


@then("in advance it has downloaded {packages:Names}")
def in_advance(context: Context, packages: Names) -> None:
    """Complete and checked when somebody starts it; no other."""
    assert downloaded_in_advance(context.case.run) == packages, told_run(context.case.run)


@then("in all it has downloaded {packages:Names}")
def in_all(context: Context, packages: Names) -> None:
    """Complete and checked at the end, in this order; a package that came twice stands there twice."""
    assert downloaded(context.case.run) == packages, told_run(context.case.run)


@then("{step:Name} finds {package:Name} on the device")
def finds(context: Context, step: str, package: str) -> None:
    """The content was downloaded before, and is not asked for again."""
    found = moments(context.case.run, "found-on-device", package=package)
    assert step in [one.action.name for one in found], told_run(context.case.run)


@then("{package:Name} is left out in advance, for {why:Name}")
def is_left_out_in_advance(context: Context, package: str, why: str) -> None:
    """Pre-download passes a package over."""
    assert moments(context.case.run, "left-out-of-pre-download", package=package, why=why), told_run(context.case.run)


@then("it asks {times:Times} where {package:Name} is")
def asks(context: Context, times: int, package: str) -> None:
    """How often the client asks for the sources of a package."""
    assert len(moments(context.case.run, "location-requested", package=package)) == times, told_run(context.case.run)


@then("for {package:Name} the management point lists {sources:Names}")
def lists(context: Context, package: str, sources: Names) -> None:
    """The sources of the first answer, in their order."""
    assert listed(context.case.run, package)[:1] == [sources], told_run(context.case.run)


@then("asked again for {package:Name} it lists {sources:Names}")
def lists_again(context: Context, package: str, sources: Names) -> None:
    """The sources of the second answer, in their order."""
    assert listed(context.case.run, package)[1:2] == [sources], told_run(context.case.run)


@then("for {package:Name} {source:Name} is left out, as {behaviour:Behaviours} says")
def is_left_out(context: Context, package: str, source: str, behaviour: frozenset[str]) -> None:
    """Why a source is not in the list."""
    reasons = [name for name, _ in left_out(context.case.run, package, source)]
    assert frozenset(reasons) == behaviour, told_run(context.case.run)


@then("for {package:Name} {source:Name} is left out: {detail:Name}")
def is_left_out_for(context: Context, package: str, source: str, detail: str) -> None:
    """What is amiss with the content that the source holds."""
    details = [told for _, told in left_out(context.case.run, package, source)]
    assert detail in details, told_run(context.case.run)


@then("for {package:Name} it chooses among {sources:Names}")
def chooses_among(context: Context, package: str, sources: Names) -> None:
    """The first choice is made among these."""
    assert chosen_among(context.case.run, package) == sources, told_run(context.case.run)


@then("for {package:Name} it tries {sources:Names}")
def tries(context: Context, package: str, sources: Names) -> None:
    """The sources that are chosen one after the other."""
    assert tried(context.case.run, package) == sources, told_run(context.case.run)


@then("it pulls {package:Name} from {sources:Names}")
def pulls(context: Context, package: str, sources: Names) -> None:
    """The sources from which some of it comes, in order."""
    assert pulled_from(context.case.run, package) == sources, told_run(context.case.run)


@then("the download of {package:Name} {trouble:Trouble} because {event:Name}")
def trouble_because(context: Context, package: str, trouble: str, event: str) -> None:
    """A download is disturbed by something that happened."""
    assert event in causes(context.case.run, trouble, package), told_run(context.case.run)


@then("the download of {package:Name} {trouble:Trouble}, for {why:Name}")
def trouble_for(context: Context, package: str, trouble: str, why: str) -> None:
    """A download is of no use, and why."""
    assert moments(context.case.run, trouble, package=package, why=why), told_run(context.case.run)


@then("the download of {package:Name} goes on at {size:Size}")
def goes_on(context: Context, package: str, size: int) -> None:
    """The last download of it begins with so much there already."""
    begun = [one.done for one in moments(context.case.run, "download-started", package=package)]
    assert begun[-1:] == [size], told_run(context.case.run)
