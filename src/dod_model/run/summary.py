"""How much did a run pull, from where, for which step and when; and how much was on the device at once?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from dod_model.run.behaviours import HASH_MISMATCH
from dod_model.run.moments import (
    DownloadStarted,
    DownloadVerified,
    SequenceStarted,
    Started,
    StepSkipped,
    StepStarted,
    Transfer,
)
from dod_model.run.playing import Run
from dod_model.run.program import Action, Part
from dod_model.situation.deriving import setting_of
from dod_model.situation.resolving import given
from dod_model.situation.sequence import MEGABYTE


@dataclass(frozen=True)
class Summary:
    """What a run comes to. All amounts are in bytes; packages whose size is not described count as 0.

    Attributes:
        run: the run.
    """

    run: Run

    @cached_property
    def by_source(self) -> Mapping[str, int]:
        """What came from each source, in the order in which they were first used."""
        sums: Counter[str] = Counter()
        for transfer in self._transfers():
            if transfer.source is not None:
                sums[transfer.source] += transfer.pulled
        return dict(sums)

    @cached_property
    def by_step(self) -> Mapping[Action, int]:
        """What came just before each step for it, in the order of the steps; steps that pulled nothing are left out."""
        sums: Counter[Action] = Counter()
        for transfer in self._transfers():
            if transfer.action is not None and transfer.pulled:
                sums[transfer.action] += transfer.pulled
        return dict(sums)

    @cached_property
    def pulled(self) -> int:
        """All that came."""
        return sum(transfer.pulled for transfer in self._transfers())

    @cached_property
    def in_advance(self) -> int:
        """What pre-download fetched before anybody started it."""
        started = self._place_of(Started)
        return sum(
            one.pulled for number, one in enumerate(self.run.moments) if isinstance(one, Transfer) and number < started
        )

    @cached_property
    def before_start(self) -> int:
        """What came between the start by a user or a schedule and the start of the sequence."""
        return self.pulled - self.in_advance - self.during

    @cached_property
    def during(self) -> int:
        """What came while the sequence ran."""
        begins = self._place_of(SequenceStarted)
        return sum(
            one.pulled for number, one in enumerate(self.run.moments) if isinstance(one, Transfer) and number > begins
        )

    @cached_property
    def spared(self) -> Mapping[str, int]:
        """Packages that were not fetched, for conditions skipped every step that wants them; with their sizes."""
        skipped, others = self._by_conditions
        left = skipped - others - self._here
        return {name: self._size(name) for name in self.run.situation.packages if name in left}

    @cached_property
    def in_vain(self) -> Mapping[str, int]:
        """Packages that were fetched although no step that ran wants them; with their sizes."""
        unused = self._here - self._used
        return {name: self._size(name) for name in self.run.situation.packages if name in unused}

    @cached_property
    def thrown_away(self) -> int:
        """What came and did not end in a package that is complete and checked, such as the rest of a failed download.

        What is in vain is whole and unwanted; what is thrown away never became whole. Nothing counts as both.
        """
        return self.pulled - sum(self._size(name) for name in self._here)

    @cached_property
    def largest_held(self) -> int:
        """The most that was on the device at once. Nothing leaves it before the end (inferred)."""
        present: dict[str, int] = {}
        most = total = done = 0
        for moment in self.run.moments:
            if isinstance(moment, DownloadStarted):
                done = moment.done
            elif isinstance(moment, Transfer) and moment.source is not None:
                now = done + moment.pulled
                total += now - present.get(moment.package, 0)
                present[moment.package] = now
                most = max(most, total)
                if moment.behaviour is HASH_MISMATCH:
                    total -= present.pop(moment.package)
        return most

    @cached_property
    def cache(self) -> int | None:
        """The size of the client cache; None for unknown."""
        megabytes: int | None = setting_of(self.run.situation, "cache_holds_all")
        return None if megabytes is None else megabytes * MEGABYTE

    @property
    def fits(self) -> bool | None:
        """Whether the cache holds the largest amount; None for unknown."""
        if self.cache is None:
            return None
        if self.largest_held > self.cache:
            return False
        return None if self.run.unsized else True

    def _transfers(self) -> Iterator[Transfer]:
        return (one for one in self.run.moments if isinstance(one, Transfer))

    def _place_of(self, kind: type[Started] | type[SequenceStarted]) -> int:
        """The number of the first moment of a kind; behind the last if there is none."""
        return next(
            (number for number, one in enumerate(self.run.moments) if isinstance(one, kind)), len(self.run.moments)
        )

    def _size(self, package: str) -> int:
        described = self.run.situation.packages[package]
        return 0 if described is None else given(described.size) or 0

    @cached_property
    def _here(self) -> frozenset[str]:
        return frozenset(one.package for one in self.run.moments if isinstance(one, DownloadVerified))

    @cached_property
    def _used(self) -> frozenset[str]:
        ran = (one.action for one in self.run.moments if isinstance(one, StepStarted))
        return frozenset(package for action in ran for package in action.packages)

    @cached_property
    def _by_conditions(self) -> tuple[frozenset[str], frozenset[str]]:
        """The packages of the steps that were skipped, alone or with their group; and those of all other steps."""
        skipped = {one.action.number for one in self.run.moments if isinstance(one, StepSkipped)}
        inside: set[str] = set()
        outside: set[str] = set()
        end = -1
        for index, (part, action, leave) in enumerate(self.run.program.places):
            if part is not Part.LEAVE and action.number in skipped and index > end:
                end = leave
            (inside if index <= end else outside).update(action.packages)
        return frozenset(inside), frozenset(outside)
