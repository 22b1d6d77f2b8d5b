"""Where in a run does a requirement that is not met show itself?"""

from __future__ import annotations

from dod_model.requirements.requirement import Failure, Stage

NOT_OFFERED = Failure(Stage.POLICY, ("F143",))
"""The documents say that it is not offered."""
NOT_MADE_AVAILABLE = Failure(
    Stage.POLICY,
    ("F050", "F059"),
    "A deployment that is not meant for this client is not offered to it; the pages say that it cannot run.",
)
OUT_OF_REACH = Failure(
    Stage.POLICY,
    ("F127", "F121"),
    "On the internet policy comes through the gateway; a client for which none runs is cut off, as by a stopped one.",
)
DOES_NOT_START = Failure(Stage.START, ("G09",))
"""The release notes say that it does not start."""
NOT_SUPPORTED = Failure(
    Stage.START,
    ("F001", "F013", "F080"),
    "The pages say that it is not supported or does not run, not where it stops; it is taken not to start.",
)
NOT_ALLOWED_TO_START = Failure(
    Stage.START,
    ("F141", "F142", "F060"),
    "The pages say who may start it and how; whatever else starts it is taken to be turned away at the start.",
)
DEPLOYMENT_FAILS = Failure(
    Stage.START, ("F10A",), "The page says that the deployment fails; it is taken to fail before any step runs."
)
OPTION_REFUSED = Failure(
    Stage.START,
    ("F058", "F005"),
    "The pages say that the option does not work over a gateway; it is taken to stop at the start.",
)
NOTHING_LISTED = Failure(
    Stage.LOOKUP,
    ("F097", "F033", "F035", "F090"),
    "The pages say what is not listed, and that devices cannot run a sequence whose content is not there; that this "
    "shows before the sequence starts, also on demand, is taken from the second.",
)
NOTHING_ASKED_FOR = Failure(
    Stage.LOOKUP,
    ("F120", "G20"),
    "The request for locations says whether cloud sources are asked for; a client that may not use them gets none.",
)
