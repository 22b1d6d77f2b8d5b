"""What the release of a site alone says of a requirement: whether it is asked, and whether it can be met."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from itertools import pairwise
from typing import Generic, TypeVar

from dod_model.abilities import representatives
from dod_model.facts import Facts, unknown_fact
from dod_model.releases import Branch, Release, current_branch
from dod_model.requirements import Requirement, Verdict, covered
from dod_model.requirements.deciding import plain_verdict

Value = TypeVar("Value")


class Ruling(Enum):
    """What a release makes of a requirement, if site and client have it."""

    NOT_ASKED = "not asked"
    MET = "met by the release itself"
    UNMET = "cannot be met"
    UNSAID = "not settled by documents"
    OPEN = "what is set up decides"


class Extent(Enum):
    """In how many of the cases something holds."""

    NEVER = "never"
    PARTLY = "in part"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class Stretch(Generic[Value]):
    """Releases of one branch for which something is the same.

    Attributes:
        first: the first of them; None from the beginning.
        after: the first release that is no more of them; None for no end.
        single: whether `first` is the only one.
        value: what is the same.
    """

    first: Release | None
    after: Release | None
    single: bool
    value: Value

    def words(self, name: Callable[[Release], str] = str) -> str:
        """The releases in words, as in "from 1910 on".

        Args:
            name: how a release is written.
        """
        before = "" if self.after is None else f"before {name(self.after)}"
        if self.first is None:
            return before or "every release"
        first = name(self.first)
        if self.single:
            return f"{first} only"
        return f"from {first}, {before}" if before else f"from {first} on"


def stretches(branch: Branch, value: Callable[[Release], Value]) -> tuple[Stretch[Value], ...]:
    """The releases of a branch, together where the value is the same, oldest first."""
    starts: list[tuple[Release, Value]] = []
    for release in representatives(branch):
        found = value(release)
        if not starts or starts[-1][1] != found:
            starts.append((release, found))
    return tuple(_stretches(branch, starts))


def _stretches(branch: Branch, starts: list[tuple[Release, Value]]) -> Iterator[Stretch[Value]]:
    neighbours = set(pairwise(current_branch())) if branch is Branch.CURRENT else set()
    ends = [release for release, _ in starts[1:]]
    for index, ((start, value), after) in enumerate(zip(starts, [*ends, None], strict=True)):
        yield Stretch(start if index else None, after, (start, after) in neighbours and index > 0, value)


@cache
def ruling(one: Requirement, release: Release) -> Ruling:
    """What a release makes of a requirement, if site and client have it."""
    known = Facts(site_release=release, client_release=release)
    verdicts = _verdicts(one, known)
    if not verdicts:
        return Ruling.NOT_ASKED
    if len(verdicts) == 1:
        return Ruling.MET if verdicts == {Verdict.MET} else Ruling.UNMET
    as_documented = _verdicts(one, known.filled("undocumented", value=False))
    return Ruling.OPEN if len(as_documented) > 1 else Ruling.UNSAID


@cache
def inferred(one: Requirement, release: Release) -> Extent:
    """In how many of the cases at a site of that release the requirement is inferred."""
    reasoned = one.inferred
    if reasoned is None:
        return Extent.NEVER

    def is_inferred(facts: Facts) -> bool | None:
        return None if _verdict(one, facts) is Verdict.NOT_APPLICABLE else reasoned.when(facts)

    found = set(_answers(is_inferred, Facts(site_release=release))) - {None}
    if True not in found:
        return Extent.NEVER
    return Extent.PARTLY if False in found else Extent.ALWAYS


def _verdicts(one: Requirement, known: Facts) -> set[Verdict]:
    """The verdicts that are possible where it is asked."""
    return set(_answers(lambda facts: _verdict(one, facts), known)) - {Verdict.NOT_APPLICABLE}


def _verdict(one: Requirement, facts: Facts) -> Verdict:
    return plain_verdict(one, facts) if covered(facts) else Verdict.NOT_APPLICABLE


def _answers(question: Callable[[Facts], Value], facts: Facts) -> Iterator[Value]:
    """Every answer that a question can have, whatever is not known."""
    try:
        yield question(facts)
    except AttributeError as error:
        name = unknown_fact(error)
        for value in facts.domain(name):
            yield from _answers(question, facts.filled(name, value))
