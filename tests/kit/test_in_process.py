"""A Python object is asked like any other tool."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest

from dod_model.assessment import Outcome
from dod_model.attempt import Wish
from dod_model.kit.answers import Answer, Aspect, DontKnow, Fault, Hello, Reply, Skip
from dod_model.kit.format import PlanSize, Play, Question, RunTotals
from dod_model.kit.healthy import ATTEMPT, DRIVERS, GATEWAY, HEALTHY
from dod_model.kit.in_process import Decides, InProcess
from dod_model.kit.system import ModelUnderTest
from dod_model.plan import TooManyWaysError
from dod_model.site import Site

ALL = frozenset(Aspect)
BOTH_PACKAGES = 4_831_838_208 + 734_003_200


@dataclass
class Decided:
    """An answer of a made-up tool."""

    outcome: Any = Outcome.DOES_NOT_RUN
    violated: frozenset[str] = frozenset({"gateway-serves-content"})
    undetermined: frozenset[str] = frozenset()


class MadeUp:
    """A tool that answers always the same, and raises what it is told to."""

    def __init__(self, decided: Decided | None = None, error: Exception | None = None) -> None:
        self.decided, self.error = decided or Decided(), error

    def assess(self, *_: object) -> Any:
        if self.error is not None and not isinstance(self.error, TooManyWaysError):
            raise self.error
        return self.decided

    def plan(self, *_: object) -> Any:
        raise self.error or AssertionError


def question(site: Site = HEALTHY, client: str = ATTEMPT.client, play: Play | None = None) -> Question:
    return Question(
        site=site, attempt=replace(ATTEMPT, client=client), wish=Wish.ON_DEMAND, play=play, plan=play is None
    )


def played(*events: str) -> Question:
    return question(play=Play(option=None, events=events, pre_downloaded=None))


def asked_of(system: Decides, what: Question, answers: frozenset[Aspect] = ALL) -> Answer:
    ((key, answer),) = InProcess("it", system, answers).answers([("key", what)])
    assert key == "key"
    return answer


def test_it_introduces_itself() -> None:
    adapter = InProcess("it", MadeUp(), [Aspect.VIOLATED], version="3")
    assert adapter.hello == Hello("it", "3", frozenset({Aspect.OUTCOME, Aspect.VIOLATED}))
    adapter.close()


def test_it_is_asked_one_question_when_its_answer_is_wanted() -> None:
    taken: list[int] = []

    def endless() -> Iterator[tuple[int, Question]]:
        while True:
            taken.append(len(taken))
            yield len(taken), question()

    answers = InProcess("it", MadeUp(), []).answers(endless())
    assert [next(answers)[0] for _ in range(3)] == [1, 2, 3]
    assert len(taken) == 3


class TestTheModel:
    def test_on_a_healthy_site(self) -> None:
        assert asked_of(ModelUnderTest(), question()) == Reply(
            Outcome.DOWNLOADS_ON_DEMAND, frozenset(), frozenset(), PlanSize(possible=True, changes=0)
        )

    def test_on_a_site_with_a_fault(self) -> None:
        (gateway,) = HEALTHY.known()["gateways"]
        site = HEALTHY.model_copy(update={"gateways": (gateway.model_copy(update={"serves_content": False}),)})
        assert asked_of(ModelUnderTest(), question(site)) == Reply(
            Outcome.DOES_NOT_RUN,
            frozenset({"gateway-serves-content"}),
            frozenset(),
            PlanSize(possible=True, changes=1),
        )

    def test_plays_a_run(self) -> None:
        assert asked_of(ModelUnderTest(), played()) == Reply(
            run=RunTotals(
                ending="succeeded",
                in_advance=0,
                before_start=0,
                during=BOTH_PACKAGES,
                by_source={GATEWAY: BOTH_PACKAGES},
            )
        )

    def test_plays_a_run_to_which_something_happens(self) -> None:
        answer = asked_of(ModelUnderTest(), played(f"'{GATEWAY}' stops before 'Stage drivers'"))
        assert answer == Reply(run=RunTotals(ending="failed", in_advance=0, before_start=0, during=0, by_source={}))

    def test_is_wrong_about_an_event_that_it_does_not_understand(self) -> None:
        fault = asked_of(ModelUnderTest(), played(f"'{DRIVERS}' explodes"))
        assert isinstance(fault, Fault)
        assert fault.kind == "error"
        assert fault.message.startswith("InputError: the event is not understood: 'Drivers' explodes.")

    def test_is_wrong_about_a_client_that_there_is_not(self) -> None:
        fault = asked_of(ModelUnderTest(), question(client="nobody"))
        assert isinstance(fault, Fault)
        assert fault.kind == "error"


class TestAToolOfOthers:
    def test_gives_what_it_says_that_it_gives(self) -> None:
        assert asked_of(MadeUp(), question(), frozenset()) == Reply(Outcome.DOES_NOT_RUN)
        assert asked_of(MadeUp(), question(), frozenset({Aspect.VIOLATED})) == Reply(
            Outcome.DOES_NOT_RUN, frozenset({"gateway-serves-content"})
        )
        assert asked_of(MadeUp(), question(), frozenset({Aspect.UNKNOWNS})) == Reply(
            Outcome.DOES_NOT_RUN, undetermined=frozenset()
        )

    def test_skips_runs_unless_it_plays_them(self) -> None:
        assert asked_of(MadeUp(), played(), frozenset()) == Skip("It plays no runs.")

    @pytest.mark.parametrize(
        ("error", "message"),
        [(ZeroDivisionError("division by zero"), "ZeroDivisionError: division by zero"), (KeyError(), "KeyError")],
    )
    def test_may_fail(self, error: Exception, message: str) -> None:
        assert asked_of(MadeUp(error=error), question()) == Fault("error", message)

    def test_does_not_know_a_plan_that_is_too_hard_to_find(self) -> None:
        assert asked_of(MadeUp(error=TooManyWaysError("too many ways")), question()) == DontKnow("too many ways")

    def test_fails_where_it_has_no_plan_though_it_said_so(self) -> None:
        class OnlyAssesses:
            def assess(self, *_: object) -> Any:
                return Decided()

        fault = asked_of(OnlyAssesses(), question())
        assert fault == Fault("error", "AttributeError: 'OnlyAssesses' object has no attribute 'plan'")

    @pytest.mark.parametrize(
        ("decided", "said"),
        [
            (Decided("runs"), "'runs' is no outcome"),
            (
                Decided(violated=frozenset({"cache-sise"})),
                "'cache-sise' is no requirement (the nearest is 'cache-size')",
            ),
        ],
    )
    def test_is_held_to_the_vocabulary(self, decided: Decided, said: str) -> None:
        assert asked_of(MadeUp(decided), question()) == Fault("garbage", f"Its answer cannot be used: {said}.")


def test_no_plan_is_made_where_none_is_asked_for() -> None:
    asked = question().model_copy(update={"plan": False})
    assert asked_of(ModelUnderTest(), asked) == Reply(Outcome.DOWNLOADS_ON_DEMAND, frozenset(), frozenset())
