"""Where an answer differs from the expected one, and how firmly the documents stand behind that."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dod_model.assessment import Outcome
from dod_model.kit.answers import Aspect, Reply
from dod_model.kit.comparing import Disagreement, broken, disagreements, subjects
from dod_model.kit.format import Basis, Expected, PlanSize, RunTotals, Same, Standing
from tests.kit.scripted import (
    ALLOWED,
    EVERYTHING,
    FAILS,
    FIRM,
    GATEWAY,
    NOTHING,
    OPEN,
    OUTCOME,
    RUNS,
    SERVES,
    UNKNOWNS,
    VIOLATED,
    relation,
    reply,
    vector,
)

FAILING = Expected(outcome=FAILS, violated=(SERVES,))
SETS = frozenset({OUTCOME, VIOLATED, UNKNOWNS})
TOTALS = RunTotals(ending="finished", in_advance=0, before_start=0, during=7, by_source={"CMG-EAST": 7})


def found(expect: Expected, given: Reply, answers: frozenset[Aspect] = EVERYTHING) -> dict[str, tuple[str, str]]:
    made = vector(expect=expect, standing=FIRM.model_copy(update={"met": (GATEWAY,)}))
    return {one.subject: (one.expected, one.given) for one in disagreements(made, given, answers)}


def test_the_expected_answer_differs_in_nothing() -> None:
    assert found(FAILING, reply(FAILS, [SERVES])) == {}


def test_an_answer_differs_in_the_outcome_and_in_each_requirement() -> None:
    assert found(FAILING, reply(RUNS, [GATEWAY, ALLOWED])) == {
        "outcome": ("does-not-run", "downloads-on-demand"),
        SERVES: ("violated", "neither violated nor undetermined"),
        GATEWAY: ("met", "violated"),
        ALLOWED: ("not applicable", "violated"),
    }


def test_undetermined_is_neither_violated_nor_met() -> None:
    assert found(FAILING, reply(FAILS, (), [SERVES, GATEWAY])) == {
        SERVES: ("violated", "undetermined"),
        GATEWAY: ("met", "undetermined"),
    }


def test_one_requirement_in_both_sets_is_told_as_that() -> None:
    assert found(FAILING, reply(FAILS, [SERVES], [SERVES])) == {SERVES: ("violated", "violated and undetermined")}


@pytest.mark.parametrize(
    ("answers", "differing"),
    [
        ({OUTCOME}, {"outcome"}),
        ({OUTCOME, VIOLATED}, {"outcome", SERVES}),
        ({OUTCOME, UNKNOWNS}, {"outcome", GATEWAY}),
        (SETS, {"outcome", SERVES, GATEWAY}),
    ],
)
def test_only_what_the_tool_answers_is_compared(answers: set[Aspect], differing: set[str]) -> None:
    assert found(FAILING, reply(RUNS, (), [GATEWAY]), frozenset(answers)).keys() == differing


@pytest.mark.parametrize("answers", [{OUTCOME}, {OUTCOME, VIOLATED}, {OUTCOME, UNKNOWNS}, SETS])
def test_whatever_differs_and_applies_is_among_what_is_compared(answers: set[Aspect]) -> None:
    made = vector(expect=FAILING, standing=FIRM.model_copy(update={"met": (GATEWAY,)}))
    compared = {name for name, _ in subjects(made, frozenset(answers))}
    right = found(FAILING, reply(FAILS, [SERVES]), frozenset(answers))
    wrong = found(FAILING, reply(RUNS), frozenset(answers))
    assert (right, wrong.keys() <= compared) == ({}, True)


def test_a_missing_answer_differs() -> None:
    assert found(FAILING, NOTHING, frozenset({OUTCOME, VIOLATED}))["outcome"] == ("does-not-run", "nothing")


def test_a_tool_that_gives_outcomes_only_hears_what_the_outcome_hangs_on() -> None:
    told = f"does-not-run, for it violates {SERVES}"
    assert found(FAILING, reply(RUNS), frozenset({OUTCOME})) == {"outcome": (told, "downloads-on-demand")}


def test_each_disagreement_has_the_basis_of_what_was_expected() -> None:
    standing = Standing(outcome="inferred", met=(GATEWAY, ALLOWED), inferred=(SERVES, GATEWAY), contested=(GATEWAY,))
    made = vector(expect=FAILING, standing=standing)
    bases = {one.subject: one.basis for one in disagreements(made, reply(RUNS, [GATEWAY, ALLOWED]), EVERYTHING)}
    assert bases == {"outcome": "inferred", SERVES: "inferred", GATEWAY: "contested", ALLOWED: "documented"}


@pytest.mark.parametrize("basis", ["documented", "contested", "inferred"])
def test_plans_and_runs_stand_as_firm_as_the_outcome(basis: Basis) -> None:
    standing = FIRM.model_copy(update={"outcome": basis})
    expect = Expected(outcome=RUNS, plan=PlanSize(possible=True, changes=1))
    made = vector(expect=expect, standing=standing, asks=("outcome", "violated", "plan"))
    given = replace(reply(), plan=PlanSize(possible=False, changes=0))
    assert disagreements(made, given, EVERYTHING) == (Disagreement("plan", basis, "1 change", "no plan is possible"),)


def test_of_a_run_only_what_differs_is_told() -> None:
    made = vector(expect=Expected(run=TOTALS), asks=("run",))
    given = TOTALS.model_copy(update={"during": 9, "by_source": {"CMG-EAST": 7, "CMG-WEST": 2}})
    assert disagreements(made, Reply(run=given), EVERYTHING) == (
        Disagreement(
            "run", "documented", "while it runs: 7; from 'CMG-WEST': 0", "while it runs: 9; from 'CMG-WEST': 2"
        ),
    )
    assert disagreements(made, Reply(run=TOTALS), EVERYTHING) == ()
    assert [one.given for one in disagreements(made, NOTHING, EVERYTHING)] == ["nothing"]


def test_of_a_run_only_the_run_is_compared() -> None:
    made = vector(expect=Expected(run=TOTALS), asks=("run",))
    assert list(subjects(made, EVERYTHING)) == [("run", "documented")]


@pytest.mark.parametrize(
    ("same", "first", "second", "holds"),
    [
        ("same-as", reply(), reply(), True),
        ("same-as", reply(), reply(FAILS), False),
        ("same-as", reply(FAILS, [SERVES]), reply(FAILS, [GATEWAY]), False),
        ("same-as", reply(OPEN, (), [SERVES]), reply(OPEN), False),
        ("never-worse-than", reply(FAILS), reply(RUNS), True),
        ("never-worse-than", reply(FAILS), reply(FAILS, [SERVES]), True),
        ("never-worse-than", reply(RUNS), reply(Outcome.DOWNLOADS_BEFORE_START), True),
        ("never-worse-than", reply(RUNS), reply(FAILS), False),
        ("never-worse-than", reply(OPEN), reply(FAILS), False),
        ("same-where-determined", reply(OPEN, (), [SERVES]), reply(FAILS, [SERVES]), True),
        ("same-where-determined", reply(OPEN, (), [SERVES]), reply(RUNS), True),
        ("same-where-determined", reply(RUNS), reply(FAILS), False),
        ("same-where-determined", reply(FAILS, [SERVES]), reply(FAILS), False),
        ("same-where-determined", reply(OPEN, (), [SERVES]), reply(FAILS, [GATEWAY]), False),
    ],
)
def test_laws(same: Same, first: Reply, second: Reply, holds: bool) -> None:
    found = broken(relation(same), first, second, SETS)
    assert (found == ()) is holds
    assert [(one.subject, one.basis) for one in found] == ([] if holds else [("a-law", "documented")])


@pytest.mark.parametrize("same", ["same-as", "never-worse-than", "same-where-determined"])
def test_the_sets_of_a_tool_that_answers_none_break_no_law(same: Same) -> None:
    first, second = reply(RUNS, [SERVES], [GATEWAY]), reply(RUNS, [ALLOWED])
    assert broken(relation(same), first, second, frozenset({OUTCOME})) == ()


def test_a_broken_law_tells_both_answers() -> None:
    (one,) = broken(relation("same-as"), reply(), reply(FAILS, [SERVES], [GATEWAY]), SETS)
    assert one.expected == "the same answer twice"
    assert one.given == f"downloads-on-demand, then does-not-run (violated: {SERVES}; undetermined: {GATEWAY})"


def test_no_answer_is_never_better() -> None:
    assert broken(relation("never-worse-than"), NOTHING, reply(), frozenset({OUTCOME})) != ()


@pytest.mark.parametrize(
    ("answers", "names"),
    [
        ({OUTCOME}, ["outcome"]),
        ({OUTCOME, VIOLATED}, ["outcome", GATEWAY, SERVES]),
        ({OUTCOME, UNKNOWNS}, ["outcome", ALLOWED]),
        (SETS, ["outcome", GATEWAY, SERVES, ALLOWED]),
    ],
)
def test_agreement_is_counted_in_what_the_tool_answers_only(answers: set[Aspect], names: list[str]) -> None:
    expect = Expected(outcome=FAILS, violated=(SERVES,), undetermined=(ALLOWED,))
    made = vector(expect=expect, standing=FIRM.model_copy(update={"met": (GATEWAY,)}))
    assert [name for name, _ in subjects(made, frozenset(answers))] == names
