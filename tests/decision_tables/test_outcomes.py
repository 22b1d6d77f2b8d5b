"""The outcome over all combinations of verdicts, of every force, with and without coverage, for both wishes."""

from collections.abc import Mapping
from itertools import product

import pytest

from dod_model.assessment import Outcome, assess_facts, judge
from dod_model.attempt import Place, Start, Wish
from dod_model.facts import FACTS, Facts
from dod_model.releases import current
from dod_model.requirements import BY_ID, Force, Verdict
from dod_model.site import AvailableTo, DeploymentOption, MeteredCommunication, Purpose

Change = Mapping[str, object]
WHEN_NEEDED = DeploymentOption.WHEN_NEEDED
MET, VIOLATED, NOT_APPLICABLE, UNDETERMINED = Verdict
RUNS = {
    "download-when-needed": "downloads-on-demand",
    "download-all-before-start": "downloads-before-start",
}

ALL_IS_WELL = Facts(
    place=Place.INTERNET,
    started_from=Start.SOFTWARE_CENTER,
    site_release=current(1910),
    client_release=current(1910),
    upgrade=True,
    boot_image=False,
    sequence_enabled=True,
    child_sequences_enabled=True,
    gateway_running=True,
    content_in_cloud=True,
    content_needs_gateway=True,
    gateway_serves_content=True,
    content_needs_cloud_dp=False,
    content_on_running_source=True,
    client_uses_gateway=True,
    client_gets_cloud_content=True,
    purpose=Purpose.AVAILABLE,
    user_may_install=True,
    internet_allowed=True,
    available_to=AvailableTo.CLIENTS,
    option=WHEN_NEEDED,
    download_content_step=False,
    another_program_first=False,
    metered_connection=False,
    metered_option=False,
    metered_communication=MeteredCommunication.BLOCK,
    network_path=False,
    cache_holds_all=True,
    cache_holds_each=True,
)

# What gives a requirement each verdict: facts to set, None for unknown.
UNKNOWN = None
COVERAGE: dict[str, Change] = {
    "yes": {},
    "no": {"place": Place.INTRANET},
    "unknown": {"place": UNKNOWN},
}
BLOCKING: dict[Verdict, Change] = {  # task-sequence-enabled
    MET: {"sequence_enabled": True},
    VIOLATED: {"sequence_enabled": False},
    UNDETERMINED: {"sequence_enabled": UNKNOWN},
}
ANOTHER_BLOCKING: dict[Verdict, Change] = {  # no-defect-of-2002
    MET: {"site_release": current(2002), "bulk_token": False, "enhanced_http_management_point": False},
    VIOLATED: {"site_release": current(2002), "bulk_token": True, "enhanced_http_management_point": False},
    NOT_APPLICABLE: {"site_release": current(1910), "bulk_token": True, "enhanced_http_management_point": False},
    UNDETERMINED: {"site_release": current(2002), "bulk_token": UNKNOWN, "enhanced_http_management_point": False},
}
ADVISING: dict[
    Verdict, Change
] = {  # download-content-step-with-download-all is asked of the option, metered-connection is not
    MET: {"metered_connection": True, "metered_option": False},
    VIOLATED: {"metered_connection": True, "metered_option": True},
    NOT_APPLICABLE: {"metered_connection": False, "metered_option": False},
    UNDETERMINED: {"metered_connection": True, "metered_option": UNKNOWN},
}
OPTIONS = (*DeploymentOption, UNKNOWN)  # on-demand-option-chosen (the wish), content-downloaded-locally (blocks)


def facts_with(*changes: Change) -> Facts:
    """All is well, but for the changes."""
    known = ALL_IS_WELL.known()
    for change in changes:
        known.update(change)
    return Facts(**{name: value for name, value in known.items() if value is not UNKNOWN})


def expected_outcome(coverage: str, blocking: set[Verdict], option: DeploymentOption | None) -> str:
    """The table of outcomes: the first row that fits."""
    if coverage == "no":
        return "not-covered"
    if coverage == "unknown":
        return "undetermined"
    if Verdict.VIOLATED in blocking:
        return "does-not-run"
    if Verdict.UNDETERMINED in blocking or option is None:
        return "undetermined"
    return RUNS[option.value]


def test_the_healthy_facts_meet_all_that_is_asked() -> None:
    assert {finding.verdict for finding in assess_facts(ALL_IS_WELL).findings} == {MET, NOT_APPLICABLE}


@pytest.mark.parametrize("wish", Wish)
@pytest.mark.parametrize("coverage", COVERAGE)
def test_the_outcome_of_every_combination(coverage: str, wish: Wish) -> None:
    for one, other, advice, option in product(BLOCKING, ANOTHER_BLOCKING, ADVISING, OPTIONS):
        option_verdict = {None: UNDETERMINED, DeploymentOption.FROM_DISTRIBUTION_POINT: VIOLATED}.get(option, MET)
        facts = facts_with(
            COVERAGE[coverage], BLOCKING[one], ANOTHER_BLOCKING[other], ADVISING[advice], {"option": option}
        )
        found = judge(facts, wish).outcome
        expected = expected_outcome(coverage, {one, other, option_verdict}, option)
        assert found.value == expected, (coverage, one, other, advice, option, wish)


@pytest.mark.parametrize("coverage", COVERAGE)
def test_the_facts_give_the_verdicts_that_the_combinations_are_made_of(coverage: str) -> None:
    all_alike = {"no": NOT_APPLICABLE, "unknown": UNDETERMINED}.get(coverage)
    for one, other, advice in product(BLOCKING, ANOTHER_BLOCKING, ADVISING):
        facts = facts_with(COVERAGE[coverage], BLOCKING[one], ANOTHER_BLOCKING[other], ADVISING[advice])
        verdicts = {finding.id: finding.verdict for finding in assess_facts(facts).findings}
        assert verdicts["task-sequence-enabled"] is (all_alike or one)
        assert verdicts["no-defect-of-2002"] is (all_alike or other)
        assert verdicts["metered-connection"] is (all_alike or advice)
        assert all_alike is None or set(verdicts.values()) == {all_alike}


