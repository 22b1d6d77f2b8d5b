from typing import Any

import pytest

from dod_model.site import Client, Condition, IfStatement, Step
from dod_model.situation.conditions import met, told, why_not

CLIENT = Client.model_validate(
    {
        "name": "LT-001",
        "model": "Latitude 7490",
        "architecture": "x64",
        "variables": [
            {"name": "Ring", "value": "10"},
            {"name": "Office", "value": "Yes"},
            {"name": "Empty", "value": ""},
        ],
    }
)
NOBODY = Client(name="LT-002")
ORDERS = ("less", "less-or-equal", "greater", "greater-or-equal")
YES = {"subject": "model", "comparison": "exists"}
NO = {"subject": "model", "comparison": "not-exists"}
UNKNOWN = {"subject": "variable", "variable": "Ring", "comparison": "exists"}
HALF_KNOWN = Client(name="LT-003", model="Latitude 7490")
"""Its variables are unknown."""


def condition(subject: str, comparison: str, value: str | None = None) -> dict[str, Any]:
    """A condition on the model, the architecture, or the variable of that name."""
    asked = (
        {"subject": subject} if subject in {"model", "architecture"} else {"subject": "variable", "variable": subject}
    )
    return {**asked, "comparison": comparison} | ({} if value is None else {"value": value})


def step(*conditions: dict[str, Any], kind: str = "other", **fields: Any) -> Step:
    return Step.model_validate({"name": "A step", "kind": kind, "conditions": list(conditions), **fields})


def holds(subject: str, comparison: str, value: str | None = None, client: Client = CLIENT) -> bool | None:
    return met(step(condition(subject, comparison, value)), client)


class TestTexts:
    @pytest.mark.parametrize(
        ("subject", "value", "same"),
        [
            ("model", "Latitude 7490", True),
            ("model", "LATITUDE 7490", True),
            ("model", "Latitude", False),
            ("architecture", "X64", True),
            ("architecture", "x86", False),
            ("Office", "yes", True),
            ("OFFICE", "YES", True),
            ("Office", "", False),
            ("Empty", "", True),
            ("Ring", "010", False),
        ],
    )
    def test_are_equal_without_regard_to_case(self, subject: str, value: str, same: bool) -> None:
        assert holds(subject, "equals", value) is same
        assert holds(subject, "not-equals", value) is not same

    @pytest.mark.parametrize(("subject", "there"), [("model", True), ("Ring", True), ("Empty", True), ("Other", False)])
    def test_exist_or_do_not(self, subject: str, there: bool) -> None:
        assert holds(subject, "exists") is there
        assert holds(subject, "not-exists") is not there


class TestOrder:
    @pytest.mark.parametrize(
        ("value", "answers"),
        [
            ("9", [False, False, True, True]),
            ("10", [False, True, False, True]),
            ("0010", [False, True, False, True]),
            ("+10", [False, True, False, True]),
            ("11", [True, True, False, False]),
            ("100", [True, True, False, False]),
            ("-100", [False, False, True, True]),
            ("9" * 1000, [True, True, False, False]),
        ],
    )
    def test_of_whole_numbers_is_that_of_numbers(self, value: str, answers: list[bool]) -> None:
        """The variable is 10, which as a text comes before 9."""
        assert [holds("Ring", one, value) for one in ORDERS] == answers

    @pytest.mark.parametrize(
        ("value", "answers"),
        [
            ("Z", [True, True, False, False]),
            ("x", [False, False, True, True]),
            ("YES", [False, True, False, True]),
            ("No", [False, False, True, True]),
            ("10", [False, False, True, True]),
        ],
    )
    def test_of_texts_has_no_regard_to_case(self, value: str, answers: list[bool]) -> None:
        """The variable is Yes."""
        assert [holds("Office", one, value) for one in ORDERS] == answers

    def test_of_broken_numbers_is_that_of_texts(self) -> None:
        assert holds("Ring", "less", "9.5") is True
        assert holds("Ring", "greater", "9") is True

    def test_of_numbers_beyond_all_measure_is_that_of_texts(self) -> None:
        assert holds("Ring", "greater", "9" * 1000) is False
        assert holds("Ring", "greater", "0" * 1001) is True


class TestAVariableThatIsNotSet:
    def test_equals_nothing(self) -> None:
        assert holds("Other", "equals", "") is False
        assert holds("Other", "not-equals", "") is True

    @pytest.mark.parametrize("order", ORDERS)
    def test_has_no_order(self, order: str) -> None:
        assert holds("Other", order, "1") is False

    def test_is_known_to_be_none_where_variables_are_told(self) -> None:
        none = Client(name="LT-004", variables=())
        assert holds("Ring", "exists", client=none) is False
        assert holds("Ring", "exists", client=NOBODY) is None


