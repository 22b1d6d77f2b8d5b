"""Where does a statement of the register go, and does that place name it?"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from dod_model.abilities import ABILITIES, OF_THE_PRODUCT
from dod_model.assumptions import ASSUMPTIONS
from dod_model.documents import Destination, Statement, contradictions
from dod_model.publish.markdown import contradiction, link, prose, requirement
from dod_model.publish.model.run import in_runs
from dod_model.render.explaining_registers import DESTINATIONS
from dod_model.requirements import REQUIREMENTS
from dod_model.site import Site

TO_REQUIREMENT = "a requirement"
NOWHERE = "nowhere"
_NUMBER = re.compile(r"\b[EFG]\d[0-9A-Z]{1,2}\b")
KINDS = (TO_REQUIREMENT, *DESTINATIONS.values(), NOWHERE)
"""Where statements may go, in the order in which they are told."""


@dataclass(frozen=True, slots=True)
class Way:
    """Where a statement goes.

    Attributes:
        kind: one of `KINDS`.
        places: what names it there, as Markdown; empty for nothing.
        reason: why it goes there, as Markdown; empty if none is told.
    """

    kind: str
    places: tuple[str, ...]
    reason: str = ""

    @property
    def told(self) -> bool:
        """Whether the place names it, or a reason is told."""
        return self.kind != NOWHERE and bool(self.places or self.reason)

    @property
    def markdown(self) -> str:
        """The way in words, with links."""
        parts = [*([] if self.kind == TO_REQUIREMENT else [self.kind]), ", ".join(self.places), self.reason]
        return ": ".join(part for part in parts if part)


def way(one: Statement) -> Way:
    """Where a statement goes. A requirement that rests on it comes first, whatever else there is."""
    reason = prose(one.reason) if one.reason else ""
    cited = tuple(requirement(each.id) for each in REQUIREMENTS if one.id in each.cites)
    if cited:
        return Way(TO_REQUIREMENT, cited, reason)
    if one.goes_to is None:
        return Way(NOWHERE, ())
    return Way(DESTINATIONS[one.goes_to], tuple(_places(one, one.goes_to)), reason)


def besides(one: Statement) -> tuple[str, ...]:
    """Where else a statement with a requirement is told: in runs, and among the contradictions."""
    found = []
    if in_runs(one.id):
        found.append(f"in a run: {in_runs(one.id)}")
    if one.id in contradictions():
        found.append(f"contradictions: {contradiction(one.id)}")
    return tuple(found)


def _places(one: Statement, goes_to: Destination) -> Iterator[str]:
    match goes_to:
        case Destination.RUN:
            yield from filter(None, [in_runs(one.id)])
        case Destination.ASSUMED:
            yield from (prose(each.text) for each in ASSUMPTIONS if one.id in each.cites)
        case Destination.RELEASE_TABLE:
            abilities = dict.fromkeys((*ABILITIES, *OF_THE_PRODUCT))
            yield from (link(each.id, "~/releases/index.md") for each in abilities if one.id in each.cites)
        case Destination.CONTRADICTIONS:
            yield from _contradictions(one.id)
        case Destination.SITE_DESCRIPTION:
            yield from (link(name, "~/reference/site.md") for name in _fields().get(one.id, ()))
        case Destination.OUT_OF_SCOPE:
            pass


def _contradictions(number: str) -> Iterator[str]:
    for each in contradictions().values():
        if number == each.id or number in each.statements:
            yield contradiction(each.id)


@cache
def _fields() -> Mapping[str, tuple[str, ...]]:
    """The fields of a site's description that name a statement, by its number."""
    schema = Site.model_json_schema()
    found: dict[str, list[str]] = {}
    for part in (schema, *schema["$defs"].values()):
        for name, told in part.get("properties", {}).items():
            for number in _NUMBER.findall(json.dumps(told)):
                found.setdefault(number, []).append(name)
    return {number: tuple(dict.fromkeys(names)) for number, names in found.items()}
