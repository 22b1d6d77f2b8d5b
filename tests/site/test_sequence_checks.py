from typing import Any

import pytest

from dod_model.errors import Problem
from dod_model.site import GROUPS_DEEP, Site
from dod_model.site.consistency import problems, references
from tests.site.test_consistency import found, named, only


def step(kind: str = "other", **fields: Any) -> dict[str, Any]:
    return {"name": "S", "kind": kind, **fields}


def group(*steps: Any, **fields: Any) -> dict[str, Any]:
    return {"name": "G", "kind": "group", "steps": list(steps), **fields}


def running(child: str) -> dict[str, Any]:
    return step("run-task-sequence", task_sequence=child)


def sequence(*steps: Any, name: str = "T") -> dict[str, Any]:
    return {"name": name, "steps": list(steps)}


def nested(depth: int, innermost: Any = None) -> dict[str, Any]:
    inner = group() if innermost is None else innermost
    for _ in range(depth - (innermost is None)):
        inner = group(inner)
    return inner


def of(*steps: Any, **site: Any) -> Problem:
    return only(task_sequences=[sequence(*steps)], **site)


INSIDE = "task_sequences[0].steps[1].steps[0]"


class TestGroups:
    def test_have_steps_that_refer_to_packages(self) -> None:
        site = {"packages": named("Drivers"), "task_sequences": [sequence(step(), group(step(packages=["Driver"])))]}
        problem = only(**site)
        assert (problem.code, problem.path) == ("dangling-reference", f"{INSIDE}.packages[0]")
        assert (problem.message, problem.hint) == ("'Driver' is not in packages", "Did you mean 'Drivers'?")

    def test_references_are_found_in_the_order_of_the_console(self) -> None:
        inner = group(step(packages=["A"]), group(step(packages=["B"])), step(packages=["C"]))
        site = {"task_sequences": [sequence(inner, step(packages=["D"]))]}
        expected = {
            "task_sequences[0].steps[0].steps[0].packages[0]": "A",
            "task_sequences[0].steps[0].steps[1].steps[0].packages[0]": "B",
            "task_sequences[0].steps[0].steps[2].packages[0]": "C",
            "task_sequences[0].steps[1].packages[0]": "D",
        }
        assert {path: name for path, name, kind in references(site) if kind == "packages"} == expected

    def test_may_run_a_child(self) -> None:
        assert found(task_sequences=[sequence(group(running("U"))), sequence(name="U")]) == []
        assert found(task_sequences=[sequence(step(), group(running("V")))]) == [
            ("dangling-reference", f"{INSIDE}.task_sequence")
        ]

    def test_do_not_hide_a_ring(self) -> None:
        problem = only(task_sequences=[sequence(group(group(running("U")))), sequence(group(running("T")), name="U")])
        assert (problem.code, problem.path) == ("cycle", "task_sequences[0]")
        assert problem.message == "task sequences run each other in a ring: T -> U -> T"

    @pytest.mark.parametrize(
        ("field", "value", "message"),
        [
            ("packages", [], "a group has no packages of its own, its steps have them"),
            ("network_path", False, "a group has no network path of its own, its steps have it"),
            ("task_sequence", "T", "only a step of kind run-task-sequence has a child task sequence"),
        ],
    )
    def test_have_nothing_else_of_their_own(self, field: str, value: Any, message: str) -> None:
        listed = list(problems({"task_sequences": [sequence(step(), group(group(**{field: value})))]}))
        (problem,) = [problem for problem in listed if problem.code == "unexpected-field"]
        assert (problem.path, problem.message) == (f"{INSIDE}.{field}", message)

    @pytest.mark.parametrize("kind", ["other", "run-task-sequence", "upgrade-operating-system"])
    def test_only_they_have_steps_inside(self, kind: str) -> None:
        problem = of(step(), group(step(kind, steps=[])))
        assert (problem.code, problem.path) == ("unexpected-field", f"{INSIDE}.steps")
        assert problem.message == "only a step of kind group has steps inside it"

    def test_a_kind_that_there_is_not_is_told_by_the_model_alone(self) -> None:
        assert list(problems({"task_sequences": [sequence(step("grup", steps=[]))]})) == []


