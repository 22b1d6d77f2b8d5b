from random import Random

from hypothesis import given
from hypothesis import strategies as st

from dod_model.assessment import assess
from dod_model.attempt import Attempt
from dod_model.site import Site
from dod_model.strategies import situations
from tests.laws.site_parts import checked, shuffled


class TestOrderOfLists:
    """The order of lists does not matter; steps are the one list whose order means something."""

    @given(situations(), st.randoms(use_true_random=False))
    def test_facts_and_findings_stay(self, situation: tuple[Site, Attempt], random: Random) -> None:
        site, attempt = situation
        before = assess(site, attempt)
        after = assess(checked(shuffled(site, random)), attempt)
        assert after.facts == before.facts
        assert after.decision == before.decision
        for old, new in zip(before.findings, after.findings, strict=True):
            assert [(one.fact, one.value) for one in new.evidence] == [(one.fact, one.value) for one in old.evidence]
            assert [sorted(map(sorted, one.details)) for one in new.evidence] == [
                sorted(map(sorted, one.details)) for one in old.evidence
            ]
