"""The file of known disagreements."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import pytest

from dod_model.errors import InputError, Problem
from dod_model.kit.format import Kind
from dod_model.kit.known import LARGEST, Known, KnownDisagreement, check_vectors, read_known
from dod_model.kit.shipped import KINDS, vector_file

SERVES = "gateway-serves-content"


def written(tmp_path: Path, content: str | bytes) -> str:
    path = tmp_path / "known.txt"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(path)


def problems(tmp_path: Path, content: str | bytes) -> tuple[Problem, ...]:
    with pytest.raises(InputError) as caught:
        read_known(written(tmp_path, content))
    return caught.value.problems


def test_a_line_has_an_id_and_perhaps_a_subject_and_a_comment(tmp_path: Path) -> None:
    text = f"features/a\nfeatures/b outcome\n  features/c\t{SERVES}   # A1: why # not\nfeatures/d#1 # why\n"
    assert read_known(written(tmp_path, text)).lines == (
        KnownDisagreement("features/a", "", "", 1),
        KnownDisagreement("features/b", "outcome", "", 2),
        KnownDisagreement("features/c", SERVES, "A1: why # not", 3),
        KnownDisagreement("features/d#1", "", "why", 4),
    )


def test_comments_right_above_a_line_tell_why_too(tmp_path: Path) -> None:
    text = "# The file\n\n# A1:\n# too old\nfeatures/a\nfeatures/b\n"
    assert [one.why for one in read_known(written(tmp_path, text)).lines] == ["A1: too old", ""]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_marks_and_blank_lines_do_no_harm(tmp_path: Path, end: str, encoding: str) -> None:
    text = end.join(["", "features/ä  outcome", " ", "# größer", "features/b", ""])
    assert read_known(written(tmp_path, text.encode(encoding))).lines == (
        KnownDisagreement("features/ä", "outcome", "", 2),
        KnownDisagreement("features/b", "", "größer", 5),
    )


@pytest.mark.parametrize("text", ["", "\n", "# nothing is known\n"])
def test_a_file_may_say_nothing(tmp_path: Path, text: str) -> None:
    assert read_known(written(tmp_path, text)).lines == ()


def test_what_a_line_covers(tmp_path: Path) -> None:
    known = read_known(written(tmp_path, f"features/a\nfeatures/b outcome\nfeatures/b {SERVES}\n"))
    assert known.covers("features/a", "outcome")
    assert known.covers("features/a", "anything")
    assert known.covers("features/b", SERVES)
    assert not known.covers("features/b", "plan")
    assert not known.covers("features/c", "outcome")
    assert not Known().covers("features/a", "outcome")


def test_all_problems_are_told_with_their_lines_and_the_nearest(tmp_path: Path) -> None:
    text = "features/a outcom\nfeatures/b outcome and more\nfeatures/c\n\nfeatures/c # again\nfeatures/d xyzzy\n"
    found = problems(tmp_path, text)
    assert [(one.code, one.line) for one in found] == [
        ("unknown-subject", 1),
        ("too-many-words", 2),
        ("duplicate", 5),
        ("unknown-subject", 6),
    ]
    assert found[0].hint == "Did you mean 'outcome'?"
    assert found[2].message == "this stands in line 3 already"
    assert {one.file for one in found} == {str(tmp_path / "known.txt")}


def test_many_problems_are_counted(tmp_path: Path) -> None:
    found = problems(tmp_path, "".join(f"features/{number} nothing\n" for number in range(250)))
    assert (len(found), found[-1].message) == (101, "and 150 more")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"x" * (LARGEST + 1), "too-large"),
        (b"features/\xff", "encoding"),
        (b"features/a\0", "encoding"),
    ],
)
def test_what_is_no_such_file_is_told_with_its_name(tmp_path: Path, content: bytes, code: str) -> None:
    (one,) = problems(tmp_path, content)
    assert (one.code, one.file) == (code, str(tmp_path / "known.txt"))


def test_a_file_that_is_not_there_is_told_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.txt: there is no such file"):
        read_known(str(tmp_path / "none.txt"))


def ids(kind: str) -> Collection[str]:
    return {"features": {"features/gates/one", "features/gates/two"}}.get(kind, frozenset())


def test_ids_have_to_be_those_of_vectors(tmp_path: Path) -> None:
    text = "features/gates/one\nfeatures/gates/tow\nfeature/gates/one\ndrawn/7/12\n"
    with pytest.raises(InputError) as caught:
        check_vectors(read_known(written(tmp_path, text)), ids)
    assert [(one.line, one.hint) for one in caught.value.problems] == [
        (2, "Did you mean 'features/gates/two'?"),
        (3, "Did you mean 'features/gates/one'?"),
    ]


def hints(tmp_path: Path, *vectors: str) -> list[str]:
    """The hints for vectors that are not among those that came with the package."""
    with pytest.raises(InputError) as caught:
        check_vectors(read_known(written(tmp_path, "\n".join(vectors))), shipped_ids)
    return [one.hint for one in caught.value.problems]


def shipped_ids(kind: str) -> Collection[str]:
    kinds: dict[str, Kind] = {one: one for one in KINDS}
    if kind not in kinds:
        return frozenset()
    file = vector_file(kinds[kind])
    return {one.id for one in file.vectors} | {one.id for one in file.relations}


@pytest.mark.parametrize("kind", KINDS)
def test_of_ids_with_one_wrong_letter_the_right_one_is_told(tmp_path: Path, kind: str) -> None:
    meant = sorted(shipped_ids(kind))[:: len(shipped_ids(kind)) // 15][:15]
    wrong = [f"{one[: (at := len(one) - 3)]}~{one[at + 1 :]}" for one in meant]
    assert hints(tmp_path, *wrong) == [f"Did you mean '{one}'?" for one in meant]


def test_an_id_whose_digest_changed_is_told_by_what_stands_before(tmp_path: Path) -> None:
    meant = next(one for one in sorted(shipped_ids("features")) if len(one) > 100)
    stem, _, digest = meant.rpartition("-")
    wrong = (f"{stem}-{'0' * len(digest)}", stem, f"feature{meant[8:]}")
    assert hints(tmp_path, *wrong) == [f"Did you mean '{meant}'?"] * 3


@pytest.mark.parametrize(
    "vector",
    ["features", "features/", "features/xyzzy", "nonsense/of/mine", "triples/ffffffffff", "features/-", "x" * 999],
)
def test_for_nonsense_nothing_is_proposed(tmp_path: Path, vector: str) -> None:
    assert hints(tmp_path, vector) == ["`dod kit list --ids` tells them all."]


def test_the_ids_of_a_kind_are_asked_for_once(tmp_path: Path) -> None:
    asked: list[str] = []

    def noted(kind: str) -> Collection[str]:
        asked.append(kind)
        return ids(kind)

    known = read_known(written(tmp_path, "features/gates/one outcome\nfeatures/gates/two\nfeatures/gates/one plan\n"))
    check_vectors(known, noted)
    assert asked == ["features"]


def test_for_a_folder_none_of_its_files_is_proposed(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{}", encoding="utf-8")
    with pytest.raises(InputError, match=r"this is a folder, expected a file$"):
        read_known(str(tmp_path))


def test_ids_of_vectors_are_right(tmp_path: Path) -> None:
    check_vectors(read_known(written(tmp_path, "features/gates/one outcome\ndrawn/1/1\n")), ids)
    check_vectors(Known(), ids)
