"""The engine broken on purpose, in one small place each: what the tests of runs must be able to find."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any
from unittest.mock import patch

from dod_model.run import behaviours as because
from dod_model.run import course, downloading
from dod_model.run.downloading import Course, Fetched, Tried, Wanted
from dod_model.run.locations import CLOUD, Listed, version_at
from dod_model.run.moments import Ending, StepDone, StepStarted
from dod_model.run.program import Action
from dod_model.run.world import Download, World
from dod_model.site import DeploymentOption
from dod_model.situation.resolving import given

Broken = AbstractContextManager[None]
Versions = dict[Listed, int | None]


@contextmanager
def _replaced(place: Any, name: str, make: Callable[[Any], Any]) -> Iterator[None]:
    """Put something else in the place of a function; it is made from the sound one."""
    with patch.object(place, name, make(getattr(place, name))):
        yield


def content_used_before_it_is_verified() -> Broken:
    """A step starts at once, and its content comes while it runs."""

    def make(_: Any) -> Any:
        def step(world: World, action: Action, number: int) -> course.Course[tuple[bool, int]]:
            number = yield StepStarted(number, because.STEP_RUNS, action)
            for package in action.packages:
                _, number = yield from downloading.fetch(
                    world, action, package, number, because.CONTENT_BEFORE_ITS_STEP
                )
            return True, (yield StepDone(number, because.STEP_RUNS, action))

        return step

    return _replaced(course, "_step", make)


def download_from_a_source_that_is_not_listed() -> Broken:
    """A client tries every source in the cloud, those in the list last."""

    def make(sound: Any) -> Any:
        def from_list(world: World, wanted: Wanted, versions: Versions, *rest: Any) -> Course[Tried]:
            names = [(kind, one.name) for kind in CLOUD for one in given(getattr(world.situation.site, kind)) or ()]
            listed = {source.name for source in versions}
            hidden = [Listed(kind, name, True) for kind, name in names if name not in listed]
            others = {source: version_at(world.situation, source, wanted.package) for source in hidden}
            found: Tried = yield from sound(world, wanted, {**others, **versions}, *rest)
            return found

        return from_list

    return _replaced(downloading, "_from_list", make)


def package_downloaded_twice() -> Broken:
    """The device forgets what it holds, so that each step fetches its content anew."""

    def make(sound: Any) -> Any:
        def hold(world: World, package: str, version: int | None) -> None:
            sound(world, package, version)
            world.held.pop(package)

        return hold

    return _replaced(World, "hold", make)


def good_end_with_content_missing() -> Broken:
    """A sequence in which a step failed ends as if it had not."""

    def make(sound: Any) -> Any:
        def steps(*arguments: Any) -> course.Course[tuple[int, Ending]]:
            number, _ = yield from sound(*arguments)
            return number, Ending.SUCCEEDED

        return steps

    return _replaced(course, "_steps", make)


def progress_lost() -> Broken:
    """A download that goes on begins with nothing."""

    def make(sound: Any) -> Any:
        def begin(world: World, download: Download, version: int | None) -> int:
            world.dropped(download.package)
            return int(sound(world, download, version))

        return begin

    return _replaced(World, "begin", make)


def run_that_never_ends() -> Broken:
    """A download does not forget that the connection broke, and resumes for ever."""

    def make(sound: Any) -> Any:
        def begin(world: World, download: Download, version: int | None) -> int:
            broken = world.broken
            done = int(sound(world, download, version))
            world.broken = broken
            return done

        return begin

    return _replaced(World, "begin", make)


def bytes_from_a_source_that_is_stopped() -> Broken:
    """A download does not look whether its source runs and holds the package when it starts."""

    def make(sound: Any) -> Any:
        def begin(world: World, download: Download, version: int | None) -> int:
            done = int(sound(world, download, version))
            world.served = True
            return done

        return begin

    return _replaced(World, "begin", make)


def cause_that_touched_nothing() -> Broken:
    """The last event is the cause, whatever it touched."""

    def make(_: Any) -> Any:
        return lambda world, *_: max(world._touched.values(), default=None)

    return _replaced(World, "touched", make)


@contextmanager
def more_on_demand() -> Iterator[None]:
    """On demand, a step also brings what other packages the site has."""

    def make_fetch(sound: Any) -> Any:
        def fetch(world: World, action: Action | None, package: str, *because: Any) -> Course[Fetched]:
            on_demand = world.option is DeploymentOption.WHEN_NEEDED and action is not None
            for other in (given(world.situation.site.packages) or ()) if on_demand else ():
                yield from sound(world, action, other.name, *because)
            found: Fetched = yield from sound(world, action, package, *because)
            return found

        return fetch

    def make_size(_: Any) -> Any:
        return lambda world, package: given(world.situation.site.named("packages", package).size)

    with _replaced(course, "fetch", make_fetch), _replaced(World, "size", make_size):
        yield
