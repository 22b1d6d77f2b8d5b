"""A tool in this process is served over the line protocol, and no line ends that."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dod_model.attempt import Wish
from dod_model.kit import serving
from dod_model.kit.answers import Answer, Aspect, DontKnow, Fault, Hello, Key, Skip
from dod_model.kit.format import Play, Question
from dod_model.kit.healthy import ATTEMPT, GATEWAY, HEALTHY
from dod_model.kit.in_process import InProcess
from dod_model.kit.messages import bye_line, hello_line, question_line, read_answer, read_hello
from dod_model.kit.process import LineAdapter
from dod_model.kit.serving import serve
from dod_model.kit.system import ModelUnderTest
from dod_model.site import Site

ALL = frozenset(Aspect)
MODEL = InProcess("the model", ModelUnderTest(), ALL)
HEALTHY_QUESTION = Question(site=HEALTHY, attempt=ATTEMPT, wish=Wish.ON_DEMAND, plan=True)
PLAY = Play(option=None, events=(f"'{GATEWAY}' stops before 'Stage drivers'",), pre_downloaded=None)
QUESTIONS = (
    HEALTHY_QUESTION,
    HEALTHY_QUESTION.model_copy(update={"wish": Wish.RUN, "attempt": replace(ATTEMPT, start=None)}),
    Question(site=Site(), attempt=ATTEMPT, wish=Wish.ON_DEMAND, plan=True),
    HEALTHY_QUESTION.model_copy(update={"play": PLAY}),
)


class Saying:
    """A tool that always says the same, or raises it."""

    hello = Hello("saying", "", frozenset({Aspect.OUTCOME}))

    def __init__(self, said: Answer | Exception | None) -> None:
        self.said = said

    def answers(self, asked: Iterable[tuple[Key, Question]]) -> Iterator[tuple[Key, Answer]]:
        for key, _ in asked:
            if isinstance(self.said, Exception):
                raise self.said
            if self.said is not None:
                yield key, self.said

    def close(self) -> None:
        raise AssertionError


def served(*lines: bytes, adapter: Any = MODEL) -> list[bytes]:
    out = io.BytesIO()
    serve(adapter, io.BytesIO(b"".join(lines)), out)
    return out.getvalue().splitlines(keepends=True)


def said(*lines: bytes, adapter: Any = MODEL) -> list[dict[str, Any]]:
    return [json.loads(line) for line in served(*lines, adapter=adapter)]


def test_it_introduces_itself() -> None:
    (line,) = served(hello_line())
    assert read_hello(line) == MODEL.hello


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_is_answered_as_in_this_process(question: Question) -> None:
    (line,) = served(question_line(7, question, ALL))
    ((_, answer),) = MODEL.answers([(7, question)])
    assert read_answer(line) == (7, answer)


def test_serving_ends_with_the_bye() -> None:
    assert len(served(hello_line(), bye_line(), hello_line())) == 1


def test_serving_ends_with_the_input_and_a_line_may_lack_its_end() -> None:
    assert len(served(b"\n", hello_line(), b" \r\n", hello_line().strip())) == 2


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (DontKnow("no rule"), {"dont_know": "no rule"}),
        (Skip("media"), {"skip": "media"}),
        (Fault("crash", "it is gone"), {"error": "it is gone"}),
        (ZeroDivisionError("division by zero"), {"error": "ZeroDivisionError: division by zero"}),
        (None, {"error": "It gave no answer."}),
    ],
)
def test_whatever_the_tool_says_is_told(answer: Answer | Exception | None, told: dict[str, str]) -> None:
    line = question_line(7, HEALTHY_QUESTION, ALL)
    assert said(line, hello_line(), adapter=Saying(answer))[0] == {"id": 7, **told}


def request(**changed: object) -> bytes:
    data = json.loads(question_line(7, HEALTHY_QUESTION, ALL)) | changed
    return json.dumps({name: value for name, value in data.items() if value is not ...}).encode() + b"\n"


@pytest.mark.parametrize(
    ("line", "number", "message"),
    [
        (b"hello\n", None, "This is no request: expected value at line 1 column 1"),
        (b"[]\n", None, "This is no request: The line is no JSON object."),
        (b"[" * 100_000 + b"\n", None, "This is no request: recursion limit exceeded at line 1 column 202"),
        (b'{"cmd": "asess", "id": 7}\n', 7, "There is no such 'cmd'. Did you mean 'assess'?"),
        (b'{"cmd": ["x"], "id": "7"}\n', None, "There is no such 'cmd'."),
        (request(site=...), 7, "site: Field required"),
        (request(site={"relaese": "1910"}), 7, "site.relaese: Extra inputs are not permitted"),
        (request(wish="fly"), 7, "wish: Input should be 'on-demand' or 'run'"),
        (request(id="7"), None, "id: Input should be a valid integer"),
        (request(cmd="play"), 7, "'play' is missing."),
    ],
)
def test_a_line_that_is_no_request_gets_an_error_and_serving_goes_on(
    line: bytes, number: int | None, message: str
) -> None:
    error, greeting = said(line, hello_line())
    assert error == {"id": number, "error": message}
    assert greeting["name"] == "the model"


def test_a_request_of_a_later_version_may_say_more() -> None:
    (answer,) = said(request(hurry=True))
    assert answer["outcome"] == "downloads-on-demand"


def test_a_line_that_is_too_long_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "LONGEST_QUESTION", 100)
    error, greeting = said(b"x" * 5000 + b"\n", hello_line())
    assert error == {"id": None, "error": "This is no request: The line has more than 100 bytes."}
    assert greeting["name"] == "the model"


@given(st.lists(st.binary(max_size=30).filter(lambda line: b'"bye"' not in line), max_size=5))
def test_no_line_ends_serving(lines: list[bytes]) -> None:
    *_, greeting = said(*(line + b"\n" for line in lines), hello_line())
    assert greeting["name"] == "the model"


@pytest.mark.slow
def test_the_model_as_a_command_answers_as_in_this_process() -> None:
    program = (
        "import sys; from dod_model.kit.serving import serve; from dod_model.kit.in_process import InProcess; "
        "from dod_model.kit.answers import Aspect; from dod_model.kit.system import ModelUnderTest; "
        "serve(InProcess('the model', ModelUnderTest(), Aspect), sys.stdin.buffer, sys.stdout.buffer)"
    )
    asked = list(enumerate(QUESTIONS))
    with LineAdapter([sys.executable, "-c", program]) as adapter:
        assert adapter.hello == MODEL.hello
        assert list(adapter.answers(asked)) == list(MODEL.answers(asked))
        assert adapter.notes == ()
