"""Which requirements is each step of a plan for?"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from dod_model.assessment import assess
from dod_model.attempt import Attempt, Wish
from dod_model.plan.changes import Change, all_applied
from dod_model.plan.search import needs, state_of
from dod_model.requirements import remedies
from dod_model.site import Site
from dod_model.situation import Situation, resolve
from dod_model.situation.content import whereabouts

_CREATING = (remedies.CREATE_GATEWAY, remedies.CREATE_CLOUD_DP)


def purposes(changes: Sequence[Change], site: Site, attempt: Attempt, wish: Wish) -> Iterator[tuple[str, ...]]:
    """For each change of a plan the ids of the requirements that it is for, in the order of reports.

    Those are what would be in the way if all the other changes were made and it were not. So a change may be for
    what only another one brings up, and several may be for one requirement, which they mend together.

    Args:
        changes: the changes of a plan that reaches the wish, in their order.
        site: the site before them.
        attempt: the attempt before them.
        wish: what is to be reached.
    """
    situation = resolve(site, attempt)
    known: dict[Hashable, tuple[str, ...]] = {}
    for index, change in enumerate(changes):
        alike = _alike(change, situation)
        if alike not in known:
            others = _without(index, changes)
            assessment = assess(*all_applied(others, site, attempt), wish)
            state = state_of(assessment, wish, (other.slot for other in others))
            known[alike] = tuple(finding.id for finding in needs(state))
        yield known[alike]


def _alike(change: Change, situation: Situation) -> Hashable:
    """The same for changes that are for the same: packages that lie alike and go to one source (there may be many)."""
    if change.destination is None:
        return change.slot
    return change.remedy.id, change.destination, whereabouts(situation, change.target[1])


def _without(index: int, changes: Sequence[Change]) -> list[Change]:
    """The changes that can be made without one: nothing goes to a source that is not created."""
    left_out = changes[index]
    created = left_out.target[1] if left_out.remedy in _CREATING else None
    others = [*changes[:index], *changes[index + 1 :]]
    return [one for one in others if created is None or one.destination is None or one.destination.name != created]
