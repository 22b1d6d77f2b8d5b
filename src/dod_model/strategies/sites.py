"""Strategies for whole sites."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from pydantic import MISSING

from dod_model.releases import Branch
from dod_model.site import (
    AvailableTo,
    Client,
    Collection,
    Deployment,
    DeploymentOption,
    ManagementPoint,
    Purpose,
    Registration,
    Site,
)
from dod_model.strategies.conditions import drawn_properties
from dod_model.strategies.content import CONTENT, drawn_packages, drawn_sources
from dod_model.strategies.drawing import Drawing, shares, strategy
from dod_model.strategies.releases import BRANCHES, healthy, releases_of, versions_of
from dod_model.strategies.sequences import SEQUENCES, drawn_sequences
from dod_model.strategies.settings import drawn_settings

CLIENTS = ("LT-001", "LT-002", "LT-003")
COLLECTIONS = ("Laptops", "Pilot")
DEPLOYMENTS = ("Upgrade laptops", "Pilot run")


def sites(
    *,
    branches: st.SearchStrategy[Branch] | None = None,
    gaps: st.SearchStrategy[int] | None = None,
    faults: st.SearchStrategy[int] | None = None,
    attemptable: st.SearchStrategy[bool] | None = None,
) -> st.SearchStrategy[Site]:
    """Whole sites whose parts fit together.

    They have up to four packages, two gateways, two cloud distribution points, three task sequences of which one
    may run the next, three clients, two collections and deployments, default settings and two custom objects. Steps
    may lie in groups, two deep, and have up to two conditions.

    Args:
        branches: the branch of site and clients.
        gaps: how many of 16 fields are left out; 0 for a site of which all is told.
        faults: how many of 16 values are not the healthy one; 0 for a site on which all is well.
        attemptable: whether there is sure to be something to attempt.

    Raises:
        hypothesis.errors.InvalidArgument: an argument is no strategy, or draws what is none of its values.
    """
    of_branch = strategy(branches, BRANCHES, "branches")
    left_out = shares(gaps, "gaps")
    amiss = shares(faults, "faults")
    sure = strategy(attemptable, st.booleans(), "attemptable")

    @st.composite
    def described(draw: Any) -> Site:
        drawing = Drawing(draw, draw(left_out), draw(amiss))
        return _site(drawing, draw(of_branch), least=1 if draw(sure) else 0)

    return described()


def complete_sites(
    *,
    branches: st.SearchStrategy[Branch] | None = None,
    faults: st.SearchStrategy[int] | None = None,
) -> st.SearchStrategy[Site]:
    """Sites of which everything is told and on which something can be attempted; arguments as for `sites`."""
    return sites(branches=branches, gaps=st.just(0), faults=faults, attemptable=st.just(True))


def _site(drawing: Drawing, branch: Branch, least: int) -> Site:
    packages = CONTENT[: drawing.count(0, len(CONTENT))]
    sequences = SEQUENCES[: drawing.count(least, len(SEQUENCES))]
    clients = CLIENTS[: drawing.count(least, len(CLIENTS))]
    collections = COLLECTIONS[: drawing.count(least, len(COLLECTIONS))]
    parts: dict[str, Any] = {
        "release": _version(drawing, branch),
        "enhanced_http": drawing.perhaps(lambda: drawing.either(True, False)),
        "management_points": drawing.perhaps(lambda: _management_points(drawing)),
        "packages": drawing.perhaps(lambda: drawn_packages(drawing, packages)),
        **drawn_sources(drawing, packages),
        "task_sequences": drawing.perhaps(lambda: drawn_sequences(drawing, sequences, packages)),
        "collections": drawing.perhaps(lambda: _collections(drawing, collections, clients, least)),
        "deployments": _deployments(drawing, sequences, collections, least),
        "client_settings": drawing.perhaps(lambda: drawn_settings(drawing, collections)),
        "clients": tuple(_client(drawing, name, branch) for name in clients),
    }
    return Site(**{name: value for name, value in parts.items() if value is not MISSING})


def _version(drawing: Drawing, branch: Branch) -> Any:
    """The healthy release, or any where something is amiss; without gaps no build that is in no table."""
    if drawing.left_out():
        return MISSING
    if not drawing.either(False, True):
        return healthy(branch)
    return drawing.draw(versions_of(branch) if drawing.gaps else releases_of(branch))


def _management_points(drawing: Drawing) -> tuple[ManagementPoint, ...]:
    return tuple(
        ManagementPoint(name=name, https=drawing.field(True, False), gateway_traffic=drawing.field(True, False))
        for name in ("MP01", "MP02")[: drawing.count(0, 2)]
    )


def _collections(
    drawing: Drawing, names: tuple[str, ...], clients: tuple[str, ...], least: int
) -> tuple[Collection, ...]:
    return tuple(
        Collection(name=name, members=drawing.perhaps(lambda: drawing.some(clients, least=least))) for name in names
    )


def _deployments(
    drawing: Drawing, sequences: tuple[str, ...], collections: tuple[str, ...], least: int
) -> tuple[Deployment, ...]:
    if not sequences or not collections:
        return ()
    return tuple(
        _deployment(
            drawing,
            name,
            drawing.draw(st.sampled_from(sequences)),
            drawing.draw(st.sampled_from(collections)),
        )
        for name in DEPLOYMENTS[: drawing.count(least, len(DEPLOYMENTS))]
    )


def _deployment(drawing: Drawing, name: str, sequence: str, collection: str) -> Deployment:
    return Deployment(
        name=name,
        task_sequence=sequence,
        collection=collection,
        purpose=drawing.perhaps(lambda: drawing.either(*Purpose)),
        available_to=drawing.field(*AvailableTo),
        option=drawing.perhaps(lambda: _option(drawing)),
        internet=drawing.field(True, False),
        independent_of_assignments=drawing.perhaps(lambda: drawing.either(True, False)),
        pre_download=drawing.field(False, True),
        metered=drawing.field(False, True),
    )


def _option(drawing: Drawing) -> DeploymentOption:
    usual = drawing.either(DeploymentOption.WHEN_NEEDED, DeploymentOption.BEFORE_START)
    return drawing.one_of(usual, DeploymentOption.FROM_DISTRIBUTION_POINT)


def _client(drawing: Drawing, name: str, branch: Branch) -> Client:
    return Client(
        name=name,
        release=_version(drawing, branch),
        registration=drawing.perhaps(lambda: drawing.either(*Registration)),
        metered=drawing.field(False, True),
        **drawn_properties(drawing),
    )
