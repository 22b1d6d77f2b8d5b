"""What steps share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from dod_model.attempt import Attempt, Wish
from dod_model.errors import InputError
from dod_model.kit.healthy import ATTEMPT, HEALTHY
from dod_model.kit.system import Answer, NotAnsweredError, SystemUnderTest
from dod_model.site import DeploymentOption, Site

if TYPE_CHECKING:
    from dod_model.plan import Plan
    from dod_model.run import Run
    from dod_model.run.events import Placed


class Case:
    """What a scenario is about: everything that steps may set and ask.

    Attributes:
        system: what answers.
        site: the site of the scenario.
        attempt: what is attempted on it.
        wish: what is wanted of the attempt.
        assessment: the answer, after a When.
        plan: the plan, after a When that asks for one.
        placed: what happens to a run, and when.
        pre_downloaded: how many packages were complete in advance; None for all that there are.
        played: the runs, after a When that plays some; an error where what was placed cannot happen.
        pass_over: ends the scenario without failing it, where the system does not answer; given the reason.
    """

    __slots__ = (
        "assessment",
        "attempt",
        "pass_over",
        "placed",
        "plan",
        "played",
        "pre_downloaded",
        "site",
        "system",
        "wish",
    )

    system: SystemUnderTest
    site: Site
    attempt: Attempt
    wish: Wish
    assessment: Answer
    plan: Plan
    placed: tuple[Placed, ...]
    pre_downloaded: int | None
    played: tuple[Run | InputError, ...]
    pass_over: Callable[[str], None]

    def __init__(self, system: SystemUnderTest) -> None:
        """Ask this system."""
        self.system = system

    def begin(self) -> None:
        """Start anew, on the healthy site."""
        self.site = HEALTHY
        self.attempt = ATTEMPT
        self.wish = Wish.ON_DEMAND
        self.placed = ()
        self.pre_downloaded = None
        for answered in ("assessment", "plan", "played"):
            if hasattr(self, answered):
                delattr(self, answered)

    def assess(self) -> None:
        """Ask what becomes of the attempt."""
        try:
            self.assessment = self.system.assess(self.site, self.attempt, self.wish)
        except NotAnsweredError as reason:
            self.pass_over(str(reason))

    def make_plan(self) -> None:
        """Ask for the fewest changes."""
        self.plan = self.system.plan(self.site, self.attempt, self.wish)

    def play(self, *options: DeploymentOption) -> None:
        """Play the attempt, with each of these options in turn; with that of the deployment if there is none."""
        self.played = tuple(map(self._run_with, options or (None,)))

    def _run_with(self, option: DeploymentOption | None) -> Run | InputError:
        try:
            return self.system.play(
                self.site, self.attempt, option=option, placed=self.placed, pre_downloaded=self.pre_downloaded
            )
        except InputError as error:
            return error

    @property
    def runs(self) -> tuple[Run, ...]:
        """The runs that were played.

        Raises:
            InputError: one could not be played, for what was placed cannot happen.
        """
        runs = []
        for one in self.played:
            if isinstance(one, InputError):
                raise one
            runs.append(one)
        return tuple(runs)

    @property
    def run(self) -> Run:
        """The run that was played, the first if there are more; errors as for `runs`."""
        return self.runs[0]


class Context(Protocol):
    """The part of behave's context that steps may use.

    Attributes:
        case: what the scenario is about. One object for the whole run: to set an attribute of behave's context costs
            more than most steps.
        table: the table below the step; behave sets it.
    """

    case: Case
    table: Any
