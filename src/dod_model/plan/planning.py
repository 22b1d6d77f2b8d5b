"""What to do, so that the wish is reached: the fewest changes, and what to find out first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from dod_model.assessment import ASKED, Assessment, Outcome, assess
from dod_model.attempt import Attempt, Wish
from dod_model.facts import FACTS
from dod_model.plan.changes import Change
from dod_model.plan.moves import ORDER, Step
from dod_model.plan.purposes import purposes
from dod_model.plan.search import Way, fewest
from dod_model.plan.touching import touched
from dod_model.requirements import Force, Verdict, covered, decide, facts_read
from dod_model.requirements.asking import agreed
from dod_model.requirements.deciding import plain_verdict
from dod_model.site import Site
from dod_model.situation.evidence import details

MOST_OTHER_WAYS = 10
"""So many other plans of the same size are kept."""


@dataclass(frozen=True, slots=True)
class FindOut:
    """An unknown fact on which the wish hangs.

    Attributes:
        fact: name of the fact.
        meaning: what it says.
        where: where an administrator finds it out.
        details: what in the description it hangs on; may be empty.
    """

    fact: str
    meaning: str
    where: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """The fewest changes that reach a wish.

    With unknown facts: after the changes nothing is in the way for certain any more, and what there is to find
    out decides the rest.

    Attributes:
        wish: what is to be reached.
        find_out: unknown facts on which it hangs; they come first.
        steps: the changes, in the order in which an administrator makes them.
        other_ways: other plans of the same size.
        obstacles: ids of requirements that no change mends; then there are no steps.
        possible: whether there is a plan at all, be it an empty one.
    """

    wish: Wish
    find_out: tuple[FindOut, ...] = ()
    steps: tuple[Step, ...] = ()
    other_ways: tuple[tuple[Change, ...], ...] = ()
    obstacles: tuple[str, ...] = ()
    possible: bool = True

    @property
    def changes(self) -> tuple[Change, ...]:
        """The first choice of each step."""
        return tuple(step.change for step in self.steps)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to do and nothing to find out."""
        return not self.steps and not self.find_out


def plan_for(site: Site, attempt: Attempt, wish: Wish = Wish.ON_DEMAND) -> Plan:
    """The fewest changes that reach the wish; one change is one action on one object.

    Raises:
        InputError: the attempt does not fit the site.
        TooManyWaysError: the site has too many faults with too many remedies each.
    """
    present = assess(site, attempt, wish)
    if present.outcome is Outcome.NOT_COVERED:
        return Plan(wish, possible=False)
    ways, obstacles = fewest(site, attempt, wish)
    if not ways:
        return Plan(wish, obstacles=tuple(finding.id for finding in obstacles), possible=False)
    best, *others = ways
    return Plan(
        wish,
        find_out=tuple(_find_out(best.assessment)),
        steps=tuple(_told(_ordered(best), site, attempt, present)),
        other_ways=tuple(tuple(step.change for step in _ordered(way)) for way in others[:MOST_OTHER_WAYS]),
    )


def _ordered(way: Way) -> list[Step]:
    return sorted(way.steps.values(), key=lambda step: ORDER.index(step.change.remedy))


def _told(steps: list[Step], site: Site, attempt: Attempt, present: Assessment) -> Iterator[Step]:
    """The steps, with what they are for and what their changes touch."""
    mended = purposes([step.change for step in steps], site, attempt, present.wish)
    for step, names in zip(steps, mended, strict=True):
        touches = () if present.situation is None else touched(step.change, present.situation)
        yield replace(step, change=replace(step.change, touches=touches), mends=names)


def _find_out(assessment: Assessment) -> Iterator[FindOut]:
    unknown = dict.fromkeys(_unknown_facts(assessment))
    if len(unknown) > 1:
        unknown.pop("undocumented", None)
    for name in sorted(unknown, key=list(FACTS).index):
        about = FACTS[name].about
        yield FindOut(name, about.meaning, about.find_out, _hanging_on(assessment, name))


def _unknown_facts(assessment: Assessment) -> Iterator[str]:
    """Unknown facts on which the wish hangs, whether the documents speak of the attempt at all being the first."""
    facts = assessment.facts
    known = facts.known()
    if agreed(covered, facts, None) is None:
        yield from (name for name in facts_read(covered, facts) if name not in known)
    for requirement in ASKED[assessment.wish]:
        if requirement.force is not Force.ADVISES and decide(requirement, facts) is Verdict.UNDETERMINED:
            read = facts_read(partial(plain_verdict, requirement), facts)
            yield from (name for name in read if name not in known)


def _hanging_on(assessment: Assessment, fact: str) -> tuple[str, ...]:
    return () if assessment.situation is None else details(assessment.situation, fact)
