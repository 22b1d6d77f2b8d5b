from typing import Any

import pytest

from dod_model.attempt import Attempt, Start, Wish
from dod_model.plan.changes import DEPLOYMENT_CHANGES
from tests.plan.offers import offered, towards
from tests.situation.healthy import ATTEMPT, HEALTHY, gateway, sequence

ALL_BEFORE = "Choose **Download all content locally before starting task sequence** on the deployment 'Upgrade laptops'"
WHEN_NEEDED = (
    "Choose **Download content locally when needed by the running task sequence** on the deployment 'Upgrade laptops'"
)
OPTION = ("deployment", "Upgrade laptops", "option")
CHILD = sequence("Child")


def client(**changes: Any) -> list[dict[str, Any]]:
    return [{**HEALTHY["clients"][0], **changes}]


class TestReleases:
    @pytest.mark.parametrize(
        ("site_release", "client_release", "expected"),
        [
            ("1906", "1910", ["Update the site to at least 1910"]),
            ("1910", "1906", ["Upgrade the client of 'LT-001' to at least 1910"]),
            (
                "1802",
                "1806",
                ["Update the site to at least 1910", "Upgrade the client of 'LT-001' to at least 1910"],
            ),
            (
                "TP 1908",
                "TP 1908",
                ["Update the site to at least TP 1909", "Upgrade the client of 'LT-001' to at least TP 1909"],
            ),
            ("1910", "1910", []),
            (..., "1910", []),
        ],
    )
    def test_each_side_that_is_too_old_offers_a_move(
        self, site_release: Any, client_release: str, expected: list[str]
    ) -> None:
        clients = client(release=client_release)
        collections = [{"name": "Laptops", "members": ["LT-001"]}]
        moves = offered("download-on-demand-available", release=site_release, clients=clients, collections=collections)
        assert moves == [[text] for text in expected]

    def test_the_usual_remedy_comes_first(self) -> None:
        moves = offered("download-on-demand-available", Wish.RUN, release="1906")
        assert moves == [["Update the site to at least 1910"], [ALL_BEFORE]]


class TestDefectsOf2002:
    POINTS: tuple[dict[str, Any], ...] = (
        {"name": "A", "https": True, "gateway_traffic": True},
        {"name": "B", "https": False, "gateway_traffic": False},
        {"name": "C", "gateway_traffic": True},
        {"name": "D", "https": False, "gateway_traffic": True},
        {"name": "E", "https": False, "gateway_traffic": True},
    )

    def defects(self, enhanced: Any, registration: str) -> list[list[str]]:
        fields = {"release": "2002", "enhanced_http": enhanced, "management_points": list(self.POINTS)}
        clients = [*client(registration=registration), HEALTHY["clients"][1]]
        return offered("no-defect-of-2002", clients=clients, **fields)

    def test_the_first_management_point_that_it_strikes_goes_to_https(self) -> None:
        moves = self.defects(enhanced=True, registration="azure-ad")
        assert moves == [["Update the site to at least 2006"], ["Set the management point 'D' to HTTPS"]]

    def test_a_bulk_token_is_given_up(self) -> None:
        moves = self.defects(enhanced=False, registration="bulk-registration-token")
        other = "Register the client 'LT-001' other than with a bulk registration token"
        assert moves == [["Update the site to at least 2006"], [other]]

    def test_what_is_not_known_to_be_amiss_is_left_alone(self) -> None:
        assert self.defects(enhanced=..., registration="azure-ad") == [["Update the site to at least 2006"]]

    def test_at_another_release_no_update_helps(self) -> None:
        assert offered("no-defect-of-2002", release="2006") == []


class TestTaskSequences:
    @pytest.mark.parametrize(
        ("parent", "child", "expected"),
        [
            (False, True, [["Enable the task sequence 'Upgrade'"]]),
            (True, False, [["Enable the task sequence 'Child'"]]),
            (False, False, [["Enable the task sequence 'Upgrade'"]]),
            (..., False, [["Enable the task sequence 'Child'"]]),
            (True, True, []),
            (..., ..., []),
        ],
    )
    def test_the_first_that_is_disabled_is_enabled(self, parent: Any, child: Any, expected: list[list[str]]) -> None:
        sequences = [sequence(enabled=parent), sequence("Child", enabled=child)]
        assert offered("task-sequence-enabled", task_sequences=sequences) == expected

    @pytest.mark.parametrize(
        ("upgrade", "boot_image", "expected"),
        [
            (True, "Boot x64", [["Clear **Use a boot image** on the task sequence 'Upgrade'"]]),
            (False, "Boot x64", []),
            (..., "Boot x64", []),
            (True, None, []),
            (True, ..., []),
        ],
    )
    def test_a_boot_image_is_cleared_from_an_upgrade_sequence_only(
        self, upgrade: Any, boot_image: Any, expected: list[list[str]]
    ) -> None:
        sequences = [sequence(upgrade=upgrade, boot_image=boot_image), CHILD]
        assert offered("upgrade-task-sequence", task_sequences=sequences) == expected

    @pytest.mark.parametrize("requirement", ["task-sequence-enabled", "upgrade-task-sequence"])
    def test_one_that_is_not_described_is_left_alone(self, requirement: str) -> None:
        assert offered(requirement, task_sequences=...) == []


