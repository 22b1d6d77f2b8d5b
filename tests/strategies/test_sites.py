from collections.abc import Callable, Iterator
from itertools import product
from typing import Any

import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from pydantic import MISSING

from dod_model.assessment import Outcome, assess
from dod_model.attempt import Attempt, Place, Start, User, Wish
from dod_model.releases import Branch, Build, Release
from dod_model.requirements import REQUIREMENTS, Verdict
from dod_model.site import (
    Comparison,
    Condition,
    ConditionSubject,
    ContentState,
    DeploymentOption,
    IfStatement,
    Site,
    SourceState,
    Step,
    StepKind,
    every_step,
)
from dod_model.site.described import Described
from dod_model.situation import derive, resolve
from dod_model.situation.conditions import met
from dod_model.strategies import attempts, complete_sites, sites, situations
from tests.laws.site_parts import given_paths
from tests.strategies.looking import drawn, simplest

CHILD = StepKind.RUN_TASK_SEQUENCE
Situation = tuple[Site, Attempt]
BRANCH = st.just(Branch.CURRENT)


def listed(part: Any, name: str) -> tuple[Any, ...]:
    found = MISSING if part is MISSING else getattr(part, name)
    return () if found is MISSING else found


def steps_of(site: Site) -> list[Step]:
    return [step for one in listed(site, "task_sequences") for step in every_step(listed(one, "steps"))]


def conditions_of(site: Site) -> list[Condition]:
    return [condition for step in steps_of(site) for condition in listed(step, "conditions")]


class TestValid:
    @given(sites())
    def test_sites_fit_together(self, site: Site) -> None:
        assert Site.model_validate(site.model_dump(mode="json")) == site

    @given(situations())
    def test_situations_resolve(self, situation: Situation) -> None:
        site, attempt = situation
        assert resolve(site, attempt).client.name == attempt.client
        assert attempt.deployment in {one.name for one in listed(site, "deployments")}

    @given(complete_sites())
    def test_nothing_is_left_out_of_complete_sites(self, site: Site) -> None:
        assert site.known().keys() == Site.model_fields.keys()
        for client in listed(site, "clients"):
            assert isinstance(client.release, Release)

    @given(situations(sites=complete_sites(), starts=st.sampled_from(Start), users=st.sampled_from(User)))
    def test_nothing_is_unknown_on_complete_sites(self, situation: Situation) -> None:
        facts = derive(*situation).known()
        assert len(facts) == 33

    @given(complete_sites())
    def test_every_step_of_complete_sites_runs_or_does_not(self, site: Site) -> None:
        for step in steps_of(site):
            assert step.steps is not MISSING or step.kind is not StepKind.GROUP
            assert all(met(step, client) is not None for client in listed(site, "clients"))

    @given(complete_sites(faults=st.just(0)))
    def test_without_faults_no_step_has_a_condition(self, site: Site) -> None:
        assert not conditions_of(site)

    @given(situations(sites=complete_sites(faults=st.just(0)), starts=st.just(Start.SOFTWARE_CENTER)))
    def test_without_faults_all_is_well(self, situation: Situation) -> None:
        site, attempt = situation
        assessment = assess(site, attempt, Wish.ON_DEMAND)
        expected = Outcome.NOT_COVERED if attempt.place is Place.INTRANET else Outcome.DOWNLOADS_ON_DEMAND
        assert assessment.outcome is expected

    @given(sites(branches=st.just(Branch.TECHNICAL_PREVIEW)))
    def test_all_is_of_one_branch(self, site: Site) -> None:
        versions = [site.release, *(client.release for client in listed(site, "clients"))]
        assert {one.branch for one in versions if isinstance(one, Release)} <= {Branch.TECHNICAL_PREVIEW}


@pytest.fixture(scope="module")
def many() -> list[Situation]:
    """As they come; with little amiss; with much amiss; and with much amiss and some of it not told."""
    little, much, some = st.just(2), st.sampled_from((5, 7)), st.just(2)
    return [
        *drawn(situations(), 150),
        *drawn(situations(sites=complete_sites(branches=BRANCH, faults=little)), 100),
        *drawn(situations(sites=complete_sites(branches=BRANCH, faults=much)), 500),
        *drawn(situations(sites=sites(gaps=some, faults=much)), 100),
    ]