class TestDepth:
    def test_groups_may_lie_25_deep_inside_one_another(self) -> None:
        assert GROUPS_DEEP == 25
        assert found(task_sequences=[sequence(nested(25))]) == []
        assert found(task_sequences=[sequence(nested(25, step()))]) == []

    @pytest.mark.parametrize("depth", [26, 27, 10_000])
    def test_the_first_that_is_too_deep_is_told(self, depth: int) -> None:
        problem = of(step(), nested(depth))
        assert (problem.code, problem.message) == ("too-deep", "groups lie more than 25 deep inside one another")
        assert problem.path == "task_sequences[0].steps[1]" + ".steps[0]" * 25

    def test_a_group_of_which_the_steps_are_left_out_counts(self) -> None:
        assert found(task_sequences=[sequence(nested(24, step("group")))]) == []
        assert of(nested(25, step("group"))).code == "too-deep"

    def test_of_data_without_end(self) -> None:
        endless = group()
        endless["steps"].append(endless)
        with pytest.raises(ValueError, match="groups lie more than 25 deep"):
            Site.model_validate({"task_sequences": [sequence(endless)]})
        assert next(problems({"task_sequences": [sequence(endless)]})).code == "too-deep"


def condition(subject: str = "model", comparison: str = "equals", **fields: Any) -> dict[str, Any]:
    return {"subject": subject, "comparison": comparison, **fields}


class TestConditions:
    @pytest.mark.parametrize(
        "whole",
        [
            condition("model", "exists"),
            condition("architecture", value="x64"),
            condition("variable", "not-exists", variable="Ring"),
            condition("variable", "less-or-equal", variable="Ring", value=""),
        ],
    )
    def test_that_are_whole(self, whole: dict[str, Any]) -> None:
        assert found(task_sequences=[sequence(step(conditions=[whole]))]) == []

    @pytest.mark.parametrize(
        ("wrong", "code", "field", "message"),
        [
            (condition("variable", "exists"), "missing-field", "variable", "a condition on a variable names it"),
            (
                condition("model", "exists", variable="Ring"),
                "unexpected-field",
                "variable",
                "a condition on the model asks about no variable",
            ),
            (
                condition("architecture", "exists", variable="Ring"),
                "unexpected-field",
                "variable",
                "a condition on the architecture asks about no variable",
            ),
            (condition("model", "less"), "missing-field", "value", "the comparison 'less' needs a value"),
            (
                condition("model", "exists", value="x"),
                "unexpected-field",
                "value",
                "the comparison 'exists' takes no value",
            ),
            (
                condition("model", "not-exists", value=""),
                "unexpected-field",
                "value",
                "the comparison 'not-exists' takes no value",
            ),
        ],
    )
    @pytest.mark.parametrize("kind", ["other", "group", "run-task-sequence"])
    def test_that_are_not(self, wrong: Any, code: str, field: str, message: str, kind: str) -> None:
        problem = of(step(), group(step(kind, conditions=[condition("model", "exists"), wrong])))
        assert (problem.code, problem.path) == (code, f"{INSIDE}.conditions[1].{field}")
        assert problem.message == message

    def test_both_wrongs_of_one_are_told(self) -> None:
        wrong = condition("variable", "exists", value="x")
        codes = [code for code, _ in found(task_sequences=[sequence(step(conditions=[wrong]))])]
        assert codes == ["missing-field", "unexpected-field"]

    @pytest.mark.parametrize("wrong", [None, 7, "text", {}, {"subject": 7, "comparison": []}, {"subject": "colour"}])
    def test_of_wrong_form_are_passed_over(self, wrong: Any) -> None:
        assert list(problems({"task_sequences": [sequence(step(conditions=[wrong]))]})) == []


class TestVariables:
    def test_have_one_value_each(self) -> None:
        variables = [{"name": "Ring", "value": "1"}, {"name": "Office", "value": ""}, {"name": " RING", "value": "1"}]
        problem = only(clients=[{"name": "A"}, {"name": "B", "variables": variables}])
        assert (problem.code, problem.path) == ("duplicate-name", "clients[1].variables[2].name")
        assert problem.message == "the variable 'RING' is given twice, first at clients[1].variables[0].name"

    def test_of_two_clients_may_be_the_same(self) -> None:
        variables = [{"name": "Ring", "value": "1"}]
        assert found(clients=[{"name": name, "variables": variables} for name in "AB"]) == []
