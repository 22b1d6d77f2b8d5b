"""The index of documents: every page and thread that something rests on."""

from __future__ import annotations

from collections.abc import Iterator

from dod_model.documents import Document, documents
from dod_model.publish.documents.cited import VERIFY, cited_of, resting_on, standing
from dod_model.publish.labels import counted, day
from dod_model.publish.markdown import escaped, heading, link, page, table
from dod_model.publish.passages import document_page_name

INTRODUCTION = """\
Every page and thread that something here rests on, each in the state in which it was read. A passage of a page that
was at hand carries a fingerprint of its words, so that anybody can check it; the words themselves are not copied.
Others are *cited only*."""


def documents_index() -> str:
    """All documents: first the pages that were read, then those that are cited only, then discussions."""
    return page("Documents", INTRODUCTION, _lines())


def _lines() -> Iterator[str]:
    found = documents().values()
    passages = [passage for one in found for passage in cited_of(one)]
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
    passages = cited_of(one)
    hang = resting_on(passages)
    return (
        f"{link(one.title, f'~/{document_page_name(one)}')} ({escaped(one.key)})",
        day(one.date),
        link(one.commit or "thread", one.url),
        f"{len(passages)} {standing(passages)}",
        str(len(hang)) if hang else "none",
    )
