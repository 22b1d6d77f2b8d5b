"""Facts -> findings -> outcome."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import cached_property, lru_cache, partial
from typing import NamedTuple

from dod_model.assumptions import ASSUMPTIONS, Assumption
from dod_model.attempt import Attempt, Wish
from dod_model.facts import Facts, unknown_fact
from dod_model.findings import Evidence, Finding, Shortfall
from dod_model.requirements import REQUIREMENTS, Force, Requirement, Verdict, covered, decide
from dod_model.requirements.asking import agreed
from dod_model.requirements.requirement import Test
from dod_model.site import DeploymentOption, Site
from dod_model.situation import Situation, facts_of, resolve


class Outcome(Enum):
    """What becomes of an attempt."""

    NOT_COVERED = "not-covered"
    UNDETERMINED = "undetermined"
    DOES_NOT_RUN = "does-not-run"
    DOWNLOADS_ON_DEMAND = "downloads-on-demand"
    DOWNLOADS_BEFORE_START = "downloads-before-start"


REACHED_BY = {
    Wish.ON_DEMAND: frozenset({Outcome.DOWNLOADS_ON_DEMAND}),
    Wish.RUN: frozenset({Outcome.DOWNLOADS_ON_DEMAND, Outcome.DOWNLOADS_BEFORE_START}),
}
"""The outcomes that grant each wish."""


class Decision(NamedTuple):
    """The bare result: an outcome, and a verdict for each requirement that is asked, in their order.

    (A named tuple: making one costs half of what making a frozen dataclass does.)
    """

    outcome: Outcome
    verdicts: tuple[Verdict, ...]


ASKED: dict[Wish, tuple[Requirement, ...]] = {
    Wish.ON_DEMAND: REQUIREMENTS,
    Wish.RUN: tuple(one for one in REQUIREMENTS if one.force is not Force.WISH),
}
"""The requirements that are asked under each wish, in the order of reports."""


_Tests = tuple[tuple[int, Test | None, Test, bool], ...]


def _tests(asked: tuple[Requirement, ...]) -> _Tests:
    """Of each requirement its place, its two tests, and whether it blocks."""
    return tuple(
        (index, None if one.scope is None else one.scope.asked, one.holds, one.force is Force.BLOCKS)
        for index, one in enumerate(asked)
    )


_TESTS_OF_WISH, _TESTS_OF_RUN = _tests(ASKED[Wish.ON_DEMAND]), _tests(ASKED[Wish.RUN])
# Bound once: looking a member up on its enumeration, or by it in a table, costs more than comparing with it; and
# making a named tuple by its own function costs more than making a tuple.
_decision = partial(tuple.__new__, Decision)
_RUN = Wish.RUN
_MET, _VIOLATED, _NOT_APPLICABLE = Verdict.MET, Verdict.VIOLATED, Verdict.NOT_APPLICABLE
_UNDETERMINED = Verdict.UNDETERMINED
_DOES_NOT_RUN, _WHEN_NEEDED = Outcome.DOES_NOT_RUN, DeploymentOption.WHEN_NEEDED
_ON_DEMAND, _BEFORE_START = Outcome.DOWNLOADS_ON_DEMAND, Outcome.DOWNLOADS_BEFORE_START


def judge(facts: Facts, wish: Wish = Wish.ON_DEMAND) -> Decision:
    """Decide an attempt. The table of outcomes: the first row that fits.

    1. the documents do not speak of it: not covered, no requirement applies;
    2. it is unknown whether they do: undetermined, as is every requirement;
    3. a blocking requirement is violated: does not run;
    4. a blocking requirement is undetermined: undetermined;
    5. else it downloads as the deployment option says.
    """
    try:
        return _judge_known(facts, _TESTS_OF_RUN if wish is _RUN else _TESTS_OF_WISH)
    except AttributeError as error:
        unknown_fact(error)
        return _judge_partly_known(facts, ASKED[wish], decide)


def judge_by(
    requirements: tuple[Requirement, ...], facts: Facts, verdict: Callable[[Requirement, Facts], Verdict] = decide
) -> Decision:
    """Decide by requirements of one's own: as `judge`, by the same table of outcomes.

    Args:
        requirements: what is asked, as `ASKED` has it for each wish.
        facts: what is decided on.
        verdict: how one requirement is decided where facts are unknown. Who asks much of the same facts gives a
            function that remembers.

    Returns:
        The outcome, and a verdict for each requirement, in their order.
    """
    try:
        return _judge_known(facts, _tests_kept(requirements))
    except AttributeError as error:
        unknown_fact(error)
        return _judge_partly_known(facts, requirements, verdict)


_tests_kept = lru_cache(maxsize=256)(_tests)


def _judge_known(facts: Facts, tests: _Tests) -> Decision:
    """Decide where every fact that is read is known.

    Raises:
        AttributeError: a fact that is read is unknown.
    """
    if not covered(facts):
        return Decision(Outcome.NOT_COVERED, (_NOT_APPLICABLE,) * len(tests))
    verdicts = [_MET] * len(tests)
    blocked = False
    for index, in_scope, holds, blocks in tests:
        if in_scope is not None and not in_scope(facts):
            verdicts[index] = _NOT_APPLICABLE
        elif not holds(facts):
            verdicts[index] = _VIOLATED
            blocked = blocked or blocks
    return _decision((_DOES_NOT_RUN if blocked else _download(facts), tuple(verdicts)))


def _judge_partly_known(
    facts: Facts, asked: tuple[Requirement, ...], verdict: Callable[[Requirement, Facts], Verdict]
) -> Decision:
    """Decide where facts that are read are unknown."""
    speaks = agreed(covered, facts, None)
    if speaks is None:
        return Decision(Outcome.UNDETERMINED, (_UNDETERMINED,) * len(asked))
    if not speaks:
        return Decision(Outcome.NOT_COVERED, (_NOT_APPLICABLE,) * len(asked))
    verdicts = tuple(verdict(one, facts) for one in asked)
    blocking = {found for one, found in zip(asked, verdicts, strict=True) if one.force is Force.BLOCKS}
    if _VIOLATED in blocking:
        return Decision(_DOES_NOT_RUN, verdicts)
    if _UNDETERMINED in blocking:
        return Decision(Outcome.UNDETERMINED, verdicts)
    return Decision(agreed(_download, facts, Outcome.UNDETERMINED), verdicts)


def _download(facts: Facts) -> Outcome:
    return _ON_DEMAND if facts.option is _WHEN_NEEDED else _BEFORE_START


@dataclass(frozen=True)
class Assessment:
    """All findings of an attempt, also the met ones, its outcome, and what was assumed.

    Attributes:
        facts: what was decided on.
        wish: what was asked for.
        decision: outcome and bare verdicts.
        situation: the objects in the site that it is about; None if only facts were given.
    """

    facts: Facts
    wish: Wish
    decision: Decision
    situation: Situation | None = None

    @property
    def outcome(self) -> Outcome:
        """What becomes of the attempt."""
        return self.decision.outcome

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """A finding for each requirement that is asked, in the order of reports."""
        pairs = zip(ASKED[self.wish], self.decision.verdicts, strict=True)
        return tuple(Finding(requirement, verdict, self.facts, self.situation) for requirement, verdict in pairs)

    def with_verdict(self, verdict: Verdict, *forces: Force) -> tuple[Finding, ...]:
        """The findings with this verdict, of these forces if any are given."""
        return tuple(
            one for one in self.findings if one.verdict is verdict and (not forces or one.requirement.force in forces)
        )

    @property
    def reached(self) -> bool | None:
        """Whether the wish is granted: yes, no, or None where that is unknown or not covered."""
        if self.outcome in REACHED_BY[self.wish]:
            return True
        denied = self.with_verdict(Verdict.VIOLATED, Force.BLOCKS, Force.WISH)
        return False if denied else None

    @property
    def assumed(self) -> tuple[Assumption, ...]:
        """What was taken for granted and not checked."""
        return ASSUMPTIONS


def assess(site: Site, attempt: Attempt, wish: Wish = Wish.ON_DEMAND) -> Assessment:
    """Decide an attempt on a site and explain the decision.

    Raises:
        InputError: the attempt names a deployment or client that the site does not have, or that do not fit.
    """
    situation = resolve(site, attempt)
    facts = facts_of(situation)
    return Assessment(facts, wish, judge(facts, wish), situation)


def assess_facts(facts: Facts, wish: Wish = Wish.ON_DEMAND) -> Assessment:
    """Decide on facts alone; the findings then have no details from a site."""
    return Assessment(facts, wish, judge(facts, wish))


__all__ = [
    "ASKED",
    "Assessment",
    "Decision",
    "Evidence",
    "Finding",
    "Outcome",
    "Shortfall",
    "assess",
    "assess_facts",
    "judge",
    "judge_by",
]
