from typing import Any

import pytest

from dod_model.assessment import assess_facts
from dod_model.attempt import Place, Start
from dod_model.facts import FACTS, Facts
from dod_model.findings import Evidence, Finding, Shortfall, better_release, release_of
from dod_model.releases import Release, current, preview
from dod_model.requirements import BY_ID, Verdict
from dod_model.site import AvailableTo, DeploymentOption
from tests.situation.healthy import cloud_dp, facts, gateway, situation

HEALTHY = facts()
AVAILABLE, ON_DEMAND = "task-sequence-over-the-internet-available", "download-on-demand-available"
SERVES, DEFECT = "gateway-serves-content", "no-defect-of-2002"


def finding(name: str, known: Facts) -> Finding:
    (found,) = [one for one in assess_facts(known).findings if one.id == name]
    return found


def changed(base: Facts = HEALTHY, /, **changes: Any) -> Facts:
    """Facts with changes; None for unknown."""
    return Facts(**{name: value for name, value in {**base.known(), **changes}.items() if value is not None})


def releases(site: Release, client: Release, base: Facts = HEALTHY, /, **more: Any) -> Facts:
    return changed(base, site_release=site, client_release=client, **more)


FROM_POINT = DeploymentOption.FROM_DISTRIBUTION_POINT
OLD = changed(option=FROM_POINT)
WITH_DEFECT = releases(current(2002), current(2002), bulk_token=False, enhanced_http_management_point=False)


class TestEvidence:
    def test_coverage_first_then_what_the_requirement_reads(self) -> None:
        assert [one.fact for one in finding("gateway-set-up", HEALTHY).evidence] == [
            "place",
            "upgrade",
            "gateway_running",
        ]

    def test_in_words(self) -> None:
        evidence = {one.fact: one for one in finding(ON_DEMAND, HEALTHY).evidence}
        assert evidence["site_release"] == Evidence("site_release", FACTS["site_release"].about.meaning, "1910", ())
        assert evidence["option"].value == "download-when-needed"
        assert evidence["upgrade"].value == "yes"

    def test_unknown_facts_have_no_value(self) -> None:
        found = finding("gateway-set-up", changed(gateway_running=None))
        assert found.verdict is Verdict.UNDETERMINED
        assert [one.value for one in found.evidence] == ["internet", "yes", None]

    def test_what_is_not_covered_rests_on_that_alone(self) -> None:
        found = finding("gateway-set-up", changed(place=Place.INTRANET))
        assert [one.fact for one in found.evidence] == ["place"]

    def test_so_does_what_may_not_be_covered(self) -> None:
        assert [one.fact for one in finding("gateway-set-up", changed(place=None)).evidence] == ["place", "upgrade"]


class TestWhy:
    def test_not_covered(self) -> None:
        why = finding("gateway-set-up", changed(place=Place.INTRANET)).why
        assert why == "the client is on the intranet, and these documents speak of clients on the internet"

    def test_out_of_scope(self) -> None:
        assert finding(DEFECT, HEALTHY).why == "the defects are those of current branch 2002"

    def test_not_covered_for_one_reason_or_another(self) -> None:
        known = changed(place=Place.INTERNET, upgrade=False, boot_image=True, site_release=current(2010))
        assert "2006" in finding("gateway-set-up", known).why
        either = changed(known, place=None)
        assert finding("gateway-set-up", either).why == "the documents do not speak of such an attempt"

    def test_of_what_is_always_asked_there_is_none(self) -> None:
        assert Finding(BY_ID["gateway-set-up"], Verdict.NOT_APPLICABLE, HEALTHY).why == ""

    def test_only_of_what_is_not_applicable(self) -> None:
        assert finding("gateway-set-up", HEALTHY).why == ""
        assert finding("gateway-set-up", changed(gateway_running=False)).why == ""


