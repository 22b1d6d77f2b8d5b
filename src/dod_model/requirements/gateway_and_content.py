"""Is there a gateway, and is the content where a client on the internet finds it?"""

from __future__ import annotations

from dod_model.abilities import CLOUD_DP_CAN_BE_MADE, CMG_SERVES_CONTENT, DEFECT_2002, ON_DEMAND
from dod_model.facts import Facts
from dod_model.requirements.failing import DOES_NOT_START, NOTHING_LISTED, OUT_OF_REACH
from dod_model.requirements.remedies import (
    CREATE_CLOUD_DP,
    CREATE_GATEWAY,
    DISTRIBUTE_CONTENT,
    REGISTER_OTHERWISE,
    SERVE_CONTENT,
    START_GATEWAY,
    UPDATE_SITE,
    USE_HTTPS,
)
from dod_model.requirements.requirement import Force, Scope, Topic, Touch, requirement


def _pages_of_the_time_pass_over_gateways(facts: Facts) -> bool:
    """Pages to 1906 name the cloud distribution point only (E11)."""
    return facts.content_needs_gateway and not facts.site_can(ON_DEMAND)


def _pages_pass_over_gateways_that_serve(facts: Facts) -> bool:
    """Likewise, from 1806 on; before, no gateway serves content, whichever page is read."""
    return facts.site_can(CMG_SERVES_CONTENT) and _pages_of_the_time_pass_over_gateways(facts)


def _one_page_names_only_the_other_source(facts: Facts) -> bool:
    """As above; and pages from about 2107 on name the gateway only (E11)."""
    if _pages_of_the_time_pass_over_gateways(facts):
        return True
    return facts.content_needs_cloud_dp and not facts.site_can(CLOUD_DP_CAN_BE_MADE)


@requirement(
    force=Force.BLOCKS,
    topic=Topic.GATEWAY,
    cites="F031 F127",
    remedies=(START_GATEWAY, CREATE_GATEWAY),
    fails=OUT_OF_REACH,
)
def gateway_set_up(facts: Facts) -> bool:
    """A cloud management gateway is set up and runs; clients need it whatever holds the content."""
    return facts.gateway_running


@requirement(
    force=Force.BLOCKS,
    topic=Topic.CONTENT,
    cites="F032 F033 F034 F146 F097 F107 F092 F104",
    touched_by=(Touch("E11", _one_page_names_only_the_other_source, contests=True),),
    remedies=(DISTRIBUTE_CONTENT, CREATE_CLOUD_DP),
    fails=NOTHING_LISTED,
)
def content_in_the_cloud(facts: Facts) -> bool:
    """Every package of the task sequence is installed, in its current version, on a cloud source.

    Cloud sources are gateways and cloud distribution points. On-premises and internet-facing distribution points
    do not help a client that uses a gateway.
    """
    return facts.content_in_cloud


@requirement(
    force=Force.BLOCKS,
    topic=Topic.CONTENT,
    cites="F018 F035 F036 F140 F034",
    touched_by=(Touch("E11", _pages_pass_over_gateways_that_serve, contests=True),),
    remedies=(SERVE_CONTENT, UPDATE_SITE, DISTRIBUTE_CONTENT, CREATE_CLOUD_DP),
    needs=lambda _: CMG_SERVES_CONTENT,
    fails=NOTHING_LISTED,
)
def gateway_serves_content(facts: Facts) -> bool:
    """Content that only gateways hold is on a gateway that is content-enabled.

    The setting is on, and the release of the site knows it. It is met, too, where no package needs a gateway.
    """
    if facts.gateway_serves_content and facts.site_can(CMG_SERVES_CONTENT):
        return True
    return not facts.content_needs_gateway


@requirement(
    force=Force.BLOCKS,
    topic=Topic.GATEWAY,
    cites="F017 G09",
    scope=Scope(lambda facts: facts.site_can(DEFECT_2002), "the defects are those of current branch 2002"),
    remedies=(UPDATE_SITE, USE_HTTPS, REGISTER_OTHERWISE),
    needs=lambda _: DEFECT_2002,
    fails=DOES_NOT_START,
)
def no_defect_of_2002(facts: Facts) -> bool:
    """Neither of the two defects of 2002 keeps the task sequence from running.

    They strike where the gateway uses an HTTP management point with Enhanced HTTP, and on clients that were
    registered with a bulk registration token.
    """
    return not (facts.enhanced_http_management_point or facts.bulk_token)
