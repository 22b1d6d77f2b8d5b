"""The fewest changes that reach the wish."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import heappop, heappush

from dod_model.assessment import Assessment, Finding, assess
from dod_model.attempt import Attempt, Wish
from dod_model.plan.changes import all_applied
from dod_model.plan.moves import State, Step, moves
from dod_model.requirements import Force, Verdict, covered
from dod_model.requirements.asking import agreed
from dod_model.site import Site

MOST_STATES = 20_000
"""So many states are looked at; more would need a site with very many faults that have several remedies each."""

Slot = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """A way that was found: its steps by slot, and the choices that led to it."""

    steps: dict[Slot, Step]
    choices: tuple[int, ...]
    assessment: Assessment


@dataclass(frozen=True, slots=True)
class _Node:
    site: Site
    attempt: Attempt
    steps: dict[Slot, Step]
    choices: tuple[int, ...]

    @property
    def changes(self) -> frozenset[str]:
        """What is changed, in whatever order."""
        return frozenset(step.change.text for step in self.steps.values())


class TooManyWaysError(RuntimeError):
    """The search was given up after `MOST_STATES` states."""


def fewest(site: Site, attempt: Attempt, wish: Wish) -> tuple[list[Way], list[Finding]]:
    """All ways of the smallest size in which nothing that keeps the wish from being reached is left.

    Returns:
        The ways, the one with the usual remedies first; and, if there are none, the findings that nothing mends.

    Raises:
        TooManyWaysError: more than `MOST_STATES` states would have to be looked at.
    """
    count = 0
    heap = [(0, count, _Node(site, attempt, {}, ()))]
    seen: set[frozenset[str]] = set()
    found: list[Way] = []
    stuck: dict[str, Finding] = {}
    while heap:
        size, _, node = heappop(heap)
        if found and size > len(found[0].steps):
            break
        way = Way(node.steps, node.choices, assess(node.site, node.attempt, wish))
        state = state_of(way.assessment, wish, way.steps)
        need = next(needs(state), None)
        if need is None:
            found.append(way)
            continue
        followers = list(_followers(node, state, need))
        if not followers:
            stuck.setdefault(need.id, need)
        for follower in followers:
            if follower.changes not in seen:
                seen.add(follower.changes)
                count += 1
                heappush(heap, (len(follower.steps), count, follower))
        if count > MOST_STATES:
            message = f"the search for a plan was given up after {MOST_STATES} states"
            raise TooManyWaysError(message)
    return sorted(found, key=lambda way: way.choices), [] if found else list(stuck.values())


def state_of(assessment: Assessment, wish: Wish, slots: Iterable[Slot]) -> State:
    """Where a search stands after changes that set these slots."""
    situation = assessment.situation
    assert situation is not None  # noqa: S101 - assess() always gives one
    return State(assessment, situation, wish, frozenset(slots))


def needs(state: State) -> Iterator[Finding]:
    """The findings that a change has to mend, in the order of reports.

    Those that keep the wish from being reached; and those that hang on nothing but what no document says, where a
    change settles the question, since nobody can find it out.
    """
    for finding in state.assessment.findings:
        if finding.requirement.force is Force.ADVISES:
            continue
        can_be_settled = _only_undocumented(finding) and any(moves(state, finding.requirement))
        if finding.verdict is Verdict.VIOLATED or can_be_settled:
            yield finding


def _only_undocumented(finding: Finding) -> bool:
    """Whether the documents speak of the attempt, and only this requirement hangs on what none of them says."""
    if finding.verdict is not Verdict.UNDETERMINED or agreed(covered, finding.facts, None) is None:
        return False
    return {evidence.fact for evidence in finding.evidence if evidence.value is None} == {"undocumented"}


def _followers(node: _Node, state: State, need: Finding) -> Iterator[_Node]:
    for index, move in enumerate(moves(state, need.requirement)):
        site, attempt = all_applied((step.change for step in move), node.site, node.attempt)
        steps = {**node.steps, **{step.change.slot: step for step in move}}
        yield _Node(site, attempt, steps, (*node.choices, index))
