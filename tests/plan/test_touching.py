from dataclasses import replace
from typing import Any

import pytest

from dod_model.attempt import Attempt
from dod_model.plan.changes import create_cloud_dp, start_from_software_center, update_site
from dod_model.plan.touching import EVERYBODY, touched
from dod_model.releases import current
from tests.situation.healthy import ATTEMPT, HEALTHY, group, sequence, situation, step

CHANGE = update_site(current(1910))
MINE = HEALTHY["deployments"][0]


def names(target: tuple[str, str], attempt: Attempt = ATTEMPT, **changes: Any) -> tuple[str, ...]:
    return touched(replace(CHANGE, target=target), situation(attempt, **changes))


def deployment(name: str, task_sequence: str = "Upgrade", collection: str = "Pilot") -> dict[str, Any]:
    return {**MINE, "name": name, "task_sequence": task_sequence, "collection": collection}


def deployments(*others: dict[str, Any]) -> dict[str, Any]:
    return {"deployments": [others[0], MINE, *others[1:]]}


def runs(name: str, *children: str, packages: Any = ()) -> dict[str, Any]:
    steps = [step("run-task-sequence", task_sequence=child) for child in children]
    return sequence("Child", name=name, steps=[*steps, step(packages=list(packages))])


def collection(name: str, *members: str) -> dict[str, Any]:
    return {"name": name, "members": list(members)}


def devices(*others: str) -> list[dict[str, Any]]:
    return [{"name": name, "release": "1910"} for name in ("LT-001", *others)]


class TestEverybody:
    @pytest.mark.parametrize("kind", ["site", "gateways", "management_points"])
    def test_what_all_share(self, kind: str) -> None:
        assert names((kind, "")) == EVERYBODY == ("every deployment and client of the site",)


class TestNobody:
    @pytest.mark.parametrize("change", [start_from_software_center(), create_cloud_dp()])
    def test_the_start_and_a_new_cloud_distribution_point(self, change: Any) -> None:
        others = deployments(deployment("Other", collection="Laptops"))
        assert touched(change, situation(**others)) == ()

    @pytest.mark.parametrize(
        "target",
        [
            ("task_sequences", "Upgrade"),
            ("packages", "Windows"),
            ("deployments", "Upgrade laptops"),
            ("clients", "LT-001"),
        ],
    )
    def test_the_attempt_itself_is_not_listed(self, target: tuple[str, str]) -> None:
        assert names(target) == ()


class TestTaskSequences:
    OTHERS = deployments(
        deployment("Of itself"), deployment("Of a parent", "Parent"), deployment("Of another", "Another")
    )
    SEQUENCES = (
        *HEALTHY["task_sequences"],
        runs("Another"),
        runs("Grandchild"),
        runs("Middle", "Grandchild"),
        runs("Parent", "Middle", "Another"),
    )

    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            ("Upgrade", ("deployment 'Of itself'",)),
            ("Child", ("deployment 'Of itself'",)),
            ("Another", ("deployment 'Of a parent'", "deployment 'Of another'")),
            ("Grandchild", ("deployment 'Of a parent'",)),
            ("Parent", ("deployment 'Of a parent'",)),
        ],
    )
    def test_the_deployments_that_run_it_also_as_a_child(self, name: str, expected: tuple[str, ...]) -> None:
        assert names(("task_sequences", name), task_sequences=list(self.SEQUENCES), **self.OTHERS) == expected

    def test_a_child_that_is_run_twice_hides_no_other(self) -> None:
        twice = [*self.SEQUENCES, runs("Twice", "Another", "Middle", "Middle")]
        others = deployments(deployment("Of twice", "Twice"))
        assert names(("task_sequences", "Another"), task_sequences=twice, **others) == ("deployment 'Of twice'",)

    def test_two_parents_of_one_child(self) -> None:
        both = [*HEALTHY["task_sequences"], runs("Leaf"), runs("Left", "Leaf"), runs("Right", "Leaf")]
        both.append(runs("Top", "Left", "Right"))
        others = deployments(deployment("Of the top", "Top"))
        assert names(("task_sequences", "Leaf"), task_sequences=both, **others) == ("deployment 'Of the top'",)

    def test_sequences_that_are_not_described_are_run_by_nobody_known(self) -> None:
        others = deployments(deployment("Of itself"))
        assert names(("task_sequences", "Upgrade"), task_sequences=..., **others) == ()
        bare = [sequence(steps=...), sequence("Child")]
        assert names(("task_sequences", "Child"), task_sequences=bare, **others) == ()


