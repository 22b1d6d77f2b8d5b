"""What may happen to a run from outside, and at which moment. There is no clock: the asker places each event."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import ClassVar

from dod_model.attempt import Place


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens to site, gateway, client or connection while a run is on."""

    documented: ClassVar[tuple[str, ...]] = ()
    """Ids of the statements that tell of such an event."""
    words: ClassVar[str] = ""
    """The event in words; a field stands for itself in braces."""

    @property
    def told(self) -> str:
        """The event in words, with names in quotation marks."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return self.words.format(
            **{name: _quoted(one) if isinstance(one, str) else one for name, one in values.items()}
        )


@dataclass(frozen=True, slots=True)
class SourceStops(Event):
    """A gateway or a cloud distribution point stops."""

    words: ClassVar[str] = "{source} stops"
    documented: ClassVar[tuple[str, ...]] = ("F098", "F127")
    source: str


@dataclass(frozen=True, slots=True)
class SourceStarts(Event):
    """A gateway or a cloud distribution point that was stopped runs again."""

    words: ClassVar[str] = "{source} starts"
    documented: ClassVar[tuple[str, ...]] = ("F098",)
    source: str


@dataclass(frozen=True, slots=True)
class ThresholdReached(Event):
    """A gateway is stopped by the site, for its traffic reached the critical threshold. From 1902 (F127)."""

    words: ClassVar[str] = "{gateway} reaches its threshold and is stopped"
    documented: ClassVar[tuple[str, ...]] = ("F127",)
    gateway: str


@dataclass(frozen=True, slots=True)
class PackageUpdated(Event):
    """A package gets a new version. The sources that hold it get it; where it is not distributed, they keep the old."""

    package: str
    distributed: bool = True

    @property
    def told(self) -> str:
        """The event in words."""
        return f"{_quoted(self.package)} is updated" + ("" if self.distributed else " and not distributed")


@dataclass(frozen=True, slots=True)
class PackageRemoved(Event):
    """A package is removed from a source."""

    words: ClassVar[str] = "{package} is removed from {source}"
    package: str
    source: str


@dataclass(frozen=True, slots=True)
class TokenEnds(Event):
    """The 24 hours of the token for a download are over. It matters only while something comes from the cloud."""

    words: ClassVar[str] = "the token ends"
    documented: ClassVar[tuple[str, ...]] = ("F100",)


@dataclass(frozen=True, slots=True)
class ConnectionBreaks(Event):
    """The connection breaks and comes back. It matters only while something is downloaded."""

    words: ClassVar[str] = "the connection breaks"


@dataclass(frozen=True, slots=True)
class ClientMoves(Event):
    """The client moves to another place, which it finds out by itself (F122)."""

    words: ClassVar[str] = "the client moves to the {to.value}"
    documented: ClassVar[tuple[str, ...]] = ("F122",)
    to: Place


@dataclass(frozen=True, slots=True)
class AtMoment:
    """When so many moments have passed, from 1; half of a download that it falls into has come by then."""

    number: int


@dataclass(frozen=True, slots=True)
class BeforeStep:
    """When the step of this name is about to be looked at, the first time; before its content is fetched on demand."""

    step: str


@dataclass(frozen=True, slots=True)
class AfterStep:
    """When the step of this name is done or skipped, the first time."""

    step: str


@dataclass(frozen=True, slots=True)
class During:
    """While the package is downloaded, the first time, when so many percent of it have come."""

    package: str
    percent: int = 50


def _quoted(name: str) -> str:
    """A name in the quotation marks that it does not contain."""
    return f'"{name}"' if "'" in name else f"'{name}'"


When = AtMoment | BeforeStep | AfterStep | During


@dataclass(frozen=True, slots=True)
class Placed:
    """An event and when it happens."""

    event: Event
    when: When
