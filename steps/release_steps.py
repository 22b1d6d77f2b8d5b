"""Which releases site and client have."""

from behave import given

from dod_model.bdd import Context
from dod_model.kit.healthy import CLIENT
from dod_model.releases import Build, Release
from dod_model.site import with_fields


@given("site and client are at {version:Version}")
def site_and_client_are_at(context: Context, version: Release | Build) -> None:
    """Site and client have the same release: `1910`, `TP 1909`, or a version as the console shows it."""
    context.case.site = with_fields(context.case.site, release=version).changed("clients", CLIENT, release=version)


@given("the site is at {version:Version}")
def site_is_at(context: Context, version: Release | Build) -> None:
    """The site has this release; the client keeps its own."""
    context.case.site = with_fields(context.case.site, release=version)


@given("the client is at {version:Version}")
def client_is_at(context: Context, version: Release | Build) -> None:
    """The client has this release; the site keeps its own."""
    context.case.site = context.case.site.changed("clients", CLIENT, release=version)
