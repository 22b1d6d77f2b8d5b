"""Which sources the management point lists for a package, which it leaves out, and why."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from pydantic import MISSING

from dod_model.attempt import Attempt, Place
from dod_model.releases import current
from dod_model.run.locations import UNDESCRIBED, Answer, Listed, known_of, locate, serves, version_at, version_of
from dod_model.site import (
    ClientSettings,
    CloudServices,
    Content,
    ContentState,
    SettingsGroups,
    Site,
    SourceState,
    with_fields,
)
from tests.run.sites import ALL_FIRST, ATTEMPT, cloud_dp, dp, facts, gateway, installed, package, site, situation

ON_THE_INTRANET = replace(ATTEMPT, place=Place.INTRANET)
A1, A2 = installed("A", 1), installed("A", 2)


def answer(described: Site, *, intranet: bool = False) -> Answer:
    attempt = ON_THE_INTRANET if intranet else ATTEMPT
    return locate(situation(described, attempt), known_of(facts(described)), "A")


def listed(described: Site, *, intranet: bool = False) -> list[str]:
    return [source.name for source in answer(described, intranet=intranet).listed]


def left_out(described: Site, *, intranet: bool = False) -> dict[str, tuple[str, str]]:
    """The sources that are left out, each with the behaviour that says why, and what more is said."""
    out = answer(described, intranet=intranet).left_out
    return {one.source: (one.behaviour.id, one.detail) for one in out}


def settings(described: Site, **cloud: Any) -> Site:
    """The site with other Cloud Services for all clients."""
    assert isinstance(described.client_settings, ClientSettings)
    changed = with_fields(
        described.client_settings,
        default=SettingsGroups(cloud_services=CloudServices.model_validate({"use_gateway": True, **cloud})),
    )
    return with_fields(described, client_settings=changed)


def test_every_cloud_source_that_holds_it_is_listed() -> None:
    described = site(gateways=(gateway("CMG-1"), gateway("CMG-2")), cloud_dps=(cloud_dp("CDP-1"),))
    assert listed(described) == ["CMG-1", "CMG-2", "CDP-1"]
    assert answer(described).left_out == ()
    assert answer(described).assumed == ()


@pytest.mark.parametrize(
    ("content", "reason", "detail"),
    [
        ((), "only-holders", ""),
        ((installed("B"),), "only-holders", ""),
        ((A2,), "only-current", "it holds version 2, the current one is 1"),
        ((with_fields(A1, state=ContentState.DISTRIBUTING),), "only-current", "the content there is distributing"),
        ((with_fields(A1, state=ContentState.FAILED),), "only-current", "the content there is failed"),
        ((with_fields(A1, state=ContentState.REMOVING),), "only-current", "the content there is removing"),
        ((with_fields(A2, state=ContentState.REMOVING),), "only-current", "the content there is removing"),
    ],
)
def test_a_source_without_the_content_in_its_version_is_left_out(
    content: tuple[Content, ...], reason: str, detail: str
) -> None:
    described = site(gateways=(gateway("CMG-1", content), gateway("CMG-2")), cloud_dps=(cloud_dp("CDP", content),))
    assert listed(described) == ["CMG-2"]
    assert left_out(described) == {"CMG-1": (reason, detail), "CDP": (reason, detail)}


def test_a_gateway_that_does_not_serve_content_is_left_out() -> None:
    described = site(gateways=(gateway(serves_content=False),), cloud_dps=(cloud_dp(),))
    assert listed(described) == ["CDP"]
    assert left_out(described) == {"CMG": ("only-serving-gateways", "")}


@pytest.mark.parametrize(("release", "serving"), [(1802, False), (1806, True)])
def test_gateways_serve_content_from_1806(release: int, serving: bool) -> None:
    described = site(cloud_dps=(cloud_dp(),), release=current(release), deployment={"option": ALL_FIRST})
    assert listed(described) == (["CMG", "CDP"] if serving else ["CDP"])
    assert left_out(described) == ({} if serving else {"CMG": ("only-serving-gateways", "")})


@pytest.mark.parametrize(
    ("option", "release", "client", "given"),
    [
        ("when-needed", 1906, 1906, False),
        ("when-needed", 1910, 1906, False),
        ("when-needed", 1906, 1910, False),
        ("when-needed", 1910, 1910, True),
        ("all-first", 1906, 1906, True),
    ],
)
def test_on_demand_nothing_in_the_cloud_is_listed_up_to_1906(
    option: str, release: int, client: int, given: bool
) -> None:
    described = site(
        cloud_dps=(cloud_dp(),),
        release=current(release),
        client={"release": current(client)},
        deployment={"option": ALL_FIRST} if option == "all-first" else {},
    )
    assert listed(described) == (["CMG", "CDP"] if given else [])
    reason = ("not-on-demand-before-1910", "")
    assert left_out(described) == ({} if given else {"CMG": reason, "CDP": reason})


def test_a_client_that_may_not_use_the_cloud_gets_no_cloud_source() -> None:
    described = settings(site(cloud_dps=(cloud_dp(),)), cloud_content=False)
    assert listed(described) == []
    assert set(left_out(described).values()) == {("cloud-not-asked-for", "")}


def test_distribution_points_do_not_count_on_the_internet() -> None:
    described = site(dps=(dp(),))
    assert listed(described) == ["CMG"]
    assert left_out(described) == {"DP": ("only-cloud", "")}


def test_on_the_intranet_only_distribution_points_count() -> None:
    described = site(cloud_dps=(cloud_dp(),), dps=(dp("DP-1"), dp("DP-2"), dp("DP-3", ())))
    assert listed(described, intranet=True) == ["DP-1", "DP-2"]
    reason = ("intranet-sources", "")
    assert left_out(described, intranet=True) == {"CMG": reason, "CDP": reason, "DP-3": ("only-holders", "")}


def test_what_is_stopped_is_listed_all_the_same() -> None:
    described = site(gateways=(gateway(state=SourceState.STOPPED),), cloud_dps=(cloud_dp(state=SourceState.STOPPED),))
    assert listed(described) == ["CMG", "CDP"]


class TestOrder:
    def test_those_of_the_clients_own_site_come_first(self) -> None:
        others = (gateway("G1", site_code="AB1"), gateway("G2"), gateway("G3", site_code="AB1"))
        described = site(gateways=others, cloud_dps=(cloud_dp("C1"), cloud_dp("C2", site_code="AB1")))
        found = answer(described).listed
        assert [source.name for source in found] == ["G2", "C1", "G1", "G3", "C2"]
        assert [source.own for source in found] == [True, True, False, False, False]

    def test_case_of_a_site_code_does_not_matter(self) -> None:
        described = site(gateways=(gateway("G1", site_code="AB1"), gateway("G2", site_code="ps1")))
        assert listed(described) == ["G2", "G1"]

    @pytest.mark.parametrize("unknown", ["of a source", "of the client"])
    def test_where_a_site_is_unknown_all_are_alike(self, unknown: str) -> None:
        code = MISSING if unknown == "of a source" else "AB1"
        described = site(
            gateways=(gateway("G1", site_code=code), gateway("G2")),
            client={"site_code": MISSING} if unknown == "of the client" else {},
        )
        found = answer(described)
        assert [(source.name, source.own) for source in found.listed] == [("G1", None), ("G2", None)]
        assert found.assumed == ("the sources of the list are of one site, so that any may be chosen first",)

    def test_nothing_is_assumed_of_a_single_source_nor_on_the_premises(self) -> None:
        assert answer(site(gateways=(gateway(site_code=MISSING),))).assumed == ()
        described = site(dps=(dp("DP-1"), dp("DP-2")))
        assert answer(described, intranet=True).assumed == ()


class TestUnknown:
    @pytest.mark.parametrize(
        ("fields", "assumed"),
        [
            ({"content": MISSING}, "'CMG' holds 'A', installed and in its current version"),
            ({"content": (with_fields(A1, state=MISSING),)}, "'CMG' holds 'A', installed and in its current version"),
            ({"content": (with_fields(A1, version=MISSING),)}, "'CMG' holds 'A', installed and in its current version"),
            ({"serves_content": MISSING}, "'CMG' is content-enabled"),
            ({"state": MISSING}, "'CMG' runs"),
        ],
    )
    def test_what_is_not_known_of_a_source_is_assumed(self, fields: dict[str, Any], assumed: str) -> None:
        found = answer(site(gateways=(gateway(**fields),)))
        assert [source.name for source in found.listed] == ["CMG"]
        assert found.assumed == (assumed,)

    def test_that_the_client_may_use_the_cloud_is_assumed(self) -> None:
        found = answer(settings(site()))
        assert [source.name for source in found.listed] == ["CMG"]
        assert found.assumed == ("the client may take content from the cloud",)

    def test_nothing_is_assumed_of_what_is_left_out(self) -> None:
        found = answer(site(gateways=(gateway("G1", (), state=MISSING), gateway("G2"))))
        assert found.assumed == ()

    @pytest.mark.parametrize("kind", ["gateways", "cloud_dps"])
    def test_sources_that_are_not_described_hold_it(self, kind: str) -> None:
        fields: dict[str, Any] = {"gateways": (), kind: MISSING}
        found = answer(site(**fields))
        assert [source.name for source in found.listed] == [UNDESCRIBED]
        assert found.assumed == ("'A' is on a source that is not described",)

    def test_they_are_not_needed_where_another_source_is_listed(self) -> None:
        found = answer(site(cloud_dps=MISSING))
        assert [source.name for source in found.listed] == ["CMG"]
        assert found.assumed == ()

    def test_distribution_points_that_are_not_described_do_not_help_on_the_internet(self) -> None:
        found = answer(site(gateways=(), dps=MISSING))
        assert found.listed == ()
        assert found.assumed == ()


class TestDownloading:
    """Whether a source gives what it was listed for, and in which version."""

    CMG = Listed("gateways", "CMG", True)
    CDP = Listed("cloud_distribution_points", "CDP", True)
    DP = Listed("distribution_points", "DP", None)

    @pytest.mark.parametrize(
        ("fields", "gives"),
        [
            ({}, True),
            ({"state": SourceState.STOPPED}, False),
            ({"state": MISSING}, True),
            ({"content": MISSING}, True),
            ({"content": ()}, False),
            ({"content": (with_fields(A1, state=MISSING),)}, True),
            ({"content": (with_fields(A1, state=ContentState.REMOVING),)}, False),
            ({"content": (A2,)}, True),
        ],
    )
    def test_a_source_gives_what_is_installed_while_it_runs(self, fields: dict[str, Any], gives: bool) -> None:
        described = situation(site(gateways=(gateway(**fields),), cloud_dps=(cloud_dp(**fields),)))
        assert serves(described, self.CMG, "A") is gives
        assert serves(described, self.CDP, "A") is gives

    def test_a_distribution_point_is_out_of_reach_on_the_internet(self) -> None:
        described = site(dps=(dp(),))
        assert serves(situation(described, ON_THE_INTRANET), self.DP, "A") is True
        assert serves(situation(described), self.DP, "A") is False

    @pytest.mark.parametrize(("attempt", "gives"), [(ON_THE_INTRANET, True), (ATTEMPT, False)])
    def test_nor_is_one_in_reach_there_that_is_not_described(self, attempt: Attempt, gives: bool) -> None:
        source = Listed("distribution_points", UNDESCRIBED, None)
        assert serves(situation(site(dps=MISSING), attempt), source, "A") is gives

    def test_a_source_that_is_not_described_gives_everything_in_its_current_version(self) -> None:
        described = situation(site(gateways=MISSING, packages=[package("A", version=7)]))
        source = Listed("gateways", UNDESCRIBED, None)
        assert serves(described, source, "A") is True
        assert version_at(described, source, "A") == 7

    @pytest.mark.parametrize(
        ("content", "version"),
        [((A1,), 1), ((A2,), 2), ((with_fields(A2, version=MISSING),), 1), ((), 1), (MISSING, 1)],
    )
    def test_the_version_on_a_source(self, content: Any, version: int) -> None:
        described = situation(site(gateways=(gateway(content=content),)))
        assert version_at(described, self.CMG, "A") == version

    def test_the_current_version(self) -> None:
        assert version_of(situation(site(packages=[package("A", version=MISSING)])), "A") is None
        assert version_of(situation(site(packages=[])), "A") is None
        assert version_of(situation(site()), "A") == 1
