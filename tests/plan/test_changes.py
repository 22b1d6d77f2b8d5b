from typing import Any

import pytest

from dod_model.attempt import Attempt, Start
from dod_model.plan import Change
from dod_model.plan.changes import (
    DEPLOYMENT_CHANGES,
    SETTING_CHANGES,
    change_deployment,
    clear_boot_image,
    create_cloud_dp,
    create_gateway,
    distribute,
    enable_sequence,
    register_otherwise,
    serve_content,
    set_client_setting,
    start_from_software_center,
    start_gateway,
    update_site,
    upgrade_client,
    use_https,
)
from dod_model.releases import current
from dod_model.requirements import remedies
from dod_model.requirements.remedies import Remedy
from dod_model.site import CloudDistributionPoint, CloudManagementGateway, Site
from dod_model.situation.settings import DEFAULT
from tests.situation.healthy import ATTEMPT, DRIVERS, HEALTHY, WINDOWS, cloud_dp, gateway, held, sequence, site

EAST = CloudManagementGateway(name="CMG-EAST")
POINT = CloudDistributionPoint(name="CDP-EAST")
CHILD = sequence("Child")
LT_002 = HEALTHY["clients"][1]


def clients(**changes: Any) -> dict[str, Any]:
    return {"clients": [{**HEALTHY["clients"][0], **changes}, LT_002]}


def deployments(**changes: Any) -> dict[str, Any]:
    return {"deployments": [{**HEALTHY["deployments"][0], **changes}]}


def points(https: bool) -> dict[str, Any]:
    one = {"name": "MP01", "https": https, "gateway_traffic": True}
    return {"management_points": [one, {**one, "name": "MP02", "https": False}]}


def settings(default: Any, *custom: dict[str, Any]) -> dict[str, Any]:
    return {"client_settings": {"default": {"cloud_services": default}, "custom": list(custom)}}


def custom(name: str, **groups: Any) -> dict[str, Any]:
    return {"name": name, "priority": ord(name[0]), "collections": ["Laptops"], **groups}


def by_setting(remedy: Remedy, name: str = DEFAULT) -> Change:
    return set_client_setting(remedy, name, *SETTING_CHANGES[remedy])


def by_deployment(remedy: Remedy) -> Change:
    return change_deployment(remedy, "Upgrade laptops", *DEPLOYMENT_CHANGES[remedy])