class TestGateways:
    def test_one_is_created_where_there_is_none(self) -> None:
        assert offered("gateway-set-up", gateways=[]) == [["Create a cloud management gateway"]]

    def test_none_is_created_where_it_is_unknown_whether_there_is_one(self) -> None:
        assert offered("gateway-set-up", gateways=...) == []

    def test_each_that_is_stopped_is_one_way(self) -> None:
        states = {"A": "stopped", "B": "running", "C": ..., "D": "stopped"}
        gateways = [gateway(name, state=state) for name, state in states.items()]
        assert offered("gateway-set-up", gateways=gateways) == [["Start the gateway 'A'"], ["Start the gateway 'D'"]]


class TestStart:
    @pytest.mark.parametrize(
        ("start", "expected"),
        [
            (Start.PXE, [["Start the task sequence from Software Center"]]),
            (Start.SCHEDULE, [["Start the task sequence from Software Center"]]),
            (None, [["Start the task sequence from Software Center"]]),
            (Start.SOFTWARE_CENTER, []),
        ],
    )
    def test_in_another_way(self, start: Start | None, expected: list[list[str]]) -> None:
        attempt = Attempt(ATTEMPT.deployment, ATTEMPT.client, start)
        assert offered("started-from-software-center", attempt=attempt) == expected


class TestClientSettings:
    SETTINGS = (
        ("client-uses-gateway", "cloud_services", "use_gateway"),
        ("client-gets-cloud-content", "cloud_services", "cloud_content"),
    )

    @staticmethod
    def custom(name: str, value: object, collections: Any) -> dict[str, Any]:
        fields = {"name": name, "priority": 1, "cloud_services": {"use_gateway": value}, "collections": collections}
        return {field: given for field, given in fields.items() if given is not ...}

    @staticmethod
    def named(moves: list[list[str]]) -> list[str]:
        return [text.partition(" to Yes in ")[2] for (text,) in moves]

    @pytest.mark.parametrize(("requirement", "group", "setting"), SETTINGS)
    def test_one_that_is_off_by_default_is_set_there(self, requirement: str, group: str, setting: str) -> None:
        settings = {"default": {group: {setting: False}}, "custom": []}
        assert self.named(offered(requirement, client_settings=settings)) == ["'Default Client Settings'"]

    @pytest.mark.parametrize(
        ("custom", "by_default", "expected"),
        [
            ((False, ["Laptops"]), False, ["'A'"]),
            ((True, ["Laptops"]), False, []),
            ((False, ["Pilot"]), False, ["'Default Client Settings'"]),
            ((False, ...), False, ["'A'", "'Default Client Settings'"]),
            ((True, ...), False, ["'Default Client Settings'"]),
            ((False, ...), True, ["'A'"]),
        ],
    )
    def test_each_object_that_speaks_against_it_is_one_way(
        self, custom: tuple[object, Any], by_default: bool, expected: list[str]
    ) -> None:
        default = {"cloud_services": {"use_gateway": by_default}}
        settings = {"default": default, "custom": [self.custom("A", *custom)]}
        assert self.named(offered("client-uses-gateway", client_settings=settings)) == expected

    @pytest.mark.parametrize("settings", [..., {"custom": []}, {"default": {}, "custom": []}])
    def test_one_that_is_unknown_is_left_alone(self, settings: Any) -> None:
        assert offered("client-uses-gateway", client_settings=settings) == []

    @pytest.mark.parametrize(("permissions", "count"), [("no-users", 1), ("only-administrators", 1), ("all-users", 0)])
    def test_install_permissions(self, permissions: str, count: int) -> None:
        settings = {"default": {"computer_agent": {"install_permissions": permissions}}, "custom": []}
        text = "Set **Install permissions** to All Users in 'Default Client Settings'"
        assert offered("install-permissions-allow-it", client_settings=settings) == [[text]] * count


class TestDeployments:
    @pytest.mark.parametrize(
        ("requirement", "order"),
        [
            ("user-may-start-it", "Select **Allow user to run the program independently of assignments**"),
            ("allowed-on-the-internet", "Select **Allow task sequence to run for client on the Internet**"),
            (
                "available-to-clients",
                "Set **Make available to the following** to **Only Configuration Manager clients**",
            ),
        ],
    )
    def test_a_property_is_set(self, requirement: str, order: str) -> None:
        assert offered(requirement) == [[f"{order} on the deployment 'Upgrade laptops'"]]

    def test_downloading_everything_first_is_against_the_wish_for_on_demand(self) -> None:
        assert offered("content-downloaded-locally", Wish.ON_DEMAND) == [[WHEN_NEEDED]]
        assert offered("content-downloaded-locally", Wish.RUN) == [[WHEN_NEEDED], [ALL_BEFORE]]

    def test_what_was_set_on_the_way_is_not_set_again(self) -> None:
        assert towards("content-downloaded-locally", Wish.RUN, slots=[OPTION]) == []
        other = ("deployment", "Another", "option")
        assert len(towards("content-downloaded-locally", Wish.RUN, slots=[other])) == 2

    def test_each_remedy_sets_a_property_of_its_own_or_the_other_option(self) -> None:
        fields = sorted(field for field, _ in DEPLOYMENT_CHANGES.values())
        assert fields == ["available_to", "independent_of_assignments", "internet", "option", "option"]


class TestNoMoves:
    def test_what_needs_a_decision_of_people_is_not_planned(self) -> None:
        assert offered("network-path-content") == []
