from collections.abc import Iterator
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from dod_model.assessment import judge
from dod_model.facts import FACTS, Facts
from dod_model.releases import Branch, current, preview
from dod_model.requirements import REQUIREMENTS, Verdict, covered, decide
from dod_model.requirements.asking import agreed
from dod_model.requirements.deciding import plain_verdict
from dod_model.strategies import facts

RELEASES = (
    *(current(number) for number in (1511, 1710, 1802, 1806, 1906, 1910, 2002, 2006, 2010, 2103, 2107, 2603)),
    *(preview(number) for number in (1512, 1801, 1802, 1805, 1806, 1908, 1909, 1910, 2002, 2603)),
)
FEW = st.sets(st.sampled_from(sorted(FACTS)), max_size=3)
RELEASES_AMONG_THEM = st.sets(st.sampled_from(("site_release", "client_release", "undocumented", "upgrade")))


def completions(facts: Facts) -> Iterator[Facts]:
    """Every way in which the unknown facts may turn out; site and client are of one branch."""
    unknown = [name for name in FACTS if name not in facts.known()]
    choices = [RELEASES if name.endswith("_release") else FACTS[name].values for name in unknown]
    for values in product(*choices):
        complete = Facts(**facts.known(), **dict(zip(unknown, values, strict=True)))
        if complete.site_release.branch is complete.client_release.branch:
            yield complete


class TestAgreed:
    """With unknown facts, the answer is what all completions agree on; where they differ there is none."""

    @given(st.one_of(facts(unknown=FEW), facts(unknown=RELEASES_AMONG_THEM)))
    def test_verdicts(self, facts: Facts) -> None:
        every = list(completions(facts))
        for requirement in REQUIREMENTS:
            found = {plain_verdict(requirement, complete) for complete in every}
            expected = found.pop() if len(found) == 1 else Verdict.UNDETERMINED
            assert decide(requirement, facts) is expected, requirement.id

    @given(st.one_of(facts(unknown=FEW), facts(unknown=RELEASES_AMONG_THEM)))
    def test_coverage(self, facts: Facts) -> None:
        found = {covered(complete) for complete in completions(facts)}
        assert agreed(covered, facts, None) is (found.pop() if len(found) == 1 else None)

    @given(facts(unknown=FEW))
    def test_a_certain_outcome_is_that_of_every_completion(self, facts: Facts) -> None:
        outcome = judge(facts).outcome
        if outcome.value != "undetermined":
            assert {judge(complete).outcome for complete in completions(facts)} == {outcome}

    @given(facts())
    def test_the_domain_of_a_release_is_of_one_branch(self, facts: Facts) -> None:
        known = facts.known()
        for name, other in (("site_release", "client_release"), ("client_release", "site_release")):
            branches = {release.branch for release in facts.domain(name)}
            assert branches == ({known[other].branch} if other in known else set(Branch))