class TestRemarks:
    def test_inferred(self) -> None:
        found = finding(AVAILABLE, releases(current(1802), current(1710)))
        assert found.verdict is Verdict.VIOLATED
        assert "F009" in found.reasoning
        assert finding(AVAILABLE, HEALTHY).reasoning == ""

    def test_contested(self) -> None:
        found = finding("started-from-software-center", changed(started_from=Start.SCHEDULE))
        assert (found.verdict, found.contested, found.contradictions) == (Verdict.MET, True, ("E12",))
        found = finding("started-from-software-center", changed(started_from=Start.PXE))
        assert (found.verdict, found.contested, found.contradictions) == (Verdict.VIOLATED, False, ("E02",))
        found = finding("started-from-software-center", HEALTHY)
        assert (found.verdict, found.contested, found.contradictions) == (Verdict.MET, False, ())

    def test_not_of_what_is_not_applicable(self) -> None:
        found = finding("content-on-a-running-source", changed(content_in_cloud=False))
        assert (found.verdict, found.reasoning) == (Verdict.NOT_APPLICABLE, "")
        found = finding("started-from-software-center", changed(started_from=Start.SCHEDULE, place=Place.INTRANET))
        assert (found.contested, found.contradictions, found.reasoning) == (False, (), "")


class TestShortfalls:
    @pytest.mark.parametrize(
        ("site", "client", "expected"),
        [
            (1906, 1906, [("site", 1906, 1910), ("client", 1906, 1910)]),
            (1910, 1906, [("client", 1906, 1910)]),
            (1906, 1910, [("site", 1906, 1910)]),
            (1910, 1910, []),
        ],
    )
    def test_which_side_falls_short(self, site: int, client: int, expected: list[tuple[str, int, int]]) -> None:
        found = finding(ON_DEMAND, releases(current(site), current(client)))
        assert found.shortfalls == tuple(Shortfall(side, current(has), current(needs)) for side, has, needs in expected)

    def test_on_technical_previews(self) -> None:
        found = finding(ON_DEMAND, releases(preview(1908), preview(1909)))
        assert found.shortfalls == (Shortfall("site", preview(1908), preview(1909)),)

    def test_an_unknown_side_is_not_told(self) -> None:
        found = finding(ON_DEMAND, changed(site_release=current(1906), client_release=None))
        assert found.verdict is Verdict.VIOLATED
        assert found.shortfalls == (Shortfall("site", current(1906), current(1910)),)

    def test_of_the_site_alone_where_the_client_is_not_asked(self) -> None:
        known = releases(current(1802), current(1802), content_needs_gateway=True, gateway_serves_content=True)
        assert finding(SERVES, known).shortfalls == (Shortfall("site", current(1802), current(1806)),)

    def test_only_of_what_is_violated(self) -> None:
        known = releases(current(1802), current(1802), content_needs_gateway=False)
        assert finding(SERVES, known).shortfalls == ()
        unknown = changed(site_release=current(1910), client_release=None)
        assert finding(ON_DEMAND, unknown).verdict is Verdict.UNDETERMINED
        assert finding(ON_DEMAND, unknown).shortfalls == ()

    def test_a_requirement_that_asks_nothing_of_releases_has_none(self) -> None:
        assert finding("gateway-set-up", changed(gateway_running=False)).shortfalls == ()

    def test_a_defect_is_no_shortfall(self) -> None:
        known = releases(current(2002), current(2002), bulk_token=True, enhanced_http_management_point=False)
        assert finding(DEFECT, known).verdict is Verdict.VIOLATED
        assert finding(DEFECT, known).shortfalls == ()

    def test_where_it_is_unknown_what_is_asked(self) -> None:
        known = releases(current(1710), current(1710), upgrade=None, boot_image=False)
        found = Finding(BY_ID[AVAILABLE], Verdict.VIOLATED, known)
        assert found.shortfalls == ()


