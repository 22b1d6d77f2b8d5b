"""Situation -> Facts: how each fact is read from the description; None for unknown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import MISSING

from dod_model.attempt import Attempt, User
from dod_model.facts import Facts
from dod_model.logic import any_of, both, negation
from dod_model.site import InstallPermissions, Registration, Site, SourceState
from dod_model.situation import content, sequence
from dod_model.situation.resolving import Situation, given, release_of, resolve
from dod_model.situation.settings import agreed, effective, possible


def derive(site: Site, attempt: Attempt) -> Facts:
    """The facts about an attempt, as far as the description knows them.

    Raises:
        InputError: the attempt names no deployment or client of the site, or one that does not fit the other.
    """
    return facts_of(resolve(site, attempt))


def facts_of(situation: Situation) -> Facts:
    """The facts about a situation."""
    facts = Facts()
    for name, answer in DERIVATIONS.items():
        value = answer(situation)
        if value is not None:
            # Not by way of the constructor, which checks what the description has checked already.
            object.__setattr__(facts, name, value)
    return facts


def setting_of(situation: Situation, fact: str) -> Any:
    """The effective value of the client setting behind a fact of `SETTINGS_BEHIND`; None for unknown."""
    return effective(situation.site, situation.client.name, *SETTINGS_BEHIND[fact])


def _possible(situation: Situation, fact: str) -> set[Any]:
    """The values that the setting behind a fact may have; None among them stands for any value."""
    return possible(situation.site, situation.client.name, *SETTINGS_BEHIND[fact])


SETTINGS_BEHIND = {
    "client_uses_gateway": ("cloud_services", "use_gateway"),
    "client_gets_cloud_content": ("cloud_services", "cloud_content"),
    "user_may_install": ("computer_agent", "install_permissions"),
    "metered_communication": ("metered_connections", "communication"),
    "cache_holds_all": ("client_cache", "size_mb"),
    "cache_holds_each": ("client_cache", "size_mb"),
}
"""The client setting, as group and name, that a fact is read from."""


def _gateway_running(situation: Situation) -> bool | None:
    gateways = given(situation.site.gateways)
    if gateways is None:
        return None
    return any_of(None if gateway.state is MISSING else gateway.state is SourceState.RUNNING for gateway in gateways)


def _user_may_install(situation: Situation) -> bool | None:
    user = situation.attempt.user
    return agreed({_may_install(permissions, user) for permissions in _possible(situation, "user_may_install")})


def _may_install(permissions: InstallPermissions | None, user: User | None) -> bool | None:
    if permissions is None:
        return None
    allowed = _INSTALLERS[permissions]
    if user is None:
        return None if 0 < len(allowed) < len(User) else bool(allowed)
    return user in allowed


_INSTALLERS: dict[InstallPermissions, frozenset[User]] = {
    InstallPermissions.ALL_USERS: frozenset(User),
    InstallPermissions.ONLY_ADMINISTRATORS: frozenset({User.ADMINISTRATOR}),
    InstallPermissions.ADMINISTRATORS_AND_PRIMARY_USERS: frozenset({User.ADMINISTRATOR, User.PRIMARY_USER}),
    InstallPermissions.NO_USERS: frozenset(),
}


def _enhanced_http_management_point(situation: Situation) -> bool | None:
    points = given(situation.site.management_points)
    answers = [both(given(point.gateway_traffic), negation(given(point.https))) for point in points or ()]
    return both(any_of([None] if points is None else answers), given(situation.site.enhanced_http))


def _bulk_token(situation: Situation) -> bool | None:
    registration = given(situation.client.registration)
    return None if registration is None else registration is Registration.BULK_TOKEN


def _cache_holds(situation: Situation, fact: str, needed: Callable[[list[int]], int]) -> bool | None:
    sizes = _possible(situation, fact)
    caches = sequence.CACHES_MB if None in sizes else sizes
    return agreed({sequence.cache_holds(situation, megabytes, needed) for megabytes in caches})


def _shared(situation: Situation, name: str) -> bool | None:
    package = situation.packages.get(name)
    return None if package is None else given(package.package_share)


DERIVATIONS: dict[str, Callable[[Situation], Any]] = {
    "place": lambda s: s.attempt.place,
    "started_from": lambda s: s.attempt.start,
    "site_release": lambda s: release_of(s.site.release),
    "client_release": lambda s: release_of(s.client.release),
    "upgrade": lambda s: None if s.sequence is None else given(s.sequence.upgrade),
    "boot_image": sequence.names_boot_image,
    "sequence_enabled": lambda s: None if s.sequence is None else given(s.sequence.enabled),
    "child_sequences_enabled": sequence.children_enabled,
    "gateway_running": _gateway_running,
    "content_in_cloud": lambda s: content.every_package(s, lambda name: content.in_cloud(s, name)),
    "content_needs_gateway": lambda s: content.some_package(s, lambda name: content.only_on_gateway(s, name)),
    "gateway_serves_content": lambda s: content.every_package(s, lambda name: negation(content.withheld(s, name))),
    "content_needs_cloud_dp": lambda s: content.some_package(s, lambda name: content.only_on_cloud_dp(s, name)),
    "content_on_running_source": lambda s: content.every_package(s, lambda name: content.on_running_source(s, name)),
    "client_uses_gateway": lambda s: setting_of(s, "client_uses_gateway"),
    "client_gets_cloud_content": lambda s: setting_of(s, "client_gets_cloud_content"),
    "purpose": lambda s: given(s.deployment.purpose),
    "independent_of_assignments": lambda s: given(s.deployment.independent_of_assignments),
    "user_may_install": _user_may_install,
    "internet_allowed": lambda s: given(s.deployment.internet),
    "available_to": lambda s: given(s.deployment.available_to),
    "option": lambda s: given(s.deployment.option),
    "enhanced_http_management_point": _enhanced_http_management_point,
    "bulk_token": _bulk_token,
    "download_content_step": sequence.has_download_content_step,
    "packages_on_share": lambda s: content.every_package(s, lambda name: _shared(s, name)),
    "another_program_first": sequence.runs_another_program_first,
    "metered_connection": lambda s: given(s.client.metered),
    "metered_option": lambda s: given(s.deployment.metered),
    "metered_communication": lambda s: setting_of(s, "metered_communication"),
    "network_path": sequence.uses_network_path,
    "cache_holds_all": lambda s: _cache_holds(s, "cache_holds_all", sum),
    "cache_holds_each": lambda s: _cache_holds(s, "cache_holds_each", sequence.largest),
}
"""All facts but ``undocumented``, which no description can tell."""
