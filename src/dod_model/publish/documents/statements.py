"""The page of the register of statements: what the documents state, and where each statement went."""

from __future__ import annotations

from collections.abc import Iterator

from dod_model.documents import Basis, Statement, statements
from dod_model.publish.documents.framing import below_documents
from dod_model.publish.documents.ways import besides, way
from dod_model.publish.labels import Mood, badge
from dod_model.publish.markdown import anchor, heading, prose
from dod_model.publish.passages import passages_of

INTRODUCTION = """\
What the documents state, in our words, and what becomes of each statement: a requirement or a run rests on it, or it
goes elsewhere. F are facts, E contradictions between documents, G what users meet in practice. A passage that is
*cited, unverified* was not at hand when the register was made; the others carry a fingerprint of their text."""

KINDS = {"F": "Facts", "E": "Contradictions between documents", "G": "What users meet in practice"}
"""What the letters of statements stand for."""
MOODS: dict[Basis, Mood] = {Basis.DOCUMENTED: "good", Basis.INFERRED: "open", Basis.THIRD_PARTY: "quiet"}
"""The colour of a basis."""


def statements_page() -> str:
    """Every statement and where it went."""
    return below_documents("Statements", [INTRODUCTION, "", *_statements()])


def _statements() -> Iterator[str]:
    for letter, title in KINDS.items():
        yield from ("", heading(2, title), "")
        for one in statements().values():
            if one.id.startswith(letter):
                yield from _statement(one)


def _statement(one: Statement) -> Iterator[str]:
    yield f"**{one.id}**{{#{anchor(one.id)}}} {prose(one.says)} {badge(one.basis.value, MOODS[one.basis])}"
    yield ""
    if one.inferred_part:
        yield f"- Inferred: {prose(one.inferred_part)}"
    yield f"- Goes to: {goes_to(one)}"
    yield from (f"- {text}" for text in passages_of(one.passages))
    if one.seen:
        yield f"- Seen: {prose(one.seen)}"
    yield ""


def goes_to(one: Statement) -> str:
    """Where a statement went, as Markdown: the kind of place, the places with links, the reason."""
    taken = way(one)
    also = tuple(text for text in besides(one) if text.partition(": ")[2] not in taken.markdown)
    mark = "" if taken.told else f" {badge('not named there', 'bad')}"
    return "; ".join((taken.markdown, *also)) + mark
