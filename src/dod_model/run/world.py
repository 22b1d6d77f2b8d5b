"""The site, the client and the device as they are at one moment of a run."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from dod_model.attempt import Place
from dod_model.facts import Facts
from dod_model.run import events
from dod_model.run.changing import changed
from dod_model.run.choosing import Chooser
from dod_model.run.locations import PREMISES, Answer, Listed, known_of, locate, serves
from dod_model.site import DeploymentOption, SourceState
from dod_model.situation import Situation
from dod_model.situation.resolving import given

Thing = tuple[str, ...]
"""Something that an event may touch: ``source`` or ``package`` and its name, ``content`` with both, or a word."""
CONNECTION: Thing = ("connection",)
TOKEN: Thing = ("token",)
PLACE: Thing = ("place",)


class Download(NamedTuple):
    """What is being downloaded, and from where."""

    source: Listed
    package: str


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
        percent: how much of the download under way had come when something happened last.
        token_ended: whether the token ended since the last answer of locations.
        broken: whether the connection broke since the download started.
        served: whether the source gives the package that is under way.
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
        self.token_ended = False
        self.broken = False
        self.served = True
        self._parts: dict[str, tuple[int | None, int]] = {}
        self.percent = 0
        self._under_way: Download | None = None
        self._answers: dict[str, Answer] = {}
        self._known = known_of(facts)
        self._touched: dict[Thing, int] = {}

    @property
    def place(self) -> Place:
        """Where the client is now."""
        return self.situation.attempt.place

    def assume(self, *sentences: str) -> None:
        """Note what had to be assumed."""
        self.assumed.update(dict.fromkeys(sentences))

    def connected(self) -> bool:
        """Whether the client gets answers: it is on the intranet, or some gateway is not known to be stopped."""
        gateways = given(self.situation.site.gateways)
        if self.place is Place.INTRANET or gateways is None:
            return True
        states = {gateway.name: gateway.state for gateway in gateways}
        if SourceState.RUNNING not in states.values():
            self.assume(*(f"'{name}' runs" for name, state in states.items() if state is not SourceState.STOPPED))
        return any(state is not SourceState.STOPPED for state in states.values())

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

    def begin(self, download: Download, version: int | None) -> int:
        """Begin to download a version; return the bytes of it that are there already."""
        self.broken = False
        self.percent = 0
        self._under_way = download
        self.served = self._serves(download)
        package = download.package
        if package not in self._parts or self._parts[package][0] != version:
            self._parts[package] = version, 0
        return self._parts[package][1]

    @property
    def disturbed(self) -> bool:
        """Whether the download that is under way cannot go on as it is."""
        if self._under_way is None:
            return False
        return self.broken or self.token_matters or not self.served

    @property
    def token_matters(self) -> bool:
        """Whether the token has ended on which the download under way hangs."""
        return self.token_ended and self._under_way is not None and self._under_way.source.kind != PREMISES

    def _serves(self, download: Download) -> bool:
        return serves(self.situation, download.source, download.package)

    def came(self, package: str) -> int:
        """How many bytes of the package are there when its download is disturbed now."""
        version, done = self._parts[package]
        done = max(done, self.size(package) * self.percent // 100)
        self._parts[package] = version, done
        return done

    def dropped(self, package: str) -> None:
        """Throw away what came of a package."""
        self.rest()
        self._parts.pop(package, None)

    def rest(self) -> None:
        """Note that nothing is being downloaded."""
        self._under_way = None

    def hold(self, package: str, version: int | None) -> None:
        """Note that the package is on the device, complete and checked."""
        self.dropped(package)
        self.held[package] = version

    def touched(self, *things: Thing) -> int | None:
        """Number of the last event that touched one of these; None for none."""
        return max((self._touched[thing] for thing in things if thing in self._touched), default=None)

    def happen(self, event: events.Event, number: int, percent: int) -> None:
        """Let an event happen.

        Args:
            event: the event.
            number: the number of its moment.
            percent: how much of a download that is under way has come; of one that is disturbed, no more comes.

        Raises:
            InputError: it is about something that the site does not have, or that the description leaves out.
        """
        before, stuck = self.situation, self.disturbed
        self._see(event)
        if self._under_way is not None:
            self.percent = self.percent if stuck else max(self.percent, percent)
            self.served = self._serves(self._under_way)
        if self.situation is not before or isinstance(event, events.TokenEnds | events.ConnectionBreaks):
            self._touched[_touches(event)] = number

    def _see(self, event: events.Event) -> None:
        """Change what the event changes; the situation stays the same one where that is nothing."""
        situation = self.situation
        match event:
            case events.TokenEnds():
                self.token_ended = True
            case events.ConnectionBreaks():
                self.broken = True
            case events.ClientMoves():
                if event.to is not self.place:
                    self.situation = replace(situation, attempt=replace(situation.attempt, place=event.to))
            case _:
                site = changed(situation.site, event)
                if site != situation.site:
                    described = {package.name: package for package in given(site.packages) or ()}
                    packages = {name: described.get(name) for name in situation.packages}
                    self.situation = replace(situation, site=site, packages=packages)
        if self.situation is not situation:
            self._answers.clear()


def _touches(event: events.Event) -> Thing:
    """What an event touches."""
    match event:
        case events.SourceStops(name) | events.SourceStarts(name) | events.ThresholdReached(name):
            return "source", name
        case events.PackageUpdated(package, _):
            return "package", package
        case events.PackageRemoved(package, source):
            return "content", package, source
        case events.TokenEnds():
            return TOKEN
        case events.ConnectionBreaks():
            return CONNECTION
        case _:
            return PLACE
