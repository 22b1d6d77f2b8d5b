"""A finding: requirement, verdict, and what it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from dod_model.abilities import ON_DEMAND
from dod_model.facts import FACTS, Facts, wording
from dod_model.releases import Release
from dod_model.requirements import (
    Force,
    Remedy,
    Requirement,
    Verdict,
    covered,
    facts_read,
    remedies,
    why_not_covered,
)
from dod_model.requirements.asking import agreed, certainly_or_perhaps
from dod_model.requirements.deciding import plain_verdict
from dod_model.site import AvailableTo, DeploymentOption
from dod_model.situation import Situation
from dod_model.situation.evidence import details
from dod_model.situation.resolving import given

ReleaseSide = Literal["site", "client"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A fact that a finding rests on.

    Attributes:
        fact: name of the fact.
        meaning: what it says.
        value: its value in words; None for unknown.
        details: what in the description it rests on.
    """

    fact: str
    meaning: str
    value: str | None
    details: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A release that is too old.

    Attributes:
        side: ``site`` or ``client``.
        release: the release it has.
        at_least: the first release of its branch that will do; None if none does or no document says.
    """

    side: str
    release: Release
    at_least: Release | None


@dataclass(frozen=True)
class Finding:
    """Requirement + verdict + evidence, for one attempt."""

    requirement: Requirement
    verdict: Verdict
    facts: Facts
    situation: Situation | None = None

    @property
    def id(self) -> str:
        """The id of the requirement."""
        return self.requirement.id

    @cached_property
    def why(self) -> str:
        """Why the requirement is not applicable; empty for any other verdict."""
        if self.verdict is not Verdict.NOT_APPLICABLE:
            return ""
        if agreed(covered, self.facts, None) is False:
            return agreed(why_not_covered, self.facts, "the documents do not speak of such an attempt")
        scope = self.requirement.scope
        return "" if scope is None else scope.otherwise

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        """The facts that the verdict rests on, coverage included."""
        names = dict.fromkeys([*facts_read(covered, self.facts), *self._own_facts()])
        known = self.facts.known()
        return tuple(self._evidence(name, known) for name in names)

    def _own_facts(self) -> tuple[str, ...]:
        if agreed(covered, self.facts, None) is not True:
            return ()
        return facts_read(lambda facts: plain_verdict(self.requirement, facts), self.facts)

    def _evidence(self, name: str, known: dict[str, object]) -> Evidence:
        rests_on = () if self.situation is None else details(self.situation, name)
        value = wording(known[name]) if name in known else None
        return Evidence(name, FACTS[name].about.meaning, value, rests_on)

    @property
    def reasoning(self) -> str:
        """How the requirement was reasoned, where it is inferred on these facts; empty where it is documented."""
        return self.requirement.reasoning(self.facts) if self._speaks else ""

    @property
    def contradictions(self) -> tuple[str, ...]:
        """Ids of the contradictions among documents that touch the finding."""
        return tuple(touch.contradiction for touch in self.requirement.touches(self.facts)) if self._speaks else ()

    @property
    def contested(self) -> bool:
        """Whether another reading of documents that contradict one another would change the verdict."""
        return self._speaks and any(touch.contests for touch in self.requirement.touches(self.facts))

    @property
    def _speaks(self) -> bool:
        return self.verdict is not Verdict.NOT_APPLICABLE

    @cached_property
    def shortfalls(self) -> tuple[Shortfall, ...]:
        """The releases that are too old for what a violated requirement asks."""
        return tuple(self._shortfalls()) if self.verdict is Verdict.VIOLATED else ()

    def _shortfalls(self) -> Iterator[Shortfall]:
        if self.requirement.needs is None:
            return
        ability = agreed(self.requirement.needs, self.facts, None)
        for side in _SIDES:
            release = release_of(side, self.facts)
            counts = ability is not None and (side == "site" or ability.asks_client)
            if ability is not None and counts and release is not None and ability.at(release) is False:
                yield Shortfall(side, release, ability.first(release.branch))

    @cached_property
    def remedies(self) -> tuple[Remedy, ...]:
        """The remedies of the requirement that can be done and help on these facts."""
        return tuple(remedy for remedy in self.requirement.remedies if self._helps(remedy))

    def _helps(self, remedy: Remedy) -> bool:
        if remedy is remedies.UPDATE_SITE:
            return better_release(self.requirement, self.facts, "site") is not None
        if remedy is remedies.UPGRADE_CLIENT:
            return better_release(self.requirement, self.facts, "client") is not None
        return self._can_be_done(remedy) and self._changes_something(remedy)

    def _can_be_done(self, remedy: Remedy) -> bool:
        needs = remedy.needs
        if remedy is remedies.CHOOSE_ON_DEMAND and self.requirement.force is not Force.WISH:
            needs = ON_DEMAND  # whoever wishes for it hears of the option, and of the release beside it
        return needs is None or certainly_or_perhaps(lambda facts: facts.site_can(needs), self.facts)

    def _changes_something(self, remedy: Remedy) -> bool:
        if remedy in _WANTING:
            return certainly_or_perhaps(_WANTING[remedy], self.facts)
        if remedy not in _SOURCES or self.situation is None:
            return True
        described = given(getattr(self.situation.site, _SOURCES[remedy]))
        return described is None or (remedy is remedies.START_GATEWAY) is bool(described)


_SIDES: tuple[ReleaseSide, ...] = ("site", "client")
_WANTING: dict[Remedy, Callable[[Facts], bool]] = {
    remedies.SERVE_CONTENT: lambda facts: not facts.gateway_serves_content,
    remedies.USE_HTTPS: lambda facts: facts.enhanced_http_management_point,
    remedies.REGISTER_OTHERWISE: lambda facts: facts.bulk_token,
    remedies.CHOOSE_ON_DEMAND: lambda facts: facts.option is not DeploymentOption.WHEN_NEEDED,
    remedies.MAKE_AVAILABLE_TO_CLIENTS: lambda facts: facts.available_to is not AvailableTo.CLIENTS,
    remedies.CLEAR_METERED_OPTION: lambda facts: facts.metered_option,
    remedies.USE_UNMETERED: lambda facts: facts.metered_connection,
}
"""Where a remedy changes something: what it sets is not so already."""
_SOURCES: dict[Remedy, str] = {
    remedies.START_GATEWAY: "gateways",
    remedies.CREATE_GATEWAY: "gateways",
    remedies.CREATE_CLOUD_DP: "cloud_distribution_points",
}
"""The list of the site that decides whether something is started or created: what is there is not created."""


def release_of(side: ReleaseSide, facts: Facts) -> Release | None:
    """The release of site or client; None for unknown."""
    release: Release | None = facts.known().get(f"{side}_release")
    return release


def better_release(requirement: Requirement, facts: Facts, side: ReleaseSide) -> Release | None:
    """The release that would do, where the present one does not.

    That is the first with the ability that the requirement needs, or the first without the defect; None where the
    present release is not what is amiss, is unknown, or no document names a better one.
    """
    present = release_of(side, facts)
    ability = None if requirement.needs is None else agreed(requirement.needs, facts, None)
    if present is None or ability is None or (side == "client" and not ability.asks_client):
        return None
    if ability.at(present) is not ability.is_defect:
        return None
    return ability.after(present.branch) if ability.is_defect else ability.first(present.branch)
