from typing import Any

import pytest

from dod_model.attempt import Attempt, Place, Start, User
from dod_model.facts import FACTS
from dod_model.releases import Release, current, preview
from dod_model.site import AvailableTo, DeploymentOption, Purpose
from dod_model.situation.deriving import DERIVATIONS
from tests.situation.healthy import ATTEMPT, HEALTHY, facts, gateway, known

PERMISSIONS = ("all-users", "only-administrators", "only-administrators-and-primary-users", "no-users")


def test_every_fact_is_derived_but_what_no_document_says() -> None:
    assert DERIVATIONS.keys() == FACTS.keys() - {"undocumented"}


def test_on_the_healthy_site_all_is_known() -> None:
    assert facts().known().keys() == DERIVATIONS.keys()


class TestAttempt:
    @pytest.mark.parametrize("start", Start)
    def test_how_it_is_started(self, start: Start) -> None:
        assert known("started_from", Attempt("Upgrade laptops", "LT-001", start)) is start

    def test_an_unknown_start(self) -> None:
        assert known("started_from", Attempt("Upgrade laptops", "LT-001", None)) is None

    def test_by_default_in_software_center_on_the_internet(self) -> None:
        assert known("started_from") is Start.SOFTWARE_CENTER
        assert known("place") is Place.INTERNET
        assert known("place", Attempt("Upgrade laptops", "LT-001", place=Place.INTRANET)) is Place.INTRANET


class TestReleases:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("1906", current(1906)),
            (1906, current(1906)),
            ("5.00.8853.1006", current(1906)),
            ("5.00.8854", None),
            (..., None),
        ],
    )
    def test_of_the_site_and_of_the_client(self, text: Any, expected: Release | None) -> None:
        assert known("site_release", release=text) == expected
        client = {name: value for name, value in {"name": "LT-001", "release": text}.items() if value is not ...}
        assert known("client_release", clients=[client, {"name": "LT-002"}]) == expected

    def test_previews(self) -> None:
        clients = [{"name": name, "release": "TP 1908"} for name in ("LT-001", "LT-002")]
        assert known("site_release", release="TP 1909", clients=clients) == preview(1909)
        assert known("client_release", release="TP 1909", clients=clients) == preview(1908)


class TestGateway:
    @pytest.mark.parametrize(
        ("gateways", "expected"),
        [
            (..., None),
            ([], False),
            ([gateway()], True),
            ([gateway(state="stopped")], False),
            ([gateway(state=...)], None),
            ([gateway("A", state="stopped"), gateway("B")], True),
            ([gateway("A", state="stopped"), gateway("B", state=...)], None),
            ([gateway("A"), gateway("B", state=...)], True),
            ([gateway(serves=False)], True),
        ],
    )
    def test_one_that_runs_is_enough(self, gateways: Any, expected: bool | None) -> None:
        assert known("gateway_running", gateways=gateways) is expected


class TestDeployment:
    @pytest.mark.parametrize(
        ("field", "value", "fact", "expected"),
        [
            ("purpose", "required", "purpose", Purpose.REQUIRED),
            ("available_to", "media-and-pxe", "available_to", AvailableTo.MEDIA_AND_PXE),
            ("option", "run-from-distribution-point", "option", DeploymentOption.FROM_DISTRIBUTION_POINT),
            ("internet", False, "internet_allowed", False),
            ("independent_of_assignments", False, "independent_of_assignments", False),
            ("metered", True, "metered_option", True),
        ],
    )
    def test_each_field(self, field: str, value: Any, fact: str, expected: Any) -> None:
        deployment = HEALTHY["deployments"][0]
        assert known(fact, deployments=[{**deployment, field: value}]) is expected
        assert known(fact, deployments=[{name: old for name, old in deployment.items() if name != field}]) is None
        assert known(fact) is not expected


class TestClient:
    @pytest.mark.parametrize(
        ("registration", "expected"),
        [
            ("bulk-registration-token", True),
            ("intranet", False),
            ("client-authentication-certificate", False),
            ("azure-ad", False),
        ],
    )
    def test_bulk_token(self, registration: str, expected: bool) -> None:
        clients = [{"name": "LT-001", "registration": registration}, {"name": "LT-002"}]
        assert known("bulk_token", clients=clients) is expected

    def test_what_is_not_told_of_it_is_unknown(self) -> None:
        clients = [{"name": "LT-001"}, HEALTHY["clients"][1]]
        assert known("bulk_token", clients=clients) is None
        assert known("metered_connection", clients=clients) is None

    @pytest.mark.parametrize("metered", [True, False])
    def test_metered_connection(self, metered: bool) -> None:
        clients = [{"name": "LT-001", "metered": metered}, {"name": "LT-002", "metered": not metered}]
        assert known("metered_connection", clients=clients) is metered


class TestInstallPermissions:
    @pytest.mark.parametrize(
        ("user", "expected"),
        [
            (User.ADMINISTRATOR, [True, True, True, False]),
            (User.PRIMARY_USER, [True, False, True, False]),
            (User.OTHER_USER, [True, False, False, False]),
            (None, [True, None, None, False]),
        ],
    )
    def test_by_user(self, user: User | None, expected: list[bool | None]) -> None:
        attempt = Attempt("Upgrade laptops", "LT-001", user=user)
        found = []
        for permissions in PERMISSIONS:
            settings = {"default": {"computer_agent": {"install_permissions": permissions}}, "custom": []}
            found.append(known("user_may_install", attempt, client_settings=settings))
        assert found == expected

    def test_unknown_permissions(self) -> None:
        attempt = Attempt("Upgrade laptops", "LT-001", user=User.ADMINISTRATOR)
        assert known("user_may_install", attempt, client_settings=...) is None


class TestManagementPoint:
    @pytest.mark.parametrize(
        ("https", "traffic", "enhanced", "expected"),
        [
            (False, True, True, True),
            (True, True, True, False),
            (False, False, True, False),
            (False, True, False, False),
            (..., True, True, None),
            (False, ..., True, None),
            (False, True, ..., None),
            (True, ..., True, False),
            (..., False, True, False),
            (..., ..., False, False),
            (True, True, ..., False),
        ],
    )
    def test_http_with_enhanced_http_for_the_gateway(
        self, https: Any, traffic: Any, enhanced: Any, expected: bool | None
    ) -> None:
        fields = {"name": "MP01", "https": https, "gateway_traffic": traffic}
        point = {name: value for name, value in fields.items() if value is not ...}
        found = known("enhanced_http_management_point", management_points=[point], enhanced_http=enhanced)
        assert found is expected

    def test_any_of_several(self) -> None:
        points = [
            {"name": "MP01", "https": True, "gateway_traffic": True},
            {"name": "MP02", "https": False, "gateway_traffic": True},
        ]
        assert known("enhanced_http_management_point", management_points=points, enhanced_http=True) is True
        assert known("enhanced_http_management_point", management_points=points[:1], enhanced_http=True) is False

    def test_without_management_points(self) -> None:
        assert known("enhanced_http_management_point", management_points=[], enhanced_http=True) is False
        assert known("enhanced_http_management_point", management_points=..., enhanced_http=True) is None
        assert known("enhanced_http_management_point", management_points=..., enhanced_http=False) is False


def test_the_attempt_is_the_one_that_is_asked() -> None:
    assert facts(ATTEMPT) == facts()
