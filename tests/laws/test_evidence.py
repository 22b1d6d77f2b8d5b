from collections.abc import Iterator

from hypothesis import given

from dod_model.assessment import Finding, assess, assess_facts, judge
from dod_model.attempt import Attempt, Wish
from dod_model.facts import FACTS, Facts
from dod_model.requirements import covered
from dod_model.requirements.asking import agreed
from dod_model.site import Site
from dod_model.strategies import facts, situations
from tests.laws.test_unknown import values


def changes(facts: Facts, name: str) -> Iterator[Facts]:
    """The facts with one of them changed: to each other value, and to unknown."""
    others = {other: value for other, value in facts.known().items() if other != name}
    if name in facts.known():
        yield Facts(**others)
    for value in values(Facts(**others), name):
        yield Facts(**others, **{name: value})


def listed(finding: Finding) -> frozenset[str]:
    return frozenset(one.fact for one in finding.evidence)


class TestEvidence:
    """A finding depends on the facts that it lists as evidence, and on no other."""

    @given(facts())
    def test_changing_any_other_fact_changes_no_verdict(self, facts: Facts) -> None:
        findings = assess_facts(facts).findings
        evidence = [listed(finding) for finding in findings]
        for name in FACTS:
            if all(name in names for names in evidence):
                continue
            for changed in changes(facts, name):
                verdicts = judge(changed, Wish.ON_DEMAND).verdicts
                for finding, names, verdict in zip(findings, evidence, verdicts, strict=True):
                    assert name in names or verdict is finding.verdict, (finding.id, name, changed)

    @given(facts())
    def test_each_listed_fact_is_told_as_it_is(self, facts: Facts) -> None:
        known = facts.known()
        for finding in assess_facts(facts).findings:
            assert len(listed(finding)) == len(finding.evidence)
            for one in finding.evidence:
                assert (one.value is None) is (one.fact not in known)
                assert one.meaning == FACTS[one.fact].about.meaning
                assert one.details == ()

    @given(situations())
    def test_the_site_adds_details_and_nothing_else(self, situation: tuple[Site, Attempt]) -> None:
        assessment = assess(*situation)
        alone = assess_facts(assessment.facts)
        for finding, bare in zip(assessment.findings, alone.findings, strict=True):
            assert finding.verdict is bare.verdict
            assert [(one.fact, one.value) for one in finding.evidence] == [
                (one.fact, one.value) for one in bare.evidence
            ]
            assert finding.why == bare.why


class TestWhy:
    """What is not applicable tells why, and nothing else does."""

    @given(facts())
    def test_why(self, facts: Facts) -> None:
        for finding in assess_facts(facts).findings:
            assert bool(finding.why) is (finding.verdict.value == "not-applicable")

    @given(facts())
    def test_what_is_not_applicable_carries_no_remarks(self, facts: Facts) -> None:
        speaks = agreed(covered, facts, None)
        for finding in assess_facts(facts).findings:
            if finding.verdict.value == "not-applicable":
                assert (finding.reasoning, finding.contradictions, finding.contested) == ("", (), False)
            else:
                assert speaks is not False
                assert not finding.contested or finding.contradictions
