"""Which cloud source holds which package."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pydantic import MISSING

from dod_model.logic import all_of, any_of, both, negation
from dod_model.site import ContentState, SourceState
from dod_model.situation.resolving import Situation, Source, given

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


def on_gateway(situation: Situation, package: str) -> bool | None:
    """Whether some gateway holds the package, serving or not."""
    return any_of(_held(situation, given(situation.site.gateways), package))


def on_cloud_dp(situation: Situation, package: str) -> bool | None:
    """Whether some cloud distribution point holds the package, running or not."""
    return any_of(_held(situation, given(situation.site.cloud_distribution_points), package))


def _held(situation: Situation, sources: tuple[Source, ...] | None, package: str) -> Iterator[bool | None]:
    if sources is None:
        yield None
    for source in sources or ():
        yield holds(situation, source, package)


def in_cloud(situation: Situation, package: str) -> bool | None:
    """Whether some cloud source holds the package."""
    return any_of((on_gateway(situation, package), on_cloud_dp(situation, package)))


def only_on_gateway(situation: Situation, package: str) -> bool | None:
    """Whether gateways are the only cloud sources of the package."""
    return both(on_gateway(situation, package), negation(on_cloud_dp(situation, package)))


def only_on_cloud_dp(situation: Situation, package: str) -> bool | None:
    """Whether cloud distribution points are the only cloud sources of the package."""
    return both(on_cloud_dp(situation, package), negation(on_gateway(situation, package)))


def withheld(situation: Situation, package: str) -> bool | None:
    """Whether only gateways hold the package and none of those is content-enabled."""

    def with_setting(wanted: bool) -> bool | None:
        gateways = given(situation.site.gateways)
        answers: list[bool | None] = [None] if gateways is None else []
        for gateway in gateways or ():
            setting = None if gateway.serves_content is MISSING else gateway.serves_content is wanted
            answers.append(both(holds(situation, gateway, package), setting))
        return any_of(answers)

    return all_of((with_setting(False), negation(with_setting(True)), negation(on_cloud_dp(situation, package))))


def on_running_source(situation: Situation, package: str) -> bool | None:
    """Whether some cloud source that runs holds the package."""
    answers: list[bool | None] = []
    for sources in (given(situation.site.gateways), given(situation.site.cloud_distribution_points)):
        if sources is None:
            answers.append(None)
        for source in sources or ():
            running = None if source.state is MISSING else source.state is SourceState.RUNNING
            answers.append(both(running, holds(situation, source, package)))
    return any_of(answers)
