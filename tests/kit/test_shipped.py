"""The vectors that come with the package: every one is sound and answered by the model, and none is missing."""

import json
from pathlib import Path

import pytest
from behave.parser import parse_file

from dod_model.assessment import Outcome
from dod_model.attempt import Wish
from dod_model.bdd.reporter import scenarios
from dod_model.errors import InputError
from dod_model.kit import shipped
from dod_model.kit.format import Ids, Kind, Vector
from dod_model.kit.shipped import KINDS, vector_count, vector_file, vector_text
from dod_model.requirements import BY_ID, REQUIREMENTS, Requirement
from dod_model.run.moments import Ending
from dod_model.site import Site
from tests.kit.answered import answered

ROOT = Path(__file__).resolve().parents[2]
FEATURES = sorted((ROOT / "features").rglob("*.feature"))
WITH_VECTORS: tuple[Kind, ...] = tuple(kind for kind in KINDS if kind != "relations")
SETTINGS_ONLY = frozenset({"asks-settings"})
"""Scenarios that ask for effective settings alone ask nothing of a tool."""

each_kind = pytest.mark.parametrize("kind", KINDS)
each_requirement = pytest.mark.parametrize("requirement", REQUIREMENTS, ids=lambda one: one.id)


def ids_of(kind: Kind) -> tuple[str, ...]:
    file = vector_file(kind)
    return (*(one.id for one in file.vectors), *(one.id for one in file.relations))


def of_features() -> tuple[Vector, ...]:
    return vector_file("features").vectors


def sorted_once(ids: Ids) -> bool:
    return ids == tuple(sorted(set(ids)))


@each_kind
class TestAFile:
    def test_is_of_its_kind_and_has_entries_of_it(self, kind: Kind) -> None:
        file = vector_file(kind)
        assert file.kind == kind
        assert bool(file.relations) is (kind == "relations") is not bool(file.vectors)
        assert all(name.startswith(f"{kind}/") for name in ids_of(kind))

    def test_counts_an_entry_a_line(self, kind: Kind) -> None:
        file = vector_file(kind)
        assert vector_count(vector_text(kind)) == len(file.vectors) + len(file.relations)

    def test_is_plain_json_of_letters_that_every_machine_has(self, kind: Kind) -> None:
        assert vector_text(kind).isascii()
        assert json.loads(vector_text(kind))["kit"] == 1

    def test_tells_every_requirement_with_its_passages(self, kind: Kind) -> None:
        told = vector_file(kind).requirements
        assert list(told) == [one.id for one in REQUIREMENTS]
        assert all(told[one.id].statement == one.statement for one in REQUIREMENTS)
        assert all({passage.statement for passage in told[one.id].passages} == set(one.cites) for one in REQUIREMENTS)

    def test_is_read_once(self, kind: Kind) -> None:
        assert vector_file(kind) is vector_file(kind)


def test_ids_are_unique_over_all_files() -> None:
    ids = [name for kind in KINDS for name in ids_of(kind)]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("kind", WITH_VECTORS)
class TestVectors:
    def test_are_answered_so_by_the_model(self, kind: Kind) -> None:
        assert [one.id for one in vector_file(kind).vectors if answered(one.question) != one.expect] == []

    def test_have_sound_descriptions(self, kind: Kind) -> None:
        """What is read back is what was meant: no part is lost on the way through a file."""
        for one in vector_file(kind).vectors:
            assert Site.model_validate_json(one.question.site.to_json()) == one.question.site, one.id

    def test_name_each_requirement_once_and_in_order(self, kind: Kind) -> None:
        for one in vector_file(kind).vectors:
            lists = (
                one.about,
                one.expect.violated,
                one.expect.undetermined,
                one.standing.met,
                one.standing.inferred,
                one.standing.contested,
            )
            assert all(map(sorted_once, lists)), one.id
            assert {name for ids in lists for name in ids} <= BY_ID.keys()

    def test_ask_for_what_they_expect_and_nothing_else(self, kind: Kind) -> None:
        for one in vector_file(kind).vectors:
            expect, asks = one.expect, set(one.asks)
            assert (expect.run is not None) is ("run" in asks) is (one.question.play is not None), one.id
            assert (expect.plan is not None) is ("plan" in asks) is one.question.plan, one.id
            assert (expect.outcome is not None) is ("outcome" in asks) is ("violated" in asks) is not ("run" in asks)
            assert one.why

    def test_ask_for_unknowns_exactly_where_something_is_undetermined(self, kind: Kind) -> None:
        for one in vector_file(kind).vectors:
            undetermined = bool(one.expect.undetermined) or one.expect.outcome is Outcome.UNDETERMINED
            assert ("unknowns" in one.asks) is undetermined, one.id


