"""Words, and text that is safe to show."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dod_model.assessment import Outcome
from dod_model.attempt import Attempt, Place, Start, Wish
from dod_model.render.wording import OUTCOMES, WISHES, evidence_in_words, how, printable, quoted_labels


@given(st.text())
def test_printable_text_has_nothing_that_a_terminal_acts_on(text: str) -> None:
    categories = {unicodedata.category(char) for char in printable(text)}
    assert categories.isdisjoint({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


@given(st.text(st.characters(exclude_categories=("C", "Z"))))
def test_printable_text_leaves_letters_alone(text: str) -> None:
    assert printable(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Übung 1", "Übung 1"),
        ("a\x1bb", "a\\u001bb"),
        ("a\u202eb", "a\\u202eb"),
        ("a\u2028b\u2029c", "a\\u2028b\\u2029c"),
        ("a\ud800b", "a\\ud800b"),
        ("a\U000e0041b", "a\\U000e0041b"),
        ("💻", "💻"),
    ],
)
def test_printable(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_labels_of_the_console_are_quoted() -> None:
    assert quoted_labels("Set **A b** to **C**") == 'Set "A b" to "C"'
    assert quoted_labels("2 ** 3") == "2 ** 3"


def test_everything_has_words() -> None:
    assert set(OUTCOMES) == set(Outcome)
    assert set(WISHES) == set(Wish)
    assert len(set(OUTCOMES.values())) == len(Outcome)


def test_every_start_and_place_has_words() -> None:
    told = {how(Attempt("D", "C", start, place)) for start in (None, *Start) for place in Place}
    assert len(told) == (len(Start) + 1) * len(Place)
    assert how(Attempt("D", "C")) == "started from Software Center, from the internet"
    assert how(Attempt("D", "C", None)) == "started in an unknown way, from the internet"


@pytest.mark.parametrize(
    ("fact", "meaning", "value", "told"),
    [
        ("gateway_running", "whether a gateway runs", "no", "a gateway runs: no"),
        ("gateway_running", "whether a gateway runs", None, "not known: whether a gateway runs"),
        ("option", "the deployment option", "download-when-needed", "the deployment option: download-when-needed"),
        ("available_to", "whether it is so", "clients", "whether it is so: clients"),
        ("undocumented", "whether the product does it", None, "no document says"),
    ],
)
def test_evidence_in_words(fact: str, meaning: str, value: str | None, told: str) -> None:
    assert evidence_in_words(fact, meaning, value) == told
