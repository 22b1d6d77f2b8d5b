from functools import cache
from typing import Any

import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from hypothesis.vendor.pretty import pretty

from dod_model.assessment import Outcome, judge
from dod_model.facts import FACTS, Facts
from dod_model.releases import Branch, Release, current
from dod_model.requirements import REQUIREMENTS, Requirement, Verdict
from dod_model.strategies import facts, known_facts
from tests.strategies.looking import drawn, simplest

ALWAYS_ASKED = {one.id for one in REQUIREMENTS if one.scope is None}


@cache
def many() -> list[Facts]:
    return [
        *drawn(facts(), 400),
        *drawn(known_facts(branches=st.just(Branch.CURRENT), faults=st.just(8)), 300),
        *drawn(known_facts(branches=st.just(Branch.TECHNICAL_PREVIEW), faults=st.just(8)), 100),
    ]


class TestValid:
    @given(facts())
    def test_each_value_is_one_that_the_fact_can_have(self, facts: Facts) -> None:
        for name, value in facts.known().items():
            assert isinstance(value, FACTS[name].type)
        releases = [value for value in facts.known().values() if isinstance(value, Release)]
        assert len({release.branch for release in releases}) <= 1

    @given(known_facts())
    def test_known_facts_are_all_known(self, facts: Facts) -> None:
        assert facts.known().keys() == FACTS.keys()

    @given(facts(unknown=st.just({"place", "option"})))
    def test_those_that_are_to_be_unknown_are(self, facts: Facts) -> None:
        assert FACTS.keys() - facts.known().keys() == {"place", "option"}

    @given(known_facts(branches=st.just(Branch.TECHNICAL_PREVIEW)))
    def test_they_are_of_the_branch(self, facts: Facts) -> None:
        assert facts.site_release.branch is facts.client_release.branch is Branch.TECHNICAL_PREVIEW

    @given(known_facts(faults=st.just(0), branches=st.just(Branch.CURRENT)))
    def test_without_faults_it_downloads_on_demand(self, facts: Facts) -> None:
        assert judge(facts).outcome is Outcome.DOWNLOADS_ON_DEMAND
        assert facts.site_release == current(1910)


class TestReachable:
    def test_each_outcome(self) -> None:
        assert {judge(facts).outcome for facts in many()} == set(Outcome)

    @pytest.mark.parametrize("one", REQUIREMENTS, ids=lambda one: one.id)
    def test_each_verdict_of_each_requirement(self, one: Requirement) -> None:
        covered = [found for found in map(judge, many()) if found.outcome is not Outcome.NOT_COVERED]
        expected = set(Verdict) - ({Verdict.NOT_APPLICABLE} if one.id in ALWAYS_ASKED else set())
        assert {found.verdicts[REQUIREMENTS.index(one)] for found in covered} == expected

    @pytest.mark.parametrize("name", [name for name in FACTS if not name.endswith("_release")])
    def test_each_value_of_each_fact_and_unknown(self, name: str) -> None:
        assert {facts.known().get(name) for facts in many()} == {*FACTS[name].values, None}

    def test_both_branches_and_two_sides_that_differ(self) -> None:
        complete = [facts for facts in many() if {"site_release", "client_release"} <= facts.known().keys()]
        for branch in Branch:
            assert any(
                facts.site_release < facts.client_release for facts in complete if facts.site_release.branch is branch
            )

    def test_little_and_much_unknown(self) -> None:
        known = {len(facts.known()) for facts in many()}
        assert len(FACTS) - 1 in known
        assert min(known) < len(FACTS) // 2


class TestReadable:
    def test_the_simplest_example_is_healthy(self) -> None:
        found = simplest(facts())
        assert judge(found).outcome is Outcome.DOWNLOADS_ON_DEMAND
        assert set(FACTS) - set(found.known()) == {"undocumented"}

    def test_an_example_of_a_fault_has_no_other(self) -> None:
        search = settings(max_examples=500, derandomize=True, database=None)
        smallest = find(facts(), lambda facts: facts.known().get("gateway_running") is False, settings=search)
        assert smallest == simplest(facts()).filled("gateway_running", False)

    def test_examples_print_as_they_are_given(self) -> None:
        assert pretty(Facts()) == "Facts()"
        assert pretty(Facts(upgrade=True)) == "Facts(upgrade=True)"


class TestRefused:
    @pytest.mark.parametrize("argument", ["branches", "unknown", "faults"])
    @pytest.mark.parametrize("value", [0, "place", ()])
    def test_what_is_no_strategy(self, argument: str, value: Any) -> None:
        with pytest.raises(InvalidArgument, match=f"{argument} must be a strategy"):
            facts(**{argument: value})

    def test_what_is_no_fact(self) -> None:
        with pytest.raises(InvalidArgument, match="unknown draws names of facts, and not weather"):
            simplest(facts(unknown=st.just({"weather"})))

    @pytest.mark.parametrize("share", [-1, 17, "1", 0.5])
    def test_what_is_no_share(self, share: Any) -> None:
        with pytest.raises(InvalidArgument, match="faults draws sixteenths, from 0 to 16"):
            simplest(facts(faults=st.just(share)))
