"""Whom else does a change touch? Other deployments and clients, so that nobody is surprised."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from pydantic import MISSING

from dod_model.plan.changes import Change
from dod_model.site import flattened
from dod_model.situation import Situation
from dod_model.situation.resolving import given
from dod_model.situation.settings import DEFAULT

SHOWN = 5
"""So many names are listed; the rest is counted."""

EVERYBODY = ("every deployment and client of the site",)


def touched(change: Change, situation: Situation, besides: Collection[str] = ()) -> tuple[str, ...]:
    """The other deployments and clients on which a change has an effect.

    Args:
        change: the change.
        situation: the attempt that it is made for, which is not listed itself.
        besides: clients that are not listed either.
    """
    kind, name = change.target
    if kind in {"site", "gateways", "management_points"}:
        return EVERYBODY
    if kind == "task_sequences":
        return _listed("deployment", _deployments_running(situation, {name}))
    if kind == "packages":
        return _listed("deployment", _deployments_using(situation, name))
    if kind == "deployments":
        return _clients(_members(situation, [situation.deployment.collection]), besides)
    if kind == "clients":
        return _listed("deployment", _deployments_to(situation, name))
    return _clients(_clients_under(situation, name), besides) if kind == "client_settings" else ()


def _clients(names: Iterable[str], besides: Collection[str]) -> tuple[str, ...]:
    return _listed("client", (name for name in names if name not in besides))


def _listed(kind: str, names: Iterable[str]) -> tuple[str, ...]:
    found = list(dict.fromkeys(names))
    rest = len(found) - SHOWN
    more = [f"{rest} more {kind}{'s' if rest > 1 else ''}"] if rest > 0 else []
    return (*(f"{kind} '{name}'" for name in found[:SHOWN]), *more)


def _others(situation: Situation) -> Iterator[tuple[str, str, str]]:
    """Name, sequence and collection of every other deployment."""
    for one in given(situation.site.deployments) or ():
        if one.name != situation.deployment.name:
            yield one.name, one.task_sequence, one.collection


def _runs(situation: Situation, sequence: str) -> set[str]:
    """A sequence and all its children."""
    known = {one.name: one for one in given(situation.site.task_sequences) or ()}
    reached: set[str] = set()
    pending = [sequence]
    while pending:
        name = pending.pop()
        if name in reached or name not in known:
            continue
        reached.add(name)
        steps = flattened(given(known[name].steps) or ())
        pending.extend(step.task_sequence for step in steps if step.task_sequence is not MISSING)
    return reached


def _deployments_running(situation: Situation, sequences: set[str]) -> Iterator[str]:
    for name, sequence, _ in _others(situation):
        if _runs(situation, sequence) & sequences:
            yield name


def _deployments_using(situation: Situation, package: str) -> Iterator[str]:
    users = {
        one.name
        for one in given(situation.site.task_sequences) or ()
        for step in flattened(given(one.steps) or ())
        if package in (given(step.packages) or ())
    }
    return _deployments_running(situation, users)


def _members(situation: Situation, collections: Iterable[str]) -> Iterator[str]:
    wanted = set(collections)
    for one in given(situation.site.collections) or ():
        if one.name in wanted:
            yield from (name for name in given(one.members) or () if name != situation.client.name)


def _deployments_to(situation: Situation, client: str) -> Iterator[str]:
    having = {one.name for one in given(situation.site.collections) or () if client in (given(one.members) or ())}
    return (name for name, _, collection in _others(situation) if collection in having)


def _clients_under(situation: Situation, settings: str) -> Iterator[str]:
    everything = given(situation.site.client_settings)
    custom = () if everything is None else given(everything.custom) or ()
    if settings != DEFAULT:
        collections = [name for one in custom if one.name == settings for name in given(one.collections) or ()]
        return _members(situation, collections)
    overridden = set(_members(situation, (name for one in custom for name in given(one.collections) or ())))
    clients = (one.name for one in given(situation.site.clients) or ())
    return (name for name in clients if name not in overridden and name != situation.client.name)
