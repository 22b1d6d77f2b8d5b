"""Impostors that take client settings otherwise."""

from __future__ import annotations

from dod_model.attempt import Attempt
from dod_model.facts import Facts
from dod_model.kit.impostors.deviating import asked_where, never_asked
from dod_model.kit.impostors.impostor import Impostor
from dod_model.requirements.client import client_gets_cloud_content, client_uses_gateway
from dod_model.site import Collection, CustomSettings, Site, with_fields
from dod_model.situation.resolving import given

_HIGHEST = 100_000
_EVERY_DEVICE = "(every device)"


def _gateway_holds_content(facts: Facts) -> bool:
    return facts.content_needs_gateway


def _with_custom(site: Site, custom: tuple[CustomSettings, ...]) -> Site:
    settings = given(site.client_settings)
    return site if settings is None else with_fields(site, client_settings=with_fields(settings, custom=custom))


def _custom(site: Site) -> tuple[CustomSettings, ...] | None:
    settings = given(site.client_settings)
    return None if settings is None else given(settings.custom)


def _without_custom(site: Site, _: Attempt) -> Site:
    return site if _custom(site) == () else _with_custom(site, ())


def _upside_down(site: Site, _: Attempt) -> Site:
    custom = _custom(site) or ()
    if len(custom) < 2:
        return site
    return _with_custom(site, tuple(with_fields(one, priority=_HIGHEST + 1 - one.priority) for one in custom))


def _for_everyone(site: Site, attempt: Attempt) -> Site:
    custom = _custom(site)
    if not custom:
        return site
    everyone = Collection(name=_EVERY_DEVICE, members=(attempt.client,))
    seen = site.added("collections", everyone)
    return _with_custom(seen, tuple(with_fields(one, collections=(everyone.name,)) for one in custom))


SETTINGS = (
    Impostor(
        "use-of-gateway-not-asked",
        "A client on the internet uses a gateway by itself; no client setting has to let it.",
        ("F121", "F122", "F037"),
        holds=(never_asked(client_uses_gateway),),
    ),
    Impostor(
        "cloud-content-not-asked",
        "A client that may use a gateway may take content from it; the other setting is for cloud distribution points.",
        ("F038", "F039", "F120"),
        holds=(never_asked(client_gets_cloud_content),),
    ),
    Impostor(
        "settings-for-content-on-gateways-only",
        "The client settings are asked only where a gateway holds the content, for the announcement lists them there.",
        ("E13", "F037", "F039"),
        holds=tuple(
            asked_where(one, _gateway_holds_content) for one in (client_uses_gateway, client_gets_cloud_content)
        ),
    ),
    Impostor(
        "custom-settings-ignored",
        "The default client settings say what holds; custom ones are exceptions that can be passed over.",
        ("F125", "F08B"),
        sees=_without_custom,
    ),
    Impostor(
        "highest-priority-number-wins",
        "Of several custom settings the one with the highest number has the highest priority.",
        ("F125",),
        sees=_upside_down,
    ),
    Impostor(
        "custom-settings-count-for-all",
        "Custom settings override the default ones on every device of the site.",
        ("F125", "F154"),
        sees=_for_everyone,
    ),
)
"""Which client settings are asked, and which of several counts."""
