"""Who attempts what, and from where."""

from dataclasses import replace

from behave import given, when

from dod_model.attempt import Place, Start, User, Wish
from dod_model.bdd import Context
from dod_model.bdd.world import CLIENT
from dod_model.site import Registration


@given("the client is on the intranet")
def on_the_intranet(context: Context) -> None:
    """The device is in the office."""
    context.attempt = replace(context.attempt, place=Place.INTRANET)


@given("the user is {user:User}")
def user_is(context: Context, user: User | None) -> None:
    """Who sits at the device, as install permissions tell users apart."""
    context.attempt = replace(context.attempt, user=user)


@given("the client was registered {registration:Registration}")
def registered(context: Context, registration: Registration) -> None:
    """How the client came to be trusted by the site."""
    context.site = context.site.changed("clients", CLIENT, registration=registration)


@given("the client's connection is metered")
def metered(context: Context) -> None:
    """The device pays for what it downloads."""
    context.site = context.site.changed("clients", CLIENT, metered=True)


@given("it is enough that it runs")
def enough_that_it_runs(context: Context) -> None:
    """The wish is that the task sequence runs, on demand or not."""
    context.wish = Wish.RUN


@when("it is started {start:Start}")
def is_started(context: Context, start: Start | None) -> None:
    """LT-001 starts the deployment in this way."""
    context.attempt = replace(context.attempt, start=start)
    context.assessment = context.system.assess(context.site, context.attempt, context.wish)
