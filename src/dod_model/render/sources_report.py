"""How passages stand, as data with a schema: what `dod sources verify -o json` writes."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from dod_model.render.report import NamedRequirement, Part

FORMAT = "dod-sources/1"
"""Name and version of the format; the version rises when a reader would have to change."""

Standing = Literal["there", "moved", "reworded", "gone", "page not found", "unverified"]


class Now(Part):
    """The block that was found for a passage."""

    heading: str = Field(description="The heading under which it stands; empty for the text before the first.")
    block: int = Field(description="Its number under that heading; 0 is the heading itself.")
    line: int = Field(description="The line of the page on which it begins, from 1.")


class Passage(Part):
    """A place that is cited, and how it stands."""

    heading: str = Field(
        description="The heading under which it was read; empty for the text before the first, or for the whole page."
    )
    block: int | None = Field(
        description="The block under that heading, 0 for the heading itself; null if it is not known."
    )
    fingerprint: str | None = Field(description="Fingerprint of its words; null if the page was not at hand.")
    standing: Standing = Field(description="How it stands.")
    now: Now | None = Field(description="The block that was found for it; null if there is none.")
    by_place: bool = Field(description="Whether its place alone speaks for that block, not its words.")
    statements: tuple[str, ...] = Field(description="Numbers of the statements and contradictions that rest on it.")
    requirements: tuple[str, ...] = Field(
        description="Ids of the requirements that rest on these; see the list of requirements."
    )


class Document(Part):
    """One page at one commit, with what is cited of it."""

    key: str = Field(description="Its key in the register.")
    title: str = Field(description="What it is called.")
    path: str = Field(description="Path of the page in its repository.")
    commit: str = Field(description="The commit that was read; empty for a discussion thread.")
    date: str | None = Field(description="The date that the page gives itself, as YYYY-MM-DD; null if it gives none.")
    url: str = Field(description="The page at that commit.")
    found_at: str | None = Field(description="The page in the folder that it was compared with; null if there is none.")
    several: tuple[str, ...] = Field(description="Pages that it could be, where no single one was found.")
    unreadable: str | None = Field(description="Why the page could not be compared; null if it could.")
    passages: tuple[Passage, ...] = Field(description="What is cited of it, in the order of the page.")


class SourcesReport(Part):
    """Everything that `dod sources verify` has to say."""

    dod_model: str = Field(description="The version of dod-model that wrote it.")
    format: Literal["dod-sources/1"] = Field(description="Name and version of the format.")
    folder: str = Field(description="The folder of pages, as it was named.")
    counts: dict[Standing, int] = Field(description="How many passages stand how.")
    exit_code: Literal[0, 1, 3] = Field(
        description="0 all is there; 1 something moved, was reworded or is gone; 3 nothing did, but some pages were "
        "not found."
    )
    requirements: tuple[NamedRequirement, ...] = Field(description="The requirements that the passages name.")
    documents: tuple[Document, ...] = Field(description="The documents, with their passages.")