class TestPackages:
    def test_the_deployments_of_the_sequences_that_use_it(self) -> None:
        sequences = [
            *HEALTHY["task_sequences"],
            runs("Uses it", packages=["Office", "Drivers"]),
            runs("Uses another", packages=["Windows"]),
            runs("Runs one that does", "Uses it"),
        ]
        others = deployments(*(deployment(f"D{n}", one["name"]) for n, one in enumerate(sequences[2:], 1)))
        assert names(("packages", "Office"), task_sequences=sequences, **others) == (
            "deployment 'D1'",
            "deployment 'D3'",
        )
        assert names(("packages", "Windows"), task_sequences=sequences, **others) == ("deployment 'D2'",)

    def test_steps_inside_groups_use_and_run_like_others(self) -> None:
        using, running = runs("Uses it", packages=["Office"]), runs("Runs it", "Uses it")
        folded = [{**one, "steps": [group(group(*one["steps"]))]} for one in (using, running)]
        others = deployments(deployment("D1", "Uses it"), deployment("D2", "Runs it"))
        sequences = [*HEALTHY["task_sequences"], *folded]
        expected = ("deployment 'D1'", "deployment 'D2'")
        assert names(("packages", "Office"), task_sequences=sequences, **others) == expected
        assert names(("task_sequences", "Uses it"), task_sequences=sequences, **others) == expected

    def test_steps_of_which_it_is_unknown_what_they_use(self) -> None:
        unknown = [sequence(steps=...), sequence("Child", steps=[step()])]
        assert names(("packages", "Drivers"), task_sequences=unknown, **deployments(deployment("Other"))) == ()


class TestDeployments:
    def test_the_other_clients_of_its_collection(self) -> None:
        collections = [collection("Laptops", "LT-002", "LT-001", "LT-003"), collection("Pilot", "LT-004")]
        changes: dict[str, Any] = {"collections": collections, "clients": devices("LT-002", "LT-003", "LT-004")}
        assert names(("deployments", "Upgrade laptops"), **changes) == ("client 'LT-002'", "client 'LT-003'")

    def test_members_that_are_not_described(self) -> None:
        collections = [{"name": "Laptops"}, collection("Pilot", "LT-002")]
        assert names(("deployments", "Upgrade laptops"), collections=collections) == ()


class TestClients:
    def test_the_other_deployments_to_its_collections(self) -> None:
        others = deployments(
            deployment("To its own", collection="Laptops"),
            deployment("To another of its own", collection="All"),
            deployment("To others", collection="Pilot"),
        )
        collections = [*HEALTHY["collections"], collection("All", "LT-001", "LT-002")]
        assert names(("clients", "LT-001"), collections=collections, **others) == (
            "deployment 'To its own'",
            "deployment 'To another of its own'",
        )


