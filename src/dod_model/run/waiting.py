"""Which placed events are due at a moment, and which still wait?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from dod_model.run import events
from dod_model.run.course import Turn
from dod_model.run.events import Placed
from dod_model.run.moments import DownloadStarted, Moment, StepDone, StepSkipped

HALF = 50
"""How much of a download has come, in percent, where an event that falls into it does not say."""

Trigger = tuple[str, str]


class Numbered(NamedTuple):
    """A placed event, and the how manieth it is of those given."""

    number: int
    placed: Placed


def share(one: Placed) -> int:
    """How much of a download that it falls into has come by then, in percent."""
    return one.when.percent if isinstance(one.when, events.During) else HALF


class Waiting:
    """Placed events whose moment has not come."""

    def __init__(self, placed: Iterable[Placed]) -> None:
        """All events wait."""
        self._triggered: dict[Trigger, list[Numbered]] = {}
        self._at_moments: list[Numbered] = []
        for number, one in enumerate(placed):
            self.put_back(Numbered(number, one))
        self._at_moments.sort(key=_moment, reverse=True)

    def put_back(self, one: Numbered) -> None:
        """Let an event that was due wait for the next time."""
        if isinstance(one.placed.when, events.AtMoment):
            self._at_moments.append(one)
        else:
            self._triggered.setdefault(_trigger(one.placed.when), []).append(one)

    def due(self, found: Moment | Turn | None, passed: int) -> list[Numbered]:
        """The events that are due, in the order in which they happen; they wait no longer.

        Args:
            found: what the run has come to; None where that is an event.
            passed: how many moments have passed.
        """
        if not self._triggered and not self._at_moments:
            return []
        trigger = _reached(found)
        due = [] if trigger is None else self._triggered.pop(trigger, [])
        while self._at_moments and _moment(self._at_moments[-1]) <= passed:
            due.append(self._at_moments.pop())
        return sorted(due, key=lambda one: (share(one.placed), one.number))

    def rest(self) -> tuple[Placed, ...]:
        """The events that still wait, in the order given."""
        triggered = (one for group in self._triggered.values() for one in group)
        return tuple(one.placed for one in sorted([*triggered, *self._at_moments], key=lambda one: one.number))


def _moment(one: Numbered) -> int:
    return one.placed.when.number if isinstance(one.placed.when, events.AtMoment) else 0


def _trigger(when: events.When) -> Trigger:
    match when:
        case events.BeforeStep(step):
            return "before", step
        case events.AfterStep(step):
            return "after", step
        case events.During(package, _):
            return "during", package
        case events.AtMoment(number):
            return "moment", str(number)


def _reached(found: Moment | Turn | None) -> Trigger | None:
    match found:
        case Turn():
            return "before", found.action.name
        case StepDone() | StepSkipped():
            return "after", found.action.name
        case DownloadStarted():
            return "during", found.package
        case _:
            return None
