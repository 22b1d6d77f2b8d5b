"""Impostors: each is wrong where it is meant to be, and the model in all else."""

from __future__ import annotations

import re
from functools import cache

import pytest

from dod_model.assessment import ASKED, Decision
from dod_model.attempt import Attempt, Wish
from dod_model.documents import contradictions, statements
from dod_model.errors import InputError
from dod_model.kit.answers import Aspect, Reply
from dod_model.kit.dials import START
from dod_model.kit.healthy import ATTEMPT, HEALTHY
from dod_model.kit.impostors import IMPOSTORS, TOPICS, Case, Impostor
from dod_model.kit.impostors.deviating import by_ability, found, taken_for, with_facts
from dod_model.kit.in_process import InProcess
from dod_model.kit.shipped import vector_file
from dod_model.kit.system import ModelAnswer, ModelUnderTest
from dod_model.requirements import BY_ID, Verdict
from dod_model.situation import derive, resolve
from tests.kit.impostors.partings_over_sites import PARTINGS as OVER_SITES
from tests.kit.impostors.partings_over_use import PARTINGS as OVER_USE
from tests.kit.impostors.telling_apart import Parting, Said

PARTINGS = {**OVER_SITES, **OVER_USE}
WRONG_ON_THE_HEALTHY_SITE = {"on-demand-from-2002"}
"""The healthy site is at the very release that these take for too old."""
CONTENT = {"content-in-the-cloud", "content-on-a-running-source"}
SOURCES = CONTENT | {"gateway-serves-content", "cloud-distribution-point-has-a-future"}
PACKAGES = SOURCES | {"cache-size", "option-fits-availability"}
SETTINGS = {
    "client-uses-gateway",
    "client-gets-cloud-content",
    "install-permissions-allow-it",
    "metered-connection",
    "cache-size",
}
RELEASES = {
    "task-sequence-over-the-internet-available",
    "download-on-demand-available",
    "gateway-serves-content",
    "no-defect-of-2002",
    "cloud-distribution-point-has-a-future",
}
ALL = set(BY_ID)
ABOUT = {
    "previews-numbered-like-current-branch": ALL,
    "unlisted-build-is-oldest": RELEASES,
    "unlisted-build-is-the-release-before": RELEASES,
    "enhanced-http-alone-strikes": {"no-defect-of-2002"},
    "content-of-children-overlooked": PACKAGES,
    "conditions-spare-content": PACKAGES,
    "intranet-like-internet": ALL,
    "stopped-gateway-counts": {"gateway-set-up"},
    "every-gateway-must-run": {"gateway-set-up"},
    "every-gateway-must-serve-content": {"gateway-serves-content"},
    "any-package-suffices": CONTENT,
    "one-source-holds-all": CONTENT,
    "internet-facing-point-counts": SOURCES,
    "on-premises-point-counts": SOURCES,
    "outdated-content-counts": SOURCES,
    "distributing-content-counts": SOURCES,
    "custom-settings-ignored": SETTINGS,
    "highest-priority-number-wins": SETTINGS,
    "custom-settings-count-for-all": SETTINGS,
    "use-of-gateway-on-by-default": {"client-uses-gateway"},
    "cloud-content-on-by-default": {"client-gets-cloud-content"},
    "cloud-content-off-by-default": {"client-gets-cloud-content"},
    "content-enabled-by-default": {
        "gateway-serves-content",
        "content-on-a-running-source",
        "cloud-distribution-point-has-a-future",
    },
    "internet-option-off-by-default": {"allowed-on-the-internet"},
    "cache-at-its-default": {"cache-size"},
    "metered-connections-blocked-by-default": {"metered-connection"},
    "unknown-means-no": ALL,
    "unknown-means-yes": ALL,
    "silence-forbids": ALL,
    "silence-allows": ALL,
}
"""What the misreadings of facts are about; all, where they decide whether the documents speak of the attempt at all."""
each_impostor = pytest.mark.parametrize("impostor", IMPOSTORS.values(), ids=IMPOSTORS)


def said(answer: ModelAnswer) -> Said:
    return Said(answer.outcome, answer.violated, answer.undetermined)


@pytest.mark.parametrize("parting", PARTINGS.values(), ids=PARTINGS)
def test_the_model_says_what_the_documents_say(parting: Parting) -> None:
    assert said(ModelUnderTest().assess(*parting.state)) == parting.right


@pytest.mark.parametrize(("name", "parting"), PARTINGS.items(), ids=PARTINGS)
def test_the_impostor_says_otherwise(name: str, parting: Parting) -> None:
    assert said(IMPOSTORS[name].assess(*parting.state)) == parting.wrong
    assert parting.wrong != parting.right


def test_every_impostor_has_such_a_case() -> None:
    assert PARTINGS.keys() == IMPOSTORS.keys()
    assert len(PARTINGS) == len(OVER_SITES) + len(OVER_USE)


