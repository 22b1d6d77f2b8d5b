"""Strategies for facts."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from dod_model.attempt import Start
from dod_model.facts import FACTS, Facts
from dod_model.releases import Branch, Release
from dod_model.site import AvailableTo, DeploymentOption, MeteredCommunication, Purpose
from dod_model.strategies.drawing import Drawing, shares, strategy
from dod_model.strategies.releases import BRANCHES, healthy, releases_of

HEALTHY: dict[str, Any] = {
    "started_from": Start.SOFTWARE_CENTER,
    "boot_image": False,
    "available_to": AvailableTo.CLIENTS,
    "enhanced_http_management_point": False,
    "download_content_step": False,
    "another_program_first": False,
    "metered_connection": False,
    "metered_option": False,
    "metered_communication": MeteredCommunication.BLOCK,
    "network_path": False,
}
"""The value of each fact on a site where all is well, where it is not the first of its values."""

AS_GOOD: dict[str, tuple[Any, ...]] = {
    "option": (DeploymentOption.WHEN_NEEDED, DeploymentOption.BEFORE_START),
    "purpose": tuple(Purpose),
    "independent_of_assignments": (True, False),
    "content_needs_gateway": (False, True),
    "content_needs_cloud_dp": (False, True),
    "bulk_token": (False, True),
    "undocumented": (True, False),
}
"""Facts whose values are as good as one another where something is amiss."""


def facts(
    *,
    branches: st.SearchStrategy[Branch] | None = None,
    unknown: st.SearchStrategy[Collection[str]] | None = None,
    faults: st.SearchStrategy[int] | None = None,
) -> st.SearchStrategy[Facts]:
    """Facts of which any may be unknown.

    Args:
        branches: the branch of site and client.
        unknown: the names of the facts that are unknown; any few or many by default.
        faults: how many of 16 values are not the healthy one.

    Raises:
        hypothesis.errors.InvalidArgument: an argument is no strategy, or draws what is none of its values.
    """
    of_branch = strategy(branches, BRANCHES, "branches")
    left_out = strategy(unknown, _unknown(), "unknown")
    amiss = shares(faults, "faults")

    @st.composite
    def described(draw: Any) -> Facts:
        drawing = Drawing(draw, 0, draw(amiss))
        names = frozenset(draw(left_out))
        if strangers := sorted(names - FACTS.keys()):
            message = f"unknown draws names of facts, and not {', '.join(strangers)}"
            raise InvalidArgument(message)
        branch = draw(of_branch)
        return Facts(**{name: _value(drawing, name, branch) for name in FACTS if name not in names})

    return described()


def known_facts(
    *,
    branches: st.SearchStrategy[Branch] | None = None,
    faults: st.SearchStrategy[int] | None = None,
) -> st.SearchStrategy[Facts]:
    """Facts of which none is unknown; arguments as for `facts`."""
    return facts(branches=branches, unknown=st.just(()), faults=faults)


def _unknown() -> st.SearchStrategy[Collection[str]]:
    names = st.sampled_from(tuple(FACTS))
    return st.one_of(
        st.just(frozenset({"undocumented"})),
        st.frozensets(names, max_size=4),
        st.frozensets(names),
    )


def _value(drawing: Drawing, name: str, branch: Branch) -> Any:
    spec = FACTS[name]
    if spec.type is Release:
        return drawing.draw(releases_of(branch)) if drawing.either(False, True) else healthy(branch)
    first = drawing.either(*AS_GOOD[name]) if name in AS_GOOD else HEALTHY.get(name, spec.values[0])
    return drawing.one_of(first, *(value for value in spec.values if value is not first))
