"""What a run of mutants says in the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from mutants.equivalent import Equivalent
from mutants.mutant import Mutant
from mutants.workshop import Outcome


@dataclass(frozen=True, slots=True)
class Summary:
    """The outcomes, and what is wrong with them.

    Attributes:
        outcomes: every mutant that was tried, with what became of it.
        equivalent: the list of mutants that nobody can tell from the original.
        barren: modules that yield no mutant.
        whole: whether all mutants were tried, so that entries of the list without a mutant count.
    """

    outcomes: list[tuple[Mutant, Outcome]]
    equivalent: list[Equivalent]
    barren: list[str]
    whole: bool

    @property
    def unexplained(self) -> list[Mutant]:
        """Survivors that are not listed."""
        return [mutant for mutant, outcome in self.outcomes if outcome is Outcome.SURVIVED and not self._listed(mutant)]

    @property
    def stale(self) -> list[str]:
        """What is wrong with the list: a listed mutant is killed, or an entry fits none."""
        killed = [
            f"listed as equivalent, and {outcome.value}: {mutant}"
            for mutant, outcome in self.outcomes
            if outcome is not Outcome.SURVIVED and self._listed(mutant)
        ]
        mutants = [mutant for mutant, _ in self.outcomes]
        idle = [entry for entry in self.equivalent if self.whole and not any(map(entry.is_about, mutants))]
        return [*killed, *(f"listed as equivalent, and no mutant: {entry.path}: {entry.line}" for entry in idle)]

    @property
    def passed(self) -> bool:
        """Whether every mutant is killed or explained, and nothing else is wrong."""
        return not (self.unexplained or self.stale or self.barren)

    def lines(self) -> Iterator[str]:
        """The summary as text."""
        for mutant in self.unexplained:
            yield f"SURVIVED {'(the features have to notice) ' if mutant.by_features else ''}{mutant}"
        yield from (f"STALE {text}" for text in self.stale)
        yield from (f"BARREN {path} yields no mutant" for path in self.barren)
        counts = Counter(outcome for _, outcome in self.outcomes)
        parts = [f"{counts[outcome]} {outcome.value}" for outcome in Outcome]
        listed = counts[Outcome.SURVIVED] - len(self.unexplained)
        yield f"{len(self.outcomes)} mutants: {', '.join(parts)} ({listed} of them listed as equivalent)"
        yield "every mutant is killed or explained" if self.passed else "FAILED"

    def _listed(self, mutant: Mutant) -> bool:
        return any(entry.is_about(mutant) for entry in self.equivalent)
