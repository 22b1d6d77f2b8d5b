"""Strategies for hypothesis: releases, sites, attempts, facts, runs.

All arguments are keyword-only and are strategies, but for what an example is about: the site of `attempts`, the
requirements of `attempts_violating` and an outcome. Every example is valid, and shrinks towards a small, healthy
description: what is left of a failing example is what matters.
"""

from dod_model.kit.dials import State
from dod_model.strategies.attempts import attempts, situations
from dod_model.strategies.facts import facts, known_facts
from dod_model.strategies.lively import lively_sites
from dod_model.strategies.releases import releases, versions
from dod_model.strategies.runs import ToPlay, events_on, placed_events, runs, to_play
from dod_model.strategies.sites import complete_sites, sites
from dod_model.strategies.wanted import attempts_violating, attempts_with

__all__ = [
    "State",
    "ToPlay",
    "attempts",
    "attempts_violating",
    "attempts_with",
    "complete_sites",
    "events_on",
    "facts",
    "known_facts",
    "lively_sites",
    "placed_events",
    "releases",
    "runs",
    "sites",
    "situations",
    "to_play",
    "versions",
]
