"""The site, the client and the device as they are at one moment of a run, and what events do to them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

from pydantic import MISSING

from dod_model.attempt import Place
from dod_model.errors import InputError, Problem
from dod_model.facts import Facts
from dod_model.run import events
from dod_model.run.choosing import Chooser
from dod_model.run.locations import CLOUD, PREMISES, Answer, Kind, known_of, locate
from dod_model.site import CloudManagementGateway, Content, DeploymentOption, Package, Site, SourceState, with_fields
from dod_model.site.nearest import nearest
from dod_model.situation import Situation, resolve
from dod_model.situation.resolving import Source, given


class World:
    """Everything that changes while a run is on.

    Attributes:
        situation: site, client and place as they are now.
        facts: what was known about the attempt at the beginning.
        option: the deployment option that is played.
        chooser: makes the choices that the product makes at random.
        held: the version of each package that is on the device, complete and checked; None for unknown.
        assumed: what had to be assumed so far, a sentence each.
        unsized: packages that were needed and whose size is not described.
        event: number of the moment in which the last event happened; None for none.
        token_ended: whether the token ended since the last answer of locations.
        broken: whether the connection broke since the download started.
    """

    def __init__(self, situation: Situation, facts: Facts, option: DeploymentOption, chooser: Chooser) -> None:
        """Begin with nothing on the device."""
        self.situation = situation
        self.facts = facts
        self.option = option
        self.chooser = chooser
        self.held: dict[str, int | None] = {}
        self.assumed: dict[str, None] = {}
        self.unsized: dict[str, None] = {}
        self.event: int | None = None
        self.token_ended = False
        self.broken = False
        self._parts: dict[str, tuple[int | None, int]] = {}
        self._percent: int | None = None
        self._answers: dict[str, Answer] = {}
        self._known = known_of(facts)

    def assume(self, *sentences: str) -> None:
        """Note what had to be assumed."""
        self.assumed.update(dict.fromkeys(sentences))

    def connected(self) -> bool:
        """Whether the client gets answers: it is on the intranet, or some gateway is not known to be stopped."""
        gateways = given(self.situation.site.gateways)
        if self.situation.attempt.place is Place.INTRANET or gateways is None:
            return True
        return any(gateway.state is not SourceState.STOPPED for gateway in gateways)

    def answer(self, package: str) -> Answer:
        """Where the package is now."""
        if package not in self._answers:
            self._answers[package] = locate(self.situation, self._known, package)
            self.assume(*self._answers[package].assumed)
        return self._answers[package]

    def size(self, package: str) -> int:
        """The size of a package in bytes; one that is not described counts as 0 and is noted."""
        described = self.situation.packages.get(package)
        size = None if described is None else given(described.size)
        if size is None:
            self.unsized[package] = None
        return size or 0

    def begin(self, package: str, version: int | None) -> int:
        """Begin to download a version; return the bytes of it that are there already."""
        self.broken = False
        self._percent = 0
        if package not in self._parts or self._parts[package][0] != version:
            self._parts[package] = version, 0
        return self._parts[package][1]

    def came(self, package: str) -> int:
        """How many bytes of the package are there when its download is disturbed now."""
        version, done = self._parts[package]
        done = max(done, self.size(package) * (self._percent or 0) // 100)
        self._parts[package] = version, done
        return done

    def dropped(self, package: str) -> None:
        """Throw away what came of a package."""
        self._percent = None
        self._parts.pop(package, None)

    def rest(self) -> None:
        """Note that nothing is being downloaded."""
        self._percent = None

    def hold(self, package: str, version: int | None) -> None:
        """Note that the package is on the device, complete and checked."""
        self._percent = None
        self._parts.pop(package, None)
        self.held[package] = version

    def happen(self, event: events.Event, number: int, percent: int) -> None:
        """Let an event happen.

        Args:
            event: the event.
            number: the number of its moment.
            percent: how much of a download that is under way has come.

        Raises:
            InputError: it is about something that the site does not have.
        """
        self.event = number
        if self._percent is not None:
            self._percent = max(self._percent, percent)
        match event:
            case events.TokenEnds():
                self.token_ended = True
            case events.ConnectionBreaks():
                self.broken = True
            case events.ClientMoves():
                attempt = replace(self.situation.attempt, place=event.to)
                self._see(resolve(self.situation.site, attempt))
            case _:
                self._see(resolve(changed(self.situation.site, event), self.situation.attempt))

    def _see(self, situation: Situation) -> None:
        self.situation = situation
        self._answers.clear()


def changed(site: Site, event: events.Event) -> Site:
    """The site after an event on it.

    Raises:
        InputError: it is about something that the site does not have.
    """
    match event:
        case events.SourceStops() | events.SourceStarts():
            kind = source_kind(site, event.source, *CLOUD)
            state = SourceState.STOPPED if isinstance(event, events.SourceStops) else SourceState.RUNNING
            return site.changed(kind, event.source, state=state)
        case events.ThresholdReached():
            kind = source_kind(site, event.gateway, "gateways")
            return site.changed(kind, event.gateway, state=SourceState.STOPPED)
        case events.PackageUpdated():
            return _updated(site, event)
        case events.PackageRemoved():
            kind = source_kind(site, event.source, *CLOUD, PREMISES)
            package_named(site, event.package)
            return _with_content(site, kind, event.source, lambda one: None if one.package == event.package else one)
        case _:
            return site


def _updated(site: Site, event: events.PackageUpdated) -> Site:
    package = package_named(site, event.package)
    old = given(package.version)
    new = (old or 0) + 1
    site = site.changed("packages", event.package, version=new)
    held = new if event.distributed else old or 0

    def on_source(one: Content) -> Content:
        if one.package != event.package or (one.version is not MISSING and one.version != old):
            return one
        return with_fields(one, version=held)

    for kind in (*CLOUD, PREMISES):
        for source in given(getattr(site, kind)) or ():
            site = _with_content(site, kind, source.name, on_source)
    return site


def _with_content(site: Site, kind: Kind, name: str, change: Callable[[Content], Content | None]) -> Site:
    source = cast(Source, site.named(kind, name))
    if source.content is MISSING:
        return site
    content = tuple(new for new in map(change, source.content) if new is not None)
    return site.replaced(kind, name, with_fields(source, content=content))


def source_kind(site: Site, name: str, *kinds: Kind) -> Kind:
    """The list of the site that has a source of this name.

    Raises:
        InputError: none of these lists has.
    """
    names: dict[str, Kind] = {one.name: kind for kind in reversed(kinds) for one in given(getattr(site, kind)) or ()}
    if name not in names:
        raise _nothing(name, " or ".join(kinds).replace("_", " "), set(names))
    return names[name]


def package_named(site: Site, name: str) -> Package:
    """The package of this name.

    Raises:
        InputError: there is none.
    """
    known = {one.name: one for one in given(site.packages) or ()}
    if name not in known:
        raise _nothing(name, "packages", set(known))
    return known[name]


def _nothing(name: str, kind: str, known: set[str]) -> InputError:
    return InputError(
        Problem("unknown-name", f"an event is about '{name}', which is not in {kind}", "", nearest(name, known))
    )


def gateway_named(site: Site, name: str) -> CloudManagementGateway:
    """The gateway of this name.

    Raises:
        InputError: there is none.
    """
    found: Any = site.named(source_kind(site, name, "gateways"), name)
    return cast(CloudManagementGateway, found)
