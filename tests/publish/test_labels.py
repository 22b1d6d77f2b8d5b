"""Small things that pages have in common."""

from __future__ import annotations

import html

import pytest
import yaml

from dod_model.publish.labels import badge, counted, folded, page_below
from dod_model.publish.markdown import escaped, heading, link
from tests.publish.evidence_given import HOSTILE, Seen


@pytest.mark.parametrize(
    "title",
    [
        "A title",
        HOSTILE,
        "- a: 'b' # c",
        "two\nlines",
        "\U0001f600 \u05d0 \u202e",
        "a\x7fb\x80c\x9fd\x00e\ufffef\ue000g",
    ],
)
def test_a_title_is_told_in_front_of_the_page_too(title: str) -> None:
    text = page_below(["above"], title, ["below", "", ""])
    _, front, page = text.split("---\n", 2)
    assert html.unescape(yaml.safe_load(front)["title"]) == " ".join(title.split())
    assert "<" not in front
    assert page == f"\nabove\n{heading(1, title)}\n\nbelow\n"


@pytest.mark.parametrize(("number", "words"), [(0, "0 boxes"), (1, "1 box"), (1200, "1,200 boxes")])
def test_a_number_has_its_noun(number: int, words: str) -> None:
    assert counted(number, "box", "boxes") == words


def test_a_label_is_text() -> None:
    seen = Seen(f"before {badge(HOSTILE, 'bad')}")
    assert seen.text == f"before {HOSTILE}"
    assert seen.elements == {"p", "em"}
    assert seen.attributes == {"class"}


def test_what_is_folded_stands_below_its_title() -> None:
    assert list(folded("A title", ["one", "", "two"])) == ["", '??? note "A title"', "", "    one", "", "    two", ""]
    assert '???+ quote "A title"' in list(folded("A title", [], kind="quote", unfolded=True))


@pytest.mark.parametrize(
    "text",
    [
        "- a",
        "+ a",
        "---",
        "- - -",
        "1. a",
        "12) a",
        "!!! note",
        "??? note",
        "# a",
        "a=b",
        "~~a~~",
        "~a~",
        "^a^",
        "==a==",
        "$a$",
        "=== a",
    ],
)
def test_a_text_at_the_beginning_of_a_line_is_a_paragraph(text: str) -> None:
    seen = Seen(escaped(text))
    assert seen.text.strip() == text
    assert seen.elements == {"p"}


@pytest.mark.parametrize("text", ["1.5 GB", "-option", "!a", "5.00.8913"])
def test_a_text_that_begins_nothing_stays(text: str) -> None:
    assert escaped(text) == text


def test_a_target_cannot_end_its_link() -> None:
    seen = Seen(link("a", "https://example.org/ b>) <script>alert(1)</script>"))
    assert seen.elements == {"p", "a"}
    assert seen.text == "a"
