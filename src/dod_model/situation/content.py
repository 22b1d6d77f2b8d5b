"""Which cloud source holds which package."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from pydantic import MISSING

from dod_model.logic import all_of, any_of, both, negation
from dod_model.site import CloudDistributionPoint, CloudManagementGateway, ContentState, SourceState
from dod_model.situation.resolving import Situation, Source, given

CloudSource = CloudManagementGateway | CloudDistributionPoint
Test = Callable[[str], "bool | None"]


def holds(situation: Situation, source: Source, package: str) -> bool | None:
    """Whether the source holds the package, installed and in its current version; None for unknown."""
    content = situation.content_of(source)
    if content is None:
        return None
    entry = content.get(package)
    if entry is None:
        return False
    installed = None if entry.state is MISSING else entry.state is ContentState.INSTALLED
    return both(installed, _is_current(situation, package, given(entry.version)))


def _is_current(situation: Situation, package: str, held: int | None) -> bool | None:
    described = situation.packages.get(package)
    wanted = None if described is None else given(described.version)
    return None if held is None or wanted is None else held == wanted


def every_package(situation: Situation, test: Test) -> bool | None:
    """Whether the test holds for each package of the sequence; unknown packages make it uncertain."""
    answers = [test(name) for name in situation.packages]
    return all_of(answers if situation.complete else [*answers, None])


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
        running: some source that runs.
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
            running=any_of(both(answer, _runs(source)) for source, answer in [*gateways, *points]),
        )
    found: Whereabouts = situation.whereabouts[package]
    return found


def _holding(
    situation: Situation, sources: Sequence[CloudSource] | None, package: str
) -> list[tuple[CloudSource | None, bool | None]]:
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
    """Whether cloud distribution points are the only cloud sources of the package."""
    found = whereabouts(situation, package)
    return both(found.cloud_dp, negation(found.gateway))


def withheld(situation: Situation, package: str) -> bool | None:
    """Whether only gateways hold the package and none of those is content-enabled."""
    found = whereabouts(situation, package)
    return all_of((found.switched_off, negation(found.serving), negation(found.cloud_dp)))


def on_running_source(situation: Situation, package: str) -> bool | None:
    """Whether some cloud source that runs holds the package."""
    return whereabouts(situation, package).running
