"""Events in words: ``'CMG-EAST' stops while 'Drivers' downloads``. The same words for people and for features."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from dod_model.attempt import Place
from dod_model.errors import InputError, Problem
from dod_model.run import events
from dod_model.run.events import Event, Placed, When

FORMS = (
    "'SOURCE' stops",
    "'SOURCE' starts",
    "'GATEWAY' reaches its threshold",
    "'PACKAGE' is updated",
    "'PACKAGE' is updated and not distributed",
    "'PACKAGE' is removed from 'SOURCE'",
    "the token ends",
    "the connection breaks",
    "the client moves to the internet",
    "the client moves to the intranet",
)
"""What may happen."""
PLACES = (
    "before 'STEP'",
    "after 'STEP'",
    "while 'PACKAGE' downloads",
    "when 50 % of 'PACKAGE' has come",
    "after moment 12",
)
"""When it may happen. While a package downloads is when half of it has come."""

LONGEST = 1_000
"""So many characters a text may have; three names fit."""

_NAME = r"""(?:"([^"]+)"|'([^']+)')"""
_EVENTS: tuple[tuple[str, Callable[..., Event]], ...] = (
    (f"{_NAME} stops", events.SourceStops),
    (f"{_NAME} starts", events.SourceStarts),
    (f"{_NAME} reaches its threshold(?: and is stopped)?", events.ThresholdReached),
    (f"{_NAME} is updated", events.PackageUpdated),
    (f"{_NAME} is updated and not distributed", lambda name: events.PackageUpdated(name, distributed=False)),
    (f"{_NAME} is removed from {_NAME}", events.PackageRemoved),
    ("the token ends", events.TokenEnds),
    ("the connection breaks", events.ConnectionBreaks),
    ("the client moves to the (internet|intranet)", lambda place: events.ClientMoves(Place(place))),
)
_PLACES: tuple[tuple[str, Callable[..., When]], ...] = (
    (f"before {_NAME}", events.BeforeStep),
    (f"after {_NAME}", events.AfterStep),
    (f"while {_NAME} downloads", events.During),
    (rf"when (\d{{1,3}}) ?% of {_NAME} has come", lambda percent, name: events.During(name, int(percent))),
    (r"after moment (\d{1,9})", lambda number: events.AtMoment(int(number))),
)
_SPLIT = re.compile(r"(?<!\s)\s+(?=(?:before|after|while|when)\s+(?:[\"']|moment\s|\d))")


def placed(text: str) -> Placed:
    """Read an event and when it happens.

    Args:
        text: one of `FORMS`, a blank, and one of `PLACES`; names in double or single quotes.

    Raises:
        InputError: the text is of no such form.
    """
    for place in _SPLIT.finditer(text if len(text) <= LONGEST else ""):
        event, when = _read(_EVENTS, text[: place.start()]), _read(_PLACES, text[place.end() :])
        if event is not None and when is not None:
            return Placed(event, when)
    raise InputError(_not_understood(text))


def event_of(text: str) -> Event:
    """Read an event alone.

    Raises:
        InputError: the text is of no form of `FORMS`.
    """
    found: Event | None = _read(_EVENTS, text)
    if found is None:
        raise InputError(_not_understood(text))
    return found


def when_of(text: str) -> When:
    """Read alone when an event happens.

    Raises:
        InputError: the text is of no form of `PLACES`.
    """
    found: When | None = _read(_PLACES, text)
    if found is None:
        raise InputError(_not_understood(text))
    return found


def _read(forms: tuple[tuple[str, Callable[..., Any]], ...], text: str) -> Any:
    if len(text) > LONGEST:
        return None
    for pattern, make in forms:
        match = re.fullmatch(pattern, text.strip())
        if match is not None:
            return make(*(group for group in match.groups() if group is not None))
    return None


def _not_understood(text: str) -> Problem:
    hint = f"{likely_cause(text)} An event is one of: {'; '.join(FORMS)}. After it comes when: {'; '.join(PLACES)}."
    return Problem("not-understood", f"the event is not understood: {text[:200]}", hint=hint)


def likely_cause(text: str) -> str:
    """Why a text that is no event with its place is not understood, most likely, as a sentence."""
    if len(text) > LONGEST:
        return f"It has more than {LONGEST:,} characters."
    if not text.strip():
        return "It is empty."
    if _read(_EVENTS, text) is not None or _read(_PLACES, text) is not None:
        return "It does not say when." if _read(_PLACES, text) is None else "It does not say what happens."
    for place in _SPLIT.finditer(text):
        event, when = text[: place.start()], text[place.end() :]
        if _read(_EVENTS, event) is not None:
            return f"When it happens is not understood: {when[:200]}."
        if _read(_PLACES, when) is not None:
            return f"What happens is not understood: {event[:200]}."
    return "Every name in it has to be in quotation marks, and the rest in the words of one of the forms."
