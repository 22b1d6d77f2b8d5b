"""When does a task sequence download on demand over the internet? The vendor's documentation, executable.

The public door: describe a `Site`, ask about an `Attempt`, read the `Assessment`.
"""

from dod_model.assessment import Assessment, Finding, Outcome, assess
from dod_model.attempt import Attempt, Place, Start, User, Wish
from dod_model.releases import Release
from dod_model.requirements import Requirement, Verdict
from dod_model.site import Site

__all__ = [
    "Assessment",
    "Attempt",
    "Finding",
    "Outcome",
    "Place",
    "Release",
    "Requirement",
    "Site",
    "Start",
    "User",
    "Verdict",
    "Wish",
    "assess",
]
