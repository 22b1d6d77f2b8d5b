"""A description as a form: what it asks for, what a text says as it stands, and the text that comes of it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dod_model.browser.checking import check
from dod_model.browser.form import EXACT, fields, read, write
from dod_model.site import Site
from dod_model.strategies import sites
from tests.cli.running import EXAMPLES, HEALTHY, PARTIAL

EXAMPLE_TEXTS = [HEALTHY, PARTIAL, EXAMPLES / "branch-office.yaml", *sorted((EXAMPLES / "faults").iterdir())]


def values(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(read(text))
    return found


def data_of(text: str) -> Any:
    found = values(text)
    assert found["problems"] == []
    return found["data"]


def text_of(data: object) -> str:
    text: str = json.loads(write(data))["text"]
    return text


def groups() -> dict[str, dict[str, Any]]:
    found = json.loads(fields())["groups"]
    return {name: {field["name"]: field for field in group} for name, group in found.items()}


def with_numbers(data: Any, name: str = "") -> Any:
    """The same data with releases as numbers, as people write them."""
    if isinstance(data, dict):
        return {key: with_numbers(value, key) for key, value in data.items()}
    if isinstance(data, list):
        return [with_numbers(value) for value in data]
    return int(data) if name == "release" and isinstance(data, str) and data.isdigit() else data


def verdicts(text: str) -> object:
    found = json.loads(check(text))
    return [group["assessment"] for group in found["groups"]] or [one["code"] for one in found["problems"]]


class TestFields:
    """What the form asks for is what the schema has."""

    def test_every_field_of_a_description_is_asked_for(self) -> None:
        schema = Site.model_json_schema()
        parts = {"Site": schema, **schema["$defs"]}
        expected = {name: list(part["properties"]) for name, part in parts.items() if "properties" in part}
        assert {name: list(group) for name, group in groups().items()} == expected

    @pytest.mark.parametrize(
        ("group", "name", "expected"),
        [
            ("Site", "enhanced_http", {"kind": "yes-no", "none": False, "required": False}),
            ("Site", "release", {"kind": "release", "none": False}),
            ("Site", "client_settings", {"kind": "group", "group": "ClientSettings"}),
            ("Package", "name", {"kind": "text", "required": True}),
            ("Package", "architecture", {"kind": "text", "none": True}),
            ("Package", "size", {"kind": "number", "least": 0, "most": 2**60}),
            ("Deployment", "purpose", {"kind": "choice", "choices": ["available", "required"]}),
            ("SettingsGroups", "client_cache", {"kind": "group", "none": True, "group": "ClientCache"}),
            ("Collection", "members", {"kind": "list"}),
        ],
    )
    def test_how_a_field_is_filled_in(self, group: str, name: str, expected: dict[str, Any]) -> None:
        assert expected.items() <= groups()[group][name].items()

    def test_what_is_in_a_list(self) -> None:
        assert groups()["Site"]["packages"]["item"]["group"] == "Package"
        assert groups()["Collection"]["members"]["item"]["kind"] == "text"
        assert groups()["Step"]["steps"]["item"]["group"] == "Step"

    def test_labels_and_meanings_are_words(self) -> None:
        field = groups()["Deployment"]["available_to"]
        assert field["label"] == "Available to"
        assert groups()["Site"]["enhanced_http"]["label"] == "Enhanced HTTP"
        assert "**Make available to the following**" in field["about"]


class TestReading:
    """A text as it stands, whether it makes sense or not."""

    def test_what_does_not_fit_is_there_as_well(self) -> None:
        assert data_of("release: [x]\nno_such_field: {a: null}") == {"release": ["x"], "no_such_field": {"a": None}}

    @pytest.mark.parametrize("text", ["", "  \n", "# nothing yet\n"])
    def test_nothing_is_a_description_without_fields(self, text: str) -> None:
        assert data_of(text) == {}

    @pytest.mark.parametrize(
        ("text", "code", "line"),
        [
            ("a: 1\nb: }", "syntax", 2),
            ("a: 1\na: 2", "duplicate-key", 2),
            ("- a", "no-mapping", 1),
            ("size: .nan", "number", 0),
            ("size: 1.5", "number", 0),
            (f"size: {EXACT + 1}", "number", 0),
            ("release: \ud83d", "encoding", 1),
            ('{"a": 1,}', "syntax", 1),
            ("a: &a " + "x" * 5000 + "\nb: [" + "*a, " * 150 + "]", "too-large", 0),
        ],
    )
    def test_what_a_form_cannot_show_is_told(self, text: str, code: str, line: int) -> None:
        found = values(text)
        assert [(one["code"], one["line"]) for one in found["problems"]] == [(code, line)]
        assert found["data"] is None

    def test_json_is_read_as_well(self) -> None:
        assert data_of('{"release": "1910"}') == {"release": "1910"}

    @pytest.mark.parametrize(
        ("text", "comments"),
        [("release: 1910  # now", True), ("# first\nrelease: 1910", True), ("name: CMG#1", False), ("a: 1\n", False)],
    )
    def test_comments_are_noticed(self, text: str, comments: bool) -> None:
        assert values(text)["comments"] is comments

    @given(st.text(max_size=60))
    def test_any_text_has_an_answer(self, text: str) -> None:
        found = values(text)
        assert isinstance(found["data"], dict) is not bool(found["problems"])


class TestWriting:
    """The text that people would write."""

    def test_an_example_is_written_as_it_is_but_for_comments_and_gaps(self) -> None:
        def lines(text: str) -> list[str]:
            return [line for line in text.splitlines() if line and not line.startswith("#")]

        text = HEALTHY.read_text(encoding="utf-8")
        assert lines(text_of(data_of(text))) == lines(text)

    def test_fields_come_in_the_order_of_the_model_and_others_last(self) -> None:
        text = text_of({"mine": 1, "packages": [{"size": 1, "name": "p", "x": 2}], "release": 1910})
        assert text == "release: 1910\n\npackages:\n  - name: p\n    size: 1\n    x: 2\nmine: 1\n"

    @pytest.mark.parametrize(
        ("release", "written"), [("1910", "1910"), ("TP 1909", "TP 1909"), ("5.00.8913.1006", "5.00.8913.1006")]
    )
    def test_releases_stand_without_quotes(self, release: str, written: str) -> None:
        assert text_of({"release": release}) == f"release: {written}\n"

    @pytest.mark.parametrize(
        "name", ["1e5", "yes", "null", "~", "1910", "1.", " a", "a: b", "# a", "- a", "*a", "a\nb"]
    )
    def test_a_text_that_looks_like_something_else_stands_in_quotes(self, name: str) -> None:
        text = text_of({"packages": [{"name": name}]})
        assert data_of(text) == {"packages": [{"name": name}]}
        assert "\n" not in text.split("name: ")[1].removesuffix("\n")

    def test_nothing_is_written_as_nothing(self) -> None:
        assert data_of(text_of({})) == {}


class TestRoundTrip:
    """What is written reads as the same; nothing is added, lost or changed."""

    @given(sites())
    def test_of_sites(self, site: Site) -> None:
        data = json.loads(site.to_json())
        text = text_of(data)
        again = data_of(text)
        assert again == with_numbers(data)
        assert Site.model_validate(again) == site
        assert verdicts(text) == verdicts(site.to_json())
        assert text_of(again) == text

    @given(
        st.dictionaries(
            st.text(min_size=1, max_size=5),
            st.recursive(
                st.none() | st.booleans() | st.integers(-EXACT, EXACT) | st.text(max_size=12),
                lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
                max_leaves=8,
            ),
            max_size=4,
        ).filter(lambda data: "release" not in data)
    )
    def test_of_any_data(self, data: dict[str, Any]) -> None:
        assert data_of(text_of(data)) == data

    @pytest.mark.parametrize("path", EXAMPLE_TEXTS, ids=lambda path: path.stem)
    def test_of_examples(self, path: Any) -> None:
        data = data_of(path.read_text(encoding="utf-8"))
        assert data_of(text_of(data)) == data
