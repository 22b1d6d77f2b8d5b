"""What is set in the console, by its label there, and what is unknown."""

from collections.abc import Callable

from behave import given

from dod_model.bdd import Context
from dod_model.bdd.words import Setting
from dod_model.site import Site


@given("{setting:Setting}")
def is_set_to(context: Context, setting: Setting) -> None:
    """A setting by its label in the console: `"Purpose" is set to Required`; `unknown` leaves it out."""
    context.case.site = setting.apply(context.case.site)


@given("{setting:Setting} for {name:Name}")
def is_set_for(context: Context, setting: Setting, name: str) -> None:
    """The same on another object: `"Enabled" is set to No for "Install applications"`."""
    context.case.site = setting.apply(context.case.site, name)


@given("it is unknown {withhold:Unknown}")
def is_unknown(context: Context, withhold: Callable[[Site], Site]) -> None:
    """Something is left out of what is known of the site."""
    context.case.site = withhold(context.case.site)
