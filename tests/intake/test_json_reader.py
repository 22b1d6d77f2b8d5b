import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import from_json

from dod_model.errors import InputError
from dod_model.intake.json_reader import bound_values, has_repeats, read_json, syntax
from dod_model.intake.limits import JSON_VALUES

SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=20)


@given(VALUES, st.sampled_from([None, 1]), st.booleans())
def test_the_same_data_as_the_standard_reader(value: object, indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    assert read_json(text).data == json.loads(text)


def test_lines() -> None:
    tree = read_json('{\n "a": 1, "b": [\n  5,\n  {"c": "\\n,{"},\n {}]\n}')
    assert tree.line(()) == 1
    assert tree.line(("a",)) == tree.line(("b",)) == 2
    assert tree.line(("b", 0)) == 3
    assert tree.line(("b", 1, "c")) == 4
    assert tree.line(("b", 2)) == 5


def test_a_duplicate_names_both_lines() -> None:
    (problem,) = read_json('{"a": [{"b": 1,\n"\\u0062": 2}]}').problems
    assert (problem.code, problem.path, problem.line) == ("duplicate-key", "a[0].b", 2)
    assert problem.message == "the field is given twice, first at line 1"


@pytest.mark.parametrize(
    ("text", "repeats"),
    [('{"a":1,"b":1}', False), ('{"a":1,"a":1}', True), ('[{"a":{"b":1,"b":1}}]', True), ('{"a":{"a":1}}', False)],
)
def test_repeats_are_seen(text: str, repeats: bool) -> None:
    assert has_repeats(text) is repeats


def test_the_bound_of_values() -> None:
    bound_values("," * JSON_VALUES)
    for more in ",", "[", "{":
        with pytest.raises(InputError, match="more than 250,000 values"):
            bound_values("," * JSON_VALUES + more)


@pytest.mark.parametrize(
    ("text", "code", "line", "said"),
    [
        ("{", "syntax", 1, "the file ends while parsing an object"),
        ('{"a":\n1 2}', "syntax", 2, "expected `,` or `}`"),
        ('{\n"a":1,}', "syntax", 2, "trailing comma"),
        ("[" * 1000, "too-deep", 1, "more than 64 deep"),
        ("9" * 5000, "number-too-long", 1, "at most 4,300 digits"),
    ],
)
def test_what_the_fast_reader_says(text: str, code: str, line: int, said: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - its text is what is looked at
        from_json(text)
    problem = syntax(f"Invalid JSON: {caught.value}")
    assert (problem.code, problem.line) == (code, line)
    assert said in problem.message
