from typing import Any

import pytest

from dod_model.attempt import Attempt, Place, Start, Wish
from dod_model.errors import InputError
from dod_model.plan import Plan, plan_for
from dod_model.requirements import BY_ID
from tests.plan.offers import planned, texts
from tests.situation.healthy import ATTEMPT, DRIVERS, HEALTHY, WINDOWS, gateway, sequence, site

CHILD = sequence("Child")
IMAGING = [sequence(upgrade=False, boot_image="Boot x64"), CHILD]
DEPLOYMENT = HEALTHY["deployments"][0]
ALL_BEFORE = "Choose **Download all content locally before starting task sequence** on the deployment 'Upgrade laptops'"


def plan(wish: Wish = Wish.ON_DEMAND, attempt: Attempt = ATTEMPT, **changes: Any) -> Plan:
    return plan_for(site(**changes), attempt, wish)


def to_find_out(**changes: Any) -> list[str]:
    return [one.fact for one in plan(**changes).find_out]


def stopped(count: int) -> list[dict[str, Any]]:
    return [gateway(f"G{number:02}", [WINDOWS, DRIVERS], state="stopped") for number in range(1, count + 1)]


class TestPlan:
    def test_where_all_is_well_there_is_nothing_to_do(self) -> None:
        found = plan()
        assert found == Plan(Wish.ON_DEMAND)
        assert (found.possible, found.is_empty, found.changes) == (True, True, ())

    def test_a_plan_with_steps_or_with_something_to_find_out_is_not_empty(self) -> None:
        assert not plan(gateways=stopped(1)).is_empty
        assert not plan(task_sequences=[sequence(enabled=...), CHILD]).is_empty

    def test_the_wish_is_to_download_on_demand_unless_told(self) -> None:
        later = {**DEPLOYMENT, "option": "download-all-before-start"}
        found = plan_for(site(deployments=[later]), ATTEMPT)
        assert found.wish is Wish.ON_DEMAND
        assert len(found.steps) == 1
        assert plan(Wish.RUN, deployments=[later]) == Plan(Wish.RUN)

    def test_an_attempt_that_does_not_fit_the_site_is_refused(self) -> None:
        with pytest.raises(InputError, match="there is no 'LT-999'"):
            plan_for(site(), Attempt("Upgrade laptops", "LT-999"))

    def test_a_step_tells_whom_its_change_touches(self) -> None:
        (step,) = plan(gateways=stopped(1)).steps
        assert step.change.touches == ("every deployment and client of the site",)

    def test_a_step_keeps_its_alternatives(self) -> None:
        (windows, drivers) = plan(gateways=[gateway("A"), gateway("B")]).steps
        assert texts(windows.alternatives) == ["Distribute 'Windows' to the gateway 'B'"]
        assert texts(drivers.alternatives) == ["Distribute 'Drivers' to the gateway 'B'"]


class TestOrder:
    def test_it_is_the_administrators(self) -> None:
        off = {"use_gateway": False, "cloud_content": False}
        settings = {"cloud_services": off, "computer_agent": {"install_permissions": "no-users"}}
        deployment = {
            "purpose": "required",
            "independent_of_assignments": False,
            "internet": False,
            "available_to": "media-and-pxe",
            "option": "download-all-before-start",
        }
        changes = planned(
            release="1906",
            clients=[{**HEALTHY["clients"][0], "release": "1906"}, HEALTHY["clients"][1]],
            gateways=[gateway(content=[WINDOWS], state="stopped", serves=False)],
            client_settings={"default": settings, "custom": []},
            task_sequences=[sequence(enabled=False, boot_image="Boot x64"), CHILD],
            deployments=[{**DEPLOYMENT, **deployment}],
            attempt=Attempt("Upgrade laptops", "LT-001", Start.PXE),
        )
        assert [text.partition(" on the deployment")[0] for text in changes] == [
            "Update the site to at least 1910",
            "Upgrade the client of 'LT-001' to at least 1910",
            "Start the gateway 'CMG-EAST'",
            "Select **Allow CMG to function as a cloud distribution point and serve content from Azure storage** "
            "on the gateway 'CMG-EAST'",
            "Distribute 'Drivers' to the gateway 'CMG-EAST'",
            "Set **Enable clients to use a cloud management gateway** to Yes in 'Default Client Settings'",
            "Set **Allow access to cloud distribution point** to Yes in 'Default Client Settings'",
            "Set **Install permissions** to All Users in 'Default Client Settings'",
            "Clear **Use a boot image** on the task sequence 'Upgrade'",
            "Enable the task sequence 'Upgrade'",
            "Set **Make available to the following** to **Only Configuration Manager clients**",
            "Select **Allow task sequence to run for client on the Internet**",
            "Choose **Download content locally when needed by the running task sequence**",
            "Select **Allow user to run the program independently of assignments**",
            "Start the task sequence from Software Center",
        ]

    def test_a_new_source_comes_before_its_content(self) -> None:
        assert planned(gateways=[], release="2107") == [
            "Create a cloud management gateway",
            "Distribute 'Windows' to the new gateway",
            "Distribute 'Drivers' to the new gateway",
        ]


