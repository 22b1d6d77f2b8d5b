from itertools import product

import pytest

from dod_model.logic import all_of, any_of, both, negation

ANSWERS = (True, False, None)


@pytest.mark.parametrize(
    ("answers", "any_answer", "all_answer"),
    [
        ([], False, True),
        ([True], True, True),
        ([False], False, False),
        ([None], None, None),
        ([True, False], True, False),
        ([True, None], True, None),
        ([None, True], True, None),
        ([False, None], None, False),
        ([None, False], None, False),
        ([None, False, True], True, False),
        ([True, True], True, True),
        ([False, False], False, False),
        ([None, None], None, None),
    ],
)
def test_any_and_all(answers: list[bool | None], any_answer: bool | None, all_answer: bool | None) -> None:
    assert any_of(answers) is any_answer
    assert all_of(answers) is all_answer
    assert any_of(iter(answers)) is any_answer
    assert all_of(iter(answers)) is all_answer


def test_negation() -> None:
    assert [negation(answer) for answer in ANSWERS] == [False, True, None]


@pytest.mark.parametrize(("first", "second"), list(product(ANSWERS, repeat=2)))
def test_both(first: bool | None, second: bool | None) -> None:
    if False in (first, second):
        assert both(first, second) is False
    elif None in (first, second):
        assert both(first, second) is None
    else:
        assert both(first, second) is True


def test_any_stops_at_the_first_yes() -> None:
    answers = iter([False, True, None])
    assert any_of(answers) is True
    assert list(answers) == [None]