class TestRemedies:
    @pytest.mark.parametrize(
        ("name", "known", "expected"),
        [
            (ON_DEMAND, releases(current(1906), current(1906)), "update-site upgrade-client choose-download-all"),
            (ON_DEMAND, releases(current(1910), current(1906)), "upgrade-client choose-download-all"),
            (ON_DEMAND, releases(current(1906), current(1910)), "update-site choose-download-all"),
            (ON_DEMAND, changed(site_release=None), "choose-download-all"),
            (AVAILABLE, releases(current(1710), current(1710)), "update-site upgrade-client"),
            (DEFECT, changed(WITH_DEFECT, bulk_token=True), "update-site register-otherwise"),
            (DEFECT, changed(WITH_DEFECT, enhanced_http_management_point=True), "update-site use-https"),
            (DEFECT, changed(WITH_DEFECT, bulk_token=None), "update-site register-otherwise"),
            (
                SERVES,
                releases(current(1802), current(1802)),
                "update-site distribute-content create-cloud-distribution-point",
            ),
            (
                SERVES,
                changed(gateway_serves_content=False),
                "serve-content distribute-content create-cloud-distribution-point",
            ),
            ("option-fits-availability", changed(available_to=AvailableTo.MEDIA_AND_PXE), "make-available-to-clients"),
            ("option-fits-availability", changed(option=FROM_POINT), "choose-on-demand"),
            ("content-downloaded-locally", changed(option=FROM_POINT), "choose-on-demand choose-download-all"),
            ("content-downloaded-locally", releases(current(1906), current(1906), OLD), "choose-download-all"),
            ("on-demand-option-chosen", releases(current(1906), current(1906), OLD), "choose-on-demand"),
            ("cache-size", HEALTHY, "enlarge-cache"),
            ("metered-connection", changed(metered_option=True), "clear-metered-option"),
            ("metered-connection", changed(metered_connection=True), "use-unmetered"),
            ("gateway-set-up", HEALTHY, "start-gateway create-gateway"),
            (
                "content-in-the-cloud",
                releases(current(2103), current(2103)),
                "distribute-content create-cloud-distribution-point",
            ),
            ("content-in-the-cloud", releases(current(2107), current(2107)), "distribute-content"),
            (
                "content-in-the-cloud",
                changed(site_release=None),
                "distribute-content create-cloud-distribution-point",
            ),
        ],
    )
    def test_only_what_can_be_done_and_helps(self, name: str, known: Facts, expected: str) -> None:
        found = Finding(BY_ID[name], Verdict.VIOLATED, known)
        assert [remedy.id for remedy in found.remedies] == expected.split()

    @pytest.mark.parametrize(
        ("name", "kind", "objects", "expected"),
        [
            ("gateway-set-up", "gateways", [], "create-gateway"),
            ("gateway-set-up", "gateways", [gateway(state="stopped")], "start-gateway"),
            ("gateway-set-up", "gateways", ..., "start-gateway create-gateway"),
            ("content-in-the-cloud", "cloud_distribution_points", [cloud_dp()], "distribute-content"),
            (
                "content-in-the-cloud",
                "cloud_distribution_points",
                [],
                "distribute-content create-cloud-distribution-point",
            ),
        ],
    )
    def test_what_is_there_is_not_created(self, name: str, kind: str, objects: Any, expected: str) -> None:
        found = Finding(BY_ID[name], Verdict.VIOLATED, HEALTHY, situation(**{kind: objects}))
        assert [remedy.id for remedy in found.remedies] == expected.split()


class TestBetterRelease:
    @pytest.mark.parametrize(
        ("name", "site", "client", "expected"),
        [
            (AVAILABLE, current(1710), current(1706), (current(1802), current(1802))),
            (AVAILABLE, preview(1801), preview(1801), (preview(1802), preview(1802))),
            (ON_DEMAND, current(1906), current(1802), (current(1910), current(1910))),
            (ON_DEMAND, preview(1908), preview(1909), (preview(1909), None)),
            (ON_DEMAND, current(1910), current(1906), (None, current(1910))),
            (SERVES, current(1802), current(1802), (current(1806), None)),
            (DEFECT, current(2002), current(2002), (current(2006), None)),
            ("gateway-set-up", current(1511), current(1511), (None, None)),
        ],
    )
    def test_of_each_side(
        self, name: str, site: Release, client: Release, expected: tuple[Release | None, Release | None]
    ) -> None:
        known = releases(site, client)
        found = (better_release(BY_ID[name], known, "site"), better_release(BY_ID[name], known, "client"))
        assert found == expected

    def test_of_unknown_releases(self) -> None:
        known = changed(site_release=None, client_release=None)
        assert better_release(BY_ID[ON_DEMAND], known, "site") is None
        assert better_release(BY_ID[ON_DEMAND], known, "client") is None

    def test_where_it_is_unknown_what_is_asked(self) -> None:
        known = releases(current(1710), current(1710), upgrade=None, boot_image=False)
        assert better_release(BY_ID[AVAILABLE], known, "site") is None
        assert better_release(BY_ID[AVAILABLE], known, "client") is None

    def test_where_no_document_says(self) -> None:
        script = releases(preview(1909), preview(1909), upgrade=False, boot_image=False)
        assert better_release(BY_ID[AVAILABLE], script, "site") is None

    def test_release_of(self) -> None:
        known = changed(site_release=current(1906), client_release=None)
        assert release_of("site", known) == current(1906)
        assert release_of("client", known) is None
