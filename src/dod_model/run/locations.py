"""Where is a package, as the management point answers? What is listed, what is left out, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from pydantic import MISSING

from dod_model.abilities import CMG_SERVES_CONTENT, ON_DEMAND
from dod_model.attempt import Place
from dod_model.facts import Facts
from dod_model.requirements.asking import agreed
from dod_model.run import behaviours
from dod_model.run.behaviours import Behaviour
from dod_model.run.moments import LeftOut
from dod_model.site import CloudDistributionPoint, CloudManagementGateway, ContentState, DeploymentOption, SourceState
from dod_model.situation import Situation
from dod_model.situation.content import holds
from dod_model.situation.resolving import Source, given

Kind = Literal["gateways", "cloud_distribution_points", "distribution_points"]
CLOUD: tuple[Kind, ...] = ("gateways", "cloud_distribution_points")
PREMISES: Kind = "distribution_points"
UNDESCRIBED = "a source that is not described"
"""Stands for a source where the description leaves out which there are."""


class Listed(NamedTuple):
    """A source in the list.

    Attributes:
        kind: the list of the site that it is in.
        name: its name.
        own: whether it belongs to the client's site; None for unknown.
    """

    kind: Kind
    name: str
    own: bool | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What the management point answers.

    Attributes:
        listed: the sources in the list, those of the client's own site first.
        left_out: the others.
        assumed: what had to be assumed, a sentence each.
    """

    listed: tuple[Listed, ...]
    left_out: tuple[LeftOut, ...]
    assumed: tuple[str, ...]


class Known(NamedTuple):
    """What the facts say of cloud sources, asked once for a whole run; None for unknown.

    Attributes:
        wanted: whether the client gets cloud content.
        on_demand: whether site and client can download on demand.
        gateways_serve: whether gateways can serve content.
    """

    wanted: bool | None
    on_demand: bool | None
    gateways_serve: bool | None


def known_of(facts: Facts) -> Known:
    """Ask the facts of an attempt."""
    return Known(
        agreed(lambda known: known.client_gets_cloud_content, facts, None),
        agreed(lambda known: known.can(ON_DEMAND), facts, None),
        agreed(lambda known: known.site_can(CMG_SERVES_CONTENT), facts, None),
    )


def locate(situation: Situation, known: Known, package: str) -> Answer:
    """Answer where a package is.

    Args:
        situation: the site as it is at that moment, and where the client is.
        known: what the facts of the attempt say of cloud sources.
        package: the package that is asked for.
    """
    listed: list[Listed] = []
    left_out: list[LeftOut] = []
    assumed: list[str] = []
    undescribed = []
    for kind in (*CLOUD, PREMISES):
        sources: Sequence[Source] | None = given(getattr(situation.site, kind))
        reason = _kind_left_out(situation, known, kind)
        if sources is None and reason is None:
            undescribed.append(kind)
        for source in sources or ():
            why = _left_out(situation, known, source, package) if reason is None else LeftOut(source.name, reason)
            if why is not None:
                left_out.append(why)
                continue
            listed.append(Listed(kind, source.name, _own(situation, source)))
            assumed.extend(_taken_for_granted(situation, known, source, package))
    if undescribed and not listed:
        assumed.append(f"'{package}' is on a source that is not described")
        listed.append(Listed(undescribed[0], UNDESCRIBED, None))
    if len(listed) > 1 and listed[0].kind != PREMISES and any(one.own is None for one in listed):
        assumed.append("the sources of the list are of one site, so that any may be chosen first")
    return Answer(_in_order(listed), tuple(left_out), tuple(assumed))


def _in_order(listed: list[Listed]) -> tuple[Listed, ...]:
    """Those of the client's own site first; as they are described where that is unknown of any."""
    if any(one.own is None for one in listed):
        return tuple(one._replace(own=None) for one in listed)
    return tuple(sorted(listed, key=lambda one: not one.own))


def _own(situation: Situation, source: Source) -> bool | None:
    code = given(getattr(source, "site_code", MISSING))
    own = given(situation.client.site_code)
    return None if code is None or own is None else code.casefold() == own.casefold()


def _kind_left_out(situation: Situation, known: Known, kind: Kind) -> Behaviour | None:
    """Why no source of this kind can be listed; None where they can."""
    if situation.attempt.place is Place.INTRANET:
        return None if kind == PREMISES else behaviours.INTRANET_SOURCES
    if kind == PREMISES:
        return behaviours.ONLY_CLOUD
    if known.wanted is False:
        return behaviours.CLOUD_NOT_ASKED_FOR
    on_demand = situation.deployment.option is DeploymentOption.WHEN_NEEDED
    if on_demand and known.on_demand is False:
        return behaviours.NOT_ON_DEMAND_BEFORE_1910
    return None


def _left_out(situation: Situation, known: Known, source: Source, package: str) -> LeftOut | None:
    """Why a source is not listed for a package; None if it is."""
    if isinstance(source, CloudManagementGateway) and False in {source.serves_content, known.gateways_serve}:
        return LeftOut(source.name, behaviours.ONLY_SERVING_GATEWAYS)
    if holds(situation, source, package) is not False:
        return None
    entry = (situation.content_of(source) or {}).get(package)
    if entry is None:
        return LeftOut(source.name, behaviours.ONLY_HOLDERS)
    state = given(entry.state)
    if state is not None and state is not ContentState.INSTALLED:
        return LeftOut(source.name, behaviours.ONLY_CURRENT, f"the content there is {state.value}")
    current = version_of(situation, package)
    return LeftOut(
        source.name, behaviours.ONLY_CURRENT, f"it holds version {entry.version}, the current one is {current}"
    )


def _taken_for_granted(situation: Situation, known: Known, source: Source, package: str) -> Iterator[str]:
    if holds(situation, source, package) is None:
        yield f"'{source.name}' holds '{package}', installed and in its current version"
    if isinstance(source, CloudManagementGateway) and source.serves_content is MISSING:
        yield f"'{source.name}' is content-enabled"
    if isinstance(source, CloudManagementGateway | CloudDistributionPoint):
        if source.state is MISSING:
            yield f"'{source.name}' runs"
        if known.wanted is None:
            yield "the client may take content from the cloud"


def serves(situation: Situation, source: Listed, package: str) -> bool:
    """Whether a listed source can be downloaded from now: it is in reach, runs, and still has the content."""
    if source.kind == PREMISES and situation.attempt.place is Place.INTERNET:
        return False
    if source.name == UNDESCRIBED:
        return True
    if is_stopped(situation, source):
        return False
    described = named(situation, source)
    content = situation.content_of(described)
    if content is None:
        return True
    if package not in content:
        return False
    state = content[package].state
    return state is MISSING or state is ContentState.INSTALLED


def is_stopped(situation: Situation, source: Listed) -> bool:
    """Whether a listed source is known to be stopped."""
    return source.name != UNDESCRIBED and getattr(named(situation, source), "state", None) is SourceState.STOPPED


def version_at(situation: Situation, source: Listed, package: str) -> int | None:
    """The version of a package on a listed source; None for unknown."""
    if source.name == UNDESCRIBED:
        return version_of(situation, package)
    content = situation.content_of(named(situation, source))
    entry = None if content is None else content.get(package)
    return version_of(situation, package) if entry is None or entry.version is MISSING else entry.version


def version_of(situation: Situation, package: str) -> int | None:
    """The current version of a package; None for unknown."""
    described = situation.packages.get(package)
    return None if described is None else given(described.version)


def named(situation: Situation, source: Listed) -> Source:
    """The listed source as it is described."""
    found: Source = situation.site.named(source.kind, source.name)
    return found
