import pytest

from dod_model.errors import InputError
from dod_model.intake.encoding import decoded


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_with_a_mark_or_utf8_is_read(encoding: str) -> None:
    assert decoded("name: Büro 🖥\n".encode(encoding)) == "name: Büro 🖥\n"


def test_both_byte_orders_of_utf16() -> None:
    assert decoded(b"\xff\xfea\0") == decoded(b"\xfe\xff\0a") == "a"


@pytest.mark.parametrize(
    ("raw", "line", "said"),
    [
        (b"a\nb\n\xe4", 3, "byte 0xE4 is not UTF-8"),
        (b"\xff\xfea", 0, "is not UTF-16, which its first bytes announce"),
        (b"\xff\xfe\0\0a\0\0\0", 1, "character with the number zero"),
        (b"a\0\nb\0", 1, "character with the number zero"),
        (b"x\ny\0", 2, "character with the number zero"),
    ],
)
def test_anything_else_is_a_problem(raw: bytes, line: int, said: str) -> None:
    with pytest.raises(InputError) as caught:
        decoded(raw)
    (problem,) = caught.value.problems
    assert (problem.code, problem.line, problem.hint) == ("encoding", line, "Save the file as UTF-8.")
    assert said in problem.message
