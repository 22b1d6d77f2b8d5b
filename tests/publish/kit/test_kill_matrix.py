"""The page of impostors tells all of them, and what exposes each."""

from __future__ import annotations

import re

import pytest

from dod_model.errors import InputError
from dod_model.kit.impostors import IMPOSTORS, TOPICS, Impostor
from dod_model.kit.killing import kill_matrix
from dod_model.kit.shipped import vector_file
from dod_model.publish.kit import kill_matrix as published
from dod_model.publish.markdown import prose
from dod_model.requirements import BY_ID

NOBODY = Impostor("nobody", "All is as the documents say (F001).", ("F001",))

pytestmark = pytest.mark.slow


def sections() -> dict[str, str]:
    text = published.kill_matrix_page()
    return dict(re.findall(r"^### .* \{#(.+)\}\n((?:.+\n|\n(?!#))*)", text, re.MULTILINE))


def test_every_impostor_is_told_with_what_it_believes_and_what_the_documents_say() -> None:
    told = sections()
    assert list(told) == list(IMPOSTORS)
    for name, one in IMPOSTORS.items():
        assert f"*It believes:* {prose(one.believes)}\n" in told[name]
        assert re.findall(r"statements.md#(\w+)>\): ", told[name]) == [number.lower() for number in one.cites]
        assert re.search(r"^Exposed by \d+ features", told[name], re.MULTILINE)


def test_every_topic_is_a_heading() -> None:
    text = published.kill_matrix_page()
    assert [topic for topic in TOPICS if f"\n## {topic}\n" not in text] == []


def test_both_tables_tell_all() -> None:
    text = published.kill_matrix_page()
    by_kind, by_subject = text.partition("## Which requirement catches")[::2]
    assert [name for name in IMPOSTORS if f"\n| [{name}](<#{name}>) |" not in by_kind] == []
    assert [name for name in BY_ID if f"\n| [{name}](<~/requirements/{name}.md>) |" not in by_subject] == []
    assert "The features alone expose all of them." in by_kind


def test_a_hole_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    matrix = kill_matrix([NOBODY], [vector_file("pairs")])
    monkeypatch.setattr(published, "exposures", lambda: matrix)
    monkeypatch.setattr(published, "TOPICS", {"A topic": (NOBODY,)})
    text = published.kill_matrix_page()
    assert "No vector exposes [nobody](<#nobody>). The features alone miss [nobody](<#nobody>)." in text
    assert "\nExposed by no vector.\n" in text


def test_vectors_that_were_not_recorded_are_missed_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: str) -> None:
        raise InputError

    monkeypatch.setattr(published, "vector_file", missing)
    monkeypatch.setattr(published, "exposures", published.exposures.__wrapped__)
    with pytest.raises(InputError):
        published.kill_matrix_page()
