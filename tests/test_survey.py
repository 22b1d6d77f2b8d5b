"""Which attempts a site suggests, and what of a site matters to one attempt."""

from __future__ import annotations

import pytest
from hypothesis import given

from dod_model.assessment import assess
from dod_model.attempt import Attempt, Place, Start, User
from dod_model.errors import InputError
from dod_model.site import MISSING, Client, Collection, Deployment, Purpose, Site
from dod_model.strategies import sites
from dod_model.survey import ANY_CLIENT, Excerpts, Question, attempts, with_clients

A = Deployment(name="A", task_sequence="T", collection="All", purpose=Purpose.AVAILABLE)
R = Deployment(name="R", task_sequence="T", collection="Some", purpose=Purpose.REQUIRED)
SITE = Site(
    deployments=(A, R),
    collections=(Collection(name="All", members=("1", "2")), Collection(name="Some", members=("2",))),
    clients=(Client(name="1"), Client(name="2"), Client(name="3")),
)


def asked(site: Site, **question: object) -> list[tuple[str, str]]:
    return [(one.deployment, one.client) for one in attempts(site, Question(**question))]  # type: ignore[arg-type]


def test_every_deployment_is_asked_for_every_member() -> None:
    assert asked(SITE) == [("A", "1"), ("A", "2"), ("R", "2")]


def test_a_question_narrows_it_down() -> None:
    assert asked(SITE, deployment="R") == [("R", "2")]
    assert asked(SITE, client="2") == [("A", "2"), ("R", "2")]
    assert asked(SITE, deployment="A", client="1") == [("A", "1")]


def test_a_start_is_suggested_by_the_purpose() -> None:
    unsaid = SITE.changed("deployments", "A", purpose=MISSING)
    assert [one.start for one in attempts(SITE, Question(client="2"))] == [Start.SOFTWARE_CENTER, Start.SCHEDULE]
    assert [one.start for one in attempts(unsaid, Question(deployment="A", client="1"))] == [None]


def test_the_question_is_passed_on() -> None:
    question = Question("R", "2", Start.PXE, Place.INTRANET, User.OTHER_USER)
    assert list(attempts(SITE, question)) == [Attempt("R", "2", Start.PXE, Place.INTRANET, User.OTHER_USER)]


@pytest.mark.parametrize(
    "site", [SITE.changed("collections", "Some", members=MISSING), SITE.model_copy(update={"collections": MISSING})]
)
def test_where_members_are_unknown_every_client_may_be_one(site: Site) -> None:
    assert asked(site, deployment="R") == [("R", "1"), ("R", "2"), ("R", "3")]


@pytest.mark.parametrize(
    ("site", "question", "said"),
    [
        (SITE, {"deployment": "a"}, "there is no 'a' in deployments"),
        (SITE, {"client": "4"}, "there is no '4' in clients"),
        (SITE, {"client": "3"}, "the client '3' is no member of a collection to which anything is deployed"),
        (SITE, {"client": "3", "deployment": "R"}, "the client '3' is no member of the collection to which 'R' is"),
        (Site(), {}, "no deployment is described"),
        (Site(deployments=()), {}, "no deployment is described"),
        (
            SITE.changed("collections", "Some", members=()),
            {"deployment": "R"},
            "no client is a member of the collection",
        ),
    ],
)
def test_nothing_to_ask_is_told(site: Site, question: dict[str, object], said: str) -> None:
    with pytest.raises(InputError) as raised:
        asked(site, **question)
    assert str(raised.value).startswith(said)


def test_clients_are_taken_from_collections_where_none_are_described() -> None:
    site = SITE.model_copy(update={"clients": MISSING})
    assert with_clients(site).clients == (Client(name="1"), Client(name="2"))
    assert with_clients(Site(deployments=(A,))).clients == (Client(name=ANY_CLIENT),)
    assert with_clients(SITE) is SITE


def test_clients_that_are_described_are_left_alone() -> None:
    none = SITE.model_copy(update={"clients": ()})
    assert with_clients(none).clients == ()


def test_an_excerpt_has_one_client_and_its_memberships() -> None:
    cut = Excerpts(SITE).of(Attempt("A", "1"))
    assert cut.clients == (Client(name="1"),)
    assert cut.collections == (Collection(name="All", members=("1",)), Collection(name="Some", members=()))
    assert cut.deployments == SITE.deployments


def test_an_excerpt_for_a_client_that_is_not_there_is_the_whole() -> None:
    assert Excerpts(SITE).of(Attempt("A", "9")) is SITE


@given(sites())
def test_an_excerpt_gives_the_same_findings_as_the_whole(site: Site) -> None:
    """Law: no other client ever counts."""
    excerpts = Excerpts(site)
    try:
        asked_of = list(attempts(site, Question()))
    except InputError:
        return
    for attempt in asked_of:
        whole, cut = assess(site, attempt), assess(excerpts.of(attempt), attempt)
        assert (whole.facts, whole.decision) == (cut.facts, cut.decision)
        assert [one.evidence for one in whole.findings] == [one.evidence for one in cut.findings]
