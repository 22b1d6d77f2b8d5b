"""Whatever lines come back, each question is settled exactly once."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dod_model.kit.answers import Aspect, Fault
from dod_model.kit.flight import Flight, Sent

ASKS = frozenset({Aspect.OUTCOME})


def flight_of(count: int, window: int = 10) -> Flight:
    flight = Flight(window)
    for number in range(1, count + 1):
        flight.add(Sent(f"q{number}", number, b"{}\n", ASKS), float(number))
    return flight


def right(number: int) -> bytes:
    return json.dumps({"id": number, "outcome": "undetermined"}).encode()


def settled(flight: Flight, *lines: bytes) -> list[str]:
    return [f"{key}{'!' if isinstance(answer, Fault) else ''}" for key, answer in flight.settle(lines)]


LINES = st.one_of(
    st.integers(-1, 12).map(right),
    st.sampled_from([b"", b"  ", b"message", b"{}", b'{"id":3}', b'{"id":4,"skip":"x"}', b"[1]", b"\xff\xfe"]),
)


@given(st.integers(0, 9), st.lists(st.lists(LINES, max_size=6) | st.sampled_from(["again", "blame"]), max_size=8))
def test_each_question_is_settled_exactly_once(count: int, course: list[Any]) -> None:
    flight = flight_of(count, window=3)
    keys: list[str] = []
    for part in course:
        if part == "again":
            flight.ask_again()
            while sent := flight.next_again():
                flight.add(sent, 0.0)
        elif part == "blame":
            keys += [flight.blame("timeout", "It is silent.")[0]] if flight else []
        else:
            keys += [key for key, _ in flight.settle(part)]
    keys += [key for key, _ in flight.settle_passed_over()]
    keys += [key for key, _ in flight.given_up(Fault("crash", "It is over."))]
    assert sorted(keys) == [f"q{number}" for number in range(1, count + 1)]
    assert (len(flight), flight.size) == (0, 0)


def test_a_message_before_an_answer_is_forgiven() -> None:
    flight = flight_of(2)
    assert settled(flight, b"thinking", right(1), right(2)) == ["q1", "q2"]
    assert [*flight.oddities] == [
        "Lines on standard output that are no answers: 1, the first 'thinking': it is not JSON "
        "(expected ident at line 1 column 2). They belong on standard error."
    ]


def test_garbage_stands_for_the_answers_that_are_passed_over() -> None:
    flight = flight_of(4)
    assert settled(flight, right(1), b"oops", right(4)) == ["q1", "q4"]
    assert [key for key, _ in flight.settle_passed_over()] == ["q2", "q3"]


def test_garbage_that_was_a_message_is_forgiven_when_the_answer_comes_late() -> None:
    flight = flight_of(3)
    assert settled(flight, b"thinking", right(2), right(1)) == ["q2", "q1"]
    assert flight.settle_passed_over() == []


def test_what_is_passed_over_is_settled_when_a_window_of_later_questions_is_answered() -> None:
    flight = flight_of(5, window=2)
    assert settled(flight, b"oops", right(2), right(3)) == ["q2", "q3"]
    assert settled(flight, right(4), right(5)) == ["q4", "q1!", "q5"]


def test_silence_after_garbage_is_garbage() -> None:
    flight = flight_of(2)
    assert settled(flight, b"oops") == []
    key, fault = flight.blame("timeout", "It is silent.")
    assert (key, isinstance(fault, Fault) and fault.kind) == ("q1", "garbage")


def test_what_a_tool_wrote_before_it_was_started_anew_counts_no_more() -> None:
    flight = flight_of(1)
    assert settled(flight, b"oops") == []
    flight.ask_again()
    sent = flight.next_again()
    assert sent is not None
    flight.add(sent, 0.0)
    assert flight.blame("timeout", "It is silent.") == ("q1", Fault("timeout", "It is silent."))


def test_too_many_lines_in_a_row_that_are_no_answers_are_babble() -> None:
    flight = flight_of(2, window=1)
    settled(flight, *[b"x"] * 4)
    assert not flight.babbles
    settled(flight, right(1), *[right(1)] * 4)
    assert not flight.babbles
    settled(flight, b"x")
    assert flight.babbles
