from typing import Any

import pytest

from dod_model.facts import FACTS
from dod_model.situation.evidence import details
from tests.situation.healthy import DRIVERS, HEALTHY, WINDOWS, cloud_dp, gateway, held, sequence, situation, step

NOT_DESCRIBED = "not all steps and packages are described"
OLD = held("Windows", version=2)


def told(fact: str, **changes: Any) -> list[str]:
    return list(details(situation(**changes), fact))


def test_what_the_value_says_by_itself_needs_no_detail() -> None:
    for fact in ("place", "started_from", "download_content_step", "network_path", "undocumented"):
        assert told(fact) == []


def test_every_fact_may_be_asked() -> None:
    for fact in FACTS:
        assert all(told(fact)) or told(fact) == []


class TestFields:
    @pytest.mark.parametrize(
        ("fact", "detail"),
        [
            ("sequence_enabled", "sequence 'Upgrade', enabled"),
            ("upgrade", "sequence 'Upgrade', upgrade"),
            ("boot_image", "sequence 'Upgrade', boot_image"),
            ("another_program_first", "sequence 'Upgrade', run_another_program_first"),
            ("purpose", "deployment 'Upgrade laptops', purpose"),
            ("independent_of_assignments", "deployment 'Upgrade laptops', independent_of_assignments"),
            ("internet_allowed", "deployment 'Upgrade laptops', internet"),
            ("available_to", "deployment 'Upgrade laptops', available_to"),
            ("option", "deployment 'Upgrade laptops', option"),
            ("metered_option", "deployment 'Upgrade laptops', metered"),
            ("bulk_token", "client 'LT-001', registration"),
            ("metered_connection", "client 'LT-001', metered"),
        ],
    )
    def test_the_object_and_its_field(self, fact: str, detail: str) -> None:
        assert told(fact) == [detail]

    def test_a_sequence_that_is_not_described_has_none(self) -> None:
        assert told("upgrade", task_sequences=...) == []


class TestReleases:
    def test_whose_it_is(self) -> None:
        assert told("site_release") == []
        assert told("client_release") == ["client 'LT-001'"]
        assert told("site_release", release="5.00.8913") == []

    def test_an_unknown_build(self) -> None:
        end = "is not in the table of releases, so its release is unknown"
        assert told("site_release", release="5.00.9999") == [f"build 9999 of the site {end}"]
        clients = [{"name": "LT-001", "release": "5.00.9999"}, {"name": "LT-002"}]
        assert told("client_release", clients=clients) == [f"build 9999 of client 'LT-001' {end}"]

    def test_left_out(self) -> None:
        assert told("site_release", release=...) == []
        assert told("client_release", clients=[{"name": "LT-001"}, {"name": "LT-002"}]) == []


class TestGateways:
    def test_each_with_its_state(self) -> None:
        gateways = [gateway("A"), gateway("B", state="stopped"), gateway("C", state=...)]
        assert told("gateway_running", gateways=gateways) == [
            "gateway 'A' is running",
            "gateway 'B' is stopped",
            "gateway 'C' is in an unknown state",
        ]

    def test_none_and_unknown(self) -> None:
        assert told("gateway_running", gateways=[]) == ["there is no gateway"]
        assert told("gateway_running", gateways=...) == []


class TestChildren:
    @pytest.mark.parametrize(
        ("enabled", "expected"),
        [(True, []), (False, ["child 'Child' is disabled"]), (..., ["child 'Child' is perhaps disabled"])],
    )
    def test_those_that_are_not_enabled(self, enabled: Any, expected: list[str]) -> None:
        assert told("child_sequences_enabled", task_sequences=[sequence(), sequence("Child", enabled=enabled)]) == (
            expected
        )


class TestSettings:
    def test_who_says_what(self) -> None:
        custom = {"name": "Cloud", "priority": 1, "cloud_services": {"use_gateway": False}}
        settings = {**HEALTHY["client_settings"], "custom": [custom]}
        assert told("client_uses_gateway", client_settings=settings) == [
            "'Cloud' says no (if it counts for this client)",
            "'Default Client Settings' says yes",
        ]

    def test_what_is_not_said(self) -> None:
        assert told("user_may_install", client_settings=...) == [
            "a custom object that is not described does not say (if it counts for this client)",
            "'Default Client Settings' does not say",
        ]

    def test_an_unknown_cache_that_holds_it_all_the_same(self) -> None:
        settings: dict[str, Any] = {"default": {}, "custom": []}
        silent = "'Default Client Settings' does not say"
        small = "no cache is smaller than 1 MB, and 1 MB holds it"
        for fact in ("cache_holds_all", "cache_holds_each"):
            assert told(fact, client_settings=settings) == [silent]
            nothing = [sequence(steps=[])]
            assert told(fact, client_settings=settings, task_sequences=nothing) == [silent, small]
            assert told(fact, task_sequences=nothing) == ["'Default Client Settings' says 10240"]

    @pytest.mark.parametrize(
        ("fact", "value"),
        [
            ("client_gets_cloud_content", "yes"),
            ("user_may_install", "all-users"),
            ("metered_communication", "block"),
            ("cache_holds_all", "10240"),
            ("cache_holds_each", "10240"),
        ],
    )
    def test_each_setting(self, fact: str, value: str) -> None:
        assert told(fact) == [f"'Default Client Settings' says {value}"]


