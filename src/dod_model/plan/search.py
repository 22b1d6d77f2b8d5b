"""The fewest changes that reach the wish."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from heapq import heappop, heappush

from dod_model.assessment import Assessment, Finding, assess
from dod_model.attempt import Attempt, Wish
from dod_model.plan.changes import all_applied
from dod_model.plan.moves import Move, State, Step, moves
from dod_model.requirements import Force, Verdict
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
    way: Way

    def state(self, wish: Wish) -> State:
        situation = self.way.assessment.situation
        assert situation is not None  # noqa: S101 - assess() always gives one
        return State(self.way.assessment, situation, wish, frozenset(self.way.steps))


class TooManyWaysError(RuntimeError):
    """The search was given up after `MOST_STATES` states."""


def fewest(site: Site, attempt: Attempt, wish: Wish) -> tuple[list[Way], list[Finding]]:
    """All ways of the smallest size in which nothing that keeps the wish from being reached is left.

    Returns:
        The ways, the one with the usual remedies first; and, if there are none, the findings that nothing mends.

    Raises:
        TooManyWaysError: more than `MOST_STATES` states would have to be looked at.
    """
    start = _Node(site, attempt, Way({}, (), assess(site, attempt, wish)))
    heap: list[tuple[int, int, _Node]] = [(0, 0, start)]
    seen: set[frozenset[str]] = set()
    found: list[Way] = []
    stuck: dict[str, Finding] = {}
    count = 0
    while heap:
        size, _, node = heappop(heap)
        if found and size > len(found[0].steps):
            break
        needs = list(_needs(node, wish))
        if not needs:
            found.append(node.way)
            continue
        followers = list(_followers(node, needs[0], wish))
        if not followers:
            stuck.setdefault(needs[0].id, needs[0])
        for follower in followers:
            key = frozenset(step.change.text for step in follower.way.steps.values())
            if key not in seen:
                seen.add(key)
                count += 1
                heappush(heap, (len(follower.way.steps), count, follower))
        if count > MOST_STATES:
            message = f"the search for a plan was given up after {MOST_STATES} states"
            raise TooManyWaysError(message)
    return sorted(found, key=lambda way: way.choices), [] if found else list(stuck.values())


def _needs(node: _Node, wish: Wish) -> Iterator[Finding]:
    """The findings that a change has to mend, in the order of reports.

    Those that keep the wish from being reached; and those that hang on nothing but what no document says, where a
    change settles the question, since nobody can find it out.
    """
    for finding in node.way.assessment.findings:
        if finding.requirement.force is Force.ADVISES:
            continue
        can_be_settled = _only_undocumented(finding) and any(moves(node.state(wish), finding.requirement))
        if finding.verdict is Verdict.VIOLATED or can_be_settled:
            yield finding


def _only_undocumented(finding: Finding) -> bool:
    if finding.verdict is not Verdict.UNDETERMINED:
        return False
    return {evidence.fact for evidence in finding.evidence if evidence.value is None} == {"undocumented"}


def _followers(node: _Node, need: Finding, wish: Wish) -> Iterator[_Node]:
    for index, move in enumerate(moves(node.state(wish), need.requirement)):
        yield _after(node, move, index, wish)


def _after(node: _Node, move: Move, index: int, wish: Wish) -> _Node:
    site, attempt = all_applied((step.change for step in move), node.site, node.attempt)
    steps = {**node.way.steps, **{step.change.slot: step for step in move}}
    way = Way(steps, (*node.way.choices, index), assess(site, attempt, wish))
    return replace(node, site=site, attempt=attempt, way=way)
