"""Impostors that take otherwise how a task sequence has to be deployed."""

from __future__ import annotations

from dod_model.abilities import ON_DEMAND
from dod_model.facts import Facts
from dod_model.kit.impostors.deviating import held, never_asked
from dod_model.kit.impostors.impostor import Impostor
from dod_model.requirements.deployment import (
    allowed_on_the_internet,
    available_to_clients,
    content_downloaded_locally,
    download_on_demand_available,
    on_demand_option_chosen,
)
from dod_model.site import DeploymentOption


def _on_demand_where_it_can_be(facts: Facts) -> bool:
    if facts.option is DeploymentOption.BEFORE_START:
        return not facts.site_can(ON_DEMAND)
    return facts.option is DeploymentOption.WHEN_NEEDED


DEPLOYMENTS = (
    Impostor(
        "internet-option-forgotten",
        "A deployment reaches devices wherever they are; there is no option for the internet.",
        ("F050", "F132", "E09"),
        holds=(never_asked(allowed_on_the_internet),),
    ),
    Impostor(
        "availability-overlooked",
        "Made available to media and PXE means to media and PXE as well.",
        ("F059",),
        holds=(never_asked(available_to_clients),),
    ),
    Impostor(
        "run-from-distribution-point-works",
        "All three deployment options work over a gateway.",
        ("F052", "F058"),
        holds=(never_asked(content_downloaded_locally),),
    ),
    Impostor(
        "download-all-ends-with-1910",
        "From 1910 sequences over the internet download on demand, and in no other way.",
        ("F007", "F005"),
        holds=(held(content_downloaded_locally, _on_demand_where_it_can_be),),
    ),
    Impostor(
        "scripts-download-all",
        "Sequences that are no upgrade download all content before the start, from 1910 on as well.",
        ("E07", "F014", "F015"),
        holds=(held(download_on_demand_available, lambda facts: facts.can(ON_DEMAND) and facts.upgrade),),
    ),
    Impostor(
        "cloud-points-not-listed-on-demand",
        "To a sequence that downloads on demand only gateways are listed, cloud distribution points are left out.",
        ("E01", "F090", "F091"),
        holds=(
            held(
                download_on_demand_available,
                lambda facts: facts.can(ON_DEMAND) and not facts.content_needs_cloud_dp,
            ),
        ),
    ),
    Impostor(
        "wish-overlooked",
        "Whoever downloads all content before the start has it when it is needed, which is what was wanted.",
        ("F051", "F053", "F054"),
        holds=(never_asked(on_demand_option_chosen),),
    ),
)
"""How it has to be deployed."""
