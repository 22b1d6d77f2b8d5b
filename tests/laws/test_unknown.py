from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dod_model.assessment import Decision, Outcome, judge
from dod_model.attempt import Attempt, Start, Wish
from dod_model.facts import FACTS, Facts
from dod_model.releases import Branch, current_branch, preview
from dod_model.requirements import Verdict
from dod_model.site import Site
from dod_model.situation import derive
from dod_model.strategies import facts, situations
from tests.laws.site_parts import checked, thinner

PREVIEWS = tuple(preview(number) for number in (1512, 1801, 1802, 1805, 1806, 1908, 1909, 1910, 1911, 2001, 2002, 2603))


def values(facts: Facts, name: str) -> tuple[Any, ...]:
    """Every value that an unknown fact may turn out to have."""
    if not name.endswith("_release"):
        return FACTS[name].values
    known = facts.known()
    other = known.get("site_release", known.get("client_release"))
    both = (*current_branch(), *PREVIEWS)
    return both if other is None else tuple(one for one in both if one.branch is other.branch)


def assert_only_undetermined_changes(before: Decision, after: Decision, what: object) -> None:
    """No certain verdict and no certain outcome differs."""
    for old, new in zip(before.verdicts, after.verdicts, strict=True):
        assert old is Verdict.UNDETERMINED or new is old, what
    assert before.outcome is Outcome.UNDETERMINED or after.outcome is before.outcome, what


class TestFillingInAnUnknownFact:
    """Filling in an unknown fact changes what is undetermined only, of findings and of the outcome."""

    @given(facts(), st.data())
    def test_of_facts(self, facts: Facts, data: st.DataObject) -> None:
        unknown = [name for name in FACTS if name not in facts.known()]
        for name in unknown:
            value = data.draw(st.sampled_from(values(facts, name)), label=name)
            filled = Facts(**{**facts.known(), name: value})
            for wish in Wish:
                assert_only_undetermined_changes(judge(facts, wish), judge(filled, wish), (name, value))

    @given(facts(unknown=st.sets(st.sampled_from(sorted(FACTS)), min_size=1, max_size=3)))
    def test_with_every_value(self, facts: Facts) -> None:
        before = judge(facts)
        for name in FACTS.keys() - facts.known().keys():
            for value in values(facts, name):
                after = judge(Facts(**{**facts.known(), name: value}))
                assert_only_undetermined_changes(before, after, (name, value))


class TestLeavingOutAField:
    """A site of which less is told has fewer known facts and the same values; only certain findings get lost.

    Read backwards: filling in a field of a site that was left out changes what is unknown or undetermined only.
    """

    @given(situations())
    def test_known_facts_stay(self, situation: tuple[Site, Attempt]) -> None:
        site, attempt = situation
        told = derive(site, attempt).known()
        after = {wish: judge(Facts(**told), wish) for wish in Wish}
        for path, less in thinner(site):
            facts = derive(less, attempt)
            assert facts.known().items() <= told.items(), path
            for wish in Wish:
                assert_only_undetermined_changes(judge(facts, wish), after[wish], path)

    @given(situations())
    def test_the_site_stays_consistent(self, situation: tuple[Site, Attempt]) -> None:
        for path, less in thinner(situation[0]):
            assert checked(less) == less, path

    @given(situations(starts=st.sampled_from(Start)))
    def test_leaving_out_who_starts_it_and_how(self, situation: tuple[Site, Attempt]) -> None:
        site, attempt = situation
        told = derive(site, attempt).known()
        after = judge(Facts(**told))
        for start, user in ((None, attempt.user), (attempt.start, None), (None, None)):
            facts = derive(site, Attempt(attempt.deployment, attempt.client, start, attempt.place, user))
            assert facts.known().items() <= told.items()
            assert_only_undetermined_changes(judge(facts), after, (start, user))


class TestBranches:
    """The branch of an unknown release is that of the other side's."""

    @given(facts(unknown=st.just({"site_release"})))
    def test_the_site_is_of_the_branch_of_its_client(self, facts: Facts) -> None:
        branch = facts.client_release.branch
        assert {release.branch for release in facts.domain("site_release")} == {branch}
        assert branch in Branch
