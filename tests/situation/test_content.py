from typing import Any

import pytest

from dod_model.attempt import Attempt
from dod_model.situation import content, derive
from tests.situation.healthy import (
    DRIVERS,
    HEALTHY,
    WINDOWS,
    cloud_dp,
    facts,
    gateway,
    held,
    known,
    sequence,
    site,
    situation,
    step,
)

FACTS = (
    "content_in_cloud",
    "content_needs_gateway",
    "gateway_serves_content",
    "content_needs_cloud_dp",
    "content_on_running_source",
)
YES, NO, UNKNOWN = True, False, None
BOTH = [WINDOWS, DRIVERS]


def of(gateways: Any = (), cloud_dps: Any = (), **changes: Any) -> list[bool | None]:
    """The five facts about content, with these cloud sources; ``...`` leaves a list out."""
    found = facts(gateways=gateways, cloud_distribution_points=cloud_dps, **changes).known()
    return [found.get(name) for name in FACTS]


class TestWhereItIs:
    """In the cloud, needs the gateway, the gateway serves it, needs a cloud distribution point, on a running source."""

    @pytest.mark.parametrize(
        ("gateways", "cloud_dps", "expected"),
        [
            ([], [], [NO, NO, YES, NO, NO]),
            ([gateway()], [cloud_dp()], [NO, NO, YES, NO, NO]),
            ([gateway(content=BOTH)], [], [YES, YES, YES, NO, YES]),
            ([], [cloud_dp(BOTH)], [YES, NO, YES, YES, YES]),
            ([gateway(content=BOTH)], [cloud_dp(BOTH)], [YES, NO, YES, NO, YES]),
            ([gateway(content=[WINDOWS])], [cloud_dp([DRIVERS])], [YES, YES, YES, YES, YES]),
            ([gateway(content=[WINDOWS])], [], [NO, YES, YES, NO, NO]),
            ([], [cloud_dp([WINDOWS])], [NO, NO, YES, YES, NO]),
            ([gateway("A", [WINDOWS]), gateway("B", [DRIVERS])], [], [YES, YES, YES, NO, YES]),
            ([], [cloud_dp([WINDOWS], name="A"), cloud_dp([DRIVERS], name="B")], [YES, NO, YES, YES, YES]),
        ],
    )
    def test_by_source(self, gateways: Any, cloud_dps: Any, expected: list[bool | None]) -> None:
        assert of(gateways, cloud_dps) == expected

    @pytest.mark.parametrize(
        ("gateways", "cloud_dps", "expected"),
        [
            ([gateway(content=BOTH, serves=False)], [], [YES, YES, NO, NO, YES]),
            ([gateway(content=BOTH, serves=False)], [cloud_dp(BOTH)], [YES, NO, YES, YES, YES]),
            ([gateway(content=BOTH, serves=False)], [cloud_dp([WINDOWS])], [YES, YES, NO, YES, YES]),
            ([gateway("A", BOTH, serves=False), gateway("B", BOTH)], [], [YES, YES, YES, NO, YES]),
            ([gateway("A", BOTH, serves=False), gateway("B", [WINDOWS])], [], [YES, YES, NO, NO, YES]),
            ([gateway(serves=False)], [], [NO, NO, YES, NO, NO]),
        ],
    )
    def test_by_setting(self, gateways: Any, cloud_dps: Any, expected: list[bool | None]) -> None:
        assert of(gateways, cloud_dps) == expected

    @pytest.mark.parametrize(
        ("gateways", "cloud_dps", "expected"),
        [
            ([gateway(content=BOTH, state="stopped")], [], [YES, YES, YES, NO, NO]),
            ([], [cloud_dp(BOTH, state="stopped")], [YES, NO, YES, YES, NO]),
            ([gateway(content=BOTH, state="stopped")], [cloud_dp(BOTH)], [YES, NO, YES, NO, YES]),
            ([gateway("A", BOTH, state="stopped"), gateway("B", [WINDOWS])], [], [YES, YES, YES, NO, NO]),
            ([gateway("A", BOTH, state="stopped"), gateway("B", BOTH)], [], [YES, YES, YES, NO, YES]),
        ],
    )
    def test_by_state(self, gateways: Any, cloud_dps: Any, expected: list[bool | None]) -> None:
        assert of(gateways, cloud_dps) == expected

    def test_other_distribution_points_do_not_count(self) -> None:
        for internet_facing in (True, False):
            point = {"name": "DP01", "internet_facing": internet_facing, "content": BOTH}
            assert of(distribution_points=[point]) == [NO, NO, YES, NO, NO]


