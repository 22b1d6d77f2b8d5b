"""In which order a run goes through its steps, groups and children unrolled."""

from __future__ import annotations

import pytest
from pydantic import MISSING

from dod_model.errors import InputError
from dod_model.run import play
from dod_model.run.program import MOST_ACTIONS, Action, Part, Program, program_of
from dod_model.site import Site, Step
from dod_model.site.grouping import GROUPS_DEEP
from tests.run.sites import ATTEMPT, SEQUENCE, child, course, group, site, situation, step


def program(*steps: Step, **children: object) -> Program:
    return program_of(situation(site(*steps, children=children)))


def told(found: Program) -> list[str]:
    """Each place as its part, its action and, where it lies deeper, how deep."""
    words = {Part.STEP: "", Part.ENTER: "into ", Part.LEAVE: "out of "}
    return [f"{words[one.part]}{one.action.name}" for one in found.places]


def ends(found: Program) -> dict[str, str]:
    """Where each entered action is left, in words of that place."""
    places = found.places
    return {one.action.name: told(found)[one.end] for one in places if one.part is Part.ENTER}


def with_steps(steps: object) -> Site:
    """A site whose sequence has these steps."""
    return site().changed("task_sequences", SEQUENCE, steps=steps)


ONE, TWO, THREE = step("1", "A"), step("2"), step("3")


def test_steps_run_in_their_order() -> None:
    assert told(program(ONE, TWO, THREE)) == ["1", "2", "3"]
    assert program(ONE).unknown == ()


def test_no_steps_are_an_empty_run() -> None:
    found = program_of(situation(with_steps(())))
    assert found == Program((), ())
    assert course(play(with_steps(()), ATTEMPT))[-2:] == ["sequence-started", "sequence-ended"]


def test_a_group_is_entered_and_left() -> None:
    found = program(group("g", ONE, group("inner", TWO)), THREE)
    assert told(found) == ["into g", "1", "into inner", "2", "out of inner", "out of g", "3"]
    assert ends(found) == {"g": "out of g", "inner": "out of inner"}


def test_an_empty_group_is_left_at_once() -> None:
    assert told(program(group("g"), ONE)) == ["into g", "out of g", "1"]


def test_a_child_runs_in_the_place_of_its_step() -> None:
    found = program(ONE, child("c", "Kid"), THREE, Kid=(TWO, child("d", "Grandkid")), Grandkid=(step("4"),))
    assert told(found) == ["1", "into c", "2", "into d", "4", "out of d", "out of c", "3"]
    assert {one.action.name: one.action.sequence for one in found.places} == {
        "1": SEQUENCE,
        "c": SEQUENCE,
        "3": SEQUENCE,
        "2": "Kid",
        "d": "Kid",
        "4": "Grandkid",
    }


def test_a_child_that_runs_twice_is_there_twice() -> None:
    found = program(child("c", "Kid"), child("d", "Kid"), Kid=(TWO,))
    assert told(found) == ["into c", "2", "out of c", "into d", "2", "out of d"]
    first, second = (one.action for one in found.places if one.action.name == "2")
    assert (first.number, second.number) == (2, 4)
    assert first != second


def test_actions_are_numbered_and_know_how_deep_they_lie() -> None:
    found = program(group("g", ONE, child("c", "Kid")), THREE, Kid=(TWO,))
    entered = [one.action for one in found.places if one.part is not Part.LEAVE]
    assert [(one.name, one.number, one.depth) for one in entered] == [
        ("g", 1, 0),
        ("1", 2, 1),
        ("c", 3, 1),
        ("2", 4, 2),
        ("3", 5, 0),
    ]


def test_a_step_refers_to_each_package_once() -> None:
    assert Action(1, step("1", "A", "B", "A"), SEQUENCE, 0).packages == ("A", "B")
    assert Action(1, step("1", packages=MISSING), SEQUENCE, 0).packages == ()


@pytest.mark.parametrize(
    ("steps", "unknown"),
    [
        (MISSING, f"the task sequence '{SEQUENCE}' has no steps"),
        ((group("g", steps=MISSING),), "the group 'g' has no steps"),
        ((step("1", packages=MISSING),), "the step '1' refers to no package"),
        ((child("c", "Kid", task_sequence=MISSING),), "the step 'c' runs no child task sequence"),
        ((child("c", "Nobody"), child("d", "Nobody")), "the task sequence 'Nobody' has no steps"),
    ],
)
def test_what_is_left_out_is_told_once(steps: object, unknown: str) -> None:
    assert program_of(situation(with_steps(steps))).unknown == (unknown,)


def test_groups_as_deep_as_a_site_may_have_them() -> None:
    inner = ONE
    for depth in range(GROUPS_DEEP):
        inner = group(f"g{depth}", inner)
    found = program(inner)
    assert max(one.action.depth for one in found.places) == GROUPS_DEEP
    assert len(found.places) == 2 * GROUPS_DEEP + 1


def test_ten_thousand_children_inside_one_another() -> None:
    children = {f"c{depth}": (child(f"to c{depth + 1}", f"c{depth + 1}"),) for depth in range(10_000)}
    found = program(child("down", "c0"), **children, c10000=(ONE,))
    assert found.places[10_001].action.depth == 10_001
    assert len(found.places) == 2 * 10_001 + 1


def test_a_tower_of_children_that_doubles_is_refused() -> None:
    tower = {f"c{depth}": (child("left", f"c{depth + 1}"), child("right", f"c{depth + 1}")) for depth in range(60)}
    with pytest.raises(InputError) as caught:
        program(child("down", "c0"), **tower, c60=(ONE,))
    (problem,) = caught.value.problems
    assert problem.code == "too-long"
    assert problem.message == "the task sequence 'Upgrade' runs more than 100,000 steps, those of children included"


def test_the_most_steps_are_played_and_one_more_is_not() -> None:
    steps = (TWO,) * (MOST_ACTIONS // 100)
    children = [child(f"c{number}", "Kid") for number in range(99)]
    rest = [THREE] * (MOST_ACTIONS - 99 * (len(steps) + 1))
    found = program(*children, *rest, Kid=steps)
    assert max(one.action.number for one in found.places) == MOST_ACTIONS
    with pytest.raises(InputError):
        program(*children, *rest, THREE, Kid=steps)
