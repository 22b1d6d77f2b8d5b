"""Strategies for hypothesis: releases, sites, attempts, facts, runs.

All arguments are keyword-only and are strategies. Every example is valid, and shrinks towards a small, healthy
description: what is left of a failing example is what matters.
"""

from dod_model.strategies.attempts import attempts, situations
from dod_model.strategies.facts import facts, known_facts
from dod_model.strategies.lively import lively_sites
from dod_model.strategies.releases import releases, versions
from dod_model.strategies.runs import ToPlay, events_on, placed_events, runs, to_play
from dod_model.strategies.sites import complete_sites, sites

__all__ = [
    "ToPlay",
    "attempts",
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