class TestInstalledAndCurrent:
    @pytest.mark.parametrize("state", ["distributing", "failed", "removing"])
    def test_only_installed_content_counts(self, state: str) -> None:
        assert known("content_in_cloud", gateways=[gateway(content=[WINDOWS, held("Drivers", state)])]) is False

    @pytest.mark.parametrize("version", [0, 2, 4])
    def test_only_the_current_version_counts(self, version: int) -> None:
        old = [held("Windows", version=version), DRIVERS]
        assert known("content_in_cloud", gateways=[gateway(content=old)]) is False

    def test_an_unknown_state_or_version_is_unknown(self) -> None:
        for entry in (
            {"package": "Drivers"},
            {"package": "Drivers", "state": "installed"},
            held("Drivers", version=None),
        ):
            assert of([gateway(content=[WINDOWS, entry])]) == [UNKNOWN, YES, YES, NO, UNKNOWN]

    def test_an_unknown_version_of_what_is_not_installed_does_not_matter(self) -> None:
        entry = held("Drivers", "failed", version=None)
        assert known("content_in_cloud", gateways=[gateway(content=[WINDOWS, entry])]) is False

    def test_an_outdated_version_in_an_unknown_state_does_not_count(self) -> None:
        entry = {"package": "Windows", "version": 2}
        assert known("content_in_cloud", gateways=[gateway(content=[entry, DRIVERS])]) is False

    def test_a_package_of_unknown_version_may_be_held(self) -> None:
        packages = [{"name": "Windows"}, *HEALTHY["packages"][1:]]
        assert known("content_in_cloud", packages=packages) is None
        assert known("content_in_cloud", packages=...) is None
        assert known("content_in_cloud", packages=..., gateways=[gateway()]) is False


class TestUnknownSources:
    @pytest.mark.parametrize(
        ("gateways", "cloud_dps", "expected"),
        [
            (..., [], [UNKNOWN, UNKNOWN, UNKNOWN, NO, UNKNOWN]),
            ([], ..., [UNKNOWN, NO, YES, UNKNOWN, UNKNOWN]),
            (..., ..., [UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN]),
            ([gateway(content=...)], [], [UNKNOWN, UNKNOWN, YES, NO, UNKNOWN]),
            ([gateway(content=..., serves=False)], [], [UNKNOWN, UNKNOWN, UNKNOWN, NO, UNKNOWN]),
            ([], [cloud_dp(...)], [UNKNOWN, NO, YES, UNKNOWN, UNKNOWN]),
            ([gateway(content=BOTH)], ..., [YES, UNKNOWN, YES, NO, YES]),
            ([gateway(content=BOTH, serves=False)], ..., [YES, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN]),
            (..., [cloud_dp(BOTH)], [YES, NO, YES, UNKNOWN, YES]),
            ([gateway(content=BOTH, serves=...)], [], [YES, YES, UNKNOWN, NO, YES]),
            ([gateway(content=BOTH, state=...)], [], [YES, YES, YES, NO, UNKNOWN]),
            ([], [cloud_dp(BOTH, state=...)], [YES, NO, YES, YES, UNKNOWN]),
        ],
    )
    def test_what_is_not_described(self, gateways: Any, cloud_dps: Any, expected: list[bool | None]) -> None:
        assert of(gateways, cloud_dps) == expected


