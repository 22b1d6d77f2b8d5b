from collections.abc import Iterable
from itertools import combinations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dod_model.assessment import Outcome, assess
from dod_model.attempt import Attempt, Place, Start, User, Wish
from dod_model.plan import Change, Plan, plan_for
from dod_model.requirements import Force, Verdict
from dod_model.site import Site
from dod_model.strategies import complete_sites, situations
from tests.laws.single_changes import Action, universe

Situation = tuple[Site, Attempt]
LARGEST_SEARCH = 1000 if settings().max_examples < 1000 else 100_000
FEW_FAULTS = st.sampled_from((1, 2, 3))
KNOWN = situations(
    sites=complete_sites(faults=FEW_FAULTS),
    starts=st.sampled_from((Start.SOFTWARE_CENTER, Start.SCHEDULE, Start.PXE)),
    places=st.just(Place.INTERNET),
    users=st.sampled_from(User),
)

each_wish = pytest.mark.parametrize("wish", Wish)


def after(situation: Situation, changes: Iterable[Change]) -> Situation:
    site, attempt = situation
    for change in changes:
        site, attempt = change.applied(site, attempt)
    return site, attempt


def reached(situation: Situation, wish: Wish) -> bool | None:
    return assess(*situation, wish).reached


def planned(situation: Situation, wish: Wish) -> Plan:
    """The plan for a situation of which nothing is unknown that is asked."""
    assume(assess(*situation, wish).outcome not in (Outcome.NOT_COVERED, Outcome.UNDETERMINED))
    return plan_for(*situation, wish)


def acted(situation: Situation, actions: Iterable[tuple[str, Action]]) -> Situation:
    for _, action in actions:
        situation = action(situation)
    return situation


@each_wish
class TestPlans:
    """A plan reaches the wish, no proper part of it does, and no smaller one exists."""

    @given(KNOWN)
    def test_it_reaches_the_wish(self, wish: Wish, situation: Situation) -> None:
        plan = planned(situation, wish)
        assert plan.possible is not bool(plan.obstacles)
        if plan.possible:
            assert reached(after(situation, plan.changes), wish) is True
        else:
            assert plan.steps == ()
            assert reached(situation, wish) is False

    @given(KNOWN)
    def test_no_proper_part_of_it_does(self, wish: Wish, situation: Situation) -> None:
        plan = planned(situation, wish)
        for size in range(len(plan.changes)):
            for part in combinations(plan.changes, size):
                try:
                    end = after(situation, part)
                except KeyError:  # it uses what another change makes
                    continue
                assert reached(end, wish) is not True, [change.text for change in part]

    @given(KNOWN)
    def test_no_smaller_one_exists(self, wish: Wish, situation: Situation) -> None:
        plan = planned(situation, wish)
        actions = universe(*situation)
        smaller = len(plan.changes) if plan.possible else 3
        tried = 0
        for size in range(smaller):
            for some in combinations(actions, size):
                tried += 1
                if tried > LARGEST_SEARCH:
                    return
                assert reached(acted(situation, some), wish) is not True, [name for name, _ in some]

    @given(KNOWN)
    def test_alternatives_and_other_ways_reach_it_too(self, wish: Wish, situation: Situation) -> None:
        plan = planned(situation, wish)
        for place, step in enumerate(plan.steps):
            for other in step.alternatives:
                changes = [*plan.changes[:place], other, *plan.changes[place + 1 :]]
                assert reached(after(situation, changes), wish) is True, other.text
        for way in plan.other_ways:
            assert len(way) == len(plan.changes)
            assert reached(after(situation, way), wish) is True, [change.text for change in way]

    @given(KNOWN)
    def test_what_is_reached_needs_none(self, wish: Wish, situation: Situation) -> None:
        plan = planned(situation, wish)
        assert plan.is_empty is (reached(situation, wish) is True or not plan.possible)
        assert plan.find_out == ()


@each_wish
class TestPlansWithUnknownFacts:
    """After the changes nothing keeps the wish from being reached for certain any more."""

    @given(situations(places=st.just(Place.INTERNET)))
    def test_nothing_is_violated_for_certain(self, wish: Wish, situation: Situation) -> None:
        plan = plan_for(*situation, wish)
        end = assess(*after(situation, plan.changes), wish)
        if plan.possible:
            assert end.with_verdict(Verdict.VIOLATED, Force.BLOCKS, Force.WISH) == ()
            assert end.reached is True or plan.find_out

    @given(situations(places=st.just(Place.INTERNET)))
    def test_what_is_found_out_is_unknown(self, wish: Wish, situation: Situation) -> None:
        plan = plan_for(*situation, wish)
        end = assess(*after(situation, plan.changes), wish)
        known = end.facts.known()
        assert all(one.fact not in known for one in plan.find_out)
        assert bool(plan.find_out) is (plan.possible and end.reached is not True)

    @given(situations())
    def test_the_same_question_has_the_same_plan(self, wish: Wish, situation: Situation) -> None:
        first, second = plan_for(*situation, wish), plan_for(*situation, wish)
        assert [change.text for change in first.changes] == [change.text for change in second.changes]
        assert first.find_out == second.find_out
        assert first.obstacles == second.obstacles
