"""Remedy + state -> the moves that it offers there.

A move is a bundle of changes that belong together; the search tries one move after the other.
What is listed here, by remedy, is all that a plan may consist of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pydantic import MISSING

from dod_model.abilities import CLOUD_DP_CAN_BE_MADE, CMG_SERVES_CONTENT
from dod_model.assessment import Assessment
from dod_model.attempt import Start, Wish
from dod_model.findings import better_release
from dod_model.plan import changes
from dod_model.plan.changes import Change
from dod_model.requirements import Requirement, remedies
from dod_model.requirements.asking import certainly_or_perhaps
from dod_model.requirements.remedies import Remedy
from dod_model.site import CloudDistributionPoint, CloudManagementGateway, InstallPermissions, SourceState
from dod_model.situation import Situation, content
from dod_model.situation.resolving import given
from dod_model.situation.settings import opinions


@dataclass(frozen=True, slots=True)
class Step:
    """A change, and others that would do as well in its place.

    Attributes:
        change: the change.
        alternatives: the others.
        mends: ids of the requirements that would be in the way without it; none before the plan is complete.
    """

    change: Change
    alternatives: tuple[Change, ...] = ()
    mends: tuple[str, ...] = ()


Move = tuple[Step, ...]
CloudSource = CloudManagementGateway | CloudDistributionPoint


@dataclass(frozen=True, slots=True)
class State:
    """Where a search stands: the assessment of the site after some moves."""

    assessment: Assessment
    situation: Situation
    wish: Wish
    slots: frozenset[tuple[str, ...]]


Mover = Callable[[State, Requirement], Iterator[Move]]


def moves(state: State, requirement: Requirement) -> Iterator[Move]:
    """Every move towards a requirement that is not met, the usual one first."""
    for remedy in requirement.remedies:
        mover = _MOVERS.get(remedy)
        if mover is not None:
            yield from mover(state, requirement)


def single(change: Change, *alternatives: Change) -> Move:
    """A move of one change."""
    return (Step(change, alternatives),)


def _update_site(state: State, requirement: Requirement) -> Iterator[Move]:
    better = better_release(requirement, state.assessment.facts, "site")
    if better is not None:
        yield single(changes.update_site(better))


def _upgrade_client(state: State, requirement: Requirement) -> Iterator[Move]:
    better = better_release(requirement, state.assessment.facts, "client")
    if better is not None:
        yield single(changes.upgrade_client(state.situation.client.name, better))


def _enable_sequence(state: State, _: Requirement) -> Iterator[Move]:
    for sequence in (state.situation.sequence, *state.situation.children):
        if sequence is not None and sequence.enabled is False:
            yield single(changes.enable_sequence(sequence.name))
            return


def _clear_boot_image(state: State, _: Requirement) -> Iterator[Move]:
    sequence = state.situation.sequence
    if sequence is not None and sequence.upgrade is True and given(sequence.boot_image) is not None:
        yield single(changes.clear_boot_image(sequence.name))


def _create_gateway(state: State, _: Requirement) -> Iterator[Move]:
    if given(state.situation.site.gateways) == ():
        yield single(changes.create_gateway())


def _start_gateway(state: State, _: Requirement) -> Iterator[Move]:
    for gateway in given(state.situation.site.gateways) or ():
        if gateway.state is SourceState.STOPPED:
            yield single(changes.start_gateway(gateway.name))


def _serve_content(state: State, _: Requirement) -> Iterator[Move]:
    stuck = _withheld(state)
    for gateway in given(state.situation.site.gateways) or ():
        if stuck and gateway.serves_content is False and content.holds(state.situation, gateway, stuck[0]):
            yield single(changes.serve_content(gateway.name))


def _distribute(state: State, _: Requirement) -> Iterator[Move]:
    stuck = _stuck(state)
    ready, switched_off = _destinations(state)
    if stuck and ready:
        yield tuple(_delivery(name, ready) for name in stuck)
    for gateway in switched_off:
        if stuck and not _in_cloud(state, stuck[0]):
            yield tuple(_delivery(name, [gateway]) for name in stuck)


def _create_cloud_dp(state: State, _: Requirement) -> Iterator[Move]:
    can = certainly_or_perhaps(lambda facts: facts.site_can(CLOUD_DP_CAN_BE_MADE), state.assessment.facts)
    stuck = _stuck(state)
    if not can or not stuck or given(state.situation.site.cloud_distribution_points) != ():
        return
    new = CloudDistributionPoint(name=changes.NEW_CLOUD_DP, state=SourceState.RUNNING, content=())
    yield (Step(changes.create_cloud_dp()), *(_delivery(name, [new]) for name in stuck))


def _delivery(package: str, sources: list[CloudSource]) -> Step:
    first, *others = (changes.distribute(package, source) for source in sources)
    return Step(first, tuple(others))


def _destinations(state: State) -> tuple[list[CloudSource], list[CloudSource]]:
    """Sources to which content may go: the best that serve it as they are, and gateways to be switched on first."""
    site = state.situation.site
    gateways = [one for one in given(site.gateways) or () if one.content is not MISSING]
    points = [one for one in given(site.cloud_distribution_points) or () if one.content is not MISSING]
    can = certainly_or_perhaps(lambda facts: facts.site_can(CMG_SERVES_CONTENT), state.assessment.facts)
    serving = [one for one in gateways if can and one.serves_content is not False]
    switched_off: list[CloudSource] = [
        one for one in gateways if one not in serving and one.state is not SourceState.STOPPED
    ]
    return _foremost([*serving, *points]), switched_off


def _foremost(sources: list[CloudSource]) -> list[CloudSource]:
    """Those that run and serve content for certain; if there are none, those not known to be stopped.

    A stopped source is listed and serves nothing (F098), so no content goes there.
    """
    sound = [one for one in sources if one.state is SourceState.RUNNING and _serves(one)]
    return sound or [one for one in sources if one.state is not SourceState.STOPPED]


def _serves(source: CloudSource) -> bool:
    return isinstance(source, CloudDistributionPoint) or source.serves_content is True


def _in_cloud(state: State, package: str) -> bool:
    return content.in_cloud(state.situation, package) is True


def _stuck(state: State) -> list[str]:
    """The packages to distribute next: those that are on no cloud source, else those that no source serves."""
    missing = [name for name in state.situation.packages if content.in_cloud(state.situation, name) is False]
    return missing or _withheld(state) or _unserved(state)


def _withheld(state: State) -> list[str]:
    """Packages that only switched-off gateways hold: the first, and all that the same gateways hold."""
    situation = state.situation
    held = [name for name in situation.packages if content.withheld(situation, name) is True]
    return [name for name in held if _holders(situation, name) == _holders(situation, held[0])]


def _unserved(state: State) -> list[str]:
    """Packages that only gateways hold, where the site's release knows no content-enabled gateway."""
    if certainly_or_perhaps(lambda facts: facts.site_can(CMG_SERVES_CONTENT), state.assessment.facts):
        return []
    return [name for name in state.situation.packages if content.only_on_gateway(state.situation, name) is True]


