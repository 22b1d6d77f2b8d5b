"""Words for cases in which an impostor and the documents part: what is turned, and what is said of it."""

from __future__ import annotations

from typing import NamedTuple

from dod_model.assessment import Outcome
from dod_model.kit.dials import BY_NAME, START, State, Turn, client_at, site_at
from dod_model.releases import parse_release


class Said(NamedTuple):
    """An answer: what becomes of the attempt, what is violated, what is left open."""

    outcome: Outcome
    violated: frozenset[str] = frozenset()
    undetermined: frozenset[str] = frozenset()

    @property
    def differing(self) -> frozenset[str]:
        return self.violated | self.undetermined


class Parting(NamedTuple):
    """A case, what the documents say of it and what an impostor says."""

    turns: tuple[Turn, ...]
    right: Said
    wrong: Said

    @property
    def state(self) -> State:
        return after(START, *self.turns)


def after(state: State, *turns: Turn) -> State:
    for turn in turns:
        state = turn(state)
    return state


def runs(*violated: str) -> Said:
    return Said(Outcome.DOWNLOADS_ON_DEMAND, frozenset(violated))


def runs_later(*violated: str) -> Said:
    """All is downloaded before the start."""
    return Said(Outcome.DOWNLOADS_BEFORE_START, frozenset(violated))


def refused(*violated: str) -> Said:
    return Said(Outcome.DOES_NOT_RUN, frozenset(violated))


def left_open(*undetermined: str) -> Said:
    return Said(Outcome.UNDETERMINED, undetermined=frozenset(undetermined))


def dial(name: str, position: str) -> Turn:
    """A dial in a position; where one name will do, it may be told by its beginning."""
    (found,) = (one for full, one in BY_NAME.items() if full == name or full.startswith(f"{name} "))
    return found.positions[position]


def site(release: str) -> Turn:
    return site_at(parse_release(release))


def client(release: str) -> Turn:
    return client_at(parse_release(release))


def at(release: str) -> Turn:
    """Site and client at one release."""
    return lambda state: after(state, site(release), client(release))


def wish_to_run(state: State) -> State:
    return dial("the wish is", "that it runs")(state)


def download_all(state: State) -> State:
    """All is to be downloaded before the start, and that is all right so."""
    option = dial("Deployment options", "Download all content locally before starting task sequence")
    return after(state, option, NO_DOWNLOAD_STEP, wish_to_run)


NO_DOWNLOAD_STEP = dial("a step Download Package Content", "is not there")
ON_A_POINT = dial("all content is", "on a cloud distribution point")
REQUIRED = dial("Purpose", "Required")
SCHEDULE = dial("it is started", "schedule")
SCRIPT = dial("it is an upgrade", "No")
BOOT_IMAGE = dial("Use a boot image", "on")
TOKEN = dial("the client was registered", "with a bulk registration token")
UNKNOWN_REGISTRATION = dial("the client was registered", "unknown")
