"""The form of the files: a schema that other languages can use, and files of each version that are read for ever."""

import json
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from dod_model.assessment import assess
from dod_model.kit.answers import Aspect, Reply
from dod_model.kit.comparing import broken
from dod_model.kit.dials import START
from dod_model.kit.expecting import expected, vector
from dod_model.kit.format import FORMAT, Asked, Basis, Expected, Form, Question, Same, Vector, VectorFile
from dod_model.kit.recording import lines
from dod_model.kit.shipped import KINDS, vector_text
from tests.kit.answered import answered

FIXTURE = Path(__file__).parent / "fixtures" / f"vectors-{FORMAT}.json"
"""A few entries of all kinds, as the first release with this format wrote them. Never written anew for the same format:
where the model answers otherwise since, only the answer is changed."""
SETS = frozenset({Aspect.OUTCOME, Aspect.VIOLATED, Aspect.UNKNOWNS})


@cache
def validator() -> Draft202012Validator:
    return Draft202012Validator(VectorFile.model_json_schema())


@cache
def old() -> VectorFile:
    return VectorFile.model_validate_json(FIXTURE.read_text(encoding="utf-8"))


def as_json(kind: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(vector_text(kind))
    return found


def reply(question: Question) -> Reply:
    expect = expected(assess(question.site, question.attempt, question.wish))
    return Reply(expect.outcome, frozenset(expect.violated), frozenset(expect.undetermined))


class TestTheSchema:
    def test_is_one(self) -> None:
        Draft202012Validator.check_schema(VectorFile.model_json_schema())

    def test_says_what_each_field_of_the_files_means(self) -> None:
        schema = VectorFile.model_json_schema()
        forms = {form.__name__ for form in Form.__subclasses__()}
        parts = {name: part for name, part in schema["$defs"].items() if name in forms} | {"VectorFile": schema}
        assert parts.keys() == forms
        missing = [
            f"{name}.{field}"
            for name, part in parts.items()
            for field, told in part["properties"].items()
            if not told.get("description")
        ]
        assert missing == []

    @pytest.mark.parametrize("kind", KINDS)
    def test_fits_each_file(self, kind: Any) -> None:
        """The head and some entries: the first, the last, and of each way of asking one."""
        file = as_json(kind)
        name = "relations" if kind == "relations" else "vectors"
        entries = [file[name][0], *{tuple(one["asks"]): one for one in file[name]}.values()]
        validator().validate({**file, name: entries})

    @pytest.mark.slow
    @pytest.mark.parametrize("kind", KINDS)
    def test_fits_each_file_whole(self, kind: Any) -> None:
        validator().validate(as_json(kind))

    def test_refuses_what_is_not_in_the_format(self) -> None:
        file = as_json("pairs")
        assert not validator().is_valid({**file, "kit": FORMAT + 1})
        assert not validator().is_valid({**file, "more": 1})
        assert not validator().is_valid({**file, "vectors": [{**file["vectors"][0], "asks": ["weather"]}]})

    def test_names_what_may_be_asked_as_tools_name_it(self) -> None:
        assert set(get_args(Asked)) == {aspect.value for aspect in Aspect}

    def test_has_few_words_for_bases_and_relations(self) -> None:
        assert set(get_args(Basis)) == {"documented", "contested", "inferred"}
        assert set(get_args(Same)) == {"same-as", "never-worse-than", "same-where-determined"}


class TestForms:
    def test_are_frozen(self) -> None:
        with pytest.raises(ValidationError, match="frozen"):
            vector("it", START.question, why="").expect.outcome = None  # type: ignore[misc]

    def test_refuse_what_they_do_not_know(self) -> None:
        with pytest.raises(ValidationError, match="more"):
            Expected.model_validate({"outcome": "does-not-run", "more": 1})

    def test_of_another_version_are_refused(self) -> None:
        with pytest.raises(ValidationError, match="kit"):
            VectorFile.model_validate({"kit": FORMAT + 1, "kind": "pairs", "requirements": {}})

    def test_may_leave_out_what_is_not_asked(self) -> None:
        written = json.loads("".join(lines("pairs", [vector("it", START.question, why="All is well.")])))
        (one,) = written["vectors"]
        assert one["expect"].keys() == {"outcome", "violated", "undetermined"}
        assert one["question"].keys() == {"site", "attempt", "wish"}
        assert one["question"]["attempt"].keys() == {"deployment", "client", "start", "place", "user"}
        assert Vector.model_validate(one).question == START.question


class TestAFileOfThisVersion:
    """If one of these fails, the format has changed: readers of older files misread newer ones; its number grows."""

    def test_is_small_and_has_something_of_everything(self) -> None:
        assert FIXTURE.stat().st_size < 60_000
        ids = [*(one.id for one in old().vectors), *(one.id for one in old().relations)]
        assert {name.partition("/")[0] for name in ids} == set(KINDS)
        assert {asked for one in old().vectors for asked in one.asks} == set(get_args(Asked))
        assert {one.relation for one in old().relations} == set(get_args(Same))
        assert {one.standing.outcome for one in old().vectors} == set(get_args(Basis))

    def test_fits_the_schema(self) -> None:
        validator().validate(json.loads(FIXTURE.read_text(encoding="utf-8")))

    def test_is_answered_as_it_was(self) -> None:
        assert [one.id for one in old().vectors if answered(one.question) != one.expect] == []

    def test_its_relations_hold(self) -> None:
        for one in old().relations:
            assert broken(one, reply(one.first), reply(one.second), SETS) == (), one.id

    def test_is_written_as_it_was(self) -> None:
        """Nothing has come or gone, and nothing is named or ordered otherwise."""
        *vectors, _ = "".join(lines("features", old().vectors)).splitlines()[1:]
        *relations, _ = "".join(lines("relations", old().relations)).splitlines()[1:]
        entries = FIXTURE.read_text(encoding="utf-8").splitlines()
        assert [one.rstrip(",") for one in entries[1 : len(vectors) + 1]] == [one.rstrip(",") for one in vectors]
        assert [one.rstrip(",") for one in entries[-len(relations) - 1 : -1]] == [one.rstrip(",") for one in relations]