def _holders(situation: Situation, package: str) -> tuple[str, ...]:
    gateways = given(situation.site.gateways) or ()
    return tuple(gateway.name for gateway in gateways if content.holds(situation, gateway, package))


def _use_https(state: State, _: Requirement) -> Iterator[Move]:
    if not state.assessment.facts.known().get("enhanced_http_management_point"):
        return
    for point in given(state.situation.site.management_points) or ():
        if point.https is False and point.gateway_traffic is True:
            yield single(changes.use_https(point.name))
            return


def _register_otherwise(state: State, _: Requirement) -> Iterator[Move]:
    if state.assessment.facts.known().get("bulk_token"):
        yield single(changes.register_otherwise(state.situation.client.name))


def _start_from_software_center(state: State, _: Requirement) -> Iterator[Move]:
    if state.situation.attempt.start is not Start.SOFTWARE_CENTER:
        yield single(changes.start_from_software_center())


def _client_setting(remedy: Remedy) -> Mover:
    group, setting, value = changes.SETTING_CHANGES[remedy]

    def mover(state: State, _: Requirement) -> Iterator[Move]:
        for opinion in opinions(state.situation.site, state.situation.client.name, group, setting):
            if opinion.value not in (None, value, InstallPermissions.ALL_USERS):
                yield single(changes.set_client_setting(remedy, opinion.settings, group, setting, value))

    return mover


def _deployment(remedy: Remedy) -> Mover:
    field, value = changes.DEPLOYMENT_CHANGES[remedy]

    def mover(state: State, _: Requirement) -> Iterator[Move]:
        change = changes.change_deployment(remedy, state.situation.deployment.name, field, value)
        against_wish = remedy is remedies.CHOOSE_DOWNLOAD_ALL and state.wish is Wish.ON_DEMAND
        if change.slot not in state.slots and not against_wish:
            yield single(change)

    return mover


_MOVERS: dict[Remedy, Mover] = {
    remedies.UPDATE_SITE: _update_site,
    remedies.UPGRADE_CLIENT: _upgrade_client,
    remedies.ENABLE_SEQUENCE: _enable_sequence,
    remedies.CLEAR_BOOT_IMAGE: _clear_boot_image,
    remedies.CREATE_GATEWAY: _create_gateway,
    remedies.START_GATEWAY: _start_gateway,
    remedies.SERVE_CONTENT: _serve_content,
    remedies.DISTRIBUTE_CONTENT: _distribute,
    remedies.CREATE_CLOUD_DP: _create_cloud_dp,
    remedies.USE_HTTPS: _use_https,
    remedies.REGISTER_OTHERWISE: _register_otherwise,
    remedies.START_FROM_SOFTWARE_CENTER: _start_from_software_center,
    **{remedy: _client_setting(remedy) for remedy in changes.SETTING_CHANGES},
    **{remedy: _deployment(remedy) for remedy in changes.DEPLOYMENT_CHANGES},
}
"""Remedies that are not here are told, and not planned: they need a decision that no model can take."""

ORDER: tuple[Remedy, ...] = (
    remedies.UPDATE_SITE,
    remedies.UPGRADE_CLIENT,
    remedies.USE_HTTPS,
    remedies.REGISTER_OTHERWISE,
    remedies.CREATE_GATEWAY,
    remedies.START_GATEWAY,
    remedies.SERVE_CONTENT,
    remedies.CREATE_CLOUD_DP,
    remedies.DISTRIBUTE_CONTENT,
    remedies.ALLOW_GATEWAY,
    remedies.ALLOW_CLOUD_CONTENT,
    remedies.PERMIT_ALL_USERS,
    remedies.CLEAR_BOOT_IMAGE,
    remedies.ENABLE_SEQUENCE,
    remedies.MAKE_AVAILABLE_TO_CLIENTS,
    remedies.ALLOW_ON_INTERNET,
    remedies.CHOOSE_ON_DEMAND,
    remedies.CHOOSE_DOWNLOAD_ALL,
    remedies.LET_USERS_RUN,
    remedies.START_FROM_SOFTWARE_CENTER,
)
"""The order in which an administrator does them: site, gateway, content, clients, sequence, deployment, start."""
