from typing import Any

import pytest

from dod_model.attempt import Wish
from tests.plan.offers import offered, texts, towards
from tests.situation.healthy import DRIVERS, HEALTHY, WINDOWS, cloud_dp, gateway, held

IN_CLOUD, SERVES = "content-in-the-cloud", "gateway-serves-content"
BOTH = [WINDOWS, DRIVERS]
NO_RELEASE = {"release": ..., "clients": [{"name": "LT-001"}, {"name": "LT-002"}]}
NEW_POINT = [
    "Create a cloud distribution point",
    "Distribute 'Windows' to the new cloud distribution point",
    "Distribute 'Drivers' to the new cloud distribution point",
]


def switched_on(name: str) -> list[str]:
    setting = "Allow CMG to function as a cloud distribution point and serve content from Azure storage"
    return [f"Select **{setting}** on the gateway '{name}'"]


def brought(where: str, *packages: str) -> list[str]:
    return [f"Distribute '{package}' to the {where}" for package in packages or ("Windows", "Drivers")]


def sources(gateways: Any, *points: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return {"gateways": gateways, "cloud_distribution_points": list(points), **changes}


def destinations(gateways: Any, *points: dict[str, Any], **changes: Any) -> list[list[str]]:
    """Where 'Windows' would go, by move: the first choice and its alternatives; a new source left out."""
    lasting = {"release": "2107", **changes}
    moves = towards(IN_CLOUD, **sources(gateways, *points, **lasting))
    prefix = "Distribute 'Windows' to the "
    return [[text.removeprefix(prefix) for text in texts([move[0].change, *move[0].alternatives])] for move in moves]


class TestDestinations:
    """Content goes to what runs and serves for certain; to what may; or to a gateway that is switched on next."""

    def test_all_that_serve_are_alternatives(self) -> None:
        found = destinations([gateway("A"), gateway("B")], cloud_dp())
        assert found == [["gateway 'A'", "gateway 'B'", "cloud distribution point 'CDP-EAST'"]]

    def test_every_package_has_the_same_alternatives(self) -> None:
        (move,) = towards(IN_CLOUD, **sources([gateway("A"), gateway("B")], release="2107"))
        assert texts(step.change for step in move) == brought("gateway 'A'")
        assert [texts(step.alternatives) for step in move] == [[text] for text in brought("gateway 'B'")]

    def test_a_stopped_one_is_none(self) -> None:
        assert destinations([gateway("A", state="stopped"), gateway("B")]) == [["gateway 'B'"]]
        assert destinations([gateway("A", state="stopped")], cloud_dp(state="stopped")) == []

    @pytest.mark.parametrize("uncertain", [gateway("A", state=...), gateway("A", serves=...)])
    def test_an_uncertain_one_only_where_none_is_certain(self, uncertain: dict[str, Any]) -> None:
        assert destinations([uncertain, gateway("B")]) == [["gateway 'B'"]]
        assert destinations([uncertain], cloud_dp()) == [["cloud distribution point 'CDP-EAST'"]]
        assert destinations([uncertain, gateway("B", state="stopped")]) == [["gateway 'A'"]]

    def test_a_cloud_distribution_point_of_unknown_state(self) -> None:
        assert destinations([], cloud_dp(state=...)) == [["cloud distribution point 'CDP-EAST'"]]
        assert destinations([], cloud_dp(state=...), cloud_dp(name="B")) == [["cloud distribution point 'B'"]]

    def test_each_that_is_switched_off_is_a_way_of_its_own_and_comes_last(self) -> None:
        off = [gateway("A", serves=False), gateway("B", serves=False)]
        assert destinations(off) == [["gateway 'A'"], ["gateway 'B'"]]
        assert destinations([*off, gateway("C")]) == [["gateway 'C'"], ["gateway 'A'"], ["gateway 'B'"]]

    def test_one_that_is_switched_off_and_stopped_is_none(self) -> None:
        off = gateway("A", state="stopped", serves=False)
        assert destinations([off, gateway("B", serves=False), gateway("C", serves=False, state=...)]) == [
            ["gateway 'B'"],
            ["gateway 'C'"],
        ]

    def test_one_whose_content_is_not_described_is_none(self) -> None:
        # It is unknown whether it holds what no other source holds, so nothing is known to be missing.
        assert destinations([gateway("A", content=...), gateway("B")]) == []

    @pytest.mark.parametrize("release", ["1802", "1710"])
    def test_before_1806_no_gateway_serves(self, release: str) -> None:
        found = destinations([gateway("A")], cloud_dp(), release=release)
        assert found == [["cloud distribution point 'CDP-EAST'"], ["gateway 'A'"]]

    @pytest.mark.parametrize("changes", [{"release": "1806"}, NO_RELEASE])
    def test_from_1806_on_or_perhaps_it_does(self, changes: dict[str, Any]) -> None:
        found = destinations([gateway("A")], cloud_dp(), **changes)
        assert found == [["gateway 'A'", "cloud distribution point 'CDP-EAST'"]]


class TestDistribution:
    def test_only_what_is_missing(self) -> None:
        assert offered(IN_CLOUD, release="2107", gateways=[gateway(content=[DRIVERS])]) == [
            brought("gateway 'CMG-EAST'", "Windows")
        ]

    def test_what_is_there_but_not_whole_and_current(self) -> None:
        content = [held("Windows", version=2), held("Drivers", "failed")]
        assert offered(IN_CLOUD, release="2107", gateways=[gateway(content=content)]) == [
            ["Update 'Windows' on the gateway 'CMG-EAST'", "Redistribute 'Drivers' to the gateway 'CMG-EAST'"]
        ]

    def test_nothing_where_all_is_held(self) -> None:
        assert offered(IN_CLOUD) == []

    def test_nothing_where_it_is_unknown_what_is_held(self) -> None:
        assert offered(IN_CLOUD, gateways=[gateway("A", content=...), gateway("B")]) == []
        assert offered(IN_CLOUD, gateways=...) == []


class TestNewCloudDistributionPoint:
    @pytest.mark.parametrize(
        ("changes", "can"),
        [({"release": "1802"}, True), ({"release": "2103"}, True), ({"release": "2107"}, False), (NO_RELEASE, True)],
    )
    def test_it_is_created_to_2103(self, changes: dict[str, Any], can: bool) -> None:
        stopped = [gateway(state="stopped")]
        moves = offered(IN_CLOUD, **sources(stopped, **changes))
        assert (NEW_POINT in moves) is can

    def test_it_comes_after_the_sources_that_are_there(self) -> None:
        assert offered(IN_CLOUD, **sources([gateway()])) == [brought("gateway 'CMG-EAST'"), NEW_POINT]

    def test_none_is_created_beside_one(self) -> None:
        assert offered(IN_CLOUD, **sources([], cloud_dp(state="stopped"))) == []

    def test_none_is_created_where_it_is_unknown_whether_there_is_one(self) -> None:
        off = [gateway(content=BOTH, serves=False)]
        assert offered(SERVES, gateways=off, cloud_distribution_points=...) == []

    def test_none_is_created_for_nothing(self) -> None:
        assert offered(SERVES) == []


class TestSwitchedOffGateways:
    def test_each_that_holds_the_content_is_one_way(self) -> None:
        gateways = [
            gateway("A", BOTH, serves=False),
            gateway("B", serves=False),
            gateway("C", BOTH, serves=False),
        ]
        moves = offered(SERVES, **sources(gateways, release="2107"))
        assert moves == [switched_on("A"), switched_on("C")]

    def test_what_they_hold_may_go_to_one_that_serves(self) -> None:
        gateways = [gateway("A", BOTH, serves=False), gateway("B")]
        moves = offered(SERVES, **sources(gateways))
        assert moves == [switched_on("A"), brought("gateway 'B'"), NEW_POINT]

    def test_first_what_the_same_gateways_hold(self) -> None:
        gateways = [gateway("A", [WINDOWS], serves=False), gateway("B", [DRIVERS], serves=False), gateway("C")]
        moves = offered(SERVES, **sources(gateways, release="2107"))
        assert moves == [switched_on("A"), brought("gateway 'C'", "Windows")]

    def test_what_is_on_no_source_goes_first(self) -> None:
        gateways = [gateway("A", [WINDOWS], serves=False), gateway("B")]
        moves = offered(IN_CLOUD, **sources(gateways, release="2107"))
        assert moves == [brought("gateway 'B'", "Drivers"), brought("gateway 'A'", "Drivers")]

    def test_one_of_unknown_setting_is_not_switched_on(self) -> None:
        assert offered(SERVES, **sources([gateway(content=BOTH, serves=...)], release="2107")) == []

    def test_one_that_serves_what_is_held_twice_is_enough(self) -> None:
        gateways = [gateway("A", BOTH, serves=False), gateway("B", BOTH)]
        assert offered(SERVES, **sources(gateways)) == []


class TestBefore1806:
    def test_an_update_or_a_cloud_distribution_point(self) -> None:
        gateways = HEALTHY["gateways"]
        update = ["Update the site to at least 1806"]
        assert offered(SERVES, Wish.RUN, **sources(gateways, release="1802")) == [update, NEW_POINT]
        assert offered(SERVES, Wish.RUN, **sources(gateways, cloud_dp(), release="1802")) == [
            update,
            brought("cloud distribution point 'CDP-EAST'"),
        ]

    def test_only_what_no_cloud_distribution_point_holds(self) -> None:
        held_there = sources(HEALTHY["gateways"], cloud_dp([DRIVERS]), release="1802")
        moves = offered(SERVES, Wish.RUN, **held_there)
        assert moves[1:] == [brought("cloud distribution point 'CDP-EAST'", "Windows")]

    def test_from_1806_on_a_gateway_that_serves_is_enough(self) -> None:
        assert offered(SERVES, Wish.RUN, **sources(HEALTHY["gateways"], cloud_dp(), release="1806")) == []
