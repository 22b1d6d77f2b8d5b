"""When does a task sequence download on demand over the internet? The vendor's documentation, executable.

The public door: describe a `Site`, ask about an `Attempt`, read the `Assessment`.

What stands behind a name is imported when it is first asked for, so that `import dod_model` costs next to nothing.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
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

_HOMES = {
    "assessment": ("Assessment", "Finding", "Outcome", "assess"),
    "attempt": ("Attempt", "Place", "Start", "User", "Wish"),
    "releases": ("Release",),
    "requirements": ("Requirement", "Verdict"),
    "site": ("Site",),
}
"""The module of each public name."""


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


if not TYPE_CHECKING:  # a type checker that sees it takes any name for a public one

    def __getattr__(name: str) -> object:
        from importlib import import_module

        for home, names in _HOMES.items():
            if name in names:
                value = globals()[name] = getattr(import_module(f"{__name__}.{home}"), name)
                return value
        raise AttributeError(_no_such(name))


def _no_such(name: str) -> str:
    from difflib import get_close_matches

    message = f"module '{__name__}' has no attribute '{name}'."
    folded = {known.casefold(): known for known in __all__}
    near = get_close_matches(name.casefold(), folded, n=1)
    return f"{message} Did you mean '{folded[near[0]]}'?" if near else message
