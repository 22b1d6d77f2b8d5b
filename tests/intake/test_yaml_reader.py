import math

import pytest

from dod_model.errors import InputError, Problem
from dod_model.intake.limits import ALIASES, DIGITS
from dod_model.intake.yaml_reader import read_yaml, scalar

pytestmark = pytest.mark.usefixtures("yaml_part")


def told(text: str) -> list[tuple[str, str, int]]:
    """Code, path and line of what is wrong with the writing, fatal or not."""
    try:
        problems: list[Problem] = read_yaml(text).problems
    except InputError as error:
        problems = list(error.problems)
    return [(problem.code, problem.path, problem.line) for problem in problems]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1910", 1910),
        ("0", 0),
        ("-5", -5),
        ("19.10", 19.1),
        ("1e3", 1000.0),
        ("yes", True),
        ("On", True),
        ("TRUE", True),
        ("no", False),
        ("off", False),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
        (".inf", math.inf),
        ("1e999999", math.inf),
        ("5.00.8913", "5.00.8913"),
        ("TP 1909", "TP 1909"),
        ("0123", "0123"),
        ("0x1F", "0x1F"),
        ("0o17", "0o17"),
        ("1_000", "1_000"),
        ("12:30", "12:30"),
        ("2019-10-19", "2019-10-19"),
        ("y", "y"),
        ("N", "N"),
        ("tRUE", "tRUE"),
        ("=", "="),
        ("١٩", "١٩"),
    ],
)
def test_plain_scalars(text: str, value: object) -> None:
    assert scalar(text) == value
    assert type(scalar(text)) is type(value)


def test_quoted_scalars_are_texts() -> None:
    assert read_yaml("a: '1910'\nb: \"yes\"\nc: ''\nd: |\n  null\n").data == {
        "a": "1910",
        "b": "yes",
        "c": "",
        "d": "null\n",
    }


def test_lines() -> None:
    tree = read_yaml("# first\nrelease: 1910\npackages:\n\n  - name: A\n    size: 5\n  -\n    name: B\n")
    assert tree.line(("release",)) == 2
    assert tree.line(("packages",)) == 3
    assert tree.line(("packages", 0)) == 5
    assert tree.line(("packages", 0, "size")) == 6
    assert tree.line(("packages", 1, "name")) == 8


def test_a_duplicate_names_both_lines_and_the_last_counts() -> None:
    tree = read_yaml("a: 1\nb: 2\na: 3\n")
    (problem,) = tree.problems
    assert (problem.code, problem.path, problem.line) == ("duplicate-key", "a", 3)
    assert problem.message == "the field is given twice, first at line 1"
    assert tree.data == {"a": 3, "b": 2}
    assert tree.line(("a",)) == 3


@pytest.mark.parametrize(
    ("text", "code", "path", "line"),
    [
        ("a: !!python/object/apply:os.system [ls]", "tag", "a", 1),
        ("a: 1\nb: !!str 5", "tag", "b", 2),
        ("a: !own {}", "tag", "a", 1),
        ("! a: 1", "tag", "", 1),
        ("x: &x {b: 1}\na:\n  <<: *x\n", "merge-key", "a", 3),
        ("a:\n  1910: x", "key-no-text", "a", 2),
        ("yes: x", "key-no-text", "", 1),
        ("~: x", "key-no-text", "", 1),
        ("? " + "9" * (DIGITS + 1) + "\n: x", "key-no-text", "", 1),
        ("? [a]\n: x", "key-no-text", "", 1),
        ("? {a: b}\n: {c: d}", "key-no-text", "", 1),
        ("x: &x y\n*x : 1", "key-no-text", "", 2),
        ("a: *nothing", "alias", "a", 1),
        ("a: &a [1, *a]", "alias", "a[1]", 1),
        ("a: " + "9" * (DIGITS + 1), "number-too-long", "a", 1),
        ("a: 1\n---\nb: 2\n", "several-documents", "", 2),
        ("a:\n\tb: 1", "syntax", "", 2),
        ("a: b: c", "syntax", "", 1),
        ("a: 1\nb: \x01", "syntax", "", 2),
    ],
)
def test_what_is_wrong_with_the_writing(text: str, code: str, path: str, line: int, yaml_part: str) -> None:
    assert told(text) == [(code, path, line)], yaml_part


