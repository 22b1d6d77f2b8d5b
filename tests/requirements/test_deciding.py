import pytest

from dod_model.abilities import ON_DEMAND, SCRIPT_OVER_CMG
from dod_model.attempt import Place, Start
from dod_model.facts import Facts
from dod_model.releases import current, preview
from dod_model.requirements import BY_ID, Verdict, covered, decide, facts_read, why_not_covered
from dod_model.requirements.asking import agreed
from dod_model.requirements.deciding import plain_verdict
from dod_model.site import DeploymentOption


def both_enabled(facts: Facts) -> bool:
    return facts.sequence_enabled and facts.child_sequences_enabled


class TestAgreed:
    @pytest.mark.parametrize(
        ("facts", "answer"),
        [
            (Facts(sequence_enabled=True, child_sequences_enabled=True), True),
            (Facts(sequence_enabled=False), False),
            (Facts(child_sequences_enabled=False), False),
            (Facts(sequence_enabled=True), None),
            (Facts(child_sequences_enabled=True), None),
            (Facts(), None),
        ],
    )
    def test_the_answer_if_all_completions_agree(self, facts: Facts, answer: bool | None) -> None:
        assert agreed(both_enabled, facts, None) is answer

    def test_over_enumerations(self) -> None:
        def is_option(facts: Facts) -> bool:
            return facts.option in DeploymentOption

        assert agreed(is_option, Facts(), None) is True
        assert agreed(lambda facts: facts.option.value, Facts(), "?") == "?"
        assert agreed(lambda facts: facts.started_from is Start.WINDOWS_PE, Facts(), None) is None

    def test_over_releases_of_both_branches(self) -> None:
        assert agreed(lambda facts: facts.site_release.number > 1500, Facts(), None) is True
        assert agreed(lambda facts: facts.site_can(ON_DEMAND), Facts(), None) is None
        assert agreed(lambda facts: facts.site_release == current(1511), Facts(), None) is None
        assert agreed(lambda facts: facts.site_release == preview(1512), Facts(), None) is None

    def test_the_other_answer_may_be_one_of_the_answers(self) -> None:
        assert agreed(lambda facts: "yes" if facts.upgrade else "no", Facts(), "no") == "no"
        assert agreed(lambda facts: "yes" if facts.upgrade else "no", Facts(upgrade=True), "no") == "yes"
        assert agreed(lambda facts: "no" if facts.upgrade else "yes", Facts(), "no") == "no"

    def test_a_mistake_stays_an_error(self) -> None:
        with pytest.raises(AttributeError, match="weather"):
            agreed(lambda facts: facts.weather, Facts(), None)  # type: ignore[attr-defined]


class TestFactsRead:
    def test_in_the_order_in_which_they_are_read(self) -> None:
        facts = Facts(sequence_enabled=True, child_sequences_enabled=True)
        assert facts_read(both_enabled, facts) == ("sequence_enabled", "child_sequences_enabled")

    def test_only_those_that_are_read(self) -> None:
        assert facts_read(both_enabled, Facts(sequence_enabled=False, child_sequences_enabled=True)) == (
            "sequence_enabled",
        )
        assert facts_read(lambda _: True, Facts()) == ()

    def test_for_any_value_of_the_unknown_ones(self) -> None:
        assert facts_read(both_enabled, Facts()) == ("sequence_enabled", "child_sequences_enabled")

    def test_each_once(self) -> None:
        read = facts_read(lambda facts: (facts.upgrade, facts.boot_image, facts.upgrade), Facts(upgrade=False))
        assert read == ("upgrade", "boot_image")

    def test_through_abilities(self) -> None:
        old, new = current(1906), current(1910)
        assert facts_read(lambda facts: facts.can(ON_DEMAND), Facts(site_release=old)) == ("site_release",)
        assert facts_read(lambda facts: facts.can(ON_DEMAND), Facts(site_release=new, client_release=old)) == (
            "site_release",
            "client_release",
        )
        unsaid = Facts(site_release=preview(1909), undocumented=False)
        assert facts_read(lambda facts: facts.can(SCRIPT_OVER_CMG), unsaid) == ("site_release", "undocumented")
        assert facts_read(lambda facts: facts.client_can(ON_DEMAND), Facts(client_release=old)) == ("client_release",)

    def test_an_unknown_release_rests_on_the_branch_of_the_other_side(self) -> None:
        facts = Facts(client_release=preview(1909))
        assert facts_read(lambda facts: facts.site_can(ON_DEMAND), facts) == ("site_release", "client_release")
        facts = Facts(site_release=preview(1909))
        assert facts_read(lambda facts: facts.client_can(ON_DEMAND), facts) == ("client_release", "site_release")

    def test_a_mistake_stays_an_error(self) -> None:
        with pytest.raises(AttributeError, match="weather"):
            facts_read(lambda facts: facts.weather, Facts())  # type: ignore[attr-defined]


class TestVerdicts:
    defect = BY_ID["no-defect-of-2002"]

    @pytest.mark.parametrize(
        ("facts", "verdict"),
        [
            (Facts(site_release=current(1910)), Verdict.NOT_APPLICABLE),
            (Facts(site_release=current(2002), bulk_token=True), Verdict.VIOLATED),
            (
                Facts(site_release=current(2002), enhanced_http_management_point=False, bulk_token=False),
                Verdict.MET,
            ),
            (Facts(site_release=current(2002), bulk_token=False), Verdict.UNDETERMINED),
            (Facts(enhanced_http_management_point=False, bulk_token=False), Verdict.UNDETERMINED),
            (Facts(bulk_token=True), Verdict.UNDETERMINED),
            (Facts(), Verdict.UNDETERMINED),
        ],
    )
    def test_decide(self, facts: Facts, verdict: Verdict) -> None:
        assert decide(self.defect, facts) is verdict

    def test_the_plain_verdict_sees_known_facts_only(self) -> None:
        assert plain_verdict(self.defect, Facts(site_release=current(1910))) is Verdict.NOT_APPLICABLE
        with pytest.raises(AttributeError, match="enhanced_http_management_point"):
            plain_verdict(self.defect, Facts(site_release=current(2002)))


class TestCoverage:
    def test_what_excludes_an_attempt_is_told(self) -> None:
        intranet = Facts(place=Place.INTRANET)
        assert covered(intranet) is False
        assert why_not_covered(intranet) == (
            "the client is on the intranet, and these documents speak of clients on the internet"
        )
        boot_image = Facts(place=Place.INTERNET, upgrade=False, boot_image=True, site_release=current(2006))
        assert covered(boot_image) is False
        assert why_not_covered(boot_image) == (
            "a task sequence with a boot image has conditions of its own over the internet from 2006 on"
        )
        script = Facts(place=Place.INTERNET, upgrade=False, boot_image=False, site_release=current(1710))
        assert covered(script) is False
        assert why_not_covered(script) == (
            "before 1802 no document speaks of task sequences over a gateway that are no upgrade"
        )
