"""Strategies for releases and builds."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from dod_model.abilities import representatives
from dod_model.release_table import CURRENT_BRANCH
from dod_model.releases import Branch, Build, Release, current, current_branch, preview
from dod_model.strategies.drawing import strategy

BRANCHES = st.sampled_from((Branch.CURRENT, Branch.CURRENT, Branch.TECHNICAL_PREVIEW))
_KNOWN_BUILDS = tuple(row.build for row in CURRENT_BRANCH)


def releases(*, branches: st.SearchStrategy[Branch] | None = None) -> st.SearchStrategy[Release]:
    """Releases of both branches; those at which something changes, and the ones before, come up often.

    Args:
        branches: the branches to draw from; both by default.

    Raises:
        hypothesis.errors.InvalidArgument: an argument is no strategy.
    """
    return strategy(branches, BRANCHES, "branches").flatmap(releases_of)


def versions(*, branches: st.SearchStrategy[Branch] | None = None) -> st.SearchStrategy[Release | Build]:
    """Releases, and builds that the table of releases has or has not.

    Args:
        branches: the branches to draw from; both by default. Known builds are of the current branch only.

    Raises:
        hypothesis.errors.InvalidArgument: an argument is no strategy.
    """
    return strategy(branches, BRANCHES, "branches").flatmap(versions_of)


@cache
def releases_of(branch: Branch) -> st.SearchStrategy[Release]:
    """Releases of one branch. Shrink to the first that downloads on demand."""
    edges = _edges(branch)
    interesting = tuple(dict.fromkeys([*edges, *_edges_before(branch)]))
    return st.one_of(st.sampled_from(interesting), st.sampled_from(edges), st.sampled_from(_all_of(branch)))


@cache
def versions_of(branch: Branch) -> st.SearchStrategy[Release | Build]:
    """Releases and builds of one branch; an unknown build fits both."""
    unknown = st.integers(min_value=9200, max_value=9999).map(Build)
    if branch is Branch.TECHNICAL_PREVIEW:
        return st.one_of(releases_of(branch), releases_of(branch), releases_of(branch), unknown)
    known = st.sampled_from(_KNOWN_BUILDS).map(Build)
    return st.one_of(releases_of(branch), releases_of(branch), known, unknown)


def healthy(branch: Branch) -> Release:
    """The first release of the branch in which the engine downloads on demand."""
    return current(1910) if branch is Branch.CURRENT else preview(1909)


def _edges(branch: Branch) -> tuple[Release, ...]:
    found = representatives(branch)
    return (healthy(branch), *(release for release in found if release != healthy(branch)))


def _edges_before(branch: Branch) -> tuple[Release, ...]:
    every = _all_of(branch)
    places = {release: place for place, release in enumerate(every)}
    return tuple(every[max(places[edge] - 1, 0)] for edge in _edges(branch))


@cache
def _all_of(branch: Branch) -> tuple[Release, ...]:
    if branch is Branch.CURRENT:
        return current_branch()
    months = range(1512, CURRENT_BRANCH[-1].number + 1)
    return tuple(preview(number) for number in months if 1 <= number % 100 <= 12)
