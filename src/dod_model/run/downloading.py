"""How does one package come onto the device? From asking where it is to the check of its hash."""

from __future__ import annotations

from collections.abc import Generator
from enum import Enum
from typing import NamedTuple, TypeVar

from dod_model.attempt import Place
from dod_model.run import behaviours as because
from dod_model.run.behaviours import Behaviour
from dod_model.run.locations import PREMISES, Listed, serves, version_at
from dod_model.run.moments import (
    DownloadBroken,
    DownloadFailed,
    DownloadStarted,
    DownloadVerified,
    FoundOnDevice,
    LocationRequested,
    Moment,
    SourceChosen,
    SourcesAnswered,
)
from dod_model.run.program import Action
from dod_model.run.world import World

Result = TypeVar("Result")
Course = Generator[Moment, int, Result]
"""Part of a run: gives moments, is told the number of each, and ends with a result."""


class End(Enum):
    """How going through a list of sources, or downloading from one of them, ends."""

    HERE = "here"
    NEXT = "next"
    ASK_AGAIN = "ask-again"


class Fetched(NamedTuple):
    """Whether a package is on the device, and the number of the moment that decided it."""

    here: bool
    number: int


class Wanted(NamedTuple):
    """The package that is fetched, and the step for which; None before the start."""

    action: Action | None
    package: str


def fetch(world: World, action: Action | None, package: str, cause: int, behaviour: Behaviour) -> Course[Fetched]:
    """Bring a package onto the device, if it is not there.

    Args:
        world: the world, which changes.
        action: the step that needs it; None before the start.
        package: the package.
        cause: number of the moment from which it is needed.
        behaviour: why it is needed now.
    """
    if package in world.held:
        return Fetched(True, (yield FoundOnDevice(cause, because.FETCHED_ONCE, action, package)))
    while True:
        number = yield LocationRequested(cause, behaviour, action, package)
        if not world.connected():
            number = yield DownloadFailed(number, because.CUT_OFF, action, package, None, 0, "no gateway runs")
            return Fetched(False, number)
        wanted = Wanted(action, package)
        world.token_ended = False
        answer, answered = world.answer(package), world.situation.attempt.place
        versions = {source: version_at(world.situation, source, package) for source in answer.listed}
        names = tuple(source.name for source in answer.listed)
        number = yield SourcesAnswered(number, because.ONLY_HOLDERS, action, package, names, answer.left_out)
        if not answer.listed:
            why = "no source is listed"
            number = yield DownloadFailed(number, because.NOTHING_LISTED, action, package, None, 0, why)
            return Fetched(False, number)
        end, number = yield from _from_list(world, wanted, versions, number)
        if end is not End.ASK_AGAIN:
            return Fetched(end is End.HERE, number)
        cause, behaviour = number, _again(world, answered)


def _again(world: World, place: Place) -> Behaviour:
    """Why locations are asked for again; ``place`` is where the client was when it asked before."""
    if world.situation.attempt.place is not place:
        return because.MOVED
    return because.TOKEN_RENEWED if world.token_ended else because.HASH_MISMATCH


def _from_list(world: World, wanted: Wanted, versions: dict[Listed, int | None], cause: int) -> Course[tuple[End, int]]:
    """Try the sources of a list until one gives the package, or the list is worth nothing any more.

    Args:
        world: the world, which changes.
        wanted: what is fetched.
        versions: the sources in the order of the list, each with the version that it had when it was listed.
        cause: number of the moment of the answer.
    """
    behaviour, number, left = because.OWN_SITE_FIRST, cause, list(versions)
    place = world.situation.attempt.place
    while left:
        # The list is in order: the first ones that are alike are equals.
        equals = [source for source in left if source.own is left[0].own]
        source = equals[world.chooser.choose(len(equals)) if len(equals) > 1 else 0]
        among = tuple(one.name for one in equals)
        number = yield SourceChosen(number, behaviour, wanted.action, wanted.package, source.name, among)
        end, number = yield from _download(world, wanted, source, versions[source], number)
        if end is not End.NEXT:
            return end, number
        if world.situation.attempt.place is not place:
            return End.ASK_AGAIN, number
        left.remove(source)
        behaviour = because.NEXT_SOURCE
    return End.NEXT, number


def _download(world: World, wanted: Wanted, source: Listed, version: int | None, cause: int) -> Course[tuple[End, int]]:
    """Download a version from one source, through everything that disturbs it."""
    action, package = wanted
    behaviour = because.INTRANET_DOWNLOAD if source.kind == PREMISES else because.CLOUD_DOWNLOAD
    if not serves(world.situation, source, package):
        behaviour = because.STOPPED_IS_LISTED
    size, number = world.size(package), cause
    while True:
        done = world.begin(package, version)
        number = yield DownloadStarted(number, behaviour, action, package, source.name, size, done)
        if not serves(world.situation, source, package):
            return (yield from _lost(world, wanted, source, number, done))
        token_ended = world.token_ended and source.kind != PREMISES
        if not (world.broken or token_ended):
            if version_at(world.situation, source, package) != version:
                return (yield from _outdated(world, wanted, source, size - done))
            world.hold(package, version)
            pulled = size - done
            number = yield DownloadVerified(number, because.HASH_CHECK, action, package, source.name, pulled)
            return End.HERE, number
        came = world.came(package)
        behaviour = because.TOKEN_RENEWED if token_ended else because.RESUMED
        number = yield DownloadBroken(world.event, behaviour, action, package, source.name, came - done, came)
        if token_ended:
            world.rest()
            return End.ASK_AGAIN, number


def _lost(world: World, wanted: Wanted, source: Listed, cause: int, done: int) -> Course[tuple[End, int]]:
    """A download that cannot go on, for its source is stopped, emptied or out of reach."""
    came = world.came(wanted.package)
    world.rest()
    why, behaviour, number = "the source cannot be downloaded from", because.STOPPED_IS_LISTED, cause
    if came > done or (world.event is not None and world.event > cause):
        why, behaviour, number = "the source is lost", because.SOURCE_LOST, world.event or cause
    number = yield DownloadFailed(number, behaviour, wanted.action, wanted.package, source.name, came - done, why)
    return End.NEXT, number


def _outdated(world: World, wanted: Wanted, source: Listed, pulled: int) -> Course[tuple[End, int]]:
    """The end of a download whose content is not what was listed: the check of its hash fails."""
    action, package = wanted
    world.dropped(package)
    why = "it was updated while it came"
    number = yield DownloadFailed(world.event, because.HASH_MISMATCH, action, package, source.name, pulled, why)
    return End.ASK_AGAIN, number
