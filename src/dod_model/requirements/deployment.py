"""How is it deployed?"""

from __future__ import annotations

from dod_model.abilities import ON_DEMAND, OTHER_OPTIONS_REFUSED_IN_WORDS
from dod_model.facts import Facts
from dod_model.requirements.failing import NOT_MADE_AVAILABLE, NOTHING_LISTED, OPTION_REFUSED
from dod_model.requirements.remedies import (
    ALLOW_ON_INTERNET,
    CHOOSE_DOWNLOAD_ALL,
    CHOOSE_ON_DEMAND,
    MAKE_AVAILABLE_TO_CLIENTS,
    UPDATE_SITE,
    UPGRADE_CLIENT,
)
from dod_model.requirements.requirement import Force, Inferred, Scope, Topic, Touch, requirement
from dod_model.requirements.task_sequence import CLIENT_TOO, falls_short_on_client
from dod_model.site import AvailableTo, DeploymentOption

# Bound once: looking a member up on its enumeration costs more than comparing with it.
WHEN_NEEDED = DeploymentOption.WHEN_NEEDED
FROM_DISTRIBUTION_POINT = DeploymentOption.FROM_DISTRIBUTION_POINT
CLIENTS = AvailableTo.CLIENTS
CLIENTS_MEDIA_AND_PXE = AvailableTo.CLIENTS_MEDIA_AND_PXE


@requirement(
    force=Force.BLOCKS,
    topic=Topic.DEPLOYMENT,
    cites="F050 F132",
    remedies=(ALLOW_ON_INTERNET,),
    fails=NOT_MADE_AVAILABLE,
)
def allowed_on_the_internet(facts: Facts) -> bool:
    """The deployment allows the task sequence to run for clients on the internet."""
    return facts.internet_allowed


@requirement(
    force=Force.BLOCKS,
    topic=Topic.DEPLOYMENT,
    cites="F059 F060",
    remedies=(MAKE_AVAILABLE_TO_CLIENTS,),
    fails=NOT_MADE_AVAILABLE,
)
def available_to_clients(facts: Facts) -> bool:
    """The deployment is made available to Configuration Manager clients, not to media and PXE only."""
    return facts.available_to is CLIENTS or facts.available_to is CLIENTS_MEDIA_AND_PXE


@requirement(
    force=Force.BLOCKS,
    topic=Topic.DEPLOYMENT,
    cites="F052 F058 F005",
    inferred=Inferred(
        lambda facts: not facts.site_can(OTHER_OPTIONS_REFUSED_IN_WORDS),
        "Pages to 1906 say that other options do not work. From 1910 on they list the two download options; that "
        "the third is refused is read from that list (F058).",
    ),
    remedies=(CHOOSE_ON_DEMAND, CHOOSE_DOWNLOAD_ALL),
    fails=OPTION_REFUSED,
)
def content_downloaded_locally(facts: Facts) -> bool:
    """The deployment downloads content to the client: one of the two download options is chosen.

    Running content from a distribution point does not work with cloud sources.
    """
    return facts.option is not FROM_DISTRIBUTION_POINT


@requirement(
    force=Force.BLOCKS,
    topic=Topic.DEPLOYMENT,
    cites="F003 F004 F005 F006 F007 F009 F015 F090",
    scope=Scope(
        lambda facts: facts.option is WHEN_NEEDED,
        "the deployment does not download content when needed",
    ),
    inferred=Inferred(lambda facts: falls_short_on_client(facts, ON_DEMAND), CLIENT_TOO),
    touched_by=(
        Touch("E01", lambda facts: facts.site_can(ON_DEMAND), contests=False),
        Touch("E07", lambda facts: not facts.upgrade and facts.site_can(ON_DEMAND), contests=False),
    ),
    remedies=(UPDATE_SITE, UPGRADE_CLIENT, CHOOSE_DOWNLOAD_ALL),
    needs=lambda _: ON_DEMAND,
    fails=NOTHING_LISTED,
)
def download_on_demand_available(facts: Facts) -> bool:
    """Site and client are of a release in which the engine downloads content on demand from the cloud.

    Before, only the full client could fetch it, so that all had to be there before the start.
    """
    return facts.can(ON_DEMAND)


@requirement(
    force=Force.WISH,
    topic=Topic.DEPLOYMENT,
    cites="F051 F052",
    remedies=(CHOOSE_ON_DEMAND,),
)
def on_demand_option_chosen(facts: Facts) -> bool:
    """The deployment downloads content locally when the running task sequence needs it."""
    return facts.option is WHEN_NEEDED
