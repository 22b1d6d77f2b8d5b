"""A run while it is on: moment by moment, with events in between."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from dod_model.abilities import STOP_AT_THRESHOLD
from dod_model.assessment import Assessment, Outcome
from dod_model.attempt import Attempt
from dod_model.errors import InputError, Problem
from dod_model.requirements.asking import agreed
from dod_model.run import events
from dod_model.run.beginning import begin
from dod_model.run.behaviours import CALLER, PACKAGE_UPDATED
from dod_model.run.changing import changed
from dod_model.run.choosing import Chooser, First
from dod_model.run.course import Course, Turn, course_of
from dod_model.run.moments import (
    Ending,
    Happened,
    Moment,
    SequenceEnded,
)
from dod_model.run.program import Program, program_of
from dod_model.run.world import World
from dod_model.site import DeploymentOption, Site
from dod_model.situation import Situation


@dataclass(frozen=True)
class Run:
    """An attempt, played.

    Attributes:
        attempt: the attempt.
        option: the deployment option that was played.
        assessment: what was decided of the attempt.
        situation: site and client as they were at the beginning.
        program: the steps that it could go through, in order.
        moments: what happened, in order; none if the documents do not speak of the attempt.
        assumed: what was not known and had to be assumed, a sentence each.
        unsized: packages that were needed and whose size is not described; they count as 0 bytes.
        not_placed: events whose moment never came.
    """

    attempt: Attempt
    option: DeploymentOption
    assessment: Assessment
    situation: Situation
    program: Program
    moments: tuple[Moment, ...]
    assumed: tuple[str, ...]
    unsized: tuple[str, ...]
    not_placed: tuple[events.Placed, ...]

    @cached_property
    def ending(self) -> Ending | None:
        """How it ended; None if the documents do not speak of the attempt."""
        last = self.moments[-1] if self.moments else None
        return last.ending if isinstance(last, SequenceEnded) else None


class Playing:
    """A run that is on: it advances moment by moment, and events may happen in between.

    Attributes:
        moments: what happened so far.
        world: the site, the client and the device as they are now.
        program: the steps that it can go through.
    """

    def __init__(
        self,
        site: Site,
        attempt: Attempt,
        *,
        option: DeploymentOption | None = None,
        pre_downloaded: int | None = None,
        chooser: Chooser | None = None,
    ) -> None:
        """Begin a run; arguments and errors as for `play`."""
        beginning = begin(site, attempt, option, pre_downloaded)
        self.attempt = attempt
        self.assessment = beginning.assessment
        self.situation = beginning.situation
        self.option = beginning.option
        self.program = program_of(self.situation)
        self.moments: list[Moment] = []
        self.world = World(self.situation, beginning.played.facts, self.option, chooser or First())
        self._last = 0
        self._course: Course[None] | None = None
        if self.assessment.outcome is not Outcome.NOT_COVERED:
            self.world.assume(*beginning.assumed, *self.program.unknown)
            self._course = course_of(self.world, self.program, beginning.played, pre_downloaded)

    @property
    def over(self) -> bool:
        """Whether the run has ended."""
        return self._course is None

    def pull(self) -> Moment | Turn | None:
        """Go on to the next moment, or stop before a step; None if the run is over."""
        if self._course is None:
            return None
        try:
            found = self._course.send(self._last) if self.moments else next(self._course)
        except StopIteration:
            self._course = None
            return None
        if isinstance(found, Turn):
            return found
        self._last = len(self.moments)
        self.moments.append(found)
        if isinstance(found, SequenceEnded):
            self._course = None
        return found

    def advance(self) -> Moment | None:
        """Go on to the next moment; None if the run is over."""
        found = self.pull()
        while isinstance(found, Turn):
            found = self.pull()
        return found

    def happen(self, event: events.Event, percent: int = 50) -> None:
        """Let an event happen now.

        Args:
            event: the event.
            percent: how much of a download that is under way has come by then.

        Raises:
            InputError: the event is about something that the site does not have or cannot do.
            ValueError: the run has not begun, or is over.
        """
        if self.over or not self.moments:
            message = "an event happens after the first moment and before the last"
            raise ValueError(message)
        self._check_threshold(event)
        self.world.happen(event, len(self.moments), percent)
        if isinstance(event, events.ThresholdReached) and self._stops_at_threshold is None:
            self.world.assume("the site is of a release in which a gateway is stopped at its threshold")
        behaviour = PACKAGE_UPDATED if isinstance(event, events.PackageUpdated) else CALLER
        self.moments.append(Happened(len(self.moments) - 1, behaviour, event))

    def check(self, event: events.Event) -> None:
        """Refuse an event that cannot happen on this site.

        Raises:
            InputError: the event is about something that the site does not have or cannot do.
        """
        changed(self.world.situation.site, event)
        self._check_threshold(event)

    def _check_threshold(self, event: events.Event) -> None:
        if isinstance(event, events.ThresholdReached) and self._stops_at_threshold is False:
            message = "a gateway is stopped at its threshold from 1902 on; the site is older"
            raise InputError(Problem("not-yet", message))

    @cached_property
    def _stops_at_threshold(self) -> bool | None:
        return agreed(lambda facts: facts.site_can(STOP_AT_THRESHOLD), self.assessment.facts, None)

    def run(self, not_placed: Iterable[events.Placed] = ()) -> Run:
        """What happened so far, as a run."""
        return Run(
            self.attempt,
            self.option,
            self.assessment,
            self.situation,
            self.program,
            tuple(self.moments),
            tuple(self.world.assumed),
            tuple(self.world.unsized),
            tuple(not_placed),
        )