# Facts on which, all else being well, this one requirement is violated.
FAULTS: dict[str, Change] = {
    "task-sequence-over-the-internet-available": {
        "client_release": current(1710),
        "option": DeploymentOption.BEFORE_START,
    },
    "upgrade-task-sequence": {"boot_image": True, "undocumented": False},
    "task-sequence-enabled": {"sequence_enabled": False},
    "child-task-sequences-enabled": {"child_sequences_enabled": False},
    "gateway-set-up": {"gateway_running": False},
    "no-defect-of-2002": {
        "site_release": current(2002),
        "enhanced_http_management_point": False,
        "bulk_token": True,
    },
    "content-in-the-cloud": {"content_in_cloud": False},
    "gateway-serves-content": {"gateway_serves_content": False},
    "client-uses-gateway": {"client_uses_gateway": False},
    "client-gets-cloud-content": {"client_gets_cloud_content": False},
    "started-from-software-center": {"started_from": Start.PXE},
    "required-to-start-on-schedule": {"started_from": Start.SCHEDULE},
    "user-may-start-it": {"purpose": Purpose.REQUIRED, "independent_of_assignments": False},
    "install-permissions-allow-it": {"user_may_install": False},
    "allowed-on-the-internet": {"internet_allowed": False},
    "available-to-clients": {"available_to": AvailableTo.MEDIA_AND_PXE},
    "content-downloaded-locally": {"option": DeploymentOption.FROM_DISTRIBUTION_POINT},
    "download-on-demand-available": {"client_release": current(1906)},
    "on-demand-option-chosen": {"option": DeploymentOption.BEFORE_START},
    "download-content-step-with-download-all": {"download_content_step": True, "option": DeploymentOption.BEFORE_START},
    "option-fits-availability": {"available_to": AvailableTo.CLIENTS_MEDIA_AND_PXE},
    "another-program-first": {"another_program_first": True},
    "metered-connection": {"metered_option": True},
    "network-path-content": {"network_path": True},
    "cache-size": {"cache_holds_each": False},
    "content-on-a-running-source": {"content_on_running_source": False},
    "cloud-distribution-point-has-a-future": {"content_needs_cloud_dp": True, "site_release": current(2107)},
}
BLOCKING_IDS = set(FAULTS) - {
    "on-demand-option-chosen",
    "download-content-step-with-download-all",
    "option-fits-availability",
    "another-program-first",
    "metered-connection",
    "network-path-content",
    "cache-size",
    "content-on-a-running-source",
    "cloud-distribution-point-has-a-future",
}


class TestForce:
    """What blocks decides the outcome alone; what advises decides nothing; the wish keeps nothing from running."""

    def test_each_requirement_has_a_fault(self) -> None:
        assert FAULTS.keys() == BY_ID.keys()

    @pytest.mark.parametrize("name", sorted(FAULTS))
    def test_a_fault_decides_by_its_force(self, name: str) -> None:
        for wish in Wish:
            assessment = assess_facts(facts_with(FAULTS[name]), wish)
            violated = {finding.id for finding in assessment.with_verdict(VIOLATED)}
            asked = name != "on-demand-option-chosen" or wish is Wish.ON_DEMAND
            assert (name in violated) is asked
            blocking = {one for one in violated if one in BLOCKING_IDS}
            assert blocking == ({name} if name in BLOCKING_IDS else set())
            runs = assessment.outcome in {Outcome.DOWNLOADS_ON_DEMAND, Outcome.DOWNLOADS_BEFORE_START}
            assert runs is (name not in BLOCKING_IDS)
            assert (assessment.outcome is Outcome.DOES_NOT_RUN) is (name in BLOCKING_IDS)

    @pytest.mark.parametrize("name", sorted(FAULTS))
    def test_the_force_is_told(self, name: str) -> None:
        blocks = name in BLOCKING_IDS
        expected = Force.BLOCKS if blocks else Force.WISH if name == "on-demand-option-chosen" else Force.ADVISES
        assert BY_ID[name].force is expected

    @pytest.mark.parametrize("name", sorted(BLOCKING_IDS))
    def test_not_knowing_what_is_at_fault_leaves_the_outcome_open(self, name: str) -> None:
        unknown = {fact: UNKNOWN for fact in FAULTS[name] if fact in FACTS and fact != "option"}
        if unknown:
            assert judge(facts_with(FAULTS[name], unknown)).outcome is Outcome.UNDETERMINED


class TestReached:
    """The wish on demand is reached by downloads-on-demand only, the wish run by both downloads."""

    @pytest.mark.parametrize(
        ("change", "on_demand", "run"),
        [
            ({}, True, True),
            ({"option": DeploymentOption.BEFORE_START}, False, True),
            ({"internet_allowed": False}, False, False),
            ({"internet_allowed": UNKNOWN}, None, None),
            ({"option": UNKNOWN}, None, None),
            ({"place": Place.INTRANET}, None, None),
            ({"option": DeploymentOption.BEFORE_START, "internet_allowed": UNKNOWN}, False, None),
        ],
    )
    def test_reached(self, change: Change, on_demand: bool | None, run: bool | None) -> None:
        assert assess_facts(facts_with(change)).reached is on_demand
        assert assess_facts(facts_with(change), Wish.ON_DEMAND).reached is on_demand
        assert assess_facts(facts_with(change), Wish.RUN).reached is run
