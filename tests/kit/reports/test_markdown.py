"""The summary for the page of a CI job."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from dod_model.kit.reports.markdown import cell, code, prose
from tests.kit.reports.scored import NASTY, agreed, everything, nasty

TEXTS = [
    NASTY,
    "`",
    "``",
    "` `",
    "a`",
    "|",
    "\\|",
    "<b>",
    "*",
    "_a_",
    "[x](y)",
    "&lt;",
    "# a",
    "- a",
    "~~a~~",
    "$a$",
    "",
]


def rendered(text: str) -> str:
    return str(MarkdownIt("gfm-like", {"linkify": False}).render(text))


def test_it_tells_the_verdict_first() -> None:
    lines = agreed().told("markdown").splitlines()
    assert lines[0] == "### ✅ dod kit: `scripted 1.0`"
    assert lines[2].startswith("No answer differs from the documents. 1 of 1 asked agree. It answers outcome, ")
    assert everything().told("markdown").startswith("### ❌ dod kit")


def test_it_tells_disagreements_with_links_to_the_passages() -> None:
    text = everything().told("markdown")
    assert "| `gateway-serves-content` | 1 |  |  | Content that only gateways hold" in text
    assert "- says: [What is new in 1806, Download content from a CMG](<https://" in text
    assert "- `features/wrong`: It is made by hand.\n  expected `not applicable` (documented), given `violated`" in text
    assert "remove this line" in text
    assert "#### Errors: 1" in text


@pytest.mark.parametrize("text", TEXTS, ids=repr)
def test_code_shows_the_text_as_it_is(text: str) -> None:
    shown = " ".join(text.split()).encode("unicode_escape").decode() if not text.isprintable() else text
    html = rendered(f"x {code(text)} y")
    if text.isprintable() and text:
        escaped = shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        assert f"<code>{escaped}</code>" in html
    assert html.count("<") == 4


@pytest.mark.parametrize("text", TEXTS, ids=repr)
def test_a_cell_stays_one_cell(text: str) -> None:
    html = rendered(f"| a | b |\n| --- | --- |\n| {cell(text)} | {prose(text)} |\n")
    assert html.count("<td>") == 2
    assert "<script" not in html
    assert "<b>" not in html


@pytest.mark.parametrize("text", TEXTS, ids=repr)
def test_prose_means_nothing(text: str) -> None:
    html = rendered(f"x {prose(text)} y")
    assert html.startswith("<p>x ")
    assert html.count("<") == 2


def test_no_name_is_taken_for_html() -> None:
    html = rendered(nasty().told("markdown"))
    assert "<script" not in html
    assert "<em>" not in html
    assert html.count("<details>") == html.count("</details>") == 1