@each_impostor
def test_on_the_healthy_site_it_is_the_model(impostor: Impostor) -> None:
    agrees = said(impostor.assess(*START)) == said(ModelUnderTest().assess(*START))
    assert agrees is (impostor.id not in WRONG_ON_THE_HEALTHY_SITE)


def test_ids_are_slugs_of_their_own() -> None:
    ids = [one.id for each in TOPICS.values() for one in each]
    assert len(set(ids)) == len(ids) >= 28
    assert [one for one in ids if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", one)] == []
    assert [name for name, one in IMPOSTORS.items() if one.id != name] == []


@each_impostor
def test_it_believes_one_sentence_and_cites_what_there_is(impostor: Impostor) -> None:
    assert re.fullmatch(r"[A-Z][^.]*(\.[^ ][^.]*)*\.", impostor.believes)
    assert impostor.cites
    assert len(set(impostor.cites)) == len(impostor.cites)
    assert set(impostor.cites) <= statements().keys() | contradictions().keys()


def test_no_two_believe_the_same() -> None:
    assert len({one.believes for one in IMPOSTORS.values()}) == len(IMPOSTORS)


@each_impostor
def test_what_it_holds_are_requirements_held_otherwise(impostor: Impostor) -> None:
    for one in impostor.holds:
        own = BY_ID[one.id]
        assert one is not own
        assert (one.holds, one.scope, one.force) != (own.holds, own.scope, own.force)


@each_impostor
def test_it_is_a_tool_of_the_kit(impostor: Impostor) -> None:
    tool = InProcess(impostor.id, impostor, (Aspect.VIOLATED, Aspect.UNKNOWNS))
    question = PARTINGS[impostor.id].state.question
    ((_, reply),) = tool.answers([("a question", question)])
    assert reply == Reply(*PARTINGS[impostor.id].wrong)


@cache
def cases() -> tuple[Case, ...]:
    """Every question of the features and the boundaries, worked out once for all impostors."""
    vectors = [one for kind in ("features", "boundaries") for one in vector_file(kind).vectors]
    return tuple(Case(one.question.site, one.question.attempt, one.question.wish) for one in vectors)


@each_impostor
def test_it_differs_only_in_what_its_misreading_is_about(impostor: Impostor) -> None:
    about = {one.id for one in impostor.holds} | ABOUT.get(impostor.id, set())
    elsewhere = {name for case in cases() for name in apart(case, impostor.decide(case))} - about
    assert elsewhere == set()


@pytest.mark.parametrize("name", ["advice-blocks", "disabled-sequence-only-advises", "stopped-source-blocks"])
def test_with_another_force_it_differs_in_the_outcome_only(name: str) -> None:
    assert [case for case in cases() if apart(case, IMPOSTORS[name].decide(case))] == []
    assert [case for case in cases() if case.decision.outcome is not IMPOSTORS[name].decide(case).outcome]


@each_impostor
def test_alone_it_decides_as_it_does_beside_others(impostor: Impostor) -> None:
    for case in cases()[::20]:
        beside, alone = impostor.decide(case), impostor.assess(case.site, case.attempt, case.wish)
        verdicts = zip(ASKED[case.wish], beside.verdicts, strict=True)
        assert alone.outcome is beside.outcome
        assert alone.violated == {one.id for one, verdict in verdicts if verdict is Verdict.VIOLATED}


def apart(case: Case, decision: Decision) -> set[str]:
    """The requirements of which something else is said than the model says."""
    verdicts = zip(ASKED[case.wish], case.decision.verdicts, decision.verdicts, strict=True)
    return {one.id for one, right, wrong in verdicts if right is not wrong}


def test_an_attempt_that_does_not_fit_the_site_is_refused() -> None:
    case = Case(HEALTHY, Attempt("Upgrade laptops", "LT-999"), Wish.RUN)
    with pytest.raises(InputError, match="LT-999"):
        IMPOSTORS["wish-overlooked"].decide(case)
    with pytest.raises(InputError, match="LT-999"):
        IMPOSTORS["wish-overlooked"].assess(case.site, case.attempt, case.wish)


def test_facts_read_as_they_are_stay_the_same_object() -> None:
    situation, facts = resolve(HEALTHY, ATTEMPT), derive(HEALTHY, ATTEMPT)
    assert with_facts(facts, upgrade=True) is facts
    assert found(upgrade=lambda _: True)(situation, facts) is facts
    assert taken_for(upgrade=False)(situation, facts) is facts
    assert with_facts(facts, upgrade=None).known() == {k: v for k, v in facts.known().items() if k != "upgrade"}
    assert taken_for(undocumented=True)(situation, facts) == facts.filled("undocumented", True)


def test_what_needs_no_ability_is_not_judged_by_one() -> None:
    with pytest.raises(ValueError, match="gateway-set-up needs no ability"):
        by_ability(BY_ID["gateway-set-up"], lambda facts, ability: facts.can(ability))