class TestEffects:
    """Each change, on a site that is as told before it, makes exactly what is told after it."""

    @pytest.mark.parametrize(
        ("change", "before", "after"),
        [
            (update_site(current(1910)), {"release": "1706"}, {"release": "1910"}),
            (upgrade_client("LT-001", current(1910)), clients(release="1906"), clients(release="1910")),
            (
                enable_sequence("Child"),
                {"task_sequences": [sequence(enabled=False), sequence("Child", enabled=False)]},
                {"task_sequences": [sequence(enabled=False), sequence("Child", enabled=True)]},
            ),
            (
                clear_boot_image("Upgrade"),
                {"task_sequences": [sequence(boot_image="Boot x64"), CHILD]},
                {"task_sequences": [sequence(boot_image=None), CHILD]},
            ),
            (
                create_gateway(),
                {},
                {"gateways": [*HEALTHY["gateways"], gateway("new gateway")]},
            ),
            (
                start_gateway("B"),
                {"gateways": [gateway("A", state="stopped"), gateway("B", state="stopped")]},
                {"gateways": [gateway("A", state="stopped"), gateway("B")]},
            ),
            (
                serve_content("B"),
                {"gateways": [gateway("A", serves=False), gateway("B", serves=False)]},
                {"gateways": [gateway("A", serves=False), gateway("B")]},
            ),
            (
                create_cloud_dp(),
                {"cloud_distribution_points": [cloud_dp()]},
                {"cloud_distribution_points": [cloud_dp(), cloud_dp(name="new cloud distribution point")]},
            ),
            (
                distribute("Windows", EAST),
                {"gateways": [gateway(content=[held("Windows", "failed", 2), DRIVERS])]},
                {"gateways": [gateway(content=[DRIVERS, WINDOWS])]},
            ),
            (
                distribute("Windows", POINT),
                {"cloud_distribution_points": [cloud_dp()]},
                {"cloud_distribution_points": [cloud_dp([WINDOWS])]},
            ),
            (use_https("MP01"), points(https=False), points(https=True)),
            (
                register_otherwise("LT-001"),
                clients(registration="bulk-registration-token"),
                clients(registration="client-authentication-certificate"),
            ),
        ],
        ids=lambda value: value.text if isinstance(value, Change) else "",
    )
    def test_of_site_clients_and_sources(self, change: Change, before: dict[str, Any], after: dict[str, Any]) -> None:
        assert site(**before) != site(**after)
        assert change.applied(site(**before), ATTEMPT) == (site(**after), ATTEMPT)

    @pytest.mark.parametrize(
        ("remedy", "before", "after"),
        [
            (remedies.LET_USERS_RUN, {"independent_of_assignments": False}, {"independent_of_assignments": True}),
            (remedies.ALLOW_ON_INTERNET, {"internet": False}, {"internet": True}),
            (remedies.MAKE_AVAILABLE_TO_CLIENTS, {"available_to": "media-and-pxe"}, {"available_to": "clients"}),
            (
                remedies.CHOOSE_ON_DEMAND,
                {"option": "download-all-before-start"},
                {"option": "download-when-needed"},
            ),
            (
                remedies.CHOOSE_DOWNLOAD_ALL,
                {"option": "download-when-needed"},
                {"option": "download-all-before-start"},
            ),
        ],
    )
    def test_of_a_deployment(self, remedy: Remedy, before: dict[str, Any], after: dict[str, Any]) -> None:
        change = by_deployment(remedy)
        assert change.applied(site(**deployments(**before)), ATTEMPT)[0] == site(**deployments(**after))
        assert change.text == f"{remedy.action} on the deployment 'Upgrade laptops'"
        assert change.slot == ("deployment", "Upgrade laptops", next(iter(after)))
        assert (change.remedy, change.target) == (remedy, ("deployments", "Upgrade laptops"))

    def test_of_the_start(self) -> None:
        attempt = Attempt("Upgrade laptops", "LT-001", Start.PXE)
        assert start_from_software_center().applied(site(), attempt) == (site(), ATTEMPT)


class TestClientSettings:
    @pytest.mark.parametrize(
        ("remedy", "group", "setting", "before", "after"),
        [
            (remedies.ALLOW_GATEWAY, "cloud_services", "use_gateway", False, True),
            (remedies.ALLOW_CLOUD_CONTENT, "cloud_services", "cloud_content", False, True),
            (remedies.PERMIT_ALL_USERS, "computer_agent", "install_permissions", "no-users", "all-users"),
        ],
    )
    def test_of_the_default_settings(
        self, remedy: Remedy, group: str, setting: str, before: object, after: object
    ) -> None:
        first, second = ({"default": {group: {setting: value}}, "custom": []} for value in (before, after))
        change = by_setting(remedy)
        assert change.applied(site(client_settings=first), ATTEMPT)[0] == site(client_settings=second)
        assert change.text == f"{remedy.action} in 'Default Client Settings'"
        assert change.slot == ("setting", "Default Client Settings", setting)
        assert (change.remedy, change.target) == (remedy, ("client_settings", "Default Client Settings"))

    def test_of_one_custom_object_and_no_other(self) -> None:
        off, on = {"use_gateway": False, "cloud_content": False}, {"use_gateway": True, "cloud_content": False}
        before = settings(off, custom("A", cloud_services=off), custom("B", cloud_services=off))
        after = settings(off, custom("A", cloud_services=off), custom("B", cloud_services=on))
        assert by_setting(remedies.ALLOW_GATEWAY, "B").applied(site(**before), ATTEMPT)[0] == site(**after)

    def test_where_no_settings_are_described_nothing_changes(self) -> None:
        bare = site(client_settings=...)
        assert by_setting(remedies.ALLOW_GATEWAY).applied(bare, ATTEMPT) == (bare, ATTEMPT)

    def test_where_no_custom_objects_are_described_there_are_none_after(self) -> None:
        after: Site = by_setting(remedies.ALLOW_GATEWAY, "B").applied(site(client_settings={}), ATTEMPT)[0]
        assert after == site(client_settings={"custom": []})
