"""Is a package on a source that runs; on one that serves it, where any does?"""

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest

from tests.situation.healthy import DRIVERS, WINDOWS, cloud_dp, gateway, held, known, sequence, step

YES, NO, UNKNOWN = True, False, None
BOTH = [WINDOWS, DRIVERS]
STOPPED = cloud_dp(BOTH, state="stopped")
ANY = (YES, NO, UNKNOWN)
STATES = {YES: "running", NO: "stopped", UNKNOWN: ...}
SERVES = {YES: True, NO: False, UNKNOWN: ...}
HELD = {YES: WINDOWS, NO: held("Windows", "failed", 3), UNKNOWN: {"package": "Windows"}}


def runs_on(gateways: Any = (), cloud_dps: Any = (), **changes: Any) -> bool | None:
    return known(  # type: ignore[no-any-return]
        "content_on_running_source", gateways=gateways, cloud_distribution_points=cloud_dps, **changes
    )


class TestServing:
    @pytest.mark.parametrize(("serves", "expected"), [(True, YES), (False, NO), (..., UNKNOWN)])
    def test_a_gateway_that_runs_beside_a_stopped_source_has_to_serve(self, serves: Any, expected: bool | None) -> None:
        assert runs_on([gateway(content=BOTH, serves=serves)], [STOPPED]) is expected
        beside = [gateway("A", BOTH, serves=serves), gateway("B", BOTH, state="stopped")]
        assert runs_on(beside) is expected

    def test_where_none_serves_that_is_another_fault(self) -> None:
        assert runs_on([gateway(content=BOTH, serves=False)]) is YES
        assert runs_on([gateway(content=BOTH, serves=...)]) is YES
        both_off = [gateway("A", BOTH, "stopped", serves=False), gateway("B", BOTH, serves=False)]
        assert runs_on(both_off) is YES

    def test_where_none_serves_nor_runs_there_are_two_faults(self) -> None:
        assert runs_on([gateway(content=BOTH, state="stopped", serves=False)]) is NO

    def test_each_package_on_its_own(self) -> None:
        switched_off = gateway(content=BOTH, serves=False)
        assert runs_on([switched_off], [cloud_dp([WINDOWS])]) is YES
        assert runs_on([switched_off], [cloud_dp([WINDOWS], state="stopped")]) is NO


class TestRelease:
    """Before 1806 no gateway serves content, whatever is said of its setting (F018, F140)."""

    CLIENTS = ({"name": "LT-001"}, {"name": "LT-002"})

    @pytest.mark.parametrize(
        ("release", "expected"),
        [("1802", NO), ("1806", YES), ("TP 1805", NO), ("TP 1806", YES), ("5.00.9999", UNKNOWN), (..., UNKNOWN)],
    )
    def test_a_gateway_beside_a_stopped_source(self, release: Any, expected: bool | None) -> None:
        found = runs_on([gateway(content=BOTH)], [STOPPED], release=release, clients=self.CLIENTS)
        assert found is expected

    @pytest.mark.parametrize("release", ["1802", "1806", ...])
    def test_gateways_alone(self, release: Any) -> None:
        changes = {"release": release, "clients": self.CLIENTS}
        assert runs_on([gateway(content=BOTH)], **changes) is YES
        assert runs_on([gateway("A", BOTH, state="stopped"), gateway("B", BOTH)], **changes) is YES
        assert runs_on([gateway(content=BOTH, state="stopped")], **changes) is NO


def completions(sources: list[tuple[Any, ...]]) -> Iterator[list[tuple[bool, ...]]]:
    """Every way in which the unknown properties of sources may turn out."""
    for values in product(*(((YES, NO) if one is None else (one,)) for source in sources for one in source)):
        yield [values[start : start + 3] for start in range(0, len(values), 3)]


def runs(sources: list[tuple[bool, ...]]) -> bool:
    """Of sources that hold the package, serve it, run: whether one runs; one that serves, if there is any."""
    holding = [source for source in sources if source[0]]
    serving = [source for source in holding if source[1]]
    return any(running for _, _, running in serving or holding)


def sources(one: tuple[Any, ...], other: tuple[Any, ...], *, is_gateway: bool) -> tuple[Any, Any]:
    """Two sources as they are described: whether each holds the package, serves it, runs."""
    first = gateway("A", [HELD[one[0]]], STATES[one[2]], SERVES[one[1]])
    content, state = [HELD[other[0]]], STATES[other[2]]
    if is_gateway:
        return [first, gateway("B", content, state, SERVES[other[1]])], []
    return [first], [cloud_dp(content, state)]


class TestAllCases:
    """What is known is what all completions agree on, of one package on two sources."""

    @pytest.mark.parametrize("point", [(YES,), ANY], ids=["gateway and cloud distribution point", "two gateways"])
    def test_on_a_running_source(self, point: tuple[bool | None, ...]) -> None:
        for one, other in product(product(ANY, ANY, ANY), product(ANY, point, ANY)):
            steps = [step(packages=["Windows"])]
            described = sources(one, other, is_gateway=len(point) > 1)
            found = runs_on(*described, task_sequences=[sequence(steps=steps)])
            answers = {runs(completed) for completed in completions([one, other])}
            assert found is (answers.pop() if len(answers) == 1 else None), (one, other)
