"""Who attempts what, where everything else is in order."""

from dataclasses import replace

from behave import given, when

from dod_model.attempt import Place, Start, User, Wish
from dod_model.bdd import Context
from dod_model.kit.healthy import CLIENT
from dod_model.site import Registration


@given("a site on which everything is in order")
def site_in_order(context: Context) -> None:
    """LT-001, on the internet, upgrades on demand over the gateway CMG-EAST: site and client are at 1910."""
    context.case.begin()


@given("the client is on the intranet")
def on_the_intranet(context: Context) -> None:
    """The device is in the office."""
    context.case.attempt = replace(context.case.attempt, place=Place.INTRANET)


@given("the user is {user:User}")
def user_is(context: Context, user: User | None) -> None:
    """Who sits at the device, as install permissions tell users apart."""
    context.case.attempt = replace(context.case.attempt, user=user)


@given("the client was registered {registration:Registration}")
def registered(context: Context, registration: Registration) -> None:
    """How the client came to be trusted by the site."""
    context.case.site = context.case.site.changed("clients", CLIENT, registration=registration)


@given("the client's connection is metered")
def metered(context: Context) -> None:
    """The device pays for what it downloads."""
    context.case.site = context.case.site.changed("clients", CLIENT, metered=True)


@given("it is enough that it runs")
def enough_that_it_runs(context: Context) -> None:
    """The wish is that the task sequence runs, on demand or not."""
    context.case.wish = Wish.RUN


@when("it is started {start:Start}")
def is_started(context: Context, start: Start | None) -> None:
    """LT-001 starts the deployment in this way."""
    context.case.attempt = replace(context.case.attempt, start=start)
    context.case.assess()
