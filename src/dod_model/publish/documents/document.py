"""The page of one document: its passages by heading, and what hangs on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dod_model.documents import Document, Passage, cited
from dod_model.documents.outlines import outlines
from dod_model.publish.documents.cited import VERIFY, cited_of, resting_on, standing
from dod_model.publish.documents.framing import below_documents
from dod_model.publish.labels import badge, day
from dod_model.publish.markdown import escaped, heading, link, requirement, stated, table
from dod_model.publish.passages import checked

NO_HEADING = "Before the first heading, or the page as a whole"
LAST = 2**31
"""Behind every block: where a passage stands of which that is not known."""
SHORT = 8
"""So many digits of a fingerprint are shown: enough to tell the passages of a page apart."""


def document_page(one: Document) -> str:
    """A document: where it is, and every passage of it that something rests on."""
    passages = cited_of(one)
    lines = list(_about(one, passages))
    for title, members in _by_heading(passages).items():
        lines += ["", heading(2, title or NO_HEADING), "", *_table(members)]
    return below_documents(one.title, lines)


def _by_heading(passages: Iterable[Passage]) -> Mapping[str, list[Passage]]:
    """Passages by their heading, all in the order of the page, as far as that is known."""
    found: dict[str, list[Passage]] = {}
    for passage in sorted(passages, key=lambda one: (_at(one), one.heading, one.block or 0)):
        found.setdefault(passage.heading, []).append(passage)
    return found


def _at(passage: Passage) -> int:
    """Where on its page a passage stands; the end where that is not known."""
    outline = outlines().get(passage.document)
    at = None if outline is None else outline.index(passage)
    return LAST if at is None else at


def _about(one: Document, passages: tuple[Passage, ...]) -> Iterator[str]:
    yield f"{badge(one.key)} {standing(passages)}"
    yield ""
    what = f"the page at commit {one.commit}" if one.commit else "the discussion"
    yield f"- Read it: {link(what, one.url)}"
    yield f"- Where: {escaped(one.repository)}, {escaped(one.path)}"
    yield f"- Date: {f'{day(one.date)}, as the page says' if one.date else 'it tells none'}"
    hang = resting_on(passages)
    yield f"- Requirements that hang on it: {', '.join(map(requirement, hang)) or 'none'}"
    yield from ("", VERIFY if one.at_hand else "The page was not at hand: what it says is cited and not verified.")


def _table(passages: list[Passage]) -> Iterator[str]:
    return table(("Block", "Fingerprint", "Statements that rest on it", "Requirements"), map(_passage, passages))


def _passage(one: Passage) -> tuple[str, ...]:
    numbers = cited()[one]
    block = "the section" if one.block is None else str(one.block) if one.block else "the heading"
    mark = f"`{one.fingerprint[:SHORT]}`" if one.fingerprint else checked(one)
    told = " ".join(map(stated, numbers))
    return (block, mark, told, ", ".join(map(requirement, resting_on([one]))) or "none")
