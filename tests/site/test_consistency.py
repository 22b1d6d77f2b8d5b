from typing import Any

import pytest
from pydantic import ValidationError

from dod_model.errors import Problem
from dod_model.site import Site
from dod_model.site.consistency import LISTS, problems, references, rings

SEQUENCE = {"name": "Upgrade", "steps": []}


def found(**site: Any) -> list[tuple[str, str]]:
    """The codes and paths of the problems of plain data, which the model reports in the same words."""
    listed = list(problems(site))
    if listed:
        with pytest.raises(ValidationError) as caught:
            Site.model_validate(site)
        assert all(problem.message in str(caught.value) for problem in listed)
    else:
        Site.model_validate(site)
    return [(problem.code, problem.path) for problem in listed]


def only(**site: Any) -> Problem:
    (problem,) = problems(site)
    assert found(**site)
    return problem


def named(*names: str) -> list[dict[str, Any]]:
    return [{"name": name} for name in names]


class TestNames:
    @pytest.mark.parametrize("kind", [kind for kind in LISTS if kind != "deployments"])
    def test_are_unique_in_each_list(self, kind: str) -> None:
        assert found(**{kind: named("A", "B", "A")}) == [("duplicate-name", f"{kind}[2].name")]
        assert found(**{kind: named("A", "B")}) == []

    def test_of_deployments(self) -> None:
        deployment = {"name": "D", "task_sequence": "Upgrade", "collection": "Laptops"}
        assert found(deployments=[deployment, deployment]) == [("duplicate-name", "deployments[1].name")]

    def test_without_regard_to_case_and_blanks(self) -> None:
        problem = only(packages=named("Straße", "STRASSE"))
        assert problem.message == "the name in packages 'STRASSE' is given twice, first at packages[0].name"
        assert found(packages=named("A", " a ")) == [("duplicate-name", "packages[1].name")]

    def test_a_name_may_be_used_in_two_lists(self) -> None:
        assert found(packages=named("A"), clients=named("A")) == []

    def test_every_repetition_is_told(self) -> None:
        assert len(found(clients=named("A", "A", "A", "B", "B"))) == 3

    def test_of_custom_settings(self) -> None:
        custom = [{"name": "A", "priority": 1}, {"name": "a", "priority": 2}]
        assert found(client_settings={"custom": custom}) == [("duplicate-name", "client_settings.custom[1].name")]

    def test_priorities_are_unique(self) -> None:
        custom = [{"name": "A", "priority": 3}, {"name": "B", "priority": 1}, {"name": "C", "priority": 3}]
        problem = only(client_settings={"custom": custom})
        assert (problem.code, problem.path) == ("duplicate-priority", "client_settings.custom[2].priority")
        assert problem.message == "priority 3 is given twice, first at client_settings.custom[0].priority"


class TestRepeats:
    def test_members_of_a_collection(self) -> None:
        problem = only(clients=named("A", "B"), collections=[{"name": "C", "members": ["A", "B", "A"]}])
        assert (problem.code, problem.path) == ("duplicate-name", "collections[0].members[2]")
        assert problem.message == "the member 'A' is given twice, first at collections[0].members[0]"

    @pytest.mark.parametrize("kind", ["gateways", "cloud_distribution_points", "distribution_points"])
    def test_packages_on_a_source(self, kind: str) -> None:
        twice = {"name": "X", "content": [{"package": "P"}, {"package": "P"}]}
        site = {kind: [twice], "packages": named("P")}
        assert found(**site) == [("duplicate-name", f"{kind}[0].content[1].package")]

    def test_two_sources_may_hold_the_same(self) -> None:
        held = [{"package": "P"}]
        sources = [{"name": "X", "content": held}, {"name": "Y", "content": held}]
        assert found(gateways=sources, packages=named("P")) == []

    def test_a_step_may_refer_to_a_package_twice(self) -> None:
        steps = [{"name": "S", "kind": "other", "packages": ["P", "P"]}]
        assert found(task_sequences=[{"name": "T", "steps": steps}], packages=named("P")) == []


