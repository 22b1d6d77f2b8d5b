"""Which event can be the cause of a moment: one that touched what the moment is about, and nothing else."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from dod_model.attempt import Place
from dod_model.run import Moment
from dod_model.run.events import (
    ClientMoves,
    ConnectionBreaks,
    Event,
    PackageRemoved,
    PackageUpdated,
    SourceStops,
    ThresholdReached,
    TokenEnds,
)
from dod_model.run.moments import DownloadBroken, DownloadFailed, Happened, LocationRequested

Stop = SourceStops | ThresholdReached
ONLY_EVENTS = ("resumed", "token-renewed", "source-lost", "hash-mismatch")
"""What an interruption or a failure that rests on one of these has an event for its cause."""


@dataclass(frozen=True)
class Causes:
    """The sources of a site, as far as it matters for causes: which are gateways, and which on premises."""

    gateways: Collection[str]
    premises: Collection[str]

    def holds(self, moment: Moment, cause: Moment) -> bool:
        """Whether a moment can follow from another."""
        if isinstance(moment, Happened):
            return True
        if isinstance(cause, Happened):
            return self._can(cause.event, moment)
        return moment.behaviour.id not in ONLY_EVENTS or not isinstance(moment, DownloadBroken | DownloadFailed)

    def _can(self, event: Event, moment: Moment) -> bool:
        if isinstance(moment, DownloadFailed):
            return self._can_fail(event, moment)
        if isinstance(moment, DownloadBroken):
            return isinstance(event, TokenEnds if moment.behaviour.id == "token-renewed" else ConnectionBreaks)
        moved = isinstance(moment, LocationRequested) and moment.behaviour.id == "moved"
        return moved and isinstance(event, ClientMoves)

    def _can_fail(self, event: Event, moment: DownloadFailed) -> bool:
        leaves = event == ClientMoves(Place.INTERNET)
        match moment.behaviour.id:
            case "hash-mismatch":
                return isinstance(event, PackageUpdated) and event.package == moment.package
            case "cut-off":
                return leaves or _stopped_by(event) in self.gateways
            case "nothing-listed":
                changes = isinstance(event, PackageUpdated | PackageRemoved) and event.package == moment.package
                return changes or isinstance(event, ClientMoves)
        source = moment.source or ""
        emptied = event == PackageRemoved(moment.package, source)
        return emptied or _stopped_by(event) == source or (leaves and source in self.premises)


def _stopped_by(event: Event) -> str | None:
    """The source that an event stops."""
    match event:
        case SourceStops(source) | ThresholdReached(source):
            return source
    return None