class TestOtherWays:
    def test_each_is_told_in_the_administrators_order(self) -> None:
        disabled = [sequence(enabled=False), CHILD]
        found = plan(Wish.RUN, release="1906", task_sequences=disabled)
        enable = "Enable the task sequence 'Upgrade'"
        assert texts(found.changes) == ["Update the site to at least 1910", enable]
        assert [texts(way) for way in found.other_ways] == [[enable, ALL_BEFORE]]

    def test_an_order_other_than_that_of_the_search(self) -> None:
        found = plan(gateways=stopped(2), task_sequences=[sequence(enabled=False), CHILD])
        assert [texts(way) for way in found.other_ways] == [
            ["Start the gateway 'G02'", "Enable the task sequence 'Upgrade'"]
        ]

    def test_a_source_is_created_before_content_goes_to_it(self) -> None:
        (way,) = plan(gateways=[gateway(serves=False)]).other_ways
        assert texts(way) == [
            "Create a cloud distribution point",
            "Distribute 'Windows' to the new cloud distribution point",
            "Distribute 'Drivers' to the new cloud distribution point",
        ]

    @pytest.mark.parametrize(("count", "others"), [(1, 0), (3, 2), (11, 10), (13, 10)])
    def test_ten_are_kept(self, count: int, others: int) -> None:
        found = plan(gateways=stopped(count))
        assert texts(found.changes) == ["Start the gateway 'G01'"]
        assert [texts(way) for way in found.other_ways] == [
            [f"Start the gateway 'G{number:02}'"] for number in range(2, others + 2)
        ]


class TestNoPlan:
    def test_what_no_change_mends_is_an_obstacle(self) -> None:
        assert plan(task_sequences=IMAGING) == Plan(
            Wish.ON_DEMAND, obstacles=("upgrade-task-sequence",), possible=False
        )

    def test_an_obstacle_leaves_no_steps_for_what_could_be_mended(self) -> None:
        found = plan(task_sequences=IMAGING, gateways=stopped(1))
        assert (found.steps, found.find_out, found.obstacles) == ((), (), ("upgrade-task-sequence",))

    def test_what_the_documents_do_not_speak_of_has_neither_plan_nor_obstacles(self) -> None:
        office = Attempt("Upgrade laptops", "LT-001", place=Place.INTRANET)
        assert plan(attempt=office, gateways=[]) == Plan(Wish.ON_DEMAND, possible=False)


class TestFindOut:
    def test_facts_come_in_the_order_of_the_requirements(self) -> None:
        settings = {"default": {"computer_agent": {"install_permissions": "all-users"}}, "custom": []}
        deployment = {key: value for key, value in DEPLOYMENT.items() if key != "internet"}
        unknown = to_find_out(
            client_settings=settings,
            task_sequences=[sequence(enabled=...), CHILD],
            deployments=[deployment],
            gateways=[gateway(content=[WINDOWS, DRIVERS], serves=...)],
        )
        asked = {
            "task-sequence-enabled": "sequence_enabled",
            "gateway-serves-content": "gateway_serves_content",
            "client-uses-gateway": "client_uses_gateway",
            "client-gets-cloud-content": "client_gets_cloud_content",
            "allowed-on-the-internet": "internet_allowed",
        }
        assert unknown == [asked[name] for name in BY_ID if name in asked]

    def test_each_is_told_once(self) -> None:
        # The content is asked of twice: is it in the cloud, and does it need a gateway?
        unknown = to_find_out(packages=...)
        assert len(unknown) == len(set(unknown)) > 0
        assert unknown[0] == "content_in_cloud"

    def test_it_is_told_what_it_means_where_to_look_and_what_it_hangs_on(self) -> None:
        settings = {**HEALTHY["client_settings"], "default": {"cloud_services": {"use_gateway": True}}}
        found = plan(client_settings=settings).find_out
        content = next(one for one in found if one.fact == "client_gets_cloud_content")
        assert content.meaning == "whether the client may take content from the cloud"
        assert content.where
        assert any("Default Client Settings" in detail for detail in content.details)

    def test_what_stays_unknown_after_the_changes_is_told_beside_them(self) -> None:
        found = plan(gateways=stopped(1), task_sequences=[sequence(enabled=...), CHILD])
        assert texts(found.changes) == ["Start the gateway 'G01'"]
        assert [one.fact for one in found.find_out] == ["sequence_enabled"]

    def test_what_a_change_settles_is_nothing_to_find_out(self) -> None:
        found = plan(task_sequences=[sequence(boot_image="Boot x64"), CHILD])
        assert texts(found.changes) == ["Clear **Use a boot image** on the task sequence 'Upgrade'"]
        assert found.find_out == ()

    def test_advice_is_nothing_to_find_out(self) -> None:
        program = [sequence(run_another_program_first=...), CHILD]
        assert plan(task_sequences=program) == Plan(Wish.ON_DEMAND)

    def test_whether_the_documents_speak_of_it_comes_first(self) -> None:
        unknown = to_find_out(release="1706", task_sequences=[sequence(upgrade=..., enabled=...), CHILD])
        assert unknown[0] == "upgrade"
        assert "sequence_enabled" in unknown

    def test_what_no_document_says_alone(self) -> None:
        script = [sequence(upgrade=False), CHILD]
        clients = [{"name": name, "release": "TP 1909", "registration": "azure-ad"} for name in ("LT-001", "LT-002")]
        assert to_find_out(release="TP 1909", clients=clients, task_sequences=script) == ["undocumented"]

    def test_what_no_document_says_is_left_out_where_something_else_can_be_found_out(self) -> None:
        unsettled = [sequence(upgrade=..., boot_image="Boot x64"), CHILD]
        assert to_find_out(task_sequences=unsettled) == ["upgrade"]
