"""The kill matrix: counts right on small files, and no hole in what is shipped."""

from __future__ import annotations

from functools import cache

import pytest

from dod_model.kit.comparing import OUTCOME
from dod_model.kit.dials import SITE_RELEASE, START, turned
from dod_model.kit.expecting import vector
from dod_model.kit.format import Expected, Kind, Relation, Same, Standing, Vector, VectorFile
from dod_model.kit.impostors import IMPOSTORS, Impostor
from dod_model.kit.killing import KillMatrix, kill_matrix
from dod_model.kit.laws import LAWS
from dod_model.kit.shipped import KINDS, vector_file

THE_MODEL = Impostor("the-model", "All is as the documents say.", ("F001",))
WISHES_OVERLOOKED = IMPOSTORS["wish-overlooked"]
CLIENT_AT = "the client is at"
OLD_CLIENT = {CLIENT_AT: "1806"}
DOWNLOAD_ALL = {
    "Deployment options": "Download all content locally before starting task sequence",
    "a step Download Package Content": "is not there",
}
ON_DEMAND, WISH = "download-on-demand-available", "on-demand-option-chosen"


def file(kind: Kind, *entries: Vector | Relation) -> VectorFile:
    return VectorFile(
        kit=1,
        kind=kind,
        requirements={},
        vectors=tuple(one for one in entries if isinstance(one, Vector)),
        relations=tuple(one for one in entries if isinstance(one, Relation)),
    )


def asked(name: str, positions: dict[str, str]) -> Vector:
    """A vector with the answer that the model gives, which is right."""
    return vector(name, turned(positions).question, why="a case")


FILES = (
    file("features", asked("features/healthy", {}), asked("features/old-client", OLD_CLIENT)),
    file(
        "pairs",
        asked("pairs/1", DOWNLOAD_ALL),
        asked("pairs/2", {**DOWNLOAD_ALL, **OLD_CLIENT}),
        asked("pairs/3", {**OLD_CLIENT, SITE_RELEASE: "1806"}),
    ),
)


def test_each_vector_counts_in_all_that_an_impostor_gets_wrong() -> None:
    matrix = kill_matrix([IMPOSTORS["client-release-ignored"], WISHES_OVERLOOKED, THE_MODEL], FILES)
    assert matrix.impostors == ("client-release-ignored", "wish-overlooked", "the-model")
    assert matrix.asked == {"features": 2, "pairs": 3}
    assert matrix.exposing == {("client-release-ignored", "features"): 1, ("wish-overlooked", "pairs"): 2}
    assert matrix.cells == {
        ("client-release-ignored", "outcome", "features"): 1,
        ("client-release-ignored", ON_DEMAND, "features"): 1,
        ("wish-overlooked", WISH, "pairs"): 2,
    }


def test_who_is_missed_and_by_what() -> None:
    matrix = kill_matrix([IMPOSTORS["client-release-ignored"], WISHES_OVERLOOKED, THE_MODEL], FILES)
    assert matrix.unexposed == ("the-model",)
    assert matrix.missed_by("features") == ("wish-overlooked", "the-model")
    assert matrix.missed_by("features", "pairs") == ("the-model",)
    assert [matrix.total(one) for one in matrix.impostors] == [1, 2, 0]
    assert matrix.subjects("client-release-ignored") == {ON_DEMAND: 1, "outcome": 1}
    assert matrix.caught_by(WISH) == {"wish-overlooked": 2}
    assert matrix.caught_by("gateway-set-up") == {}


def test_what_is_only_reasoned_does_not_count_as_documented() -> None:
    """That a wish is to be granted is read; the documents contradict one another over whether a schedule starts it."""
    matrix = kill_matrix([WISHES_OVERLOOKED, THE_MODEL], FILES)
    assert matrix.documented["wish-overlooked"] == 2
    contested = kill_matrix(
        [IMPOSTORS["schedule-does-not-start-it"], THE_MODEL],
        [file("pairs", asked("pairs/1", {"Purpose": "Required", "it is started": "schedule"}))],
    )
    assert contested.reasoned_only == ("schedule-does-not-start-it",)
    assert contested.unexposed == ("the-model",)