REGIONS: dict[str, Callable[[Site], bool]] = {
    "four packages": lambda site: len(listed(site, "packages")) == 4,
    "no package": lambda site: site.packages == (),
    "two gateways": lambda site: len(listed(site, "gateways")) == 2,
    "no gateway": lambda site: site.gateways == (),
    "a stopped gateway": lambda site: any(one.state is SourceState.STOPPED for one in listed(site, "gateways")),
    "a gateway that serves nothing": lambda site: any(one.serves_content is False for one in listed(site, "gateways")),
    "two cloud distribution points": lambda site: len(listed(site, "cloud_distribution_points")) == 2,
    "an on-premises distribution point": lambda site: bool(listed(site, "distribution_points")),
    "a child of a child": lambda site: (
        len(
            {
                one.name
                for one in listed(site, "task_sequences")
                if CHILD in {step.kind for step in listed(one, "steps")}
            }
        )
        == 2
    ),
    "a group": lambda site: any(step.kind is StepKind.GROUP for step in steps_of(site)),
    "a group in a group": lambda site: any(
        inner.kind is StepKind.GROUP for step in steps_of(site) for inner in listed(step, "steps")
    ),
    "a child that is run from a group": lambda site: any(
        inner.kind is CHILD for step in steps_of(site) for inner in listed(step, "steps")
    ),
    "a package that is marked": lambda site: any(isinstance(one.model, str) for one in listed(site, "packages")),
    "a boot image": lambda site: any(isinstance(one.boot_image, str) for one in listed(site, "task_sequences")),
    "an empty program": lambda site: any(one.run_another_program_first == "" for one in listed(site, "task_sequences")),
    "two custom settings": lambda site: len(listed(site.client_settings, "custom")) == 2,
    "an unknown build": lambda site: isinstance(site.release, Build) and site.release.release is None,
    "a known build": lambda site: isinstance(site.release, Build) and site.release.release is not None,
    "packages left out": lambda site: site.packages is MISSING,
    "settings left out": lambda site: site.client_settings is MISSING,
}


class TestReachable:
    def test_each_outcome(self, many: list[Situation]) -> None:
        assert {assess(*found).outcome for found in many} == set(Outcome)

    def test_each_verdict_of_each_requirement(self, many: list[Situation]) -> None:
        assessments = [assess(*found) for found in many]
        covered = [found for found in assessments if found.outcome is not Outcome.NOT_COVERED]
        seen = {(finding.id, finding.verdict) for found in covered for finding in found.findings}
        always_asked = {(one.id, Verdict.NOT_APPLICABLE) for one in REQUIREMENTS if one.scope is None}
        assert seen == {(one.id, verdict) for one in REQUIREMENTS for verdict in Verdict} - always_asked

    @pytest.mark.parametrize("region", REGIONS)
    def test_each_region(self, many: list[Situation], region: str) -> None:
        assert any(REGIONS[region](site) for site, _ in many)

    def test_each_state_and_version_of_content(self, many: list[Situation]) -> None:
        held = [entry for site, _ in many for one in listed(site, "gateways") for entry in listed(one, "content")]
        assert {(entry.state, entry.version == 2) for entry in held} >= set(product(ContentState, (True, False)))

    def test_each_kind_of_step(self, many: list[Situation]) -> None:
        assert {step.kind for site, _ in many for step in steps_of(site)} == set(StepKind)

    def test_each_condition(self, many: list[Situation]) -> None:
        steps = [step for site, _ in many for step in steps_of(site)]
        found = {(one.subject, one.comparison) for step in steps for one in listed(step, "conditions")}
        assert found == set(product(ConditionSubject, Comparison))
        assert {step.if_statement for step in steps if listed(step, "conditions")} == {*IfStatement, MISSING}

    def test_each_answer_to_a_condition(self, many: list[Situation]) -> None:
        answers = {
            (kind, met(step, client))
            for site, _ in many
            for client in listed(site, "clients")
            for step in steps_of(site)
            for kind in (step.kind is StepKind.GROUP, *(one.subject for one in listed(step, "conditions")))
        }
        assert answers == set(product((True, False, *ConditionSubject), (True, False, None)))

    def test_each_option_start_place_and_user(self, many: list[Situation]) -> None:
        deployments = [one for site, _ in many for one in listed(site, "deployments")]
        assert {one.option for one in deployments} == {*DeploymentOption, MISSING}
        assert {attempt.start for _, attempt in many} == {*Start, None}
        assert {attempt.place for _, attempt in many} == set(Place)
        assert {attempt.user for _, attempt in many} == {*User, None}

    def test_each_field_left_out_and_given(self, many: list[Situation]) -> None:
        seen = {found for site, _ in many for found in fields_of(site)}
        optional = {(kind, name) for kind, name, _ in seen} - NEVER_LEFT_OUT
        assert seen >= {(kind, name, given) for kind, name in optional for given in (True, False)}

    def test_sites_on_which_nothing_can_be_attempted(self) -> None:
        assert any(not listed(site, "deployments") for site in drawn(sites(), 50))