class TestOfTheFeatures:
    @pytest.mark.parametrize("path", FEATURES, ids=lambda path: path.relative_to(ROOT / "features").as_posix())
    def test_every_scenario_is_recorded(self, path: Path) -> None:
        recorded = {scenario for one in of_features() for scenario in one.scenarios}
        where = path.relative_to(ROOT).as_posix()
        for scenario in scenarios(parse_file(str(path))):
            asks = {str(tag) for tag in scenario.effective_tags if str(tag).startswith("asks-")}
            known = f"{where}:{scenario.line}" in recorded
            assert known or asks & (SETTINGS_ONLY | {"asks-run"}), scenario.name

    def test_nothing_else_is_recorded(self) -> None:
        lines = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8").splitlines() for path in FEATURES}
        for one in of_features():
            for place in one.scenarios:
                name, _, number = place.rpartition(":")
                assert lines[name][int(number) - 1].strip().startswith(("Scenario:", "|")), place

    @pytest.mark.parametrize("asked", ["outcome", "violated", "unknowns", "plan", "run"])
    def test_everything_is_asked_of_a_tool(self, asked: str) -> None:
        assert sum(asked in one.asks for one in of_features()) > 30

    def test_every_outcome_and_every_basis_is_among_them(self) -> None:
        assert {one.expect.outcome for one in of_features()} == {*Outcome, None}
        assert {one.standing.outcome for one in of_features()} == {"documented", "contested", "inferred"}

    def test_runs_end_in_every_way(self) -> None:
        endings = {one.expect.run.ending for one in of_features() if one.expect.run is not None}
        assert endings >= {ending.value for ending in Ending}

    @each_requirement
    def test_a_requirement_has_its_vectors(self, requirement: Requirement) -> None:
        """Violated, met and undetermined under its tag; where it has a scope, somewhere not applicable."""
        about = [one for one in of_features() if requirement.id in one.about]
        assert any(requirement.id in one.expect.violated for one in about)
        assert any(requirement.id in one.standing.met for one in about)
        assert any(requirement.id in one.expect.undetermined for one in about)
        if requirement.scope is not None:
            assert any(_is_out_of_scope(requirement, one) for one in of_features())


def _is_out_of_scope(requirement: Requirement, vector: Vector) -> bool:
    """Whether the attempt is covered and the requirement not applicable to it."""
    if vector.expect.outcome in (None, Outcome.NOT_COVERED) or vector.question.wish is Wish.RUN:
        return False
    return requirement.id not in (*vector.expect.violated, *vector.expect.undetermined, *vector.standing.met)


@each_requirement
def test_a_requirement_is_both_met_and_violated_in_the_triples(requirement: Requirement) -> None:
    triples = vector_file("triples").vectors
    assert any(requirement.id in one.expect.violated for one in triples)
    assert any(requirement.id in one.standing.met for one in triples)


class TestACheckoutWithoutThem:
    @pytest.fixture(autouse=True)
    def elsewhere(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(shipped, "_DATA", tmp_path)

    def test_says_how_they_are_made(self) -> None:
        with pytest.raises(InputError) as error:
            vector_text("pairs")
        assert [problem.code for problem in error.value.problems] == ["not-recorded"]
        assert "pairs" in str(error.value)
        assert "make kit" in str(error.value)