def test_an_impostor_is_held_against_the_answer_in_the_file_and_not_against_the_model() -> None:
    right = asked("features/healthy", {})
    refused = Expected(outcome=right.expect.outcome, violated=("gateway-set-up",))
    standing = Standing(outcome="documented", met=(), inferred=("gateway-set-up",), contested=())
    matrix = kill_matrix(
        [THE_MODEL], [file("features", right.model_copy(update={"expect": refused, "standing": standing}))]
    )
    assert matrix.cells == {("the-model", "gateway-set-up", "features"): 1}
    assert matrix.reasoned_only == ("the-model",)


def test_what_impostors_do_not_answer_is_not_asked_of_them() -> None:
    plans = asked("features/plan", OLD_CLIENT).model_copy(update={"asks": ("outcome", "plan")})
    matrix = kill_matrix([IMPOSTORS["client-release-ignored"]], [file("features", plans)])
    assert matrix.asked == {"features": 0}
    assert matrix.unexposed == ("client-release-ignored",)


def relation(law: str, same: Same, first: dict[str, str], second: dict[str, str]) -> Relation:
    return Relation.model_construct(
        id=f"relations/{law}",
        why="a law",
        law=law,
        relation=same,
        asks=("outcome", "violated", "unknowns"),
        first=turned(first).question,
        second=turned(second).question,
    )


def test_a_relation_is_exposed_under_the_name_of_its_law() -> None:
    unknown = {"Allow access to cloud distribution point": "unknown"}
    relations = file("relations", relation("to-know-more", "same-where-determined", unknown, {}))
    strict, lax = IMPOSTORS["cloud-content-off-by-default"], IMPOSTORS["cloud-content-on-by-default"]
    matrix = kill_matrix([strict, lax], [relations])
    assert matrix.asked == {"relations": 1}
    assert matrix.cells == {("cloud-content-off-by-default", "to-know-more", "relations"): 1}
    assert matrix.documented == {"cloud-content-off-by-default": 1}


def test_nobody_and_nothing_to_ask() -> None:
    assert kill_matrix([], FILES).unexposed == ()
    assert kill_matrix([THE_MODEL], []).unexposed == ("the-model",)
    assert kill_matrix([THE_MODEL], [file("pairs")]).asked == {"pairs": 0}
    assert START.question == asked("features/healthy", {}).question


@cache
def shipped() -> KillMatrix:
    return kill_matrix([*IMPOSTORS.values(), THE_MODEL], [vector_file(kind) for kind in KINDS])


@pytest.mark.slow
def test_every_impostor_is_exposed() -> None:
    assert shipped().unexposed == ("the-model",)
    assert list(shipped().asked) == list(KINDS)


@pytest.mark.slow
@pytest.mark.parametrize("name", IMPOSTORS)
def test_the_features_alone_expose(name: str) -> None:
    assert shipped().exposing[name, "features"], f"no scenario says that this is wrong: {IMPOSTORS[name].believes}"


@pytest.mark.slow
@pytest.mark.parametrize("impostor", [one for one in IMPOSTORS.values() if one.holds], ids=lambda one: one.id)
def test_an_impostor_is_caught_in_what_it_holds_otherwise(impostor: Impostor) -> None:
    held = {one.id for one in impostor.holds}
    subjects = shipped().subjects(impostor.id).keys()
    assert subjects <= held | {OUTCOME} | {law.name for law in LAWS}
    assert subjects & (held | {OUTCOME})


@pytest.mark.slow
def test_only_readings_that_the_documents_leave_open_are_exposed_by_reasoning_alone() -> None:
    assert set(shipped().reasoned_only) == {
        "cache-holds-all-on-demand",
        "cache-holds-the-largest-only",
        "cloud-points-hold-nothing-from-2107",
        "gateways-hold-nothing-before-1910",
        "intranet-like-internet",
        "schedule-does-not-start-it",
        "silence-allows",
        "silence-forbids",
        "stopped-source-blocks",
    }
