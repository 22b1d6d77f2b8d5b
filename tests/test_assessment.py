from dataclasses import replace

import pytest

from dod_model.assessment import ASKED, Assessment, Outcome, assess, assess_facts, judge, judge_by
from dod_model.assumptions import ASSUMPTIONS
from dod_model.attempt import Attempt, Place, Wish
from dod_model.documents import statements
from dod_model.errors import InputError
from dod_model.facts import Facts
from dod_model.requirements import BY_ID, REQUIREMENTS, Force, Requirement, Verdict
from tests.situation.healthy import ATTEMPT, facts, gateway, site

HEALTHY = facts()


def test_the_healthy_attempt_downloads_on_demand() -> None:
    assessment = assess(site(), ATTEMPT)
    assert assessment.outcome is Outcome.DOWNLOADS_ON_DEMAND
    assert assessment.reached is True
    assert assessment.wish is Wish.ON_DEMAND
    assert assessment.facts == HEALTHY
    assert {finding.verdict for finding in assessment.findings} == {Verdict.MET, Verdict.NOT_APPLICABLE}


def test_every_requirement_has_a_finding_in_the_order_of_reports() -> None:
    assert [finding.requirement for finding in assess(site(), ATTEMPT).findings] == list(REQUIREMENTS)
    asked = [finding.id for finding in assess(site(), ATTEMPT, Wish.RUN).findings]
    assert asked == [one.id for one in REQUIREMENTS if one.id != "on-demand-option-chosen"]
    assert ASKED[Wish.ON_DEMAND] == REQUIREMENTS


def test_findings_know_what_the_attempt_is_about() -> None:
    assessment = assess(site(gateways=[gateway(state="stopped")]), ATTEMPT)
    assert assessment.situation is not None
    assert assessment.situation.client.name == "LT-001"
    (finding,) = [one for one in assessment.findings if one.id == "gateway-set-up"]
    (gateway_fact,) = [one for one in finding.evidence if one.fact == "gateway_running"]
    assert gateway_fact.details == ("gateway 'CMG-EAST' is stopped",)
    assert assess_facts(HEALTHY).situation is None


def test_the_wish_is_on_demand_unless_another_is_named() -> None:
    assert judge(HEALTHY) == judge(HEALTHY, Wish.ON_DEMAND) != judge(HEALTHY, Wish.RUN)
    assert assess(site(), ATTEMPT).wish is assess_facts(HEALTHY).wish is Wish.ON_DEMAND


def test_by_verdict_and_force() -> None:
    assessment = assess_facts(HEALTHY.filled("gateway_running", False).filled("another_program_first", True))
    assert [one.id for one in assessment.with_verdict(Verdict.VIOLATED)] == ["gateway-set-up", "another-program-first"]
    assert [one.id for one in assessment.with_verdict(Verdict.VIOLATED, Force.BLOCKS)] == ["gateway-set-up"]
    assert [one.id for one in assessment.with_verdict(Verdict.VIOLATED, Force.ADVISES)] == ["another-program-first"]
    assert assessment.with_verdict(Verdict.VIOLATED, Force.WISH) == ()
    assert len(assessment.with_verdict(Verdict.VIOLATED, Force.BLOCKS, Force.ADVISES)) == 2


def test_what_is_not_covered_is_asked_nothing() -> None:
    for wish in Wish:
        decision = judge(HEALTHY.filled("place", Place.INTRANET), wish)
        assert decision.outcome is Outcome.NOT_COVERED
        assert decision.verdicts == (Verdict.NOT_APPLICABLE,) * len(ASKED[wish])


def test_with_nothing_known_all_is_undetermined() -> None:
    for wish in Wish:
        decision = judge(Facts(), wish)
        assert decision.outcome is Outcome.UNDETERMINED
        assert decision.verdicts == (Verdict.UNDETERMINED,) * len(ASKED[wish])
        assert assess_facts(Facts(), wish).reached is None


def test_an_attempt_that_does_not_fit_the_site_is_refused() -> None:
    with pytest.raises(InputError, match="no member"):
        assess(site(), Attempt("Upgrade laptops", "LT-002"))


def test_a_mistake_in_a_requirement_is_no_unknown_fact(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_facts: Facts, _ability: object) -> bool:
        return object().weather  # type: ignore[attr-defined,no-any-return]

    monkeypatch.setattr(Facts, "site_can", broken)
    with pytest.raises(AttributeError, match="weather"):
        judge(HEALTHY)


def without(name: str) -> Facts:
    return Facts(**{other: value for other, value in HEALTHY.known().items() if other != name})


CASES = [
    HEALTHY,
    HEALTHY.filled("gateway_running", False),
    HEALTHY.filled("another_program_first", True),
    HEALTHY.filled("place", Place.INTRANET),
    without("gateway_running"),
    without("option"),
    Facts(),
]


@pytest.mark.parametrize("known", CASES, ids=str)
@pytest.mark.parametrize("wish", Wish)
def test_judging_by_the_own_requirements_is_judging(known: Facts, wish: Wish) -> None:
    assert judge_by(ASKED[wish], known) == judge(known, wish)


def changed(name: str, **changes: object) -> tuple[Requirement, ...]:
    return tuple(replace(one, **changes) if one.id == name else one for one in REQUIREMENTS)  # type: ignore[arg-type]


def test_other_requirements_are_judged_by_the_same_table() -> None:
    stopped = HEALTHY.filled("gateway_running", False)
    advised = judge_by(changed("gateway-set-up", force=Force.ADVISES), stopped)
    assert advised == (Outcome.DOWNLOADS_ON_DEMAND, judge(stopped).verdicts)
    refused = judge_by(changed("gateway-set-up", holds=lambda known: not known.gateway_running), HEALTHY)
    assert refused == (Outcome.DOES_NOT_RUN, judge(stopped).verdicts)


def test_other_requirements_are_asked_of_the_unknown_as_well() -> None:
    gap = without("gateway_running")
    assert judge_by(changed("gateway-set-up", holds=lambda known: known.gateway_running or True), gap) == judge(HEALTHY)
    doubted = judge_by(changed("gateway-set-up", force=Force.ADVISES), gap)
    assert doubted == (Outcome.DOWNLOADS_ON_DEMAND, judge(gap).verdicts)


def test_what_is_downloaded_when_is_open_where_nothing_else_asks_for_the_option() -> None:
    lenient = tuple(one for one in REQUIREMENTS if one.force is not Force.BLOCKS)
    assert judge_by(lenient, without("option")).outcome is Outcome.UNDETERMINED
    assert judge_by(lenient, without("gateway_running")).outcome is Outcome.DOWNLOADS_ON_DEMAND


def test_fewer_requirements_give_fewer_verdicts() -> None:
    only = (BY_ID["gateway-set-up"],)
    assert judge_by(only, HEALTHY.filled("internet_allowed", False)).verdicts == (Verdict.MET,)
    assert judge_by((), HEALTHY) == (Outcome.DOWNLOADS_ON_DEMAND, ())


def test_what_was_assumed_is_told() -> None:
    assert Assessment(HEALTHY, Wish.RUN, judge(HEALTHY)).assumed == ASSUMPTIONS
    for assumption in ASSUMPTIONS:
        assert assumption.text.endswith(".")
        assert set(assumption.cites) <= set(statements())
    assert {"F040", "F041", "F043", "F046", "F145", "F151"} <= {one for each in ASSUMPTIONS for one in each.cites}