class TestReferences:
    CASES = (
        ({"gateways": [{"name": "G", "content": [{"package": "X"}]}]}, "gateways[0].content[0].package", "packages"),
        (
            {"cloud_distribution_points": [{"name": "G", "content": [{"package": "X"}]}]},
            "cloud_distribution_points[0].content[0].package",
            "packages",
        ),
        (
            {"distribution_points": [{"name": "G", "content": [{"package": "X"}]}]},
            "distribution_points[0].content[0].package",
            "packages",
        ),
        (
            {"task_sequences": [{"name": "T", "steps": [{"name": "S", "kind": "other", "packages": ["X"]}]}]},
            "task_sequences[0].steps[0].packages[0]",
            "packages",
        ),
        (
            {
                "task_sequences": [
                    {"name": "T", "steps": [{"name": "S", "kind": "run-task-sequence", "task_sequence": "X"}]}
                ]
            },
            "task_sequences[0].steps[0].task_sequence",
            "task_sequences",
        ),
        ({"collections": [{"name": "C", "members": ["X"]}]}, "collections[0].members[0]", "clients"),
        (
            {"deployments": [{"name": "D", "task_sequence": "X", "collection": "C"}], "collections": named("C")},
            "deployments[0].task_sequence",
            "task_sequences",
        ),
        (
            {"deployments": [{"name": "D", "task_sequence": "T", "collection": "X"}], "task_sequences": named("T")},
            "deployments[0].collection",
            "collections",
        ),
        (
            {"client_settings": {"custom": [{"name": "A", "priority": 1, "collections": ["X"]}]}},
            "client_settings.custom[0].collections[0]",
            "collections",
        ),
    )

    @pytest.mark.parametrize(("site", "path", "kind"), CASES)
    def test_lead_to_a_list(self, site: dict[str, Any], path: str, kind: str) -> None:
        assert (path, "X", kind) in list(references(site))
        assert ("dangling-reference", path) in found(**{kind: [], **site})

    @pytest.mark.parametrize(("site", "path", "kind"), CASES)
    def test_may_lead_anywhere_where_the_list_is_left_out(self, site: dict[str, Any], path: str, kind: str) -> None:
        assert path
        if kind not in site:
            assert found(**site) == []

    def test_name_what_was_probably_meant(self) -> None:
        step = {"name": "S", "kind": "other", "packages": ["Driver"]}
        site = {"packages": named("Drivers", "Windows"), "task_sequences": [{"name": "T", "steps": [step]}]}
        problem = only(**site)
        assert problem.message == "'Driver' is not in packages"
        assert problem.hint == "Did you mean 'Drivers'?"

    def test_a_very_long_name_is_told_in_part(self) -> None:
        (problem, _) = problems({"clients": [], "collections": [{"name": "C", "members": ["x" * 257, "y" * 256]}]})
        assert problem.message == f"'{'x' * 255}…' is not in clients"

    def test_only_the_first_twenty_get_a_hint(self) -> None:
        members = [f"LT-{number}x" for number in range(25)]
        site = {"collections": [{"name": "C", "members": members}], "clients": named(*[f"LT-{n}" for n in range(25)])}
        hints = [bool(problem.hint) for problem in problems(site)]
        assert hints == [True] * 20 + [False] * 5


class TestChildren:
    def test_belong_to_their_step(self) -> None:
        step = {"name": "S", "kind": "other", "task_sequence": "T"}
        problem = only(task_sequences=[{"name": "U", "steps": [step]}, {"name": "T"}])
        assert (problem.code, problem.path) == ("unexpected-field", "task_sequences[0].steps[0].task_sequence")
        assert problem.message == "only a step of kind run-task-sequence has a child task sequence"

    def test_have_the_packages_themselves(self) -> None:
        step = {"name": "S", "kind": "run-task-sequence", "task_sequence": "T", "packages": []}
        problem = only(task_sequences=[{"name": "U", "steps": [step]}, {"name": "T"}])
        assert (problem.code, problem.path) == ("unexpected-field", "task_sequences[0].steps[0].packages")
        assert "no packages of its own" in problem.message

    @staticmethod
    def running(**children: list[str]) -> list[dict[str, Any]]:
        return [
            {
                "name": name,
                "steps": [{"name": "S", "kind": "run-task-sequence", "task_sequence": child} for child in found],
            }
            for name, found in children.items()
        ]

    def test_do_not_run_in_a_ring(self) -> None:
        problem = only(task_sequences=self.running(A=["B"], B=["C"], C=["B"]))
        assert (problem.code, problem.path) == ("cycle", "task_sequences[1]")
        assert problem.message == "task sequences run each other in a ring: B -> C -> B"

    def test_do_not_run_themselves(self) -> None:
        assert only(task_sequences=self.running(A=["A"])).message.endswith("ring: A -> A")

    def test_may_be_run_twice(self) -> None:
        assert found(task_sequences=self.running(A=["B", "C"], B=["C"], C=[])) == []

    @pytest.mark.parametrize(("length", "end"), [(20, "-> T18 -> T19 -> T0"), (21, "-> T18 -> T19 -> … -> T0")])
    def test_a_long_ring_is_told_in_part(self, length: int, end: str) -> None:
        names = [f"T{number}" for number in range(length)]
        ring = {name: [names[(place + 1) % length]] for place, name in enumerate(names)}
        assert only(task_sequences=self.running(**ring)).message.endswith(end)

    def test_of_very_many_rings_only_the_first_are_told(self) -> None:
        pairs = {f"{side}{number}": [f"{other}{number}"] for number in range(2600) for side, other in ("AB", "BA")}
        assert len(list(problems({"task_sequences": self.running(**pairs)}))) == 2501

    def test_rings(self) -> None:
        assert list(rings({"A": ["B"], "B": ["A"], "C": ["C"], "D": ["A"]})) == [["A", "B"], ["C"]]
        assert list(rings({"A": ["B", "C"], "B": ["D"], "C": ["D"], "D": []})) == []
        assert list(rings({"A": ["nowhere"]})) == []

    def test_a_deep_chain_needs_no_deep_stack(self) -> None:
        chain = {str(number): [str(number + 1)] for number in range(20_000)}
        assert list(rings(chain)) == []
        assert len(next(rings(chain | {"20000": ["0"]}))) == 20_001


