import pytest

from dod_model.attempt import Attempt
from dod_model.errors import InputError
from dod_model.site import Site
from dod_model.situation import resolve
from dod_model.situation.resolving import membership
from tests.situation.healthy import ATTEMPT, HEALTHY, group, sequence, site, situation, step, unknown_group


class TestWhatIsFound:
    def test_the_objects_of_the_attempt(self) -> None:
        found = situation()
        assert found.deployment.name == "Upgrade laptops"
        assert found.client.name == "LT-001"
        assert found.sequence is not None
        assert found.sequence.name == "Upgrade"
        assert [child.name for child in found.children] == ["Child"]
        assert list(found.packages) == ["Windows", "Drivers"]
        assert [step.name for step in found.steps] == ["Check", "Stage drivers", "Upgrade", "Drivers"]
        assert found.complete

    def test_packages_are_described(self) -> None:
        windows = situation().packages["Windows"]
        assert windows is not None
        assert windows.version == 3

    def test_a_package_that_is_not_described_is_none(self) -> None:
        found = situation(packages=...)
        assert found.packages == {"Windows": None, "Drivers": None}
        assert found.complete

    def test_each_package_and_each_child_counts_once(self) -> None:
        twice = [step("run-task-sequence", task_sequence="Child")] * 2 + [step(packages=["Windows", "Windows"])]
        found = situation(task_sequences=[sequence(steps=twice), sequence("Child")])
        assert [child.name for child in found.children] == ["Child"]
        assert list(found.packages) == ["Windows", "Drivers"]

    def test_children_of_children_count(self) -> None:
        found = situation(
            task_sequences=[
                sequence(steps=[step("run-task-sequence", task_sequence="Child"), step(packages=[])]),
                sequence("Child", steps=[step("run-task-sequence", task_sequence="Grandchild")]),
                sequence("Child", name="Grandchild", steps=[step(packages=["Office"])]),
                sequence("Child", name="Stranger", steps=[step(packages=["Drivers"])]),
            ]
        )
        assert [child.name for child in found.children] == ["Child", "Grandchild"]
        assert list(found.packages) == ["Office"]
        assert found.complete

    def test_children_that_are_run_many_times_are_looked_at_once(self) -> None:
        ladder = [sequence("Child", name="Rung 40")]
        for number in range(39, -1, -1):
            twice = [step("run-task-sequence", task_sequence=f"Rung {number + 1}")] * 2
            ladder.append(sequence("Child", name=f"Rung {number}", steps=twice))
        top = sequence(steps=[step("run-task-sequence", task_sequence="Rung 0")])
        found = situation(task_sequences=[top, *ladder])
        assert [child.name for child in found.children] == [f"Rung {number}" for number in range(41)]


class TestGroups:
    STEPS = (
        step(packages=["Office"], name="1"),
        group(
            step("run-task-sequence", task_sequence="Child", name="2a"),
            group(step(packages=["Windows"], name="2bi")),
            step(packages=[], name="2c"),
        ),
        step(packages=[], name="3"),
    )

    def test_steps_inside_groups_are_found_in_the_order_of_the_console(self) -> None:
        found = situation(
            task_sequences=[sequence(steps=self.STEPS), sequence("Child", steps=[group(*self.STEPS[:1])])]
        )
        assert [step.name for step in found.steps] == ["1", "2a", "2bi", "2c", "3", "1"]
        assert [child.name for child in found.children] == ["Child"]
        assert list(found.packages) == ["Office", "Windows"]
        assert found.complete

    def test_children_come_in_the_order_of_their_steps(self) -> None:
        runs = [step("run-task-sequence", task_sequence=name) for name in ("A", "B", "C", "D")]
        children = [sequence("Child", name=name) for name in "DCBA"]
        steps = [group(runs[0], group(runs[1])), runs[2], group(runs[3])]
        found = situation(task_sequences=[sequence(steps=steps), *children])
        assert [child.name for child in found.children] == ["A", "B", "C", "D"]

    @pytest.mark.parametrize("inside", [False, True])
    def test_a_group_that_does_not_tell_its_steps_may_refer_to_anything(self, inside: bool) -> None:
        unknown = group(unknown_group()) if inside else unknown_group()
        assert not situation(task_sequences=[sequence(steps=[*self.STEPS, unknown]), sequence("Child")]).complete
        assert not situation(task_sequences=[sequence(), sequence("Child", steps=[unknown])]).complete

    def test_an_empty_group_is_complete(self) -> None:
        assert situation(task_sequences=[sequence(steps=[group(group())])]).complete


class TestCompleteness:
    @pytest.mark.parametrize(
        "sequences",
        [
            ...,
            [sequence(steps=...), sequence("Child")],
            [sequence(), sequence("Child", steps=...)],
            [sequence(steps=[step("run-task-sequence")])],
            [sequence(steps=[step()])],
            [sequence(steps=[step(packages=["Windows"]), step("upgrade-operating-system")])],
        ],
    )
    def test_something_is_left_out(self, sequences: object) -> None:
        assert not situation(task_sequences=sequences).complete

    def test_no_steps_and_no_packages_are_complete(self) -> None:
        assert situation(task_sequences=[sequence(steps=[])]).complete
        assert situation(task_sequences=[sequence(steps=[step(packages=[])])]).complete

    def test_without_task_sequences_there_is_none(self) -> None:
        found = situation(task_sequences=...)
        assert found.sequence is None
        assert (found.children, found.steps, found.packages) == ((), (), {})


class TestRefusals:
    def test_a_deployment_that_does_not_exist(self) -> None:
        with pytest.raises(InputError) as caught:
            situation(Attempt("Upgrade laptop", "LT-001"))
        (problem,) = caught.value.problems
        assert problem.code == "unknown-name"
        assert problem.message == "there is no 'Upgrade laptop' in deployments"
        assert problem.path == "deployments"
        assert problem.hint == "Did you mean 'Upgrade laptops'?"

    def test_a_client_that_does_not_exist(self) -> None:
        with pytest.raises(InputError, match=r"clients: there is no 'PC' in clients\. There is 'LT-001', 'LT-002'\."):
            situation(Attempt("Upgrade laptops", "PC"))

    def test_a_client_that_is_no_member(self) -> None:
        with pytest.raises(InputError) as caught:
            situation(Attempt("Upgrade laptops", "LT-002"))
        (problem,) = caught.value.problems
        assert problem.code == "not-a-member"
        assert problem.message == "the client 'LT-002' is no member of 'Laptops', to which it is deployed"
        assert problem.path == "deployments: Upgrade laptops"

    def test_nothing_is_described(self) -> None:
        with pytest.raises(InputError, match=r"The list is empty"):
            resolve(Site(), ATTEMPT)

    def test_a_client_that_may_be_a_member_will_do(self) -> None:
        for collections in (..., [{"name": "Laptops"}]):
            assert situation(Attempt("Upgrade laptops", "LT-002"), collections=collections).client.name == "LT-002"


class TestMembership:
    def test_membership(self) -> None:
        assert membership(site(), "LT-001", "Laptops") is True
        assert membership(site(), "LT-001", "Pilot") is False
        assert membership(site(), "LT-002", "Pilot") is True
        assert membership(site(collections=...), "LT-001", "Laptops") is None
        assert membership(site(collections=[{"name": "Laptops"}, *HEALTHY["collections"][1:]]), "X", "Laptops") is None
