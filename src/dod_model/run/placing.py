"""Site + attempt + placed events -> Run: an attempt played from beginning to end."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from dod_model.attempt import Attempt
from dod_model.errors import InputError, Problem
from dod_model.run import events
from dod_model.run.choosing import EveryWay, First, Seeded
from dod_model.run.course import Turn
from dod_model.run.moments import Moment
from dod_model.run.playing import Playing, Run
from dod_model.run.waiting import Waiting, share
from dod_model.site import DeploymentOption, Site
from dod_model.site.nearest import nearest


def play(
    site: Site,
    attempt: Attempt,
    *,
    option: DeploymentOption | None = None,
    placed: Iterable[events.Placed] = (),
    pre_downloaded: int | None = None,
    seed: int | None = None,
) -> Run:
    """Play an attempt on a site, step by step.

    Args:
        site: the site.
        attempt: the attempt.
        option: the deployment option to play; None for that of the deployment.
        placed: events, each with when it happens; those for one moment happen in the order given.
        pre_downloaded: how many packages pre-download had completed when it was started; None for all, where the
            deployment downloads in advance.
        seed: chooses where the product chooses at random; None for the first of those that could be chosen.

    Raises:
        InputError: the attempt does not fit the site, the sequence runs too many steps, or an event is about something
            that the site does not have.
    """
    chooser = First() if seed is None else Seeded(seed)
    playing = Playing(site, attempt, option=option, pre_downloaded=pre_downloaded, chooser=chooser)
    return _played(playing, placed)


def plays(
    site: Site,
    attempt: Attempt,
    *,
    option: DeploymentOption | None = None,
    placed: Iterable[events.Placed] = (),
    pre_downloaded: int | None = None,
) -> Iterator[Run]:
    """Every run that differs in what the product chooses at random; there may be very many. As for `play`."""
    ways, placed = EveryWay(), tuple(placed)
    while True:
        playing = Playing(site, attempt, option=option, pre_downloaded=pre_downloaded, chooser=ways)
        yield _played(playing, placed)
        if not ways.turn():
            return


def _played(playing: Playing, placed: Iterable[events.Placed]) -> Run:
    placed = tuple(placed)
    steps = {place.action.name for place in playing.program.places} if placed else set()
    for one in placed:
        _check_placement(playing, one, steps)
    waiting = Waiting(placed)
    found: Moment | Turn | None = playing.pull()
    while found is not None and not playing.over:
        if placed:
            _let_happen(playing, waiting, found)
        found = playing.pull()
    return playing.run(waiting.rest())


def _let_happen(playing: Playing, waiting: Waiting, found: Moment | Turn) -> None:
    """Let happen what is due now, and what is when that has happened, for events are moments too."""
    now = waiting.due(found, len(playing.moments))
    while now:
        for due in now:
            percent = share(due.placed)
            during = isinstance(due.placed.when, events.During)
            if during and playing.world.disturbed and percent > playing.world.percent:
                waiting.put_back(due)  # it comes when the download goes on
            else:
                playing.happen(due.placed.event, percent)
        now = waiting.due(None, len(playing.moments))


def _check_placement(playing: Playing, placed: events.Placed, steps: set[str]) -> None:
    """Refuse what can never come, for nothing of the name exists, or what the site cannot do."""
    playing.check(placed.event)
    match placed.when:
        case events.AtMoment(number) if number < 1:
            raise InputError(Problem("too-early", "an event happens after the first moment: from 1 on"))
        case events.During(_, percent) if not 0 <= percent <= 100:
            raise InputError(Problem("no-percentage", f"{percent} is no share of a download: 0 to 100"))
        case events.During(package, _):
            _must_be_among(package, playing.situation.packages, "a package of the task sequence")
        case events.BeforeStep(step) | events.AfterStep(step):
            _must_be_among(step, steps, f"a step of '{playing.situation.deployment.task_sequence}' or its children")


def _must_be_among(name: str, names: Collection[str], what: str) -> None:
    if name not in names:
        raise InputError(Problem("unknown-name", f"'{name}' is not {what}", "", nearest(name, set(names))))
