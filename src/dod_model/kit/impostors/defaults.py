"""Impostors that take what a description leaves out as the product's default, each in one thing."""

from __future__ import annotations

from pydantic import MISSING

from dod_model.attempt import Attempt
from dod_model.kit.impostors.deviating import Finding, found, taken_for
from dod_model.kit.impostors.impostor import Impostor
from dod_model.site import CloudManagementGateway, MeteredCommunication, Site, with_fields
from dod_model.situation.deriving import setting_of
from dod_model.situation.resolving import given
from dod_model.situation.sequence import cache_holds, largest

_CACHE_MB = 5120


def _switched_on(gateway: CloudManagementGateway) -> CloudManagementGateway:
    return with_fields(gateway, serves_content=True) if gateway.serves_content is MISSING else gateway


def _content_enabled(site: Site, _: Attempt) -> Site:
    gateways = given(site.gateways) or ()
    new = tuple(map(_switched_on, gateways))
    return site if new == gateways else with_fields(site, gateways=new)


def _in_default_cache(fact: str) -> Finding:
    needed = sum if fact == "cache_holds_all" else largest
    return lambda situation: cache_holds(situation, setting_of(situation, fact) or _CACHE_MB, needed)


DEFAULTS = (
    Impostor(
        "use-of-gateway-on-by-default",
        "Clients may use a gateway unless a setting says otherwise.",
        ("F121", "G10"),
        reads=taken_for(client_uses_gateway=True),
    ),
    Impostor(
        "cloud-content-on-by-default",
        "Clients may take content from the cloud unless a setting says otherwise.",
        ("E05", "F120"),
        reads=taken_for(client_gets_cloud_content=True),
    ),
    Impostor(
        "cloud-content-off-by-default",
        "Clients may not take content from the cloud unless a setting says so.",
        ("E05", "F120"),
        reads=taken_for(client_gets_cloud_content=False),
    ),
    Impostor(
        "content-enabled-by-default",
        "A gateway serves content unless its setting says otherwise.",
        ("F036", "F035"),
        sees=_content_enabled,
    ),
    Impostor(
        "internet-option-off-by-default",
        "A deployment of which nothing is said of the internet does not allow it.",
        ("F050",),
        reads=taken_for(internet_allowed=False),
    ),
    Impostor(
        "cache-at-its-default",
        "A client cache of unknown size has the 5,120 MB that it has unless somebody changes it.",
        ("F144",),
        reads=found(
            cache_holds_all=_in_default_cache("cache_holds_all"),
            cache_holds_each=_in_default_cache("cache_holds_each"),
        ),
    ),
    Impostor(
        "metered-connections-blocked-by-default",
        "Clients do nothing on a metered connection unless a setting says otherwise.",
        ("F148",),
        reads=taken_for(metered_communication=MeteredCommunication.BLOCK),
    ),
)
"""What is assumed where nothing is said."""
