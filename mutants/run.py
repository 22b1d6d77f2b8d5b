"""All mutants through the workshops, two at a time."""

from __future__ import annotations

import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

from mutants.mutant import Mutant
from mutants.session import Session
from mutants.workshop import Outcome, Workshop, has_to_notice

WORKERS = 2
EVERY = 25
"""After so many mutants, a line tells how far it is."""


def outcomes(mutants: list[Mutant], session: Session, folder: Path) -> list[tuple[Mutant, Outcome]]:
    """What becomes of each mutant; those that the session knows are not tried again.

    Raises:
        BrokenProjectError: features or tests fail on the project as it is.
    """
    left = [mutant for mutant in mutants if session.outcome(mutant) is None]
    print(f"{len(mutants)} mutants, {len(mutants) - len(left)} of them known from before", flush=True)
    if left:
        _try_out(left, session, folder)
    known = [(mutant, session.outcome(mutant)) for mutant in mutants]
    return [(mutant, outcome) for mutant, outcome in known if outcome is not None]


def _try_out(left: list[Mutant], session: Session, folder: Path) -> None:
    workshops: SimpleQueue[Workshop] = SimpleQueue()
    tests = dict.fromkeys(test for one in left if not one.by_features for test in has_to_notice(one.path))
    made = [Workshop(folder / str(number)) for number in range(WORKERS)]
    allowed, *_ = [workshop.patience(tests if workshop is made[0] else ()) for workshop in made]
    print(f"as it is, all passes; patience: features {allowed.features:.0f} s, tests {allowed.tests:.0f} s", flush=True)
    for workshop in made:
        workshops.put(workshop)
    progress = Progress(len(left))

    def try_one(mutant: Mutant) -> None:
        workshop = workshops.get()
        try:
            outcome = workshop.try_out(mutant, allowed)
            session.note(mutant, outcome)
            progress.note(mutant, outcome)
        finally:
            workshops.put(workshop)

    with ThreadPoolExecutor(WORKERS) as pool:
        for _ in pool.map(try_one, left):
            pass


class Progress:
    """Tells how far a run is."""

    def __init__(self, total: int) -> None:
        """Of so many mutants."""
        self._total = total
        self._outcomes: Counter[Outcome] = Counter()
        self._started = time.monotonic()

    def note(self, mutant: Mutant, outcome: Outcome) -> None:
        """One more. A survivor is told at once; whether it is listed as equivalent, the summary says."""
        self._outcomes[outcome] += 1
        done = self._outcomes.total()
        if outcome is Outcome.SURVIVED:
            print(f"survived: {mutant}", flush=True)
        if done % EVERY == 0 or done == self._total:
            seconds = time.monotonic() - self._started
            rest = seconds / done * (self._total - done)
            print(f"{done}/{self._total} in {seconds:.0f} s, about {rest:.0f} s to go", file=sys.stderr, flush=True)