class TestUnknown:
    @pytest.mark.parametrize("comparison", ["equals", "not-equals", *ORDERS])
    @pytest.mark.parametrize("subject", ["model", "architecture", "Ring"])
    def test_of_a_client_of_which_nothing_is_told(self, subject: str, comparison: str) -> None:
        assert holds(subject, comparison, "1", NOBODY) is None

    def test_conditions_that_are_left_out(self) -> None:
        assert met(Step.model_validate({"name": "A", "kind": "other"}), CLIENT) is None
        assert met(Step.model_validate({"name": "A", "kind": "other", "if_statement": "none"}), CLIENT) is None


class TestJoining:
    @pytest.mark.parametrize("statement", [None, *IfStatement])
    def test_no_condition_always_lets_it_run(self, statement: IfStatement | None) -> None:
        fields: dict[str, Any] = {} if statement is None else {"if_statement": statement}
        assert met(step(**fields), NOBODY) is True

    @pytest.mark.parametrize(
        ("statement", "conditions", "expected"),
        [
            (None, [YES, YES], True),
            (None, [YES, NO], False),
            (None, [NO, UNKNOWN], False),
            (None, [YES, UNKNOWN], None),
            ("all", [YES, YES], True),
            ("all", [YES, NO], False),
            ("all", [UNKNOWN, NO], False),
            ("any", [NO, NO], False),
            ("any", [NO, YES], True),
            ("any", [UNKNOWN, YES], True),
            ("any", [UNKNOWN, NO], None),
            ("none", [NO, NO], True),
            ("none", [NO, YES], False),
            ("none", [UNKNOWN, YES], False),
            ("none", [UNKNOWN, NO], None),
        ],
    )
    def test_unknown_matters_where_the_rest_does_not_decide(
        self, statement: str | None, conditions: list[dict[str, Any]], expected: bool | None
    ) -> None:
        fields: dict[str, Any] = {} if statement is None else {"if_statement": statement}
        assert met(step(*conditions, **fields), HALF_KNOWN) is expected

    def test_groups_and_children_have_conditions_too(self) -> None:
        assert met(step(NO, kind="group"), CLIENT) is False
        assert met(step(YES, kind="run-task-sequence"), CLIENT) is True

    def test_those_of_steps_inside_do_not_count_for_their_group(self) -> None:
        assert met(step(YES, kind="group", steps=[step(NO)]), CLIENT) is True


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (condition("model", "equals", "Latitude 7490"), "model equals 'Latitude 7490'"),
        (condition("architecture", "not-equals", "x86"), "architecture does not equal 'x86'"),
        (condition("Office", "exists"), "variable 'Office' exists"),
        (condition("Office", "not-exists"), "variable 'Office' does not exist"),
        (condition("Ring", "less", "2"), "variable 'Ring' is less than '2'"),
        (condition("Ring", "less-or-equal", "2"), "variable 'Ring' is less than or equal to '2'"),
        (condition("Ring", "greater", "2"), "variable 'Ring' is greater than '2'"),
        (condition("Ring", "greater-or-equal", "2"), "variable 'Ring' is greater than or equal to '2'"),
    ],
)
def test_in_words(written: dict[str, Any], words: str) -> None:
    assert told(Condition.model_validate(written)) == words


class TestWhyNot:
    """Only what decides is told: not what is unknown, nor what is as it should be."""

    MODEL, SET = "model exists", "variable 'Ring' exists"
    ABSENT = "model does not exist"
    OTHER_ABSENT = "architecture equals 'x64'"
    OTHER_NO = condition("architecture", "equals", "x64")

    @pytest.mark.parametrize(
        ("statement", "conditions", "why"),
        [
            (None, [NO], f"not met: {ABSENT}"),
            (None, [YES, NO], f"not met: {ABSENT}"),
            (None, [NO, UNKNOWN], f"not met: {ABSENT}"),
            ("all", [UNKNOWN, NO, YES], f"not met: {ABSENT}"),
            ("all", [NO, OTHER_NO], f"not met: {ABSENT}; {OTHER_ABSENT}"),
            ("any", [NO, OTHER_NO], f"not met: {ABSENT}; {OTHER_ABSENT}"),
            ("none", [YES], f"met, and none may be: {MODEL}"),
            ("none", [NO, YES], f"met, and none may be: {MODEL}"),
            ("none", [UNKNOWN, YES], f"met, and none may be: {MODEL}"),
            ("none", [YES, YES], f"met, and none may be: {MODEL}; {MODEL}"),
        ],
    )
    def test_it_is_told_by_the_statement(
        self, statement: str | None, conditions: list[dict[str, Any]], why: str
    ) -> None:
        fields: dict[str, Any] = {} if statement is None else {"if_statement": statement}
        client = Client(name="LT-003", model="Latitude 7490", architecture="x86")
        described = step(*conditions, **fields)
        assert met(described, client) is False
        assert why_not(described, client) == why

    def test_a_variable_is_named(self) -> None:
        assert why_not(step(UNKNOWN, if_statement="none"), CLIENT) == f"met, and none may be: {self.SET}"
