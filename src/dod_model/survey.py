"""Which attempts does a site suggest? Every deployment for every member of its collection, unless told otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import MISSING

from dod_model.attempt import Attempt, Place, Start, User
from dod_model.errors import InputError, Problem
from dod_model.site import Client, Deployment, Purpose, Site, with_fields
from dod_model.site.consistency import nearest
from dod_model.situation.resolving import given

HINT = "At least this is needed: deployments with a name, a task_sequence and a collection that has members."
"""What a description has to have for a question to be asked of it."""
ANY_CLIENT = "any client"
"""Stands for a client of which the description says nothing."""


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask of a site; None leaves the choice to the site.

    Attributes:
        deployment: one deployment only.
        client: one client only.
        start: how it is started; None for as the purpose of the deployment suggests.
        place: where the clients are.
        user: who starts it; None for unknown.
    """

    deployment: str | None = None
    client: str | None = None
    start: Start | None = None
    place: Place = Place.INTERNET
    user: User | None = None


def with_clients(site: Site) -> Site:
    """The site itself; if it describes no clients, with members of its collections, or one stand-in, as clients."""
    if site.clients is not MISSING:
        return site
    members = [name for one in given(site.collections) or () for name in given(one.members) or ()]
    return with_fields(site, clients=tuple(Client(name=name) for name in dict.fromkeys(members or [ANY_CLIENT])))


def attempts(site: Site, question: Question) -> Iterator[Attempt]:
    """The attempts that the question is about, in the order of the description.

    Raises:
        InputError: there is no such deployment or client, or nothing to check at all.
    """
    deployments = _chosen(given(site.deployments) or (), question.deployment, "deployments")
    known = {client.name for client in given(site.clients) or ()}
    if question.client is not None and question.client not in known:
        raise _unknown(question.client, "clients", known)
    nothing = True
    for deployment in deployments:
        for client in _clients(site, deployment, question.client):
            nothing = False
            start = question.start or _suggested_start(deployment)
            yield Attempt(deployment.name, client, start, question.place, question.user)
    if nothing:
        raise InputError(
            Problem(
                "nothing-to-check", _nothing_of(question) if deployments else "no deployment is described", hint=HINT
            )
        )


def _nothing_of(question: Question) -> str:
    """Why a question is about no attempt, though deployments are described."""
    who = "no client is a member" if question.client is None else f"the client '{question.client}' is no member"
    if question.deployment is None:
        return f"{who} of a collection to which anything is deployed"
    return f"{who} of the collection to which '{question.deployment}' is deployed"


def _chosen(deployments: tuple[Deployment, ...], name: str | None, kind: str) -> tuple[Deployment, ...]:
    if name is None:
        return deployments
    found = tuple(one for one in deployments if one.name == name)
    if not found:
        raise _unknown(name, kind, {one.name for one in deployments})
    return found


def _unknown(name: str, kind: str, known: set[str]) -> InputError:
    return InputError(Problem("unknown-name", f"there is no '{name}' in {kind}", "", nearest(name, known)))


def _clients(site: Site, deployment: Deployment, only: str | None) -> tuple[str, ...]:
    """The members of the deployment's collection; every client where the members are unknown."""
    members = None
    for collection in given(site.collections) or ():
        if collection.name == deployment.collection:
            members = given(collection.members)
    if members is None:
        members = tuple(client.name for client in given(site.clients) or ())
    return tuple(name for name in members if only is None or name == only)


def _suggested_start(deployment: Deployment) -> Start | None:
    if deployment.purpose is MISSING:
        return None
    return Start.SCHEDULE if deployment.purpose is Purpose.REQUIRED else Start.SOFTWARE_CENTER


class Excerpts:
    """Cuts from a site what matters to one attempt: its client, and of every collection whether that is a member.

    Deciding takes the longer the more clients a site has, and no other client ever counts. So many attempts on one
    site are decided on excerpts, each of which gives the same findings as the whole.
    """

    def __init__(self, site: Site) -> None:
        """Note clients and members once."""
        self._site = site
        self._clients = {client.name: client for client in given(site.clients) or ()}
        self._collections = tuple(given(site.collections) or ())
        self._empty = tuple(
            one if one.members is MISSING else with_fields(one, members=()) for one in self._collections
        )
        self._memberships: dict[str, list[int]] = {}
        for index, collection in enumerate(self._collections):
            for name in given(collection.members) or ():
                self._memberships.setdefault(name, []).append(index)
        settings = given(site.client_settings)
        custom = None if settings is None else given(settings.custom)
        self._with_settings = {name for one in custom or () for name in given(one.collections) or ()}

    def of(self, attempt: Attempt) -> Site:
        """The excerpt for an attempt; the whole site if that does not have the client."""
        client = self._clients.get(attempt.client)
        if client is None:
            return self._site
        cut: dict[str, object] = {"clients": (client,)}
        if self._site.collections is not MISSING:
            collections = list(self._empty)
            for index in self._memberships.get(client.name, ()):
                collections[index] = with_fields(collections[index], members=(client.name,))
            cut["collections"] = tuple(collections)
        return with_fields(self._site, **cut)

    def settings_of(self, attempt: Attempt) -> tuple[str, ...]:
        """The collections of the client to which custom client settings are deployed."""
        found = (self._collections[index].name for index in self._memberships.get(attempt.client, ()))
        return tuple(name for name in found if name in self._with_settings)