class TestBranches:
    def test_a_client_on_the_other_branch(self) -> None:
        clients = [{"name": "A", "release": "TP 1909"}, {"name": "B", "release": "1910"}, {"name": "C"}]
        problem = only(release="TP 1909", clients=clients)
        assert (problem.code, problem.path) == ("mixed-branches", "clients[1].release")
        assert problem.message == (
            "the client is of the current branch (1910), its site of the technical preview (TP 1909)"
        )
        assert found(release=1910, clients=clients) == [("mixed-branches", "clients[0].release")]

    def test_a_known_build_is_of_the_current_branch(self) -> None:
        assert found(release="TP 1909", clients=[{"name": "A", "release": "5.00.8913"}]) == [
            ("mixed-branches", "clients[0].release")
        ]
        assert found(release="5.00.8913", clients=[{"name": "A", "release": "TP 1909"}]) != []

    def test_an_unknown_build_or_release_fits_both(self) -> None:
        assert found(release="TP 1909", clients=[{"name": "A", "release": "5.00.9999"}]) == []
        assert found(release="5.00.9999", clients=[{"name": "A", "release": "TP 1909"}]) == []
        assert found(clients=[{"name": "A", "release": "TP 1909"}, {"name": "B", "release": "1910"}]) == []


class TestPartsOfWrongForm:
    @pytest.mark.parametrize(
        "site",
        [
            None,
            7,
            "text",
            [],
            {"packages": None},
            {"packages": "text"},
            {"packages": [None, 7, "text", {"name": 7}]},
            {"collections": [{"name": "C", "members": [7, None]}]},
            {"task_sequences": [{"name": 7, "steps": [{"kind": 7, "packages": 7}, 7]}]},
            {"client_settings": {"custom": [{"priority": "1"}, {"priority": None}]}},
            {"release": True, "clients": [{"release": []}]},
            {"release": "winter", "clients": [{"release": "1910"}]},
            {"release": "1910", "clients": [{"release": "TP 1"}]},
        ],
    )
    def test_are_passed_over(self, site: object) -> None:
        assert list(problems(site)) == []

    def test_all_problems_are_told_at_once(self) -> None:
        codes = [
            code
            for code, _ in found(
                release="1910",
                packages=named("A", "A"),
                clients=[{"name": "L", "release": "TP 1909"}],
                collections=[{"name": "C", "members": ["M"]}],
                client_settings={"custom": [{"name": "X", "priority": 1}, {"name": "Y", "priority": 1}]},
            )
        ]
        assert codes == ["duplicate-name", "duplicate-priority", "dangling-reference", "mixed-branches"]


class TestSources:
    def test_a_gateway_and_a_cloud_distribution_point_do_not_share_a_name(self) -> None:
        assert found(gateways=named("A", "B"), cloud_distribution_points=named("C", "a"), distribution_points=[]) == [
            ("duplicate-name", "cloud_distribution_points[1].name")
        ]

    def test_a_name_that_is_given_twice_in_one_list_is_told_once(self) -> None:
        assert found(gateways=named("A", "A")) == [("duplicate-name", "gateways[1].name")]
