"""Text shows as it is, and links lead where they are meant to."""

from __future__ import annotations

import pytest

from dod_model.documents import statements
from dod_model.publish.markdown import escaped, link, placed, prose, spaced, stated
from tests.publish.evidence_given import Seen


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a_b *c* [d](e) `f` #g | h", r"a\_b \*c\* \[d\](e) \`f\` \#g \| h"),
        ("<script> & more", r"&lt;script\> &amp; more"),
        ("one\n  two", "one two"),
    ],
)
def test_nothing_is_taken_for_markdown(text: str, shown: str) -> None:
    assert escaped(text) == shown


def test_labels_stay_bold_and_numbers_become_links() -> None:
    assert prose("Set **A_b** to Yes (F050).") == r"Set **A\_b** to Yes ([F050](<~/documents/statements.md#f050>))."
    assert prose("F999 is none.") == "F999 is none."


@pytest.mark.parametrize(
    ("name", "target"), [("index.md", "a/b.md"), ("a/x.md", "../a/b.md"), ("a/b/x.md", "../../a/b.md")]
)
def test_a_link_from_the_root_leads_there_from_any_page(name: str, target: str) -> None:
    assert placed("[t](<~/a/b.md>)", name) == f"[t](<{target}>)"


def test_words_beside_a_label_keep_their_distance() -> None:
    assert prose("Set **A** **B** to\n**C**\tnow.") == "Set **A** **B** to **C** now."


@pytest.mark.parametrize(
    ("text", "shown"), [("a", "a"), (" a", " a"), ("a\n", "a "), ("\ta ", " a "), (" ", " "), ("", "")]
)
def test_a_piece_of_a_line_keeps_one_blank_at_each_end(text: str, shown: str) -> None:
    assert spaced(text, text.strip()) == shown


def test_a_statement_is_told_with_its_words() -> None:
    told = stated("F050")
    assert told == f"[F050](<~/documents/statements.md#f050>): {prose(statements()['F050'].says)}"


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