NEVER_LEFT_OUT = {("Site", "deployments"), ("Site", "clients")}


def fields_of(part: Any) -> Iterator[tuple[str, str, bool]]:
    """Every field that may be left out, of every part, and whether it was given."""
    for name, field in type(part).model_fields.items():
        value = getattr(part, name)
        if not field.is_required():
            yield type(part).__name__, name, value is not MISSING
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, Described):
                yield from fields_of(inner)


class TestReadable:
    def test_the_simplest_site_has_next_to_nothing(self) -> None:
        assert simplest(sites(gaps=st.just(16))).known() == {"deployments": (), "clients": ()}

    def test_the_simplest_complete_site_is_healthy_and_fits_on_a_page(self) -> None:
        site, attempt = simplest(situations(sites=complete_sites()))
        assert assess(site, attempt).outcome is Outcome.DOWNLOADS_ON_DEMAND
        assert len(list(given_paths(site))) < 50
        assert attempt == Attempt("Upgrade laptops", "LT-001")
        assert "MISSING" not in repr(site)

    @pytest.mark.slow
    def test_an_example_of_a_fault_is_small_and_has_no_other(self) -> None:
        def stopped(site: Site) -> bool:
            return any(one.state is SourceState.STOPPED for one in listed(site, "gateways"))

        search = settings(max_examples=100, derandomize=True, database=None)
        found = find(sites(gaps=st.just(0), branches=BRANCH), stopped, settings=search)
        healthy = simplest(sites(gaps=st.just(0), branches=BRANCH))
        assert found == healthy.changed("gateways", "CMG-EAST", state=SourceState.STOPPED)


class TestRefused:
    @pytest.mark.parametrize("argument", ["branches", "gaps", "faults", "attemptable"])
    def test_what_is_no_strategy(self, argument: str) -> None:
        with pytest.raises(InvalidArgument, match=f"{argument} must be a strategy, not 1"):
            sites(**{argument: 1})  # type: ignore[arg-type]

    @pytest.mark.parametrize("argument", ["branches", "faults"])
    def test_what_is_no_strategy_of_complete_sites(self, argument: str) -> None:
        with pytest.raises(InvalidArgument, match=f"{argument} must be a strategy, not 1"):
            complete_sites(**{argument: 1})  # type: ignore[arg-type]

    @pytest.mark.parametrize("argument", ["starts", "places", "users"])
    def test_what_is_no_strategy_of_attempts(self, argument: str) -> None:
        site, _ = simplest(situations())
        wrong: dict[str, Any] = {argument: 1}
        with pytest.raises(InvalidArgument, match=f"{argument} must be a strategy, not 1"):
            attempts(site, **wrong)
        with pytest.raises(InvalidArgument, match=f"{argument} must be a strategy, not 1"):
            situations(**wrong)

    def test_what_is_no_strategy_of_situations(self) -> None:
        with pytest.raises(InvalidArgument, match="sites must be a strategy"):
            situations(sites=Site())  # type: ignore[arg-type]

    @pytest.mark.parametrize(
        ("argument", "make"), [("gaps", lambda share: sites(gaps=share)), ("faults", lambda share: sites(faults=share))]
    )
    def test_what_is_no_share(self, argument: str, make: Callable[[Any], st.SearchStrategy[Site]]) -> None:
        with pytest.raises(InvalidArgument, match=f"{argument} draws sixteenths"):
            simplest(make(st.just(17)))

    def test_a_site_on_which_nothing_can_be_attempted(self) -> None:
        with pytest.raises(InvalidArgument, match="no deployment with a client"):
            attempts(Site())

    def test_arguments_without_their_name(self) -> None:
        with pytest.raises(TypeError):
            sites(BRANCH)  # type: ignore[call-arg]