class TestPackagesThatAreNotNamed:
    """Where steps or their packages are left out, what is true of any package is certain."""

    @pytest.mark.parametrize(
        ("gateways", "cloud_dps", "expected"),
        [
            ([], [], [UNKNOWN, NO, YES, NO, UNKNOWN]),
            ([gateway()], [cloud_dp()], [UNKNOWN, NO, YES, NO, UNKNOWN]),
            ([gateway(content=BOTH)], [], [UNKNOWN, UNKNOWN, YES, NO, UNKNOWN]),
            ([gateway(content=..., serves=True)], [], [UNKNOWN, UNKNOWN, YES, NO, UNKNOWN]),
            ([gateway(content=BOTH, serves=False)], [], [UNKNOWN, UNKNOWN, UNKNOWN, NO, UNKNOWN]),
            ([gateway(content=BOTH, serves=...)], [], [UNKNOWN, UNKNOWN, UNKNOWN, NO, UNKNOWN]),
            ([gateway(serves=False)], [], [UNKNOWN, NO, YES, NO, UNKNOWN]),
            ([gateway("A", BOTH), gateway("B", BOTH, serves=False)], [], [UNKNOWN] * 3 + [NO, UNKNOWN]),
            ([], [cloud_dp(BOTH)], [UNKNOWN, NO, YES, UNKNOWN, UNKNOWN]),
            ([gateway(serves=False)], [cloud_dp(...)], [UNKNOWN, NO, YES, UNKNOWN, UNKNOWN]),
            (..., [], [UNKNOWN, UNKNOWN, UNKNOWN, NO, UNKNOWN]),
            ([], ..., [UNKNOWN, NO, YES, UNKNOWN, UNKNOWN]),
        ],
    )
    def test_by_source(self, gateways: Any, cloud_dps: Any, expected: list[bool | None]) -> None:
        for steps in ([step()], ...):
            assert of(gateways, cloud_dps, task_sequences=[sequence(steps=steps)]) == expected

    def test_what_is_amiss_with_one_that_is_named_is_certain(self) -> None:
        steps = [step(packages=["Windows"]), step()]
        found = of([gateway(content=[WINDOWS], serves=False)], [], task_sequences=[sequence(steps=steps)])
        assert found == [UNKNOWN, YES, NO, NO, UNKNOWN]

    def test_nothing_is_said_of_their_shares(self) -> None:
        assert known("packages_on_share", task_sequences=[sequence(steps=[step()])]) is None


class TestPackages:
    def test_a_sequence_without_packages_needs_no_content(self) -> None:
        assert of([], [], task_sequences=[sequence(steps=[])]) == [YES, NO, YES, NO, YES]

    def test_steps_that_are_not_described_may_need_more(self) -> None:
        unknown = [sequence(steps=...), sequence("Child")]
        assert of([gateway(content=BOTH)], [], task_sequences=unknown) == [UNKNOWN, UNKNOWN, YES, NO, UNKNOWN]

    def test_what_is_missing_is_missing_whatever_else_is_needed(self) -> None:
        steps = [step(packages=["Office"]), step()]
        assert of([gateway(content=BOTH)], [], task_sequences=[sequence(steps=steps)]) == [*(NO, UNKNOWN, YES, NO, NO)]

    def test_what_is_not_referred_to_does_not_matter(self) -> None:
        office = held("Office", "failed")
        assert of([gateway(content=[*BOTH, office])]) == [YES, YES, YES, NO, YES]

    def test_by_package(self) -> None:
        found = situation(
            gateways=[gateway(content=[WINDOWS], serves=False)], cloud_distribution_points=[cloud_dp([DRIVERS])]
        )
        answers = {
            "Windows": (YES, NO, YES, YES, NO, YES, YES),
            "Drivers": (NO, YES, YES, NO, YES, NO, YES),
            "Office": (NO, NO, NO, NO, NO, NO, NO),
        }
        tests = (
            *(content.on_gateway, content.on_cloud_dp, content.in_cloud),
            *(content.only_on_gateway, content.only_on_cloud_dp, content.withheld, content.on_running_source),
        )
        assert {name: tuple(test(found, name) for test in tests) for name in answers} == answers

    def test_packages_on_share(self) -> None:
        def shared(*answers: Any) -> bool | None:
            packages = [
                {key: value for key, value in {**package, "package_share": answer}.items() if value is not ...}
                for package, answer in zip(HEALTHY["packages"], (*answers, False), strict=True)
            ]
            return known("packages_on_share", packages=packages)  # type: ignore[no-any-return]

        assert shared(True, True) is True
        assert shared(True, False) is False
        assert shared(False, True) is False
        assert shared(True, ...) is None
        assert shared(False, ...) is False
        assert known("packages_on_share", packages=...) is None

    def test_it_is_the_sequence_of_the_deployment_that_counts(self) -> None:
        deployments = [
            *HEALTHY["deployments"],
            {**HEALTHY["deployments"][0], "name": "Child alone", "task_sequence": "Child"},
        ]
        described = site(deployments=deployments, gateways=[gateway(content=[DRIVERS])])
        assert derive(described, Attempt("Child alone", "LT-001")).content_in_cloud is True
        assert derive(described, Attempt("Upgrade laptops", "LT-001")).content_in_cloud is False
