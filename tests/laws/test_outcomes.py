import pytest
from hypothesis import given

from dod_model.assessment import Assessment, assess, assess_facts, judge
from dod_model.attempt import Attempt, Place, Wish
from dod_model.facts import Facts
from dod_model.releases import Branch
from dod_model.requirements import Force
from dod_model.site import Site
from dod_model.strategies import facts, known_facts, situations

DOWNLOADS = {
    "download-when-needed": "downloads-on-demand",
    "download-all-before-start": "downloads-before-start",
}


def restated(assessment: Assessment) -> str:
    """The outcome that the findings ask for, row by row."""
    verdicts = {finding.verdict.value for finding in assessment.findings}
    blocking = {one.verdict.value for one in assessment.findings if one.requirement.force is Force.BLOCKS}
    if verdicts == {"not-applicable"}:
        return "not-covered"
    if verdicts == {"undetermined"}:
        return "undetermined"
    if "violated" in blocking:
        return "does-not-run"
    if "undetermined" in blocking:
        return "undetermined"
    return DOWNLOADS[assessment.facts.option.value]


def spoken_of(facts: Facts) -> bool:
    """Whether documents speak of an attempt on known facts (F001, F010, F013, F014)."""
    if facts.place is not Place.INTERNET or facts.upgrade:
        return facts.place is Place.INTERNET
    preview = facts.site_release.branch is Branch.TECHNICAL_PREVIEW
    number = facts.site_release.number
    if facts.boot_image:
        return (number < 1910 or not facts.undocumented) if preview else number <= 2002
    return facts.undocumented if preview else number >= 1802


class TestTableOfOutcomes:
    """The outcome is that of the first row that fits.

    The documents do not speak of it: not covered. It is unknown whether they do: undetermined. A blocking
    requirement is violated: does not run. One is undetermined: undetermined. Else as the deployment option says.
    """

    @pytest.mark.parametrize("wish", Wish)
    @given(facts())
    def test_on_facts(self, wish: Wish, facts: Facts) -> None:
        assessment = assess_facts(facts, wish)
        assert assessment.outcome.value == restated(assessment)

    @given(situations())
    def test_on_sites(self, situation: tuple[Site, Attempt]) -> None:
        for wish in Wish:
            assessment = assess(*situation, wish)
            assert assessment.outcome.value == restated(assessment)

    @given(known_facts())
    def test_not_covered_is_what_no_document_speaks_of(self, facts: Facts) -> None:
        found = judge(facts)
        assert (found.outcome.value == "not-covered") is not spoken_of(facts)
        assert ({verdict.value for verdict in found.verdicts} == {"not-applicable"}) is not spoken_of(facts)


class TestWish:
    """The wish changes what is asked and what is reached, never the outcome nor a verdict."""

    @given(facts())
    def test_the_wish_changes_no_verdict(self, facts: Facts) -> None:
        demand, run = assess_facts(facts, Wish.ON_DEMAND), assess_facts(facts, Wish.RUN)
        assert demand.outcome is run.outcome
        asked = {finding.id: finding.verdict for finding in demand.findings}
        assert {finding.id: finding.verdict for finding in run.findings}.items() <= asked.items()
        assert [finding.id for finding in demand.findings if finding.requirement.force is Force.WISH] == [
            "on-demand-option-chosen"
        ]
        assert all(finding.requirement.force is not Force.WISH for finding in run.findings)

    @given(facts())
    def test_reached(self, facts: Facts) -> None:
        for wish in Wish:
            assessment = assess_facts(facts, wish)
            runs = assessment.outcome.value.startswith("downloads")
            denied = "violated" in {
                one.verdict.value for one in assessment.findings if one.requirement.force is not Force.ADVISES
            }
            granted = runs if wish is Wish.RUN else assessment.outcome.value == "downloads-on-demand"
            assert assessment.reached is (True if granted else False if denied else None)
