"""The pages of documents: all of them on one, and for each its passages with what hangs on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dod_model.documents import Document, Passage, cited, documents, statements
from dod_model.documents.outlines import outlines
from dod_model.publish.labels import Mood, badge, counted, crumbs, day, page_below
from dod_model.publish.markdown import escaped, heading, link, page, prose, requirement, statement, table
from dod_model.publish.passages import checked, document_page_name
from dod_model.requirements import REQUIREMENTS

INTRODUCTION = """\
Every page and thread that something here rests on, each in the state in which it was read. A passage of a page that
was at hand carries a fingerprint of its words, so that anybody can check it; the words themselves are not copied.
Others are *cited only*."""

VERIFY = f"""\
`dod sources verify FOLDER` takes pages of any date and tells of each passage whether it is there, moved, reworded or
gone: {link("how to verify the sources", "~/how-to/verify-the-sources.md")}."""

NO_HEADING = "Before the first heading, or the page as a whole"
LAST = 2**31
SHORT = 8
"""So many digits of a fingerprint are shown: enough to tell the passages of a page apart."""


def document_pages() -> Mapping[str, str]:
    """Every page of the room, by its file."""
    each = {document_page_name(one): _document_page(one) for one in documents().values()}
    return {"documents/index.md": _index(), **each}


def _index() -> str:
    return page("Documents", INTRODUCTION, _all())


def _all() -> Iterator[str]:
    found = documents().values()
    passages = [passage for one in found for passage in _passages(one)]
    verified = sum(passage.verified for passage in passages)
    told = f"{counted(len(found), 'document')}, {counted(len(passages), 'passage')}: {verified} verified, "
    yield from (f"{told}{len(passages) - verified} cited only.", "", VERIFY, "")
    yield "See also " + ", ".join(
        (
            link("where they contradict one another", "~/documents/contradictions.md"),
            link("what they state", "~/documents/statements.md"),
            link("where all of it went", "~/documents/traceability.md") + ".",
        )
    )
    groups = {
        "Pages that were read": [one for one in found if one.at_hand],
        "Pages that are cited only": [one for one in found if not one.at_hand and one.commit],
        "Discussions": [one for one in found if not one.at_hand and not one.commit],
    }
    for title, members in groups.items():
        if members:
            yield from ("", heading(2, title), "")
            yield from table(("Document", "Date", "Commit", "Passages", "Requirements"), map(_row, members))


def _row(one: Document) -> tuple[str, ...]:
    passages = _passages(one)
    hang = _requirements(number for passage in passages for number in cited()[passage])
    return (
        f"{link(one.title, f'~/{document_page_name(one)}')} ({escaped(one.key)})",
        day(one.date),
        link(one.commit or "thread", one.url),
        f"{len(passages)} {_standing(passages)}",
        str(len(hang)) if hang else "none",
    )


def _standing(passages: tuple[Passage, ...]) -> str:
    """Whether the passages of a document are verified, as a label."""
    verified = sum(passage.verified for passage in passages)
    mood: Mood = "good" if verified and verified == len(passages) else "open"
    if not passages:
        return badge("no passage", "quiet")
    if 0 < verified < len(passages):
        return badge(f"{verified} verified", mood)
    return badge("verified" if verified else "cited only", mood)


def _passages(one: Document) -> tuple[Passage, ...]:
    return tuple(passage for passage in cited() if passage.document == one.key)


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


def _requirements(numbers: Iterable[str]) -> tuple[str, ...]:
    """The requirements that rest on any of these statements, in the order of reports."""
    known = frozenset(numbers)
    return tuple(one.id for one in REQUIREMENTS if known.intersection(one.cites))


def _document_page(one: Document) -> str:
    passages = _passages(one)
    lines = list(_about(one, passages))
    for title, members in _by_heading(passages).items():
        lines += ["", heading(2, title or NO_HEADING), "", *_table(members)]
    return page_below(crumbs(link("Documents", "~/documents/index.md")), one.title, lines)


def _about(one: Document, passages: tuple[Passage, ...]) -> Iterator[str]:
    yield f"{badge(one.key)} {_standing(passages)}"
    yield ""
    what = f"the page at commit {one.commit}" if one.commit else "the discussion"
    yield f"- Read it: {link(what, one.url)}"
    yield f"- Where: {escaped(one.repository)}, {escaped(one.path)}"
    yield f"- Date: {f'{day(one.date)}, as the page says' if one.date else 'it tells none'}"
    hang = _requirements(number for passage in passages for number in cited()[passage])
    yield f"- Requirements that hang on it: {', '.join(map(requirement, hang)) or 'none'}"
    yield from ("", VERIFY if one.at_hand else "The page was not at hand: what it says is cited and not verified.")


def _table(passages: list[Passage]) -> Iterator[str]:
    return table(("Block", "Fingerprint", "Statements that rest on it", "Requirements"), map(_passage, passages))


def _passage(one: Passage) -> tuple[str, ...]:
    numbers = cited()[one]
    block = "the section" if one.block is None else str(one.block) if one.block else "the heading"
    mark = f"`{one.fingerprint[:SHORT]}`" if one.fingerprint else checked(one)
    told = " ".join(f"{statement(number)}: {prose(statements()[number].says)}" for number in numbers)
    return (block, mark, told, ", ".join(map(requirement, _requirements(numbers))) or "none")