class TestClientSettings:
    CLIENTS = tuple(f"LT-00{number}" for number in range(2, 6))
    COLLECTIONS = (
        collection("Laptops", "LT-001", "LT-002"),
        collection("Pilot", "LT-003", "LT-001"),
        collection("Desktops", "LT-004"),
    )

    def under(self, settings: str, *custom: tuple[str, list[str] | None]) -> tuple[str, ...]:
        objects = [
            {"name": name, "priority": number} | ({} if collections is None else {"collections": collections})
            for number, (name, collections) in enumerate(custom, 1)
        ]
        return names(
            ("client_settings", settings),
            clients=devices(*self.CLIENTS),
            collections=list(self.COLLECTIONS),
            client_settings={"custom": objects},
        )

    def test_custom_ones_touch_the_clients_of_their_collections(self) -> None:
        custom = (("A", ["Laptops", "Pilot"]), ("B", ["Desktops"]))
        assert self.under("A", *custom) == ("client 'LT-002'", "client 'LT-003'")
        assert self.under("B", *custom) == ("client 'LT-004'",)

    def test_custom_ones_whose_collections_are_not_described_touch_nobody_known(self) -> None:
        assert self.under("A", ("A", None), ("B", ["Desktops"])) == ()

    def test_default_ones_touch_the_clients_without_custom_ones(self) -> None:
        everybody = tuple(f"client '{name}'" for name in self.CLIENTS)
        assert self.under("Default Client Settings") == everybody
        custom = (("A", ["Laptops"]), ("B", ["Desktops"]), ("C", None))
        assert self.under("Default Client Settings", *custom) == ("client 'LT-003'", "client 'LT-005'")

    def test_custom_ones_that_are_not_described_take_nobody_out(self) -> None:
        everybody = ("client 'LT-002'",)
        assert names(("client_settings", "Default Client Settings"), client_settings=...) == everybody


class TestListing:
    @pytest.mark.parametrize(
        ("count", "shown", "more"),
        [(1, 1, ()), (5, 5, ()), (6, 5, ("1 more client",)), (7, 5, ("2 more clients",)), (12, 5, ("7 more clients",))],
    )
    def test_five_clients_are_shown_and_the_rest_is_counted(
        self, count: int, shown: int, more: tuple[str, ...]
    ) -> None:
        others = [f"PC-{number:02}" for number in range(1, count + 1)]
        collections = [collection("Laptops", "LT-001", *others)]
        found = names(("deployments", "Upgrade laptops"), collections=collections, clients=devices(*others))
        assert found == (*(f"client 'PC-{number:02}'" for number in range(1, shown + 1)), *more)

    def test_six_deployments(self) -> None:
        others = deployments(*(deployment(f"D{number}") for number in range(1, 7)))
        assert names(("task_sequences", "Upgrade"), **others) == (
            *(f"deployment 'D{number}'" for number in range(1, 6)),
            "1 more deployment",
        )

    @pytest.mark.parametrize("target", [("deployments", "Upgrade laptops"), ("client_settings", "A")])
    def test_clients_that_are_left_aside_are_neither_shown_nor_counted(self, target: tuple[str, str]) -> None:
        others = [f"PC-{number}" for number in range(1, 9)]
        changes: dict[str, Any] = {
            "collections": [collection("Laptops", "LT-001", *others)],
            "clients": devices(*others),
            "client_settings": {"custom": [{"name": "A", "priority": 1, "collections": ["Laptops"]}]},
        }
        found = touched(replace(CHANGE, target=target), situation(**changes), {"PC-1", "PC-3", "LT-001"})
        assert found == (*(f"client 'PC-{number}'" for number in (2, 4, 5, 6, 7)), "1 more client")

    def test_deployments_are_not_left_aside_by_the_name_of_a_client(self) -> None:
        change = replace(CHANGE, target=("task_sequences", "Upgrade"))
        assert touched(change, situation(**deployments(deployment("PC-1"))), {"PC-1"}) == ("deployment 'PC-1'",)

    def test_a_client_of_two_collections_is_listed_once(self) -> None:
        both = [collection("Laptops", "LT-001", "LT-002"), collection("Pilot", "LT-002")]
        custom = [{"name": "A", "priority": 1, "collections": ["Laptops", "Pilot"]}]
        changes: dict[str, Any] = {"collections": both, "client_settings": {"custom": custom}}
        assert names(("client_settings", "A"), **changes) == ("client 'LT-002'",)
