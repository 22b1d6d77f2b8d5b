"""The lines of the protocol: what is sent, and what is made of what comes back."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dod_model.assessment import Outcome
from dod_model.attempt import Attempt, Place, Start, User, Wish
from dod_model.kit.answers import AdapterError, Answer, Aspect, DontKnow, Fault, Hello, Reply, Skip
from dod_model.kit.format import PlanSize, Play, Question, RunTotals
from dod_model.kit.healthy import ATTEMPT, HEALTHY
from dod_model.kit.messages import (
    GarbageError,
    bye_line,
    hello_line,
    lacking,
    question_line,
    read_answer,
    read_hello,
    shown,
    unknown_ids,
)
from dod_model.kit.serving import answer_line, hello_answer_line
from dod_model.render.wording import printable
from dod_model.requirements import BY_ID
from dod_model.site import DeploymentOption, Site

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
AMOUNTS = st.integers(0, 2**50)
IDS = st.none() | st.frozensets(st.sampled_from(sorted(BY_ID)), max_size=5)
PLANS = st.builds(PlanSize, possible=st.booleans(), changes=st.integers(0, 9))
RUNS = st.builds(
    RunTotals,
    ending=st.sampled_from([None, "succeeded", "failed", "not-started"]),
    in_advance=AMOUNTS,
    before_start=AMOUNTS,
    during=AMOUNTS,
    by_source=st.dictionaries(TEXTS, AMOUNTS, max_size=3),
)
REPLIES = st.builds(Reply, st.sampled_from(Outcome), IDS, IDS, st.none() | PLANS) | st.builds(Reply, run=RUNS)
ANSWERS: st.SearchStrategy[Answer] = st.one_of(
    REPLIES, st.builds(DontKnow, TEXTS), st.builds(Skip, TEXTS), st.builds(Fault, st.just("error"), TEXTS)
)
HELLOS = st.builds(
    Hello,
    TEXTS.filter(str.strip),
    TEXTS,
    st.frozensets(st.sampled_from(Aspect)).map(lambda answers: answers | {Aspect.OUTCOME}),
)
OBJECTS = st.dictionaries(
    st.sampled_from(
        ["id", "outcome", "violated", "plan", "run", "skip", "error", "dont_know", "kit", "name", "answers"]
    ),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
        max_leaves=6,
    ),
)


class TestRequests:
    def test_hello_tells_the_version_of_the_format(self) -> None:
        assert json.loads(hello_line()) == {"cmd": "hello", "kit": 1}

    def test_bye(self) -> None:
        assert json.loads(bye_line()) == {"cmd": "bye"}

    @pytest.mark.parametrize("line", [hello_line(), bye_line()])
    def test_each_is_a_line(self, line: bytes) -> None:
        assert line.count(b"\n") == 1
        assert line.endswith(b"\n")

    def test_a_question_is_told_completely(self) -> None:
        attempt = Attempt("Upgrade", "LÄ-1", None, Place.INTRANET, User.OTHER_USER)
        line = question_line(7, Question(site=HEALTHY, attempt=attempt, wish=Wish.RUN), frozenset({Aspect.OUTCOME}))
        assert json.loads(line) == {
            "cmd": "assess",
            "id": 7,
            "wish": "run",
            "attempt": {
                "deployment": "Upgrade",
                "client": "LÄ-1",
                "start": None,
                "place": "intranet",
                "user": "other-user",
            },
            "site": json.loads(HEALTHY.model_dump_json()),
            "asks": ["outcome"],
        }

    def test_a_run_is_asked_for_with_how_it_is_played(self) -> None:
        play = Play(option=DeploymentOption.WHEN_NEEDED, events=("the token ends after moment 1",), pre_downloaded=None)
        question = Question(site=HEALTHY, attempt=ATTEMPT, wish=Wish.RUN, play=play)
        data = json.loads(question_line(8, question, frozenset({Aspect.RUN})))
        assert (data["cmd"], data["play"], data["asks"]) == ("play", play.model_dump(mode="json"), ["run"])

    @given(TEXTS.filter(lambda text: 0 < len(text.strip()) <= 20), st.none() | st.sampled_from(Start))
    def test_a_question_is_one_line_whatever_the_names(self, name: str, start: Start | None) -> None:
        question = Question(
            site=Site(), attempt=Attempt("Upgrade\n", name, start, Place.INTERNET, None), wish=Wish.ON_DEMAND
        )
        line = question_line(1, question, frozenset(Aspect))
        assert line.count(b"\n") == 1
        data = json.loads(line)
        assert data["attempt"]["client"] == name
        assert data["asks"] == [aspect.value for aspect in Aspect]


class TestHello:
    def test_says_what_the_tool_answers(self) -> None:
        line = b'{"kit": 1, "name": "my-tool", "version": "2.3", "answers": ["outcome", "violated"], "more": 1}\r\n'
        assert read_hello(line) == Hello("my-tool", "2.3", frozenset({Aspect.OUTCOME, Aspect.VIOLATED}))

    def test_need_not_tell_a_version(self) -> None:
        assert read_hello(b'{"kit": 1, "name": "my-tool", "answers": ["outcome"]}').version == ""

    def test_may_have_the_mark_that_some_languages_begin_their_output_with(self) -> None:
        assert read_hello(b'\xef\xbb\xbf{"kit": 1, "name": "my-tool", "answers": ["outcome"]}').name == "my-tool"

    @pytest.mark.parametrize(
        ("line", "said"),
        [
            (b"Welcome!", "it is not JSON (expected value at line 1 column 1). It wrote 'Welcome!'."),
            (b"[]", "it is no JSON object"),
            (b"{}", "'kit' is missing, the version of the format"),
            (b'{"kit": 2}', "'kit' is 2, expected 1, the version of the format"),
            (b'{"kit": true}', "'kit' is true, expected 1"),
            (b'{"kit": 1, "answers": ["outcome"]}', "'name' is missing, expected what the tool is called"),
            (b'{"kit": 1, "name": " "}', "'name' is '', expected what the tool is called"),
            (b'{"kit": 1, "name": "x", "version": 2}', "'version' is 2, expected a text"),
            (b'{"kit": 1, "name": "x"}', "'answers' is missing, expected a list of words"),
            (b'{"kit": 1, "name": "x", "answers": "outcome"}', "'answers' is 'outcome', expected a list of words"),
            (b'{"kit": 1, "name": "x", "answers": [{}]}', "'answers' has an object, expected a word"),
            (
                b'{"kit": 1, "name": "x", "answers": ["outcom"]}',
                "'outcom' is no word for 'answers' (the nearest is 'outcome')",
            ),
            (
                b'{"kit": 1, "name": "x", "answers": ["zzz"]}',
                "'zzz' is no word for 'answers' (there is 'outcome', 'violated', 'unknowns', 'plan' and 'run')",
            ),
            (
                b'{"kit": 1, "name": "x", "answers": ["run"]}',
                "'outcome' is missing in 'answers'; every tool",
            ),
        ],
    )
    def test_that_cannot_be_used_says_why(self, line: bytes, said: str) -> None:
        with pytest.raises(AdapterError) as caught:
            read_hello(line)
        assert str(caught.value).startswith("answers to hello what cannot be used: ")
        assert said in str(caught.value)

    @given(HELLOS)
    def test_is_read_as_it_was_written(self, hello: Hello) -> None:
        assert read_hello(hello_answer_line(hello)) == hello


class TestAnswers:
    @given(st.integers(1, 2**40), ANSWERS)
    def test_are_read_as_they_were_written(self, number: int, answer: Answer) -> None:
        assert read_answer(answer_line(number, answer)) == (number, answer)

    @pytest.mark.parametrize(
        ("fields", "answer"),
        [
            ({"outcome": "undetermined"}, Reply(Outcome.UNDETERMINED)),
            ({"outcome": "undetermined", "violated": []}, Reply(Outcome.UNDETERMINED, frozenset())),
            ({"outcome": "undetermined", "plan": None, "skip": None, "error": None}, Reply(Outcome.UNDETERMINED)),
            ({"outcome": "undetermined", "seconds": 0.1, "because": ["x"]}, Reply(Outcome.UNDETERMINED)),
            (
                {"outcome": "undetermined", "plan": {"possible": True, "changes": 2, "text": "x"}},
                Reply(Outcome.UNDETERMINED, plan=PlanSize(possible=True, changes=2)),
            ),
            ({"dont_know": ""}, DontKnow("")),
            ({"skip": "media"}, Skip("media")),
            ({"error": "division by zero"}, Fault("error", "division by zero")),
        ],
    )
    def test_may_leave_out_what_is_not_known_and_say_more(self, fields: dict[str, Any], answer: Answer) -> None:
        assert read_answer(json.dumps({"id": 7, **fields}).encode()) == (7, answer)

    @pytest.mark.parametrize(
        ("fields", "said"),
        [
            ({}, "it has none of 'outcome', 'run', 'dont_know', 'skip' and 'error'"),
            ({"violated": []}, "it has none of 'outcome', 'run', 'dont_know', 'skip' and 'error'"),
            ({"outcome": "undetermined", "skip": "x"}, "it has both 'outcome' and 'skip', which mean different things"),
            ({"violated": [], "error": "x"}, "it has both 'violated' and 'error', which mean different things"),
            ({"dont_know": "x", "error": "x"}, "it has both 'dont_know' and 'error', which mean different things"),
            ({"skip": 5}, "'skip' is 5, expected a text"),
            ({"outcome": 5}, "'outcome' has 5, expected a word"),
            ({"outcome": "does-not-rum"}, "'does-not-rum' is no word for 'outcome' (the nearest is 'does-not-run')"),
            (
                {"outcome": "zzz"},
                "'zzz' is no word for 'outcome' (there is 'not-covered', 'undetermined', 'does-not-run', "
                "'downloads-on-demand' and 'downloads-before-start')",
            ),
            ({"outcome": "undetermined", "violated": "x"}, "'violated' is 'x', expected a list of words"),
            ({"outcome": "undetermined", "violated": [None]}, "'violated' has null, expected a word"),
            (
                {"outcome": "undetermined", "undetermined": ["gateway-serve-content"]},
                "'gateway-serve-content' is no requirement (the nearest is 'gateway-serves-content')",
            ),
            ({"outcome": "undetermined", "plan": 2}, "'plan' is 2, expected an object"),
            (
                {"outcome": "undetermined", "plan": {"possible": 1, "changes": 2}},
                "'plan.possible' is wrong: input should be a valid boolean",
            ),
            (
                {"outcome": "undetermined", "plan": {"possible": True, "changes": -1}},
                "'plan.changes' is wrong: input should be greater than or equal to 0",
            ),
            ({"run": {"ending": None}}, "'run.in_advance' is wrong: field required"),
            (
                {"run": {"ending": "success", "in_advance": 0, "before_start": 0, "during": 0, "by_source": {}}},
                "'success' is no word for 'ending' (the nearest is 'succeeded')",
            ),
            (
                {"run": {"ending": None, "in_advance": 0, "before_start": 0, "during": 0, "by_source": {"\x1b": 1.5}}},
                "'run.by_source.\\u001b' is wrong: input should be a valid integer",
            ),
        ],
    )
    def test_that_cannot_be_used_are_faults_of_their_question(self, fields: dict[str, Any], said: str) -> None:
        number, fault = read_answer(json.dumps({"id": 7, **fields}).encode())
        assert (number, fault) == (7, Fault("garbage", f"Its answer cannot be used: {said}."))

    @pytest.mark.parametrize(
        ("line", "said"),
        [
            (b"", "it is not JSON (EOF while parsing a value at line 1 column 0)"),
            (b'{"id": "\xfc"}', "it is not UTF-8 (the byte 0xfc at position 9)"),
            (b'\xef\xbb\xbf{"id": 7}', "it begins with a byte order mark (BOM), which may stand only before the hello"),
            (b'{"id": NaN}', "it is not JSON (expected value at line 1 column 8)"),
            (b"7", "it is no JSON object"),
            (b"{}", "'id' is missing, expected the number of a question"),
            (b'{"id": "7"}', "'id' is the text '7', expected a number, without quotation marks"),
            (b'{"id": "seven"}', "'id' is 'seven', expected the number of a question"),
            (b'{"id": 7.0}', "'id' is 7.0, expected the number of a question"),
            (b'{"id": true}', "'id' is true, expected the number of a question"),
        ],
    )
    def test_without_a_number_are_garbage(self, line: bytes, said: str) -> None:
        with pytest.raises(GarbageError) as caught:
            read_answer(line)
        assert str(caught.value) == said

    @pytest.mark.parametrize("read", [read_answer, read_hello])
    @given(line=st.binary(max_size=50) | OBJECTS.map(lambda data: json.dumps(data).encode()) | st.just(b"[" * 100_000))
    def test_of_any_kind_are_answers_or_errors(self, read: Callable[[bytes], object], line: bytes) -> None:
        told = ""
        try:
            read(line)
        except (GarbageError, AdapterError) as error:
            told = str(error)
        assert told == printable(told)


def test_a_reply_lacks_what_was_asked_and_is_not_in_it() -> None:
    reply = Reply(Outcome.UNDETERMINED, frozenset())
    assert lacking(reply, [Aspect.OUTCOME, Aspect.VIOLATED]) == ""
    assert lacking(reply, [Aspect.OUTCOME, Aspect.UNKNOWNS, Aspect.PLAN]) == (
        "Its answer lacks 'undetermined' and 'plan', which it said that it answers."
    )


def test_ids_of_no_requirement_are_told_with_the_nearest() -> None:
    assert unknown_ids(["cache-size"]) == ""
    assert unknown_ids(["cache-size", "cache-sise"]) == "'cache-sise' is no requirement (the nearest is 'cache-size')"


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (b" a line\r\n", "'a line'"),
        (b"\x1b[31mred\x07", "'\\u001b[31mred\\u0007'"),
        (b"\xff\xfe", "'\\xff\\xfe'"),
        (b"x" * 1000, f"'{'x' * 200}…'"),
        ("ü".encode() * 1000, f"'{'ü' * 200}…'"),
    ],
)
def test_a_line_is_shown_so_that_a_terminal_takes_no_harm(line: bytes, text: str) -> None:
    assert shown(line) == text
