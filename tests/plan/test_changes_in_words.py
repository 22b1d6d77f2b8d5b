from typing import Any

import pytest

from dod_model.plan import Change
from dod_model.plan.changes import (
    clear_boot_image,
    create_cloud_dp,
    create_gateway,
    distribute,
    enable_sequence,
    register_otherwise,
    serve_content,
    start_from_software_center,
    start_gateway,
    update_site,
    upgrade_client,
    use_https,
)
from dod_model.releases import current, preview
from dod_model.requirements import remedies
from dod_model.requirements.remedies import Remedy
from dod_model.site import CloudDistributionPoint, CloudManagementGateway, Content, ContentState
from tests.situation.healthy import facts

POINT = CloudDistributionPoint(name="CDP-EAST")


class TestWords:
    @pytest.mark.parametrize(
        ("change", "remedy", "text", "slot", "target"),
        [
            (
                update_site(preview(1909)),
                remedies.UPDATE_SITE,
                "Update the site to at least TP 1909",
                ("site-release",),
                ("site", ""),
            ),
            (
                upgrade_client("LT-001", current(1910)),
                remedies.UPGRADE_CLIENT,
                "Upgrade the client of 'LT-001' to at least 1910",
                ("client-release", "LT-001"),
                ("clients", "LT-001"),
            ),
            (
                enable_sequence("S"),
                remedies.ENABLE_SEQUENCE,
                "Enable the task sequence 'S'",
                ("enabled", "S"),
                ("task_sequences", "S"),
            ),
            (
                clear_boot_image("S"),
                remedies.CLEAR_BOOT_IMAGE,
                "Clear **Use a boot image** on the task sequence 'S'",
                ("boot-image", "S"),
                ("task_sequences", "S"),
            ),
            (
                create_gateway(),
                remedies.CREATE_GATEWAY,
                "Create a cloud management gateway",
                ("create-gateway",),
                ("gateways", "new gateway"),
            ),
            (
                start_gateway("G"),
                remedies.START_GATEWAY,
                "Start the gateway 'G'",
                ("start-gateway", "G"),
                ("gateways", "G"),
            ),
            (
                serve_content("G"),
                remedies.SERVE_CONTENT,
                "Select **Allow CMG to function as a cloud distribution point and serve content from Azure storage** "
                "on the gateway 'G'",
                ("serve-content", "G"),
                ("gateways", "G"),
            ),
            (
                create_cloud_dp(),
                remedies.CREATE_CLOUD_DP,
                "Create a cloud distribution point",
                ("create-cloud-distribution-point",),
                ("cloud_distribution_points", "new cloud distribution point"),
            ),
            (
                distribute("P", POINT),
                remedies.DISTRIBUTE_CONTENT,
                "Distribute 'P' to the cloud distribution point 'CDP-EAST'",
                ("distribute", "P", "cloud distribution point", "CDP-EAST"),
                ("packages", "P"),
            ),
            (
                use_https("M"),
                remedies.USE_HTTPS,
                "Set the management point 'M' to HTTPS",
                ("https", "M"),
                ("management_points", "M"),
            ),
            (
                register_otherwise("C"),
                remedies.REGISTER_OTHERWISE,
                "Register the client 'C' other than with a bulk registration token",
                ("registration", "C"),
                ("clients", "C"),
            ),
            (
                start_from_software_center(),
                remedies.START_FROM_SOFTWARE_CENTER,
                "Start the task sequence from Software Center",
                ("start",),
                ("attempt", ""),
            ),
        ],
    )
    def test_text_slot_and_target(
        self, change: Change, remedy: Remedy, text: str, slot: tuple[str, ...], target: tuple[str, str]
    ) -> None:
        assert (change.remedy, change.text, change.slot, change.target) == (remedy, text, slot, target)
        assert change.touches == ()

    @pytest.mark.parametrize(
        ("state", "text"),
        [
            (ContentState.INSTALLED, "Update 'P' on the gateway 'G'"),
            (ContentState.FAILED, "Redistribute 'P' to the gateway 'G'"),
            (ContentState.DISTRIBUTING, "Finish distributing 'P' to the gateway 'G'"),
        ],
    )
    def test_a_delivery_of_what_the_source_has_already(self, state: ContentState, text: str) -> None:
        content = (Content(package="Other"), Content(package="P", state=state))
        assert distribute("P", CloudManagementGateway(name="G", content=content)).text == text

    @pytest.mark.parametrize(
        "content", [(), (Content(package="P"),), (Content(package="Q", state=ContentState.FAILED),)]
    )
    def test_a_first_delivery(self, content: tuple[Content, ...]) -> None:
        change = distribute("P", CloudManagementGateway(name="G", content=content))
        assert change.text == "Distribute 'P' to the gateway 'G'"

    @pytest.mark.parametrize("kind", [CloudManagementGateway, CloudDistributionPoint])
    def test_a_new_source_has_no_name_yet(self, kind: type[CloudManagementGateway | CloudDistributionPoint]) -> None:
        name = "new gateway" if kind is CloudManagementGateway else "new cloud distribution point"
        change = distribute("P", kind(name=name))
        assert change.text == f"Distribute 'P' to the {name}"
        assert change.destination is not None
        assert (change.destination.name, change.destination.on_gateway) == (name, kind is CloudManagementGateway)


class TestCmdlets:
    SERVING = "Set-CMCloudManagementGateway -EnableCloudDPFunction $true"

    @pytest.mark.parametrize(
        ("release", "cmdlet"), [("1910", ""), ("2006", ""), ("2010", SERVING), ("TP 1909", SERVING), (..., SERVING)]
    )
    def test_is_told_unless_the_release_certainly_lacks_it(self, release: Any, cmdlet: str) -> None:
        bare = [{"name": "LT-001"}, {"name": "LT-002"}]
        assert serve_content("G").cmdlet_on(facts(release=release, clients=bare)) == cmdlet

    def test_one_of_any_release_is_always_told(self) -> None:
        assert enable_sequence("S").cmdlet_on(facts(release="1706")) == "Enable-CMTaskSequence"

    def test_none_where_no_document_names_one(self) -> None:
        assert update_site(current(1910)).cmdlet_on(facts()) == ""
