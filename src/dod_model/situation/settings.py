"""Which value of a client setting is effective on a client (F125)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple, TypeVar

from pydantic import MISSING

from dod_model.logic import any_of
from dod_model.site import CustomSettings, Site
from dod_model.situation.resolving import given, membership

Answer = TypeVar("Answer")
DEFAULT = "Default Client Settings"
UNDESCRIBED = "a custom object that is not described"


class Opinion(NamedTuple):
    """What one settings object says of a setting.

    Attributes:
        settings: name of the object.
        value: the value; None for unknown.
        certain: whether the object certainly speaks for the client.
    """

    settings: str
    value: Any
    certain: bool


def opinions(site: Site, client: str, group: str, setting: str) -> Iterator[Opinion]:
    """The objects that may decide a setting, the one that counts first; the last one is certain.

    Custom objects count by priority, the lowest number first, if they are deployed to a collection
    of the client and have the group ticked; then the default settings.
    """
    settings = given(site.client_settings)
    custom = None if settings is None else given(settings.custom)
    if custom is None:
        yield Opinion(UNDESCRIBED, None, certain=False)
    for item in sorted(custom or (), key=lambda one: one.priority):
        speaks = _speaks(site, client, item, group)
        if speaks is not False:
            yield Opinion(item.name, _value(item, group, setting), certain=speaks is True)
        if speaks:
            return
    default = None if settings is None else given(settings.default)
    yield Opinion(DEFAULT, None if default is None else _value(default, group, setting), certain=True)


def possible(site: Site, client: str, group: str, setting: str) -> set[Any]:
    """The values that may be effective; None among them stands for any value."""
    return {opinion.value for opinion in opinions(site, client, group, setting)}


def effective(site: Site, client: str, group: str, setting: str) -> Any:
    """The effective value; None for unknown, also where objects that may count disagree."""
    return agreed(possible(site, client, group, setting))


def agreed(answers: set[Answer]) -> Answer | None:
    """The answer, if there is one only; else None."""
    return next(iter(answers)) if len(answers) == 1 else None


def _speaks(site: Site, client: str, item: CustomSettings, group: str) -> bool | None:
    ticked = getattr(item, group)
    if ticked is None:
        return False
    if item.collections is MISSING:
        return None
    member = any_of(membership(site, client, collection) for collection in item.collections)
    return member if ticked is not MISSING or member is False else None


def _value(settings: object, group: str, setting: str) -> Any:
    found = getattr(settings, group)
    return None if found is MISSING or found is None else given(getattr(found, setting))
