"""Passages compared with pages -> the complete report as JSON, in the form of `sources_report.SourcesReport`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib.metadata import version
from typing import Literal

from dod_model.documents import PageChecked, Sighting
from dod_model.documents.verifying import counts
from dod_model.render import sources_report as form
from dod_model.render.json_report import named_requirement
from dod_model.render.sources_resting import resting_on
from dod_model.requirements import BY_ID, Requirement


def sources_json(folder: str, pages: Sequence[PageChecked], exit_code: Literal[0, 1, 3]) -> str:
    """The report as JSON, every passage in it.

    Args:
        folder: the folder, as it was named.
        pages: the documents, with how their passages stand.
        exit_code: the exit code of the command.
    """
    report = form.SourcesReport(
        dod_model=version("dod-model"),
        format=form.FORMAT,
        folder=_unicode(folder),
        counts={standing.value: number for standing, number in counts(pages).items()},
        exit_code=exit_code,
        requirements=tuple(named_requirement(one) for one in _named(pages)),
        documents=tuple(_document(page) for page in pages),
    )
    return report.model_dump_json(indent=2, ensure_ascii=True) + "\n"


def _named(pages: Iterable[PageChecked]) -> Iterable[Requirement]:
    """The requirements that rest on any of the passages, each once, in the order of reports."""
    found = {name for page in pages for one in page.sightings for name in resting_on(one.passage).requirements}
    return (one for name, one in BY_ID.items() if name in found)


def _document(page: PageChecked) -> form.Document:
    document = page.document
    return form.Document(
        key=document.key,
        title=document.title,
        path=document.path,
        commit=document.commit,
        date=document.date.isoformat() if document.date else None,
        url=document.url,
        found_at=None if page.found.path is None else _unicode(page.found.path),
        several=tuple(map(_unicode, page.found.several)),
        unreadable=_unicode(page.unreadable) or None,
        passages=tuple(map(_passage, page.sightings)),
    )


def _passage(one: Sighting) -> form.Passage:
    resting = resting_on(one.passage)
    block = one.block
    return form.Passage(
        heading=one.passage.heading,
        block=one.passage.block,
        fingerprint=one.passage.fingerprint,
        standing=one.standing.value,
        now=None if block is None else form.Now(heading=block.heading, block=block.ordinal, line=block.line),
        by_place=one.by_place,
        statements=resting.statements,
        requirements=resting.requirements,
    )


def _unicode(name: str) -> str:
    """A name of a file; bytes of it that are no characters are written as escapes, for JSON has none for them."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")
