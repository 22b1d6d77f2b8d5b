"""A run with events while a package is fetched, and what then happens about content, in words and numbers."""

from __future__ import annotations

from dod_model.run import Run, play
from dod_model.run.events import (
    During,
    Event,
    Placed,
)
from dod_model.run.moments import (
    ContentMoment,
    DownloadFailed,
)
from dod_model.site import Site
from tests.run.sites import ATTEMPT, site, told


def run(described: Site | None = None, *events: Event, percent: int = 40) -> Run:
    """A run on which things happen while A is downloaded."""
    return play(described or site(), ATTEMPT, placed=[Placed(event, During("A", percent)) for event in events])


def downloads(found: Run) -> list[tuple[str, str]]:
    """What happens about content, each with the behaviour that it rests on."""
    return [(told(one), one.behaviour.id) for one in found.moments if isinstance(one, ContentMoment)]


def amounts(found: Run) -> list[tuple[str, int]]:
    """The bytes that each transfer pulled."""
    return [(one.kind, one.pulled) for one in found.moments if hasattr(one, "pulled")]


def failures(found: Run) -> list[tuple[str | None, str, int]]:
    """The failed downloads: from where, why, and the bytes that came."""
    return [(one.source, one.why, one.pulled) for one in found.moments if isinstance(one, DownloadFailed)]
