"""What an impostor is: the model, but for one thing that it takes otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, cached_property

from dod_model.assessment import ASKED, Assessment, Decision, judge, judge_by
from dod_model.attempt import Attempt, Wish
from dod_model.facts import Facts
from dod_model.kit.system import ModelAnswer
from dod_model.requirements import BY_ID, Requirement, Verdict, decide
from dod_model.site import Site
from dod_model.situation import Situation, facts_of, resolve

Sight = Callable[[Site, Attempt], Site]
"""How a site is seen: returns the same object where there is nothing to see otherwise."""
Reading = Callable[[Situation, Facts], Facts]
"""How facts are read: returns the same object where there is nothing to read otherwise."""


class Case:
    """One question, and what the model makes of it, found out once for all impostors.

    Attributes:
        site: the site.
        attempt: what is attempted on it.
        wish: what is wanted.
    """

    def __init__(self, site: Site, attempt: Attempt, wish: Wish) -> None:
        """Ask this; nothing is worked out before it is wanted."""
        self.site = site
        self.attempt = attempt
        self.wish = wish
        self._verdicts: dict[Requirement, Verdict] = {}

    @cached_property
    def situation(self) -> Situation:
        """What the attempt is about.

        Raises:
            InputError: the attempt does not fit the site.
        """
        return resolve(self.site, self.attempt)

    @cached_property
    def facts(self) -> Facts:
        """The facts, as the model finds them."""
        return facts_of(self.situation)

    @cached_property
    def decision(self) -> Decision:
        """What the model decides."""
        return judge(self.facts, self.wish)

    def verdict(self, requirement: Requirement, facts: Facts) -> Verdict:
        """What is to be said of a requirement; remembered where the facts are those that the model finds."""
        if facts is not self.facts:
            return decide(requirement, facts)
        if requirement not in self._verdicts:
            self._verdicts[requirement] = decide(requirement, facts)
        return self._verdicts[requirement]

    def tells_apart(self, requirements: Iterable[Requirement]) -> bool:
        """Whether these requirements, held otherwise, may lead to another decision than the model's own."""
        return any(
            one.force is not (own := BY_ID[one.id]).force
            or self.verdict(one, self.facts) is not self.verdict(own, self.facts)
            for one in requirements
        )

    def seen(self, sight: Sight) -> Case:
        """The case as somebody sees it who sees the site so; the same object where that is no other."""
        site = sight(self.site, self.attempt)
        return self if site is self.site else Case(site, self.attempt, self.wish)


def as_it_is(site: Site, _: Attempt) -> Site:
    """The site as the model sees it."""
    return site


def as_they_are(_: Situation, facts: Facts) -> Facts:
    """The facts as the model reads them."""
    return facts


@dataclass(frozen=True, slots=True, eq=False)
class Impostor:
    """A system under test that is wrong in one way that a careful person could be.

    It sees the site otherwise, reads facts otherwise or holds a requirement otherwise, and is the model in all else.
    A case that it answers like the model does not tell the two apart.

    Attributes:
        id: stable name.
        believes: the misreading, in its own words, as one sentence.
        cites: ids of the statements that say otherwise, or that explain how one comes to believe it.
        sees: how it sees the site.
        reads: how it reads the facts.
        holds: the requirements that it holds otherwise, each with its id.
    """

    id: str
    believes: str
    cites: tuple[str, ...]
    sees: Sight = as_it_is
    reads: Reading = as_they_are
    holds: tuple[Requirement, ...] = ()

    def assess(self, site: Site, attempt: Attempt, wish: Wish) -> ModelAnswer:
        """Decide an attempt, wrongly where the misreading bites.

        Raises:
            InputError: the attempt does not fit the site.
        """
        case = Case(site, attempt, wish)
        return ModelAnswer(Assessment(case.facts, wish, self.decide(case), case.situation))

    def decide(self, case: Case) -> Decision:
        """Decide a case; what the model found out of it is not found out once more.

        Returns:
            A verdict for each requirement that the model asks, in the same order.
        """
        seen = case.seen(self.sees)
        facts = self.reads(seen.situation, seen.facts)
        if facts is not seen.facts:
            return judge_by(_asked(self, case.wish), facts)
        if seen.tells_apart(self.holds):
            return judge_by(_asked(self, case.wish), facts, seen.verdict)
        return seen.decision


@cache
def _asked(impostor: Impostor, wish: Wish) -> tuple[Requirement, ...]:
    """What an impostor asks under a wish: the model's requirements, some of them held otherwise."""
    otherwise = {one.id: one for one in impostor.holds}
    return tuple(otherwise.get(one.id, one) for one in ASKED[wish])
