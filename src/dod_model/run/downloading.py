"""How does one package come onto the device? From asking where it is to the check of its hash."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from enum import Enum
from typing import NamedTuple, TypeVar

from dod_model.attempt import Place
from dod_model.run import behaviours as because
from dod_model.run.behaviours import Behaviour
from dod_model.run.locations import PREMISES, Answer, Listed, is_stopped, version_at, version_of
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
from dod_model.run.world import CONNECTION, PLACE, TOKEN, Download, Thing, World
from dod_model.situation.resolving import given

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


class Tried(NamedTuple):
    """How a try ended, the number of its last moment, and why locations are asked for again if they are."""

    end: End
    number: int
    again: Behaviour = because.MOVED


class Lost(NamedTuple):
    """Why a listed source gives nothing: what that rests on, the event that did it, if one did, and the reason."""

    behaviour: Behaviour
    event: int | None
    why: str


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
    wanted = Wanted(action, package)
    while True:
        number = yield LocationRequested(cause, behaviour, action, package)
        if not world.connected():
            return Fetched(False, (yield _cut_off(world, wanted, number)))
        world.token_ended = False
        place, answer = world.place, world.answer(package)
        versions = {source: version_at(world.situation, source, package) for source in answer.listed}
        names = tuple(source.name for source in answer.listed)
        number = yield SourcesAnswered(number, because.ONLY_HOLDERS, action, package, names, answer.left_out)
        if not answer.listed:
            number = _event_or(number, world.touched(*_why_left_out(package, answer)))
            why = "no source is listed"
            number = yield DownloadFailed(number, because.NOTHING_LISTED, action, package, None, 0, why)
            return Fetched(False, number)
        tried = yield from _from_list(world, wanted, versions, place, number)
        if tried.end is not End.ASK_AGAIN:
            return Fetched(tried.end is End.HERE, tried.number)
        cause, behaviour = tried.number, tried.again


def _cut_off(world: World, wanted: Wanted, number: int) -> DownloadFailed:
    """That nobody answers, for no gateway runs."""
    gateways = given(world.situation.site.gateways) or ()
    number = _event_or(number, world.touched(PLACE, *(("source", gateway.name) for gateway in gateways)))
    return DownloadFailed(number, because.CUT_OFF, wanted.action, wanted.package, None, 0, "no gateway runs")


def _why_left_out(package: str, answer: Answer) -> Iterator[Thing]:
    """What an event must have touched to be why sources are left out of an answer."""
    for one in answer.left_out:
        if one.behaviour is because.ONLY_HOLDERS:
            yield "content", package, one.source
        elif one.behaviour is because.ONLY_CURRENT:
            yield "package", package
        elif one.behaviour in {because.ONLY_CLOUD, because.INTRANET_SOURCES}:
            yield PLACE


def _event_or(number: int, event: int | None) -> int:
    """The event that is the cause, if there is one; else the moment before."""
    return number if event is None else event


def _from_list(
    world: World, wanted: Wanted, versions: dict[Listed, int | None], place: Place, cause: int
) -> Course[Tried]:
    """Try the sources of a list until one gives the package, or the list is worth nothing any more.

    Args:
        world: the world, which changes.
        wanted: what is fetched.
        versions: the sources in the order of the list, each with the version that it had when it was listed.
        place: where the client was when the list was made.
        cause: number of the moment of the answer.
    """
    behaviour, number, left = because.OWN_SITE_FIRST, cause, list(versions)
    if left[0].kind == PREMISES:
        behaviour = because.INTRANET_SOURCES
    while world.place is place:
        if not left:
            return Tried(End.NEXT, number)
        # The list is in order: the first ones that are alike are equals.
        equals = [source for source in left if source.own is left[0].own]
        source = equals[world.chooser.choose(len(equals)) if len(equals) > 1 else 0]
        among = tuple(one.name for one in equals)
        number = yield SourceChosen(number, behaviour, wanted.action, wanted.package, source.name, among)
        tried = yield from _download(world, wanted, source, versions[source], number)
        if tried.end is not End.NEXT:
            return tried
        number, behaviour = tried.number, because.NEXT_SOURCE
        left.remove(source)
    return Tried(End.ASK_AGAIN, max(number, _event_or(number, world.touched(PLACE))), because.MOVED)


def _download(world: World, wanted: Wanted, source: Listed, version: int | None, cause: int) -> Course[Tried]:
    """Download a version from one source, through everything that disturbs it."""
    action, package = wanted
    download = Download(source, package)
    behaviour = because.INTRANET_DOWNLOAD if source.kind == PREMISES else because.CLOUD_DOWNLOAD
    size, number = world.size(package), cause
    while True:
        done = world.begin(download, version)
        lost = _lost(world, download, during=False)
        if lost is not None:
            behaviour = lost.behaviour
        number = yield DownloadStarted(number, behaviour, action, package, source.name, size, done)
        if lost is not None:
            return (yield from _failed(world, wanted, source, number, lost, 0))
        if not world.disturbed:
            return (yield from _complete(world, wanted, (source, version), number, size - done))
        came = world.came(package)
        lost = _lost(world, download, during=True)
        if lost is not None:
            return (yield from _failed(world, wanted, source, number, lost, came - done))
        token_ended = world.token_matters
        behaviour = because.TOKEN_RENEWED if token_ended else because.RESUMED
        event = world.touched(TOKEN if token_ended else CONNECTION)
        number = yield DownloadBroken(event, behaviour, action, package, source.name, came - done, came)
        if token_ended:
            world.rest()
            return Tried(End.ASK_AGAIN, number, because.TOKEN_RENEWED)


def _lost(world: World, download: Download, *, during: bool) -> Lost | None:
    """Whether the source is out of reach, stopped or emptied: before the download starts there, or during it."""
    if world.served:
        return None
    source, package = download
    thing: Thing = "content", package, source.name
    behaviour, why = because.SOURCE_LOST, "the source is lost" if during else "nothing can be downloaded from it"
    if source.kind == PREMISES and world.place is Place.INTERNET:
        thing = PLACE
    elif is_stopped(world.situation, source):
        thing = "source", source.name
        behaviour = because.SOURCE_LOST if during else because.STOPPED_IS_LISTED
    return Lost(behaviour, world.touched(thing), why)


def _failed(world: World, wanted: Wanted, source: Listed, number: int, lost: Lost, pulled: int) -> Course[Tried]:
    """A download that cannot go on where it is."""
    world.rest()
    action, package = wanted
    cause = _event_or(number, lost.event)
    number = yield DownloadFailed(cause, lost.behaviour, action, package, source.name, pulled, lost.why)
    return Tried(End.NEXT, number)


def _complete(
    world: World, wanted: Wanted, wants: tuple[Listed, int | None], number: int, pulled: int
) -> Course[Tried]:
    """The end of a download: the check of its hash, which fails if the source has another version by now."""
    (action, package), (source, version) = wanted, wants
    if _is_as_listed(world, source, package, version):
        world.hold(package, version)
        number = yield DownloadVerified(number, because.HASH_CHECK, action, package, source.name, pulled)
        return Tried(End.HERE, number)
    world.dropped(package)
    why, event = "it was updated while it came", world.touched(("package", package))
    number = yield DownloadFailed(event, because.HASH_MISMATCH, action, package, source.name, pulled, why)
    return Tried(End.ASK_AGAIN, number, because.HASH_MISMATCH)


def _is_as_listed(world: World, source: Listed, package: str, version: int | None) -> bool:
    """Whether a source has the version that it had when it was listed; one of unknown number was the current one."""
    now = version_at(world.situation, source, package)
    if version is None:
        return now is None or now != version_of(world.situation, package)
    return now == version
