"""The pages of documents tell every passage, whether it is verified, and what hangs on it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from dod_model.documents import Document, Passage, cited, documents, statements
from dod_model.documents.outlines import outlines
from dod_model.publish import passages as told_passages
from dod_model.publish.documents import cited as told_cited
from dod_model.publish.documents import document as told_document
from dod_model.publish.documents import index as told_index
from dod_model.publish.documents import pages as told_pages
from dod_model.publish.documents.document import NO_HEADING
from dod_model.publish.documents.pages import pages_of_documents
from dod_model.publish.markdown import escaped, prose
from dod_model.requirements import REQUIREMENTS
from tests.publish.evidence_given import HOSTILE, Seen

PAGES = pages_of_documents()
each = pytest.mark.parametrize("one", documents().values(), ids=lambda one: one.key)


def page(one: Document) -> str:
    return PAGES[f"documents/{one.key.lower()}.md"]


def passages(one: Document) -> list[Passage]:
    return [passage for passage in cited() if passage.document == one.key]


def rows(text: str) -> list[list[str]]:
    return [line.strip("|").strip().split(" | ") for line in text.splitlines() if line.startswith("| ")]


def test_every_document_has_a_page_of_its_own() -> None:
    assert set(PAGES) == {"documents/index.md", *(f"documents/{key.lower()}.md" for key in documents())}


@each
def test_the_index_tells_a_document(one: Document) -> None:
    row = next(row for row in rows(PAGES["documents/index.md"]) if f"/{one.key.lower()}.md>)" in row[0])
    assert row[0] == f"[{escaped(one.title)}](<~/documents/{one.key.lower()}.md>) ({escaped(one.key)})"
    assert (one.date.isoformat() if one.date else "undated") in row[1]
    assert row[2] == f"[{one.commit or 'thread'}](<{one.url}>)"
    assert row[3].startswith(f"{len(passages(one))} *")
    verified = sum(passage.verified for passage in passages(one))
    part = f"{verified} verified" if 0 < verified < len(passages(one)) else "verified" if verified else "cited only"
    assert f"*{part if passages(one) else 'no passage'}*" in row[3]


@each
def test_a_page_leads_back_to_the_index(one: Document) -> None:
    assert f"[Documents](<~/documents/index.md>)\n{{: .dod-crumbs }}\n\n# {escaped(one.title)}\n" in page(one)


def test_the_index_counts_all_passages() -> None:
    verified = sum(passage.verified for passage in cited())
    told = (
        f"{len(documents())} documents, {len(cited())} passages: {verified} verified, {len(cited()) - verified} cited"
    )
    assert told in PAGES["documents/index.md"]


@each
def test_a_page_tells_the_address_and_the_date(one: Document) -> None:
    text = page(one)
    assert f"\n# {escaped(one.title)}\n" in text
    assert f"](<{one.url}>)" in text
    assert (f"*{one.date.isoformat()}*" if one.date else "it tells none") in text
    assert ("`dod sources verify FOLDER`" in text) is one.at_hand


@each
def test_a_page_tells_every_passage_with_what_hangs_on_it(one: Document) -> None:
    found = rows(page(one))
    assert len([row for row in found if row[0] != "Block"]) == len(passages(one))
    for passage in passages(one):
        mark = f"`{passage.fingerprint[:8]}`" if passage.fingerprint else "*cited, unverified*"
        row = next(
            row for row in found if row[1].startswith(mark) and all(f"[{n}](" in row[2] for n in cited()[passage])
        )
        assert all(prose(statements()[number].says) in row[2] for number in cited()[passage])
        resting = [each.id for each in REQUIREMENTS if set(each.cites) & set(cited()[passage])]
        assert re.findall(r"requirements/([a-z0-9-]+)\.md", row[3]) == resting


@each
def test_every_heading_is_told_once(one: Document) -> None:
    found = re.findall(r"^## (.+)$", page(one), re.MULTILINE)
    expected = {escaped(passage.heading) if passage.heading else NO_HEADING for passage in passages(one)}
    assert sorted(found) == sorted(expected)


def test_passages_stand_in_the_order_of_the_page() -> None:
    marks = re.findall(r"^\| .+? \| `([0-9a-f]{8})` \|", PAGES["documents/seed.md"], re.MULTILINE)
    order = [block.removeprefix("#") for block in outlines()["SEED"].blocks]
    assert marks == sorted(marks, key=order.index)
    assert len(marks) > 10


def test_hostile_text_shows_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    document = replace(documents()["SEED"], key="X", title="A title", repository="a", path="b", commit="c")
    passage = Passage("X", "A heading", 1, "0123456789abcdef")

    def published(document: Document, passage: Passage) -> Seen:
        for module in (told_index, told_pages, told_passages):
            monkeypatch.setattr(module, "documents", lambda: {"X": document})
        for module in (told_cited, told_document):
            monkeypatch.setattr(module, "cited", lambda: {passage: ("F001",)})
        made = pages_of_documents()
        return Seen("\n\n".join(made[name] for name in sorted(made)))

    usual = published(document, passage)
    seen = published(replace(document, title=HOSTILE, repository=HOSTILE), replace(passage, heading=HOSTILE))
    assert seen.text.count(HOSTILE) == 4
    assert seen.elements == usual.elements
    assert seen.attributes == usual.attributes
