"""Entries become a file: one JSON document, an entry a line, the same bytes each time, whole or not at all."""

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from dod_model.kit.boundaries import boundaries
from dod_model.kit.dials import START, turned
from dod_model.kit.expecting import vector
from dod_model.kit.format import Relation, Vector, VectorFile
from dod_model.kit.recording import DERIVED, about, lines, write
from dod_model.kit.relations import relations
from dod_model.kit.shipped import KINDS, vector_count
from dod_model.requirements import BY_ID, REQUIREMENTS, Requirement

SOME = tuple(islice(boundaries(), 5))
PAIRS = tuple(islice(relations(), 3))


def text(kind: Any, *entries: Vector | Relation) -> str:
    return "".join(lines(kind, entries))


@pytest.mark.parametrize(
    ("kind", "entries"),
    [("boundaries", SOME), ("relations", PAIRS), ("pairs", SOME[:1]), ("pairs", ()), ("relations", ())],
)
class TestAFile:
    def test_reads_back_equal(self, kind: Any, entries: tuple[Any, ...]) -> None:
        file = VectorFile.model_validate_json(text(kind, *entries))
        assert (file.kind, (*file.vectors, *file.relations)) == (kind, entries)
        assert bool(file.relations) is (kind == "relations" and bool(entries))

    def test_has_an_entry_a_line(self, kind: Any, entries: tuple[Any, ...]) -> None:
        head, *middle, _ = text(kind, *entries).splitlines()
        assert [json.loads(line.rstrip(","))["id"] for line in middle if line] == [one.id for one in entries]
        assert json.loads(f"{head}]}}")["kind"] == kind

    def test_is_counted_by_its_lines(self, kind: Any, entries: tuple[Any, ...], tmp_path: Path) -> None:
        assert write(tmp_path, kind, entries) == len(entries)
        assert vector_count((tmp_path / f"{kind}.json").read_text(encoding="utf-8")) == len(entries)

    def test_has_the_same_bytes_each_time(self, kind: Any, entries: tuple[Any, ...], tmp_path: Path) -> None:
        for folder in ("one", "two"):
            write(tmp_path / folder, kind, iter(entries))
        first, second = ((tmp_path / folder / f"{kind}.json").read_bytes() for folder in ("one", "two"))
        assert first == second
        assert b"\r" not in first
        assert first.isascii()


def test_whatever_is_named_is_written_in_letters_that_every_machine_has() -> None:
    site = START.site.changed("clients", "LT-001", model="Größe 10 \u2028 ドライバー")
    made = vector("it", START._replace(site=site).question, why="Ноутбук")
    written = text("pairs", made)
    assert written.isascii()
    assert len(written.splitlines()) == 3
    assert VectorFile.model_validate_json(written).vectors == (made,)


def test_what_is_unknown_of_an_attempt_is_null_and_of_a_site_left_out() -> None:
    state = turned({"it is started": "unknown", "Enabled": "unknown"})
    written = json.loads(text("pairs", vector("it", state.question, why="")))["vectors"][0]["question"]
    assert written["attempt"]["start"] is None
    assert written["attempt"]["user"] is None
    (sequence,) = written["site"]["task_sequences"]
    assert "enabled" not in sequence
    assert sequence["boot_image"] is None


class TestWriting:
    def test_makes_the_folder(self, tmp_path: Path) -> None:
        write(tmp_path / "a" / "b", "pairs", SOME)
        assert [path.name for path in (tmp_path / "a" / "b").iterdir()] == ["pairs.json"]

    def test_that_breaks_off_leaves_the_file_that_was_there(self, tmp_path: Path) -> None:
        def breaking() -> Iterator[Vector]:
            yield SOME[0]
            raise ZeroDivisionError

        write(tmp_path, "pairs", SOME)
        before = (tmp_path / "pairs.json").read_bytes()
        with pytest.raises(ZeroDivisionError):
            write(tmp_path, "pairs", breaking())
        assert (tmp_path / "pairs.json").read_bytes() == before
        assert [path.name for path in tmp_path.iterdir()] == ["pairs.json"]

    def test_takes_entries_one_by_one(self) -> None:
        def endless() -> Iterator[Vector]:
            while True:
                yield SOME[0]

        assert len(list(islice(lines("pairs", endless()), 4))) == 4


class TestRequirements:
    @pytest.mark.parametrize("requirement", REQUIREMENTS, ids=lambda one: one.id)
    def test_are_told_with_their_passages(self, requirement: Requirement) -> None:
        told = about(requirement)
        assert (told.statement, told.force) == (requirement.statement, requirement.force.value)
        assert {passage.statement for passage in told.passages} == set(requirement.cites)
        assert all(passage.url and passage.document for passage in told.passages)

    def test_are_told_in_every_file(self) -> None:
        assert VectorFile.model_validate_json(text("pairs")).requirements.keys() == BY_ID.keys()


def test_everything_is_derived_but_the_features() -> None:
    assert {*DERIVED, "features"} == set(KINDS)
