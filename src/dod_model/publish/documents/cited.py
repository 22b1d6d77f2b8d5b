"""What is cited of a document, whether it is verified, and which requirements rest on it."""

from __future__ import annotations

from collections.abc import Iterable

from dod_model.documents import Document, Passage, cited
from dod_model.publish.labels import Mood, badge
from dod_model.publish.markdown import link
from dod_model.requirements import REQUIREMENTS

VERIFY = f"""\
`dod sources verify FOLDER` takes pages of any date and tells of each passage whether it is there, moved, reworded or
gone: {link("how to verify the sources", "~/how-to/verify-the-sources.md")}."""
"""How anybody can check what is cited."""


def cited_of(one: Document) -> tuple[Passage, ...]:
    """The passages of a document that something rests on."""
    return tuple(passage for passage in cited() if passage.document == one.key)


def standing(passages: tuple[Passage, ...]) -> str:
    """Whether the passages of a document are verified, as a label."""
    verified = sum(passage.verified for passage in passages)
    mood: Mood = "good" if verified and verified == len(passages) else "open"
    if not passages:
        return badge("no passage", "quiet")
    if 0 < verified < len(passages):
        return badge(f"{verified} verified", mood)
    return badge("verified" if verified else "cited only", mood)


def resting_on(passages: Iterable[Passage]) -> tuple[str, ...]:
    """The requirements that rest on any of these passages, in the order of reports."""
    known = frozenset(number for passage in passages for number in cited()[passage])
    return tuple(one.id for one in REQUIREMENTS if known.intersection(one.cites))
