"""Dials of client settings, and of who is concerned by custom ones."""

from __future__ import annotations

from typing import NamedTuple

from dod_model.kit.arranging.labels import LABELS, with_custom_settings
from dod_model.kit.arranging.withholding import UNKNOWNS
from dod_model.kit.dials.dial import UNKNOWN, dial, of_label, on_site
from dod_model.kit.healthy import COLLECTION
from dod_model.site import Site
from dod_model.situation.settings import DEFAULT

OTHER_COLLECTION = "Other devices"
USE_GATEWAY = "Enable clients to use a cloud management gateway"
CLOUD_CONTENT = "Allow access to cloud distribution point"
CACHE = "Maximum cache size (MB)"
BOTH_PACKAGES, THE_LARGER = 20_480, 5_000
"""Sizes in MB: all packages of the healthy site take 5,308 MB, the larger one 4,608 MB."""


class Custom(NamedTuple):
    """A custom settings object that ticks Cloud Services."""

    priority: int
    on: bool
    collection: str = COLLECTION


def _customs(site: Site, *customs: Custom) -> Site:
    """Custom settings that turn both settings of the cloud on or off."""
    for number, one in enumerate(customs, start=1):
        name = f"Custom {number}"
        site = with_custom_settings(site, name, one.priority, (one.collection,))
        for label in (USE_GATEWAY, CLOUD_CONTENT):
            site = LABELS[label].apply(site, name, one.on)
    return site


def _cache(site: Site, megabytes: int) -> Site:
    return LABELS[CACHE].apply(site, DEFAULT, megabytes)


OF_SETTINGS = (
    of_label(USE_GATEWAY),
    of_label(CLOUD_CONTENT),
    of_label("Install permissions"),
    of_label("Client communication on metered internet connections"),
    dial(
        "the client cache holds",
        "all packages",
        {"each package": on_site(_cache, THE_LARGER), "not every package": on_site(_cache, 1)},
    ),
    dial(
        "custom client settings",
        "are not there",
        {
            "turn the cloud on": on_site(_customs, Custom(1, on=True)),
            "turn the cloud off": on_site(_customs, Custom(1, on=False)),
            "of priority 1 turn it on, those of 2 off": on_site(_customs, Custom(2, on=False), Custom(1, on=True)),
            "of priority 1 turn it off, those of 2 on": on_site(_customs, Custom(2, on=True), Custom(1, on=False)),
            "of other devices turn it off": on_site(_customs, Custom(1, on=False, collection=OTHER_COLLECTION)),
            UNKNOWN: on_site(UNKNOWNS["which custom client settings there are"]),
        },
    ),
)
"""In the order in which they are turned."""