class TestContent:
    @pytest.mark.parametrize(
        ("changes", "expected"),
        [
            ({}, []),
            ({"gateways": []}, ["package 'Windows': on no source that is described"]),
            ({"gateways": [gateway(content=[OLD])]}, ["installed in version 2 (current: 3) on gateway 'CMG-EAST'"]),
            (
                {"gateways": [gateway(content=[held("Windows", "distributing", 3)])]},
                ["distributing on gateway 'CMG-EAST'"],
            ),
            ({"gateways": [gateway(content=[{"package": "Windows"}])]}, ["in an unknown state on gateway 'CMG-EAST'"]),
            (
                {"gateways": [gateway(content=[held("Windows", version=None)])]},
                ["installed, in an unknown version on gateway 'CMG-EAST'"],
            ),
            (
                {"gateways": [gateway(content=[OLD], serves=False)]},
                ["installed in version 2 (current: 3) on gateway 'CMG-EAST', which is not content-enabled"],
            ),
            (
                {"gateways": [], "cloud_distribution_points": [cloud_dp([OLD], state="stopped")]},
                ["installed in version 2 (current: 3) on cloud distribution point 'CDP-EAST', which is stopped"],
            ),
            (
                {"gateways": [], "distribution_points": [{"name": "DP01", "content": [WINDOWS]}]},
                ["installed in version 3 on distribution point 'DP01', which does not count on the internet"],
            ),
            ({"gateways": ...}, ["gateways are not described; on no source that is described"]),
            (
                {"gateways": [], "cloud_distribution_points": ...},
                ["cloud distribution points are not described; on no source that is described"],
            ),
            ({"gateways": [], "distribution_points": ...}, ["on no source that is described"]),
            (
                {"gateways": [gateway(content=...)], "packages": ...},
                ["on no source that is described"],
            ),
        ],
    )
    def test_where_the_package_is(self, changes: dict[str, Any], expected: list[str]) -> None:
        sequences = [sequence(steps=[step(packages=["Windows"])])]
        prefix = "package 'Windows': "
        found = told("content_in_cloud", task_sequences=sequences, **changes)
        assert [one.removeprefix(prefix) for one in found] == [one.removeprefix(prefix) for one in expected]

    def test_all_its_sources_in_one_sentence(self) -> None:
        changes = {
            "gateways": [gateway("A", [OLD]), gateway("B", [])],
            "cloud_distribution_points": [cloud_dp([held("Windows", "failed", 3)])],
        }
        assert told("content_in_cloud", task_sequences=[sequence(steps=[step(packages=["Windows"])])], **changes) == [
            "package 'Windows': installed in version 2 (current: 3) on gateway 'A'; "
            "failed on cloud distribution point 'CDP-EAST'"
        ]

    def test_only_the_packages_that_matter_for_the_fact(self) -> None:
        split: dict[str, Any] = {
            "gateways": [gateway(content=[WINDOWS], serves=False, state="stopped")],
            "cloud_distribution_points": [cloud_dp([DRIVERS])],
        }

        def packages(fact: str) -> list[str]:
            return [one.split("'")[1] for one in told(fact, **split)]

        assert packages("content_in_cloud") == []
        assert packages("content_needs_gateway") == ["Windows"]
        assert packages("gateway_serves_content") == ["Windows"]
        assert packages("content_needs_cloud_dp") == ["Drivers"]
        assert packages("content_on_running_source") == ["Windows"]

    def test_what_is_not_described(self) -> None:
        for fact in ("content_in_cloud", "content_needs_gateway", "content_on_running_source"):
            assert told(fact, task_sequences=...) == [NOT_DESCRIBED]

    def test_what_is_not_described_is_told_only_where_it_matters(self) -> None:
        for fact in ("gateway_serves_content", "content_needs_cloud_dp"):
            assert told(fact, task_sequences=...) == []
        switched_off = [gateway(content=[WINDOWS], serves=False)]
        assert told("gateway_serves_content", task_sequences=..., gateways=switched_off) == [NOT_DESCRIBED]

    def test_a_source_that_runs_and_serves_nothing(self) -> None:
        changes: dict[str, Any] = {
            "task_sequences": [sequence(steps=[step(packages=["Windows"])])],
            "gateways": [gateway(content=[WINDOWS], serves=False)],
            "cloud_distribution_points": [cloud_dp([WINDOWS], state="stopped")],
        }
        detail = (
            "package 'Windows': installed in version 3 on gateway 'CMG-EAST', which is not content-enabled; "
            "installed in version 3 on cloud distribution point 'CDP-EAST', which is stopped"
        )
        for fact in ("content_on_running_source", "content_needs_cloud_dp"):
            assert told(fact, **changes) == [detail]

    def test_a_gateway_that_is_switched_off_and_stopped(self) -> None:
        gateways = [gateway(content=[WINDOWS], serves=False, state="stopped")]
        steps = [step(packages=["Windows"])]
        assert told("content_on_running_source", task_sequences=[sequence(steps=steps)], gateways=gateways) == [
            "package 'Windows': installed in version 3 on gateway 'CMG-EAST', "
            "which is stopped and is not content-enabled"
        ]

    def test_a_gateway_before_1806(self) -> None:
        changes: dict[str, Any] = {
            "release": "1802",
            "task_sequences": [sequence(steps=[step(packages=["Windows"])])],
            "cloud_distribution_points": [cloud_dp([WINDOWS], state="stopped")],
        }
        assert told("content_on_running_source", **changes) == [
            "package 'Windows': installed in version 3 on gateway 'CMG-EAST', which serves no content "
            "at this release; installed in version 3 on cloud distribution point 'CDP-EAST', which is stopped"
        ]

    @pytest.mark.parametrize("packages", [..., [{"name": name} for name in ("Windows", "Drivers", "Office")]])
    def test_an_unknown_current_version(self, packages: Any) -> None:
        assert told("content_in_cloud", packages=packages) == [
            "package 'Windows': installed, in an unknown version on gateway 'CMG-EAST'",
            "package 'Drivers': installed, in an unknown version on gateway 'CMG-EAST'",
        ]
