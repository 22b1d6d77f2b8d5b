import pytest

from dod_model.errors import InputError
from dod_model.intake.limits import DEPTH, GATHERED
from dod_model.intake.lines import Growing, Place, place_of, written


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ((), ""),
        (("release",), "release"),
        (("deployments", 0, "option"), "deployments[0].option"),
        (("client_settings", "custom", 12, "collections", 3), "client_settings.custom[12].collections[3]"),
    ],
)
def test_a_place_is_written_and_found_again(place: Place, text: str) -> None:
    assert written(place) == text
    assert place_of(text) == place


def test_strange_names_are_quoted_and_cut() -> None:
    assert written(("a b", "x\ud800\n")) == '"a b"."x\\ud800\\n"'
    assert len(written(("k" * 1000,))) == 82


def grown() -> Growing:
    """``{a: 1, list: [5, {b: 2}]}`` over lines 1 to 6."""
    growing = Growing(100)
    growing.open({}, 1)
    growing.name("a", 1)
    growing.value(1, 1)
    growing.name("list", 3)
    growing.open([], 3)
    growing.value(5, 4)
    growing.open({}, 5)
    growing.name("b", 6)
    growing.value(2, 6)
    return growing


def test_data_and_lines() -> None:
    tree = grown().tree
    assert tree.data == {"a": 1, "list": [5, {"b": 2}]}
    assert tree.line(("list",)) == 3
    assert tree.line(("list", 0)) == 4
    assert tree.line(("list", 1)) == 5
    assert tree.line(("list", 1, "b")) == 6
    assert tree.line(()) == 1


def test_what_is_not_there_has_the_line_of_what_is_around_it() -> None:
    tree = grown().tree
    assert tree.line(("list", 1, "c")) == 5
    assert tree.line(("list", 7)) == 3
    assert tree.line(("a", "b")) == 1
    assert tree.line(("zz",)) == 1


def test_size_and_depth_of_what_was_closed() -> None:
    growing = grown()
    assert growing.close() == ({"b": 2}, 2, 1)
    assert growing.close() == ([5, {"b": 2}], 4, 2)


def test_the_depth_is_that_of_the_deepest_part() -> None:
    growing = Growing(100)
    for _ in range(2):
        growing.open([], 1)
    for parts in 4, 1:
        for _ in range(parts):
            growing.open([], 1)
        for _ in range(parts):
            growing.close()
    assert growing.close()[1:] == (6, 5)
    assert growing.close()[1:] == (7, 6)


def test_a_problem_is_told_with_the_place_of_what_comes_next() -> None:
    growing = grown()
    growing.name("c", 7)
    growing.problem("x", "y", 7)
    growing.value(0, 7)
    growing.close()
    growing.problem("x", "y", 8)
    assert [problem.path for problem in growing.tree.problems] == ["list[1].c", "list[2]"]


def test_problems_beyond_the_bound_are_counted() -> None:
    growing = Growing(1)
    for _ in range(GATHERED + 7):
        growing.problem("x", "y", 1)
    assert (len(growing.tree.problems), growing.tree.more) == (GATHERED, 7)


def test_the_bound_of_values() -> None:
    growing = Growing(3)
    growing.open([], 1)
    growing.value(1, 2)
    growing.value(1, 3)
    with pytest.raises(InputError, match="more than 3 values"):
        growing.value(1, 4)


def test_the_bound_of_depth() -> None:
    growing = Growing(10**6)
    for _ in range(DEPTH):
        growing.open([], 1)
    growing.value("in the innermost", 1)
    with pytest.raises(InputError, match="more than 64 deep"):
        growing.open([], 2)


def test_the_depth_of_what_an_alias_brings_counts() -> None:
    growing = Growing(10**6)
    for _ in range(DEPTH - 3):
        growing.open([], 1)
    growing.value([[[]]], 1, size=3, height=3)
    with pytest.raises(InputError, match="more than 64 deep"):
        growing.value([[[[]]]], 2, size=4, height=4)
