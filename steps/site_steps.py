"""What an administrator has set up."""

from collections.abc import Callable

from behave import given

from dod_model.bdd import Context, begin
from dod_model.bdd.words import Setting
from dod_model.site import Site


@given("a site on which everything is in order")
def site_in_order(context: Context) -> None:
    """LT-001, on the internet, upgrades on demand over the gateway CMG-EAST: site and client are at 1910."""
    begin(context)


@given("{setting:Setting}")
def is_set_to(context: Context, setting: Setting) -> None:
    """A setting by its label in the console, on the object that every scenario has; `unknown` leaves it out."""
    context.site = setting.apply(context.site)


@given("{setting:Setting} for {name:Name}")
def is_set_for(context: Context, setting: Setting, name: str) -> None:
    """A setting by its label in the console, on the object of this name."""
    context.site = setting.apply(context.site, name)


@given("it is unknown {withhold:Unknown}")
def is_unknown(context: Context, withhold: Callable[[Site], Site]) -> None:
    """Something is left out of what is known of the site."""
    context.site = withhold(context.site)
