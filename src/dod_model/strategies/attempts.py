"""Strategies for attempts on a site."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from pydantic import MISSING

from dod_model.attempt import Attempt, Place, Start, User
from dod_model.site import Collection, Deployment, Site
from dod_model.strategies.drawing import strategy
from dod_model.strategies.sites import sites as any_sites

_USUAL = (Start.SOFTWARE_CENTER, Start.SCHEDULE)
STARTS = st.one_of(st.sampled_from(_USUAL), st.sampled_from((*_USUAL, *Start)), st.sampled_from((*Start, None)))
PLACES = st.sampled_from((*[Place.INTERNET] * 7, Place.INTRANET))
USERS = st.sampled_from((None, *User))


def attempts(
    site: Site,
    *,
    starts: st.SearchStrategy[Start | None] | None = None,
    places: st.SearchStrategy[Place] | None = None,
    users: st.SearchStrategy[User | None] | None = None,
) -> st.SearchStrategy[Attempt]:
    """Attempts that a site can be asked about: every deployment, every client that may be a member.

    Args:
        site: the site.
        starts: how it is started; None for unknown.
        places: where the client is.
        users: who starts it; None for unknown.

    Raises:
        hypothesis.errors.InvalidArgument: the site has no deployment with a client that may be a member, or an
            argument is no strategy.
    """
    pairs = tuple(_pairs(site))
    if not pairs:
        message = "the site has no deployment with a client that may be a member of its collection"
        raise InvalidArgument(message)
    how, where, who = (
        strategy(starts, STARTS, "starts"),
        strategy(places, PLACES, "places"),
        strategy(users, USERS, "users"),
    )

    @st.composite
    def attempt(draw: Any) -> Attempt:
        deployment, client = draw(st.sampled_from(pairs))
        return Attempt(deployment, client, start=draw(how), place=draw(where), user=draw(who))

    return attempt()


def situations(
    *,
    sites: st.SearchStrategy[Site] | None = None,
    starts: st.SearchStrategy[Start | None] | None = None,
    places: st.SearchStrategy[Place] | None = None,
    users: st.SearchStrategy[User | None] | None = None,
) -> st.SearchStrategy[tuple[Site, Attempt]]:
    """Sites, each with an attempt on it.

    Args:
        sites: the sites; those on which nothing can be attempted are passed over.
        starts: as for `attempts`.
        places: as for `attempts`.
        users: as for `attempts`.

    Raises:
        hypothesis.errors.InvalidArgument: an argument is no strategy.
    """
    ways = {
        "starts": strategy(starts, STARTS, "starts"),
        "places": strategy(places, PLACES, "places"),
        "users": strategy(users, USERS, "users"),
    }
    usable = strategy(sites, any_sites(attemptable=st.just(True)), "sites").filter(lambda site: any(_pairs(site)))

    @st.composite
    def situation(draw: Any) -> tuple[Site, Attempt]:
        site: Site = draw(usable)
        return site, draw(attempts(site, **ways))

    return situation()


def _pairs(site: Site) -> Iterator[tuple[str, str]]:
    """Deployment and client, where the client is a member, or may be."""
    deployments: tuple[Deployment, ...] = () if site.deployments is MISSING else site.deployments
    clients = () if site.clients is MISSING else site.clients
    for deployment in deployments:
        members = _members(site, deployment.collection)
        for client in clients:
            if members is None or client.name in members:
                yield deployment.name, client.name


def _members(site: Site, collection: str) -> tuple[str, ...] | None:
    collections: tuple[Collection, ...] = () if site.collections is MISSING else site.collections
    for candidate in collections:
        if candidate.name == collection:
            return None if candidate.members is MISSING else candidate.members
    return None
