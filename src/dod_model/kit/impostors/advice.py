"""Impostors that take otherwise what the documents advise."""

from __future__ import annotations

from dod_model.attempt import Start
from dod_model.kit.impostors.deviating import held, with_force
from dod_model.kit.impostors.impostor import Impostor
from dod_model.requirements import REQUIREMENTS, Force
from dod_model.requirements.advice import cache_size, metered_connection
from dod_model.site import MeteredCommunication

ADVICE = (
    Impostor(
        "advice-blocks",
        "What a page advises against does not run.",
        ("F108", "F067", "F068", "F098", "F021"),
        holds=tuple(with_force(one, Force.BLOCKS) for one in REQUIREMENTS if one.force is Force.ADVISES),
    ),
    Impostor(
        "cache-holds-the-largest-only",
        "The client cache has to hold the largest package, whatever the deployment option.",
        ("F144", "F054"),
        holds=(held(cache_size, lambda facts: facts.cache_holds_each),),
    ),
    Impostor(
        "cache-holds-all-on-demand",
        "The client cache has to hold all packages together, also where they come one after the other.",
        ("F144", "F053"),
        holds=(held(cache_size, lambda facts: facts.cache_holds_all),),
    ),
    Impostor(
        "metered-option-helps",
        "The deployment's option for metered connections lets a sequence run on one.",
        ("F067", "F148"),
        holds=(
            held(
                metered_connection,
                lambda facts: (
                    facts.metered_option
                    or facts.started_from is Start.SOFTWARE_CENTER
                    or facts.metered_communication is not MeteredCommunication.BLOCK
                ),
            ),
        ),
    ),
)
"""What is only advised, and what the advice is."""
