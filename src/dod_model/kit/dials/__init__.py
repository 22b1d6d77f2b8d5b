"""Dials: each turns one thing on the healthy site, independent of the others.

What the kit asks beside the features is made of them: boundaries, covering arrays, relations, random questions. So are
the hypothesis strategies for attempts with a given outcome.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pydantic import MISSING

from dod_model.abilities import representatives
from dod_model.attempt import Place, Start, User, Wish
from dod_model.kit.dials.content import GATEWAYS, OF_CONTENT
from dod_model.kit.dials.dial import START, UNKNOWN, Dial, State, Turn, dial, of_attempt, of_label, on_site
from dod_model.kit.dials.sequence import OF_SEQUENCE, STEPS
from dod_model.kit.dials.settings import OF_SETTINGS
from dod_model.kit.healthy import CLIENT
from dod_model.releases import Branch, Release
from dod_model.site import Registration, Site, with_fields

SITE_RELEASE, CLIENT_RELEASE = "the site is at", "the client is at"
RELEASES = frozenset({SITE_RELEASE, CLIENT_RELEASE})
"""The dials of which not all positions go together: site and client are of one branch."""


def _site_at(site: Site, release: Release | MISSING) -> Site:
    return with_fields(site, release=release)


def _client(site: Site, field: str, value: object) -> Site:
    return site.changed("clients", CLIENT, **{field: value})


def site_at(release: Release) -> Turn:
    """Set the release of the site."""
    return on_site(_site_at, release)


def client_at(release: Release) -> Turn:
    """Set the release of the client."""
    return on_site(_client, "release", release)


def _releases() -> Iterable[Release]:
    """One release of each stretch in which no ability changes, on both branches; the healthy one first."""
    found = [release for branch in Branch for release in representatives(branch)]
    return sorted(found, key=lambda release: str(release) != "1910")


def _clients(name: str, field: str, words: Mapping[str, object]) -> Dial:
    healthy, *others = words
    turns = {word: on_site(_client, field, words[word]) for word in others}
    return dial(name, healthy, {**turns, UNKNOWN: on_site(_client, field, MISSING)})


def _wish_to_run(state: State) -> State:
    return state._replace(wish=Wish.RUN)


DIALS: tuple[Dial, ...] = (
    dial(
        SITE_RELEASE,
        "1910",
        {
            **{str(one): site_at(one) for one in list(_releases())[1:]},
            UNKNOWN: on_site(_site_at, MISSING),
        },
    ),
    _clients(CLIENT_RELEASE, "release", {str(one): one for one in _releases()}),
    of_attempt("it is started", "start", (*Start, None)),
    of_attempt("the client is on", "place", Place),
    of_attempt("the user is", "user", (None, *User)),
    *OF_SEQUENCE,
    *OF_CONTENT,
    GATEWAYS,
    of_label("Purpose"),
    of_label("Make available to the following"),
    of_label("Deployment options"),
    of_label("Allow task sequence to run for client on the Internet"),
    of_label("Allow user to run the program independently of assignments"),
    of_label(
        "Allow clients on a metered Internet connection to download content after the installation deadline, "
        "which might incur additional costs"
    ),
    *OF_SETTINGS,
    _clients(
        "the client was registered",
        "registration",
        {
            "through Azure AD": Registration.AZURE_AD,
            "with a bulk registration token": Registration.BULK_TOKEN,
        },
    ),
    _clients("the client's connection is metered", "metered", {"No": False, "Yes": True}),
    dial("the wish is", "that it downloads on demand", {"that it runs": _wish_to_run}),
    STEPS,
)
"""Every dial, in the order in which they are turned."""

BY_NAME: dict[str, Dial] = {one.name: one for one in DIALS}
"""Every dial by its name."""


def turned(positions: Mapping[str, str], start: State = START) -> State:
    """A state with dials in these positions, the others in their healthy ones.

    Raises:
        KeyError: there is no such dial, or it has no such position.
    """
    state = start
    strangers = positions.keys() - BY_NAME.keys()
    if strangers:
        raise KeyError(*strangers)
    for one in DIALS:
        if one.name in positions:
            state = one.positions[positions[one.name]](state)
    return state


def in_words(positions: Mapping[str, str]) -> str:
    """The positions that are not healthy, in words; each with its dial."""
    told = [f"{name}: {position}" for name, position in positions.items() if position != BY_NAME[name].healthy]
    return "; ".join(told) or "everything is in order"


def branches_differ(first: tuple[str, str], second: tuple[str, str]) -> bool:
    """Whether two positions of dials cannot stand together: site and client are of one branch."""
    releases = dict((first, second))
    if releases.keys() != RELEASES or UNKNOWN in releases.values():
        return False
    return len({text.startswith("TP ") for text in releases.values()}) == 2


__all__ = [
    "BY_NAME",
    "CLIENT_RELEASE",
    "DIALS",
    "RELEASES",
    "SITE_RELEASE",
    "START",
    "UNKNOWN",
    "Dial",
    "State",
    "Turn",
    "branches_differ",
    "client_at",
    "in_words",
    "site_at",
    "turned",
]
