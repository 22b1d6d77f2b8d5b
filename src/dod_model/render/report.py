"""The complete report, as data with a schema: what `-o json` writes."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

FORMAT = "dod-report/1"
"""Name and version of the format; the version rises when a reader would have to change."""


class Part(BaseModel):
    """Base of every part of a report."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, serialize_by_alias=True)


class Evidence(Part):
    """A fact on which a finding rests."""

    fact: str = Field(description="Name of the fact.")
    meaning: str = Field(description="What it says.")
    value: str | None = Field(description="Its value; null for unknown.")
    details: tuple[str, ...] = Field(description="What in the description it rests on.")


class Shortfall(Part):
    """A release that is too old."""

    side: Literal["site", "client"] = Field(description="Whose release.")
    release: str = Field(description="The release it has.")
    at_least: str | None = Field(description="The first release that will do; null if no document names one.")


class Finding(Part):
    """Requirement, verdict and evidence, for one attempt."""

    requirement: str = Field(description="Id of the requirement; see the list of requirements.")
    verdict: Literal["met", "violated", "not-applicable", "undetermined"] = Field(description="The verdict.")
    why: str = Field(description="Why it is not applicable; else empty.")
    basis: Literal["documented", "inferred"] = Field(description="Whether it was read or reasoned for these facts.")
    reasoning: str = Field(description="How it was reasoned; empty if documented.")
    contested: bool = Field(description="Whether another reading of the documents would change the verdict.")
    contradictions: tuple[str, ...] = Field(description="Ids of contradictions among documents that touch it.")
    evidence: tuple[Evidence, ...] = Field(description="The facts that the verdict rests on, and no others.")
    shortfalls: tuple[Shortfall, ...] = Field(description="Releases that are too old.")
    remedies: tuple[str, ...] = Field(description="The actions of the requirement that can be done and help here.")


class Change(Part):
    """One action on one object."""

    action: str = Field(description="The action, as an order; console labels between two asterisks.")
    console: str = Field(description="Where in the console; may be empty.")
    cmdlet: str = Field(description="The same in PowerShell, where it is documented and the site's release has it.")
    touches: tuple[str, ...] = Field(description="Other deployments and clients that it has an effect on.")
    alternatives: tuple[str, ...] = Field(description="Other actions that would do as well.")
    mends: tuple[str, ...] = Field(
        validation_alias="for",
        serialization_alias="for",
        description="Ids of the requirements that it takes part in mending: those that would be in the way if all the "
        "other changes were made and it were not.",
    )


class FindOut(Part):
    """An unknown fact on which the wish hangs."""

    fact: str = Field(description="Name of the fact.")
    meaning: str = Field(description="What it says.")
    where: str = Field(description="Where to find it out.")
    details: tuple[str, ...] = Field(description="What in the description it hangs on.")


class Plan(Part):
    """The fewest changes that reach the wish."""

    possible: bool = Field(description="Whether changes can reach it.")
    obstacles: tuple[str, ...] = Field(description="Ids of requirements that no change mends.")
    find_out: tuple[FindOut, ...] = Field(description="What to find out first.")
    changes: tuple[Change, ...] = Field(description="The changes, in the order in which to make them.")
    other_ways: tuple[tuple[str, ...], ...] = Field(description="Other plans of the same size.")


class Assessment(Part):
    """All findings of one attempt."""

    deployment: str = Field(description="The deployment.")
    client: str = Field(description="The client.")
    start: str | None = Field(description="How it is started; null for unknown.")
    place: str = Field(description="Where the client is.")
    user: str | None = Field(description="Who starts it; null for unknown.")
    outcome: str = Field(description="What becomes of it.")
    reached: bool | None = Field(description="Whether the wish is reached; null if unknown or not covered.")
    findings: tuple[Finding, ...] = Field(description="Every finding, also the met ones.")
    plan: Plan | None = Field(
        description="What to do; null if the wish is reached, no plan was asked for, or the search was given up."
    )


class Passage(Part):
    """Where a document says it."""

    statement: str = Field(description="Id of the statement in the register.")
    document: str = Field(description="The document.")
    heading: str = Field(description="The heading; empty for the text before the first.")
    date: str = Field(description="Date of the document; may be empty.")
    url: str = Field(description="The page at the commit that was read.")
    verified: bool = Field(description="Whether its text was at hand; else it is cited only.")


class Remedy(Part):
    """What can be done about a violation."""

    action: str = Field(description="The action.")
    console: str = Field(description="Where in the console; may be empty.")
    cmdlet: str = Field(description="The same in PowerShell; may be empty.")


class NamedRequirement(Part):
    """One documented condition, in short."""

    id: str = Field(description="Its id, which never changes.")
    statement: str = Field(description="The condition.")
    page: str = Field(description="Address of its page, from the root of the published docs.")


class Requirement(NamedRequirement):
    """One documented condition."""

    explanation: str = Field(description="What else is to be said; may be empty.")
    force: Literal["blocks", "wish", "advises"] = Field(description="What a violation does.")
    topic: str = Field(description="The question that it helps to answer.")
    passages: tuple[Passage, ...] = Field(description="Where the documents say it.")
    remedies: tuple[Remedy, ...] = Field(description="What can be done about a violation.")


class Contradiction(Part):
    """Where documents disagree."""

    id: str = Field(description="Its id in the register.")
    title: str = Field(description="What they disagree on.")
    corrected: str | None = Field(description="When the vendor mended it; null if it is open.")
    reading: str = Field(description="The reading that is taken, and why.")


class Report(Part):
    """Everything that `dod check` has to say."""

    dod_model: str = Field(description="The version of dod-model that wrote it.")
    format: Literal["dod-report/1"] = Field(description="Name and version of the format.")
    site: str = Field(description="The file of the site, as it was named; - for standard input.")
    wish: Literal["on-demand", "run"] = Field(description="What was asked for.")
    outcomes: dict[str, int] = Field(description="How many attempts have which outcome.")
    exit_code: Literal[0, 1, 3] = Field(
        description="0 every wish is reached; 1 some is not; 3 none fails, but some are undetermined or not covered."
    )
    requirements: tuple[Requirement, ...] = Field(description="The requirements that the findings name.")
    contradictions: tuple[Contradiction, ...] = Field(description="The contradictions that the findings may name.")
    assumed: tuple[str, ...] = Field(description="What was taken for granted and not checked.")
    assessments: tuple[Assessment, ...] = Field(description="One for each attempt.")