@pytest.mark.parametrize(
    "text", ["a: [1", "a: 1\nb: '5", 'a: "\\UFFFFFFFF"', "%YAML 3.0\n---\na: 1", "a: |x", "&a &b c"]
)
def test_broken_writing_of_which_the_two_parts_see_another_line(text: str) -> None:
    ((code, path, _),) = told(text)
    assert (code, path) == ("syntax", "")


def test_names_that_are_none_do_not_disturb_the_rest() -> None:
    tree = read_yaml("? [a, {b: c}]\n: {d: [e]}\n<<: {f: g}\n5: [h]\ni: j\n")
    assert tree.data == {"i": "j"}
    assert [problem.code for problem in tree.problems] == ["key-no-text", "merge-key", "key-no-text"]


def test_a_quoted_merge_key_is_a_name() -> None:
    assert read_yaml("'<<': 1").data == {"<<": 1}


def test_aliases_stand_for_what_was_anchored() -> None:
    tree = read_yaml("a: &a [1, {b: &s text}]\nc: *a\nd: *s\n")
    assert tree.data == {"a": [1, {"b": "text"}], "c": [1, {"b": "text"}], "d": "text"}
    assert tree.line(("c",)) == 2
    assert tree.line(("c", 1)) == 1
    assert not tree.problems


@pytest.mark.parametrize(
    ("text", "why"), [("a: &a [*a]", "something that contains it"), ("a: *a", "nothing before it")]
)
def test_aliases_of_nothing(text: str, why: str) -> None:
    assert read_yaml(text).problems[0].message == f"the alias *a stands for {why}"


def test_only_the_first_document_is_taken() -> None:
    assert read_yaml("a: 1\n---\nb: 2\n---\n- c\n").data == {"a": 1}


def test_the_bound_of_digits() -> None:
    assert read_yaml("a: " + "9" * DIGITS).data == {"a": 10**DIGITS - 1}


def test_aliases_have_a_bound() -> None:
    text = "a: &a x\nb: [{}]\n"
    assert len(read_yaml(text.format(", ".join(["*a"] * ALIASES))).data["b"]) == ALIASES
    assert told(text.format(", ".join(["*a"] * (ALIASES + 1)))) == [("too-many-aliases", "", 2)]


def test_an_alias_bomb_is_counted_where_it_goes_off() -> None:
    bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"a{i + 1}: &a{i + 1} [{', '.join([f'*a{i}'] * 9)}]\n" for i in range(9)
    )
    assert told(bomb) == [("too-many-values", "", 6)]


def test_aliases_inside_one_another_do_not_pass_the_bound_of_depth() -> None:
    chain = "a0: &a0 [x]\n" + "".join(f"a{i + 1}: &a{i + 1} [*a{i}]\n" for i in range(100))
    assert told(chain) == [("too-deep", "", 64)]


@pytest.mark.parametrize("text", ["# nothing", "---\n", "--- ~", "\n\n# x\n"])
def test_a_file_that_says_nothing(text: str) -> None:
    assert read_yaml(text).data is None


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("a:\n\tb: 1", "Indent with spaces, not with tabs."),
        ("a: b: c", "Put a text with a colon in quotes, and look at the indentation."),
        ("a: @b", "Put a text that begins with a special character in quotes."),
        ("a: 'b", "Is a quote or a bracket missing its partner?"),
    ],
)
def test_common_slips_get_a_hint(text: str, hint: str) -> None:
    with pytest.raises(InputError) as caught:
        read_yaml(text)
    assert caught.value.problems[0].hint == hint


def test_what_was_found_before_the_writing_broke_off_is_told_as_well() -> None:
    assert [code for code, _, _ in told("a: 1\na: 2\nb: [")] == ["duplicate-key", "syntax"]
