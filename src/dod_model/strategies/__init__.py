"""Strategies for hypothesis: releases, sites, attempts, facts.

All arguments are keyword-only and are strategies. Every example is valid, and shrinks towards a small, healthy
description: what is left of a failing example is what matters.
"""

from dod_model.strategies.attempts import attempts, situations
from dod_model.strategies.facts import facts, known_facts
from dod_model.strategies.releases import releases, versions
from dod_model.strategies.sites import complete_sites, sites

__all__ = ["attempts", "complete_sites", "facts", "known_facts", "releases", "sites", "situations", "versions"]
