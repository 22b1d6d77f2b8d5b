"""Impostors that take releases otherwise: since when, on which branch, on which side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pydantic import MISSING

from dod_model.abilities import ON_DEMAND, Ability, Span
from dod_model.attempt import Attempt
from dod_model.facts import Facts
from dod_model.kit.impostors.deviating import by_ability, held, never_asked, with_facts
from dod_model.kit.impostors.impostor import Impostor, Sight
from dod_model.releases import Branch, Build, Release, current_branch
from dod_model.requirements.deployment import download_on_demand_available
from dod_model.requirements.task_sequence import task_sequence_over_the_internet_available
from dod_model.site import Site, with_fields
from dod_model.situation import Situation

_JUDGED_BY_RELEASE = (task_sequence_over_the_internet_available, download_on_demand_available)
_IN_1906 = replace(ON_DEMAND, current=Span(since=1906))
_FROM_2002 = replace(ON_DEMAND, current=Span(since=2002))
_IN_TP_1910 = replace(ON_DEMAND, preview=Span(since=1910))


def _equal(facts: Facts, ability: Ability) -> bool:
    return facts.can(ability) and facts.client_release == facts.site_release


def _like_current_branch(_: Situation, facts: Facts) -> Facts:
    known = facts.known()
    sides = {name: known[name] for name in ("site_release", "client_release") if name in known}
    return with_facts(facts, **{name: Release(Branch.CURRENT, release.number) for name, release in sides.items()})


def _oldest(_: Build) -> Release:
    return current_branch()[0]


def _release_before(build: Build) -> Release:
    before = [one for one in current_branch() if one.row is not None and one.row.build < build.number]
    return before[-1] if before else current_branch()[0]


def _unlisted(taken_for: Callable[[Build], Release]) -> Sight:
    """See a build that the table of releases does not have, on either side, as a release."""

    def read(version: Release | Build | MISSING) -> Release | Build | MISSING:
        return taken_for(version) if isinstance(version, Build) and version.release is None else version

    def see(site: Site, attempt: Attempt) -> Site:
        client = site.named("clients", attempt.client)
        if read(site.release) is site.release and read(client.release) is client.release:
            return site
        seen = with_fields(site, release=read(site.release))
        return seen.changed("clients", client.name, release=read(client.release))

    return see


RELEASES = (
    Impostor(
        "on-demand-in-1906",
        "Sequences download on demand over the internet from current branch 1906 on.",
        ("F004", "F005", "F006"),
        holds=(held(download_on_demand_available, lambda facts: facts.can(_IN_1906)),),
    ),
    Impostor(
        "on-demand-from-2002",
        "What was tried in a preview of autumn 2019 reached the current branch with the next baseline, 2002.",
        ("F003", "F004", "F007"),
        holds=(held(download_on_demand_available, lambda facts: facts.can(_FROM_2002)),),
    ),
    Impostor(
        "on-demand-in-tp-1910",
        "Both branches got download on demand with 1910, the previews as well.",
        ("F003", "F004"),
        holds=(held(download_on_demand_available, lambda facts: facts.can(_IN_TP_1910)),),
    ),
    Impostor(
        "previews-numbered-like-current-branch",
        "A technical preview can what the current branch of the same number can.",
        ("F004", "F003", "F002"),
        reads=_like_current_branch,
    ),
    Impostor(
        "client-release-ignored",
        "The release of the site decides; an older client gets by.",
        ("F009", "F006"),
        holds=tuple(by_ability(one, Facts.site_can) for one in _JUDGED_BY_RELEASE),
    ),
    Impostor(
        "site-release-ignored",
        "The client's release decides, since it is the client that downloads and runs the sequence.",
        ("F006", "F001", "F004"),
        holds=tuple(by_ability(one, Facts.client_can) for one in _JUDGED_BY_RELEASE),
    ),
    Impostor(
        "client-must-equal-site",
        "A client is at the latest version only when its release is the very one of its site.",
        ("F009",),
        holds=tuple(by_ability(one, _equal) for one in _JUDGED_BY_RELEASE),
    ),
    Impostor(
        "upgrades-run-at-any-release",
        "A gateway carries upgrade sequences at any release; only downloading on demand asks for a newer one.",
        ("F001", "F002", "F013"),
        holds=(never_asked(task_sequence_over_the_internet_available),),
    ),
    Impostor(
        "unlisted-build-is-oldest",
        "A build that the table of releases does not have is older than all that it has.",
        ("F004", "E19"),
        sees=_unlisted(_oldest),
    ),
    Impostor(
        "unlisted-build-is-the-release-before",
        "A build that the table of releases does not have is an update of the listed release before it.",
        ("F004", "E19"),
        sees=_unlisted(_release_before),
    ),
)
"""Which release can what."""
