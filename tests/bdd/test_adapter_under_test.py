"""A tool behind the scenarios: what is asked of it, and what becomes of what it says."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest

from dod_model.assessment import Outcome
from dod_model.attempt import Wish
from dod_model.bdd.adapter_under_test import AdapterUnderTest
from dod_model.bdd.context import Case
from dod_model.kit.answers import Answer, Aspect, DontKnow, Fault, Hello, Reply, Skip
from dod_model.kit.format import Question
from dod_model.kit.healthy import ATTEMPT, HEALTHY
from dod_model.kit.system import NotAnsweredError
from dod_model.site import MISSING, with_fields

IT = "gateway-serves-content"
SAID = Reply(Outcome.DOES_NOT_RUN, frozenset({IT}), frozenset({"cache-size"}))
PARTLY_KNOWN = with_fields(HEALTHY, gateways=MISSING)


class Tool:
    """Answers always the same, and notes what it is asked."""

    def __init__(self, answer: Answer, *answers: Aspect) -> None:
        self.hello = Hello("tool", "", frozenset({Aspect.OUTCOME, *answers}))
        self.asked: list[Question] = []
        self._answer = answer

    def answers(self, asked: Iterable[tuple[Any, Question]]) -> Iterator[tuple[Any, Answer]]:
        for key, question in asked:
            self.asked.append(question)
            yield key, self._answer

    def close(self) -> None:
        raise AssertionError


def test_it_is_asked_what_the_scenario_is_about() -> None:
    tool = Tool(SAID)
    AdapterUnderTest(tool).assess(HEALTHY, ATTEMPT, Wish.RUN)
    assert tool.asked == [Question(site=HEALTHY, attempt=ATTEMPT, wish=Wish.RUN)]


@pytest.mark.parametrize(
    ("answers", "violated", "undetermined"),
    [
        ((), None, None),
        ((Aspect.VIOLATED,), SAID.violated, None),
        ((Aspect.UNKNOWNS,), None, None),
        ((Aspect.VIOLATED, Aspect.UNKNOWNS), SAID.violated, SAID.undetermined),
    ],
)
def test_it_is_held_to_what_it_says_that_it_answers(
    answers: tuple[Aspect, ...], violated: frozenset[str] | None, undetermined: frozenset[str] | None
) -> None:
    said = AdapterUnderTest(Tool(SAID, *answers)).assess(HEALTHY, ATTEMPT, Wish.ON_DEMAND)
    assert (said.outcome, said.violated, said.undetermined) == (Outcome.DOES_NOT_RUN, violated, undetermined)


def test_what_hangs_on_the_unknown_is_asked_only_of_a_tool_that_tells_the_unknown() -> None:
    tool = Tool(SAID, Aspect.VIOLATED)
    with pytest.raises(NotAnsweredError, match="it does not answer unknowns"):
        AdapterUnderTest(tool).assess(PARTLY_KNOWN, ATTEMPT, Wish.ON_DEMAND)
    assert tool.asked == []
    AdapterUnderTest(Tool(SAID, Aspect.UNKNOWNS)).assess(PARTLY_KNOWN, ATTEMPT, Wish.ON_DEMAND)


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (DontKnow("no rule"), "it does not know: no rule"),
        (DontKnow(""), "it does not know"),
        (Skip("media are out of scope"), "it skips such a case: media are out of scope"),
        (Skip(""), "it skips such a case"),
    ],
)
def test_what_it_does_not_answer_passes_the_scenario_over(answer: Answer, why: str) -> None:
    case = Case(AdapterUnderTest(Tool(answer)))
    reasons: list[str] = []
    case.pass_over = reasons.append
    case.begin()
    case.assess()
    assert reasons == [why]
    assert not hasattr(case, "assessment")


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (Fault("crash", "it ended"), "the tool gave no answer: crash: it ended"),
        (Reply(), "the tool gave no outcome"),
    ],
)
def test_no_usable_answer_fails_the_scenario(answer: Answer, why: str) -> None:
    with pytest.raises(AssertionError, match=why):
        AdapterUnderTest(Tool(answer)).assess(HEALTHY, ATTEMPT, Wish.ON_DEMAND)


@pytest.mark.parametrize(
    "ask",
    [
        lambda tool: tool.plan(HEALTHY, ATTEMPT, Wish.RUN),
        lambda tool: tool.effective(HEALTHY, "LT-001", "client_cache", "size_mb"),
        lambda tool: tool.play(HEALTHY, ATTEMPT, option=None, placed=(), pre_downloaded=None),
    ],
    ids=["plan", "effective setting", "run"],
)
def test_nothing_else_is_asked_of_it(ask: Callable[[AdapterUnderTest], Any]) -> None:
    tool = AdapterUnderTest(Tool(SAID, *Aspect))
    assert not tool.answers_tags
    with pytest.raises(NotAnsweredError):
        ask(tool)
