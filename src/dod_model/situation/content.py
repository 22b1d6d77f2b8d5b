"""Which cloud source holds which package."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from pydantic import MISSING

from dod_model.abilities import CMG_SERVES_CONTENT
from dod_model.logic import all_of, any_of, both, negation
from dod_model.site import CloudDistributionPoint, CloudManagementGateway, ContentState, SourceState
from dod_model.situation.resolving import Situation, Source, given, release_of

CloudSource = CloudManagementGateway | CloudDistributionPoint
Test = Callable[[str], "bool | None"]
Holders = list[tuple["CloudSource | None", "bool | None"]]
"""Sources, each with whether it holds a package; None stands for sources that are not described."""
UNNAMED = ""
"""Stands for whatever package a step may refer to that leaves it out; no package is called so."""


def holds(situation: Situation, source: Source, package: str) -> bool | None:
    """Whether the source holds the package, installed and in its current version; None for unknown."""
    content = situation.content_of(source)
    if content is None:
        return None
    entry = content.get(package)
    if entry is None:
        return None if package == UNNAMED and content else False
    installed = None if entry.state is MISSING else entry.state is ContentState.INSTALLED
    return both(installed, _is_current(situation, package, given(entry.version)))


def _is_current(situation: Situation, package: str, held: int | None) -> bool | None:
    described = situation.packages.get(package)
    wanted = None if described is None else given(described.version)
    return None if held is None or wanted is None else held == wanted


def every_package(situation: Situation, test: Test) -> bool | None:
    """Whether the test holds for each package of the sequence.

    Where packages may be left out, that is uncertain unless the test holds for whatever package it may be.
    """
    answer = all_of([test(name) for name in situation.packages])
    if situation.complete or answer is False:
        return answer
    return answer if test(UNNAMED) else None


def some_package(situation: Situation, test: Test) -> bool | None:
    """Whether the test holds for at least one package of the sequence."""
    return negation(every_package(situation, lambda name: negation(test(name))))


class Whereabouts(NamedTuple):
    """Which kinds of cloud sources hold one package; None for unknown.

    Attributes:
        gateway: some gateway.
        serving: some gateway that is content-enabled.
        switched_off: some gateway that is not.
        cloud_dp: some cloud distribution point.
        running: some source that runs; where some source serves the package, one that serves it.
    """

    gateway: bool | None
    serving: bool | None
    switched_off: bool | None
    cloud_dp: bool | None
    running: bool | None


def whereabouts(situation: Situation, package: str) -> Whereabouts:
    """Which kinds of cloud sources hold a package; looked up once for a situation."""
    if package not in situation.whereabouts:
        gateways = _holding(situation, given(situation.site.gateways), package)
        points = _holding(situation, given(situation.site.cloud_distribution_points), package)
        situation.whereabouts[package] = Whereabouts(
            gateway=any_of(answer for _, answer in gateways),
            serving=any_of(both(answer, _serves(source)) for source, answer in gateways),
            switched_off=any_of(both(answer, negation(_serves(source))) for source, answer in gateways),
            cloud_dp=any_of(answer for _, answer in points),
            running=_running(situation, gateways, points),
        )
    found: Whereabouts = situation.whereabouts[package]
    return found


def gateways_can_serve(situation: Situation) -> bool | None:
    """Whether the release of the site knows content-enabled gateways (F018)."""
    release = release_of(situation.site.release)
    return None if release is None else CMG_SERVES_CONTENT.at(release)


def _running(situation: Situation, gateways: Holders, points: Holders) -> bool | None:
    holders = [*gateways, *points]
    if all(_runs(source) for source, _ in holders):
        return any_of(held for _, held in holders)
    can = gateways_can_serve(situation)
    if can is not None:
        return _running_if(can, gateways, points)
    before, since = (_running_if(gateways_can, gateways, points) for gateways_can in (False, True))
    return since if since is before else None


def _running_if(gateways_can: bool, gateways: Holders, points: Holders) -> bool | None:
    """Whether some holder runs; and, where one that serves the package is stopped, another one that serves it.

    Put in this way, it is unknown only where what is unknown can turn it either way.
    """
    found = [(held, gateways_can and _serves(source), _runs(source)) for source, held in gateways]
    found += [(held, True, _runs(source)) for source, held in points]
    some_run = any_of(both(held, runs) for held, _, runs in found)
    some_serve_and_run = any_of(all_of(one) for one in found)
    some_serve_and_do_not = any_of(all_of((held, serves, negation(runs))) for held, serves, runs in found)
    return both(some_run, any_of((some_serve_and_run, negation(some_serve_and_do_not))))


def _holding(situation: Situation, sources: Sequence[CloudSource] | None, package: str) -> Holders:
    """The sources that hold a package or may hold it; an unknown one where they are not described."""
    if sources is None:
        return [(None, None)]
    answers = [(source, holds(situation, source, package)) for source in sources]
    return [(source, answer) for source, answer in answers if answer is not False]


def _serves(source: CloudSource | None) -> bool | None:
    return given(source.serves_content) if isinstance(source, CloudManagementGateway) else None


def _runs(source: CloudSource | None) -> bool | None:
    if source is None or source.state is MISSING:
        return None
    return source.state is SourceState.RUNNING


def on_gateway(situation: Situation, package: str) -> bool | None:
    """Whether some gateway holds the package, serving or not."""
    return whereabouts(situation, package).gateway


def on_cloud_dp(situation: Situation, package: str) -> bool | None:
    """Whether some cloud distribution point holds the package, running or not."""
    return whereabouts(situation, package).cloud_dp


def in_cloud(situation: Situation, package: str) -> bool | None:
    """Whether some cloud source holds the package."""
    found = whereabouts(situation, package)
    return any_of((found.gateway, found.cloud_dp))


def only_on_gateway(situation: Situation, package: str) -> bool | None:
    """Whether gateways are the only cloud sources of the package."""
    found = whereabouts(situation, package)
    return both(found.gateway, negation(found.cloud_dp))


def only_on_cloud_dp(situation: Situation, package: str) -> bool | None:
    """Whether the package is on cloud distribution points and on no gateway that is content-enabled (F035)."""
    found = whereabouts(situation, package)
    return both(found.cloud_dp, negation(found.serving))


def withheld(situation: Situation, package: str) -> bool | None:
    """Whether only gateways hold the package and none of those is content-enabled."""
    found = whereabouts(situation, package)
    return all_of((found.switched_off, negation(found.serving), negation(found.cloud_dp)))


def on_running_source(situation: Situation, package: str) -> bool | None:
    """Whether a cloud source that runs holds the package; one that serves it, where there is any."""
    return whereabouts(situation, package).running
