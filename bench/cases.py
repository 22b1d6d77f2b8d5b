"""Attempts to decide: known facts, drawn at random and the same in every run."""

from __future__ import annotations

from random import Random
from typing import Any

from dod_model.facts import FACTS, Facts
from dod_model.releases import Branch, Release, current, current_branch, preview
from dod_model.site import MeteredCommunication, Purpose
from dod_model.strategies.facts import HEALTHY

SEED = 1910
SHARE_AMISS = 0.12
"""So many of the facts differ from those of a healthy site."""

_PREVIEWS = tuple(preview(number) for number in (1512, 1706, 1801, 1802, 1806, 1907, 1908, 1909, 1910, 1911, 2010))
_RELEASES = {Branch.CURRENT: current_branch(), Branch.TECHNICAL_PREVIEW: _PREVIEWS}
_USUAL: dict[str, Any] = {
    **HEALTHY,
    "purpose": Purpose.AVAILABLE,
    "metered_communication": MeteredCommunication.BLOCK,
    "content_needs_gateway": True,
}


def known_cases(count: int) -> list[Facts]:
    """So many attempts of which every fact is known."""
    random = Random(SEED)
    return [_case(random) for _ in range(count)]


def healthy_case() -> Facts:
    """An attempt in which all is well."""
    releases = dict.fromkeys(("site_release", "client_release"), current(2107))
    return Facts(**{name: _USUAL.get(name, spec.values[0]) for name, spec in FACTS.items() if spec.values}, **releases)


def _case(random: Random) -> Facts:
    branch = Branch.TECHNICAL_PREVIEW if random.random() < 0.2 else Branch.CURRENT
    facts = {}
    for name, spec in FACTS.items():
        if spec.type is Release:
            facts[name] = random.choice(_RELEASES[branch])
        elif random.random() < SHARE_AMISS:
            facts[name] = random.choice(spec.values)
        else:
            facts[name] = _USUAL.get(name, spec.values[0])
    return Facts(**facts)
