"""What every page of documents has in common, but the index of them: where one is."""

from __future__ import annotations

from collections.abc import Iterable

from dod_model.publish.labels import crumbs, page_below
from dod_model.publish.markdown import link


def below_documents(title: str, lines: Iterable[str]) -> str:
    """A whole page that lies below the index of documents."""
    return page_below(crumbs(link("Documents", "~/documents/index.md")), title, lines)
