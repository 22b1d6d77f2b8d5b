"""Names in sentences, and the lines of the description where what they name is written down."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from dod_model.browser.answers import Line, Piece
from dod_model.browser.spoken import Spoken
from dod_model.intake.lines import Place, Tree
from dod_model.site import MISSING, Site
from dod_model.site.consistency import LISTS, SOURCES
from dod_model.situation.deriving import SETTINGS_BEHIND
from dod_model.situation.settings import DEFAULT

QUOTE = "'"
LONGEST_NAME = 256
_KINDS = {
    "cloud distribution point": "cloud_distribution_points",
    "distribution point": "distribution_points",
    "management point": "management_points",
    "gateway": "gateways",
    "package": "packages",
    "sequence": "task_sequences",
    "child": "task_sequences",
    "deployment": "deployments",
    "collection": "collections",
    "client": "clients",
    "client of": "clients",
}
"""The word before a name, and the list in which the name stands."""
_FIELD = re.compile(r", ([a-z_]+)$")
_REMARKS = (
    (", which is not content-enabled", "serves_content"),
    (", which is stopped", "state"),
    (" is stopped", "state"),
    (" is in an unknown state", "state"),
    (" is over HTTP", "https"),
    (" is disabled", "enabled"),
    (" has ", "release"),
)
"""What is said right after a name, and the field that it is about."""


class Mentions:
    """Finds the names of a site in sentences, and where each stands in the text."""

    def __init__(self, site: Site, tree: Tree) -> None:
        """Note the names once.

        Args:
            site: what the text describes.
            tree: the text, with its lines.
        """
        self._tree = tree
        self._places: dict[str, list[Place]] = {}
        for kind in LISTS:
            objects = getattr(site, kind)
            for index, one in enumerate(() if objects is MISSING else objects):
                self._places.setdefault(one.name, []).append((kind, index))
        settings = site.client_settings
        if settings is not MISSING:
            self._places.setdefault(DEFAULT, []).append(("client_settings", "default"))
            for index, one in enumerate(() if settings.custom is MISSING else settings.custom):
                self._places.setdefault(one.name, []).append(("client_settings", "custom", index))

    def line(self, said: Spoken, facts: Mapping[str, str], client: str = "") -> Line:
        """A sentence in pieces.

        Args:
            said: the sentence.
            facts: which fact a detail tells of.
            client: whose release is meant where a sentence speaks of "the client".
        """
        fact = facts.get(said.removeprefix("- "), "")
        pieces = tuple(self._release(said, client) or self._pieces(said, fact))
        return Line(pieces=pieces, head=said.head, indent=said.indent, mood=said.mood)

    def headline(self, said: Spoken, deployment: str) -> Line:
        """A sentence that begins with the name of a deployment."""
        named = Piece(text=deployment, name=True, line=self._line_of(self._place(deployment, "deployment"), ()))
        rest = self._pieces(said.removeprefix(deployment), "")
        return Line(pieces=(named, *rest), indent=said.indent, mood=said.mood)

    def _release(self, text: str, client: str) -> Iterator[Piece] | None:
        """A sentence that tells the release of site or client without naming it."""
        for side, place in (("the site", ()), ("the client", self._place(client, "client"))):
            if text.startswith(f"{side} has "):
                line = self._line_of(place, ("release",)) if place is not None else 0
                return iter((Piece(text=side, line=line), Piece(text=text.removeprefix(side))))
        return None

    def _pieces(self, text: str, fact: str) -> Iterator[Piece]:
        done = 0
        package: str | None = None
        for begin, end in self._names(text):
            name, before, after = text[begin + 1 : end - 1], text[:begin], text[end:]
            if begin > done:
                yield Piece(text=text[done:begin])
            yield Piece(text=text[begin:end], name=True, line=self._where(name, before, after, fact, package))
            if before.endswith("package "):
                package = name
            done = end
        if done < len(text):
            yield Piece(text=text[done:])

    def _names(self, text: str) -> Iterator[tuple[int, int]]:
        """Where names stand in their quotation marks; the longest that fits counts."""
        begin = text.find(QUOTE)
        while begin >= 0:
            end = text.rfind(QUOTE, begin + 1, begin + LONGEST_NAME + 2)
            while end > 0 and text[begin + 1 : end] not in self._places:
                end = text.rfind(QUOTE, begin + 1, end)
            if end > 0:
                yield begin, end + 1
            begin = text.find(QUOTE, end + 1 if end > 0 else begin + 1)

    def _where(self, name: str, before: str, after: str, fact: str, package: str | None) -> int:
        """The line of what is named, as near as the sentence tells."""
        kind = next((word for word in _KINDS if before.endswith(f"{word} ")), "")
        place = self._place(name, kind, after)
        if place is None:
            return 0
        if place[0] == "client_settings":
            return self._line_of(place, SETTINGS_BEHIND.get(fact, ()))
        field = next((field for words, field in _REMARKS if after.startswith(words)), "")
        if not field and place[0] in SOURCES and package is not None:
            return self._line_of(place, self._held(place, package))
        if found := _FIELD.fullmatch(after):
            field = found[1]
        return self._line_of(place, (field,) if field else ())

    def _place(self, name: str, kind: str, after: str = "") -> Place | None:
        found = self._places.get(name, [])
        if kind:
            return next((place for place in found if place[0] == _KINDS[kind]), None)
        settings = after.startswith((" says ", " does not say"))
        chosen = [place for place in found if (place[0] == "client_settings") is settings]
        return next(iter(chosen or found), None)

    def _held(self, source: Place, package: str) -> Place:
        """What a source holds of a package."""
        content: Any = self._value((*source, "content"))
        for index, one in enumerate(content if isinstance(content, list) else ()):
            named = one.get("package") if isinstance(one, dict) else None
            if isinstance(named, str) and named.strip() == package:
                return "content", index
        return ()

    def _value(self, place: Place) -> Any:
        value: Any = self._tree.data
        for part in place:
            try:
                value = value[part]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    def _line_of(self, place: Place | None, further: Place) -> int:
        """The line of a field; of the object if it does not have the field; 0 if the text does not have the object."""
        if place is None or (place and self._value(place) is None):
            return 0
        if not place and self._value(further) is None:
            return 0
        return self._tree.line((*place, *further))
