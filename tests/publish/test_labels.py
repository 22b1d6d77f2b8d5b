"""Small things that pages have in common."""

from __future__ import annotations

import html

import pytest
import yaml

from dod_model.publish.labels import badge, capital, counted, folded, page_below
from dod_model.publish.markdown import heading
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


@pytest.mark.parametrize(("text", "told"), [("a CMG", "A CMG"), ("CMG", "CMG"), ("", "")])
def test_a_capital_begins_a_text_and_the_rest_stays(text: str, told: str) -> None:
    assert capital(text) == told


def test_a_label_is_text() -> None:
    seen = Seen(f"before {badge(HOSTILE, 'bad')}")
    assert seen.text == f"before {HOSTILE}"
    assert seen.elements == {"p", "em"}
    assert seen.attributes == {"class"}


def test_what_is_folded_stands_below_its_title() -> None:
    assert list(folded("A title", ["one", "", "two"])) == ["", '??? note "A title"', "", "    one", "", "    two", ""]
    assert '???+ quote "A title"' in list(folded("A title", [], kind="quote", unfolded=True))
