"""Which placed events are due: each at its moment, in order, and without looking at those that are not."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from dod_model.run import play
from dod_model.run import waiting as room
from dod_model.run.course import Turn
from dod_model.run.events import (
    AfterStep,
    AtMoment,
    BeforeStep,
    ConnectionBreaks,
    During,
    Placed,
    SourceStarts,
    SourceStops,
    When,
)
from dod_model.run.moments import DownloadStarted, Moment, StepDone, StepSkipped, StepStarted
from dod_model.run.waiting import Numbered, Waiting, share
from dod_model.site import Comparison, Condition, ConditionSubject
from tests.run.sites import ATTEMPT, site, step

NEVER = (Condition(subject=ConditionSubject.MODEL, comparison=Comparison.EQUALS, value="XPS 13"),)
RUN = play(site(step("1", "A"), step("2", "B"), step("3", conditions=NEVER)), ATTEMPT)


def of(*whens: When) -> Waiting:
    return Waiting(Placed(SourceStops(f"S{number}"), when) for number, when in enumerate(whens))


def numbers(due: Iterable[Numbered]) -> list[int]:
    return [one.number for one in due]


def reached(kind: type[Moment], name: str) -> Moment:
    """The first moment of a kind that is about the step or the package."""
    return next(
        one
        for one in RUN.moments
        if isinstance(one, kind)
        and name in {getattr(one, "package", ""), getattr(getattr(one, "action", None), "name", "")}
    )


def turn(step_name: str) -> Turn:
    return Turn(next(place.action for place in RUN.program.places if place.action.name == step_name))


@pytest.mark.parametrize(
    ("when", "found", "other"),
    [
        (BeforeStep("1"), turn("1"), turn("2")),
        (AfterStep("1"), reached(StepDone, "1"), reached(StepDone, "2")),
        (AfterStep("3"), reached(StepSkipped, "3"), reached(StepDone, "1")),
        (During("A"), reached(DownloadStarted, "A"), reached(DownloadStarted, "B")),
        (BeforeStep("1"), turn("1"), reached(StepStarted, "1")),
        (AfterStep("1"), reached(StepDone, "1"), turn("1")),
    ],
)
def test_an_event_is_due_where_it_is_placed_and_only_once(
    when: When, found: Moment | Turn, other: Moment | Turn
) -> None:
    waiting = of(when)
    assert waiting.due(other, 5) == []
    assert numbers(waiting.due(found, 6)) == [0]
    assert waiting.due(found, 7) == []
    assert waiting.rest() == ()


def test_one_that_is_placed_at_a_moment_is_due_when_so_many_have_passed() -> None:
    waiting = of(AtMoment(4), AtMoment(2), AtMoment(3), AtMoment(9))
    found = reached(StepStarted, "1")
    assert waiting.due(found, 1) == []
    assert numbers(waiting.due(found, 3)) == [1, 2]
    assert numbers(waiting.due(found, 4)) == [0]
    assert waiting.due(found, 8) == []
    assert waiting.rest() == (Placed(SourceStops("S3"), AtMoment(9)),)


class TestOrder:
    def test_of_one_download_is_that_of_shares(self) -> None:
        waiting = of(During("A", 75), During("A", 25), During("A", 100), During("A", 0))
        assert numbers(waiting.due(reached(DownloadStarted, "A"), 7)) == [3, 1, 0, 2]

    def test_of_like_shares_is_the_one_given(self) -> None:
        waiting = of(During("A", 25), AtMoment(7), During("A"), During("A", 25), AtMoment(6))
        assert numbers(waiting.due(reached(DownloadStarted, "A"), 7)) == [0, 3, 1, 2, 4]

    def test_half_has_come_where_no_share_is_said(self) -> None:
        event = ConnectionBreaks()
        assert [share(Placed(event, when)) for when in (During("A", 7), During("A"), AtMoment(1))] == [7, 50, 50]


class TestPuttingBack:
    def test_what_is_put_back_is_due_the_next_time(self) -> None:
        waiting = of(During("A", 25), During("A", 75), AtMoment(7))
        first = reached(DownloadStarted, "A")
        _, at_moment, later = waiting.due(first, 7)
        waiting.put_back(later)
        waiting.put_back(at_moment)
        assert numbers(waiting.due(reached(StepStarted, "1"), 8)) == [2]
        assert numbers(waiting.due(first, 9)) == [1]
        assert waiting.rest() == ()

    def test_it_is_told_where_its_time_never_comes(self) -> None:
        waiting = of(AfterStep("2"), During("A", 75), During("B"), AtMoment(99))
        (due,) = waiting.due(reached(DownloadStarted, "A"), 7)
        waiting.put_back(due)
        assert [one.when for one in waiting.rest()] == [AfterStep("2"), During("A", 75), During("B"), AtMoment(99)]


def test_events_that_are_not_due_are_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """4,000 moments and 2,000 events: each event is sorted in once and looked at when it is due, not each time."""
    looked: list[object] = []

    def noting(sound: Callable[[Any], Any]) -> Callable[[Any], Any]:
        def noted(one: Any) -> Any:
            looked.append(one)
            return sound(one)

        return noted

    for name in ("_trigger", "_moment", "share"):
        monkeypatch.setattr(room, name, noting(getattr(room, name)))
    whens: list[When] = [AtMoment(10_000 + number) for number in range(1_000)]
    whens += [AfterStep(f"step {number}") for number in range(1_000)]
    waiting = of(*whens)
    assert len(looked) == 2_000
    looked.clear()
    for passed in range(4_000):
        assert waiting.due(reached(StepDone, "1"), passed) == []
    assert len(looked) == 4_000
    assert len(waiting.rest()) == 2_000


def test_events_of_one_place_are_due_in_the_order_given() -> None:
    placed = [Placed(SourceStops("CMG"), AfterStep("1")), Placed(SourceStarts("CMG"), AfterStep("1"))]
    due = Waiting(placed).due(reached(StepDone, "1"), 9)
    assert [one.placed for one in due] == placed
