import pytest

from dod_model.site.nearest import closest, cut, nearest


@pytest.mark.parametrize(
    ("name", "meant"),
    [("windows 10", "Windows 10"), ("Windos 10", "Windows 10"), ("DRIVER", "Drivers"), ("Office", ""), ("x" * 65, "")],
)
def test_closest(name: str, meant: str) -> None:
    assert closest(name, {"Windows 10", "Drivers", "x" * 66}) == meant


def test_the_order_of_names_does_not_matter() -> None:
    assert closest("ab", ["AB", "Ab", "aB"]) == closest("ab", ["aB", "Ab", "AB"]) == "AB"


def test_among_many_names_the_nearest_is_found_and_among_too_many_none() -> None:
    names = {f"PC{index:05}" for index in range(4999)} | {"Laptop"}
    assert closest("Labtop", names) == "Laptop"
    assert closest("Labtop", names | {"one more"}) == ""


def test_hints() -> None:
    assert nearest("Ofice", {"Office", "Other"}) == "Did you mean 'Office'?"
    assert nearest("zzz", {"b", "a"}) == "There is 'a', 'b'."
    assert nearest("zzz", set()) == "The list is empty."
    assert nearest("zzz", set("abcdef")) == ""


def test_no_valid_name_is_cut() -> None:
    assert cut("x" * 256) == "x" * 256
    assert cut("x" * 257) == "x" * 255 + "…"


def test_the_limits() -> None:
    assert closest("a" * 64, {"a" * 64}) == "a" * 64
    assert closest("a" * 64, {"a" * 65}) == ""
    assert closest("A" * 65, {"a" * 65}) == ""
    assert closest("LT-1", {f"lt-{number}" for number in range(5000)}) == "lt-1"
    assert closest("LT-1", {f"lt-{number}" for number in range(5001)}) == ""
    assert nearest("zzz", set("abcde")) == "There is 'a', 'b', 'c', 'd', 'e'."
