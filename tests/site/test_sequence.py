import json
from typing import Any

import pytest
from pydantic import ValidationError

from dod_model.site import (
    GROUPS_DEEP,
    Client,
    Condition,
    Package,
    Site,
    Step,
    StepKind,
    TaskSequence,
    every_step,
    flattened,
    with_fields,
)

LEAF = Step(name="leaf", kind=StepKind.OTHER)
DEEP = 10_000
TOO_DEEP = r"groups lie more than 25 deep inside one another"


def group(name: str, *steps: Step) -> Step:
    return Step(name=name, kind=StepKind.GROUP, steps=steps)


def leaf(name: str) -> Step:
    return with_fields(LEAF, name=name)


def plain(depth: int) -> dict[str, Any]:
    data: dict[str, Any] = {"name": "leaf", "kind": "other"}
    for _ in range(depth):
        data = {"name": "group", "kind": "group", "steps": [data]}
    return data


def copied(depth: int) -> Step:
    """Groups that no check has seen, as `with_fields` takes them."""
    step = LEAF
    for _ in range(depth):
        step = with_fields(group("group"), steps=(step,))
    return step


class TestWalking:
    STEPS = (leaf("1"), group("2", leaf("2a"), group("2b", leaf("2bi")), leaf("2c")), group("3"), leaf("4"))

    def test_steps_come_in_the_order_of_the_console(self) -> None:
        assert [step.name for step in flattened(self.STEPS)] == ["1", "2a", "2bi", "2c", "4"]
        assert [step.name for step in every_step(self.STEPS)] == ["1", "2", "2a", "2b", "2bi", "2c", "3", "4"]

    def test_a_group_that_does_not_tell_its_steps_adds_none(self) -> None:
        assert list(flattened([Step(name="G", kind=StepKind.GROUP), LEAF])) == [LEAF]

    def test_nothing_has_no_steps(self) -> None:
        assert list(flattened(())) == []

    def test_ten_thousand_groups_need_no_deep_stack(self) -> None:
        assert list(flattened([copied(DEEP)])) == [LEAF]
        assert sum(1 for _ in every_step([copied(DEEP)])) == DEEP + 1


class TestNestedGroups:
    def test_as_deep_as_they_may_be(self) -> None:
        step = Step.model_validate(plain(GROUPS_DEEP))
        site = Site(task_sequences=(TaskSequence(name="T", steps=(step,)),))
        assert Site.model_validate_json(site.to_json()) == site
        assert hash(site) == hash(Site.model_validate(site.model_dump()))
        assert repr(site).count("kind=<StepKind.GROUP") == GROUPS_DEEP

    def test_built_from_the_inside_out_they_stop_at_the_limit(self) -> None:
        step = LEAF
        for _ in range(GROUPS_DEEP):
            step = group("group", step)
        with pytest.raises(ValidationError, match=TOO_DEEP):
            group("group", step)

    @pytest.mark.parametrize("depth", [GROUPS_DEEP + 1, 100, DEEP])
    def test_built_without_checks_they_are_refused_by_the_site(self, depth: int) -> None:
        sequence = TaskSequence(name="T", steps=(copied(depth),))
        with pytest.raises(ValidationError, match=TOO_DEEP) as caught:
            Site(task_sequences=(sequence,))
        assert len(str(caught.value)) < 1000

    @pytest.mark.parametrize("depth", [GROUPS_DEEP + 1, 100, DEEP])
    def test_as_plain_data_they_are_refused(self, depth: int) -> None:
        with pytest.raises(ValidationError, match=TOO_DEEP):
            Step.model_validate(plain(depth))
        with pytest.raises(ValidationError, match=TOO_DEEP):
            Site.model_validate({"task_sequences": [{"name": "T", "steps": [plain(depth)]}]})

    @pytest.mark.parametrize(("depth", "said"), [(GROUPS_DEEP + 1, TOO_DEEP), (DEEP, "recursion limit exceeded")])
    def test_as_json_they_are_refused(self, depth: int, said: str) -> None:
        text = '{"name":"g","kind":"group","steps":[' * depth + "]}" * depth
        with pytest.raises(ValidationError, match=said):
            Site.model_validate_json(f'{{"task_sequences":[{{"name":"T","steps":[{text}]}}]}}')

    def test_what_no_check_has_seen_raises_an_error_at_worst(self) -> None:
        """Python's own bound on recursion holds for these; the interpreter does not come down."""
        for look in (repr, hash, Step.model_dump_json):
            with pytest.raises((RecursionError, ValueError)):
                look(copied(DEEP))

    def test_steps_that_are_used_twice_at_every_level_cost_little(self) -> None:
        step = LEAF
        for _ in range(GROUPS_DEEP):
            step = group("group", step, step)
        assert step.kind is StepKind.GROUP


class TestFields:
    def test_a_condition_is_written_as_it_is_read(self) -> None:
        data = {"subject": "variable", "variable": "Ring", "comparison": "less", "value": "2"}
        assert json.loads(Condition.model_validate(data).model_dump_json()) == data

    @pytest.mark.parametrize(
        ("part", "fields"),
        [
            (TaskSequence, {"name": "A", "policy_size": -1}),
            (TaskSequence, {"name": "A", "policy_size": 2**60 + 1}),
            (TaskSequence, {"name": "A", "policy_size": True}),
            (Step, {"name": "A", "kind": "group", "steps": None}),
            (Step, {"name": "A", "kind": "group", "steps": [{"name": "B"}]}),
            (Step, {"name": "A", "kind": "other", "conditions": None}),
            (Step, {"name": "A", "kind": "other", "if_statement": "some"}),
            (Condition, {"subject": "model"}),
            (Condition, {"comparison": "equals"}),
            (Condition, {"subject": "model", "comparison": "like", "value": "x"}),
            (Condition, {"subject": "variable", "comparison": "equals", "variable": "x", "value": 1}),
            (Condition, {"subject": "variable", "comparison": "exists", "variable": ""}),
            (Package, {"name": "A", "architecture": ""}),
            (Client, {"name": "A", "model": None}),
            (Client, {"name": "A", "site_code": ""}),
            (Client, {"name": "A", "variables": [{"name": "x"}]}),
        ],
    )
    def test_values_of_wrong_form_are_refused(self, part: Any, fields: dict[str, Any]) -> None:
        with pytest.raises(ValidationError):
            part.model_validate(fields)

    def test_a_package_may_be_marked_with_nothing(self) -> None:
        marked = Package(name="A", architecture=None, language=None, model=None)
        assert marked != Package(name="A")
        assert Package.model_validate_json(marked.model_dump_json()) == marked

    def test_the_schema_has_groups_inside_groups(self) -> None:
        steps = Site.model_json_schema()["$defs"]["Step"]["properties"]["steps"]
        assert steps["items"] == {"$ref": "#/$defs/Step"}
        assert f"groups may lie {GROUPS_DEEP} deep" in steps["description"]
