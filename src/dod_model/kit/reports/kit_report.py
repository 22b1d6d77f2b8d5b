"""The form of the JSON report of the kit; `dod schema kit` prints its schema."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from dod_model.kit.format import Asked, Basis
from dod_model.render.report import Passage

FORMAT = "dod-kit-report/1"
"""Name and version of the format; the version rises when a reader would have to change."""


class Part(BaseModel):
    """Base of every part of a report."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Tool(Part):
    """Who was asked."""

    name: str = Field(description="What it is called.")
    version: str = Field(description="Its version; may be empty.")
    answers: tuple[Asked, ...] = Field(description="The parts of an answer that it gives.")


class Counts(Part):
    """How many vectors came to which result."""

    agreed: int = Field(description="It agrees in everything that it was asked.")
    disagreed: int = Field(description="It differs in something, be that documented, contested or inferred.")
    dont_know: int = Field(description="It said that it does not know.")
    skipped: int = Field(description="It said that it does not treat of such a case.")
    error: int = Field(description="It failed, crashed, hung, or wrote what is no answer.")
    not_asked: int = Field(description="It says that it does not answer what is asked there.")


class Score(Part):
    """How often it agreed over something, on one basis."""

    agreed: int = Field(description="How often it agreed.")
    disagreed: int = Field(description="How often it disagreed, known disagreements included.")


class Subject(Part):
    """What answers were compared in: a requirement, a law, or a part of an answer."""

    id: str = Field(description="The id of a requirement, the name of a law, or outcome, plan or run.")
    statement: str = Field(description="What it says.")
    page: str | None = Field(
        description="Address of its page, from the root of the published docs; null for what is no requirement."
    )
    documented: Score | None = Field(description="Where the documents say it; null if it was not asked there.")
    contested: Score | None = Field(description="Where they contradict one another; null likewise.")
    inferred: Score | None = Field(description="Where it was reasoned; null likewise.")
    passages: tuple[Passage, ...] = Field(description="Where the documents say it; of requirements only.")


class Difference(Part):
    """One thing in which an answer differs."""

    subject: str = Field(description="What it is about; see the list of subjects.")
    basis: Basis = Field(description="How firmly the documents stand behind what was expected.")
    expected: str = Field(description="What was expected, in words.")
    given: str = Field(description="What the tool said, in words.")
    known: bool = Field(description="Whether it is a known disagreement, and so does not count.")


class Disagreement(Part):
    """A vector whose answer differs."""

    id: str = Field(description="The id of the vector.")
    why: str = Field(description="What it shows.")
    differences: tuple[Difference, ...] = Field(description="In what the answer differs.")


class Unanswered(Part):
    """A vector that got no answer."""

    id: str = Field(description="The id of the vector.")
    why: str = Field(description="What it shows.")
    result: Literal["don't know", "skipped", "error"] = Field(description="What came of asking it.")
    reason: str = Field(description="Why there is no answer; may be empty.")


class KnownLine(Part):
    """A line of the file of known disagreements."""

    line: int = Field(description="Its number, from 1.")
    vector: str = Field(description="The id of the vector.")
    subject: str = Field(description="What the disagreement is about; empty for everything.")
    why: str = Field(description="Its comment; may be empty.")


class KnownLines(Part):
    """What became of the known disagreements. Lines whose vectors were not answered are in neither list."""

    file: str = Field(description="The file, as it was named; empty if there is none.")
    still: tuple[KnownLine, ...] = Field(description="Met again.")
    stopped: tuple[KnownLine, ...] = Field(description="Not met any more; their lines are to be removed.")


class KitReport(Part):
    """Everything that `dod kit run` has to say."""

    dod_model: str = Field(description="The version of dod-model that wrote it.")
    format: Literal["dod-kit-report/1"] = Field(description="Name and version of the format.")
    tool: Tool = Field(description="Who was asked.")
    exit_code: Literal[0, 1, 3] = Field(
        description="0 no answer differs from what the documents say; 1 some does, or was an error, or a known "
        "disagreement has stopped; 3 none of that, but some questions got no answer, or none was asked."
    )
    verdict: str = Field(description="The same as a sentence.")
    against_documents: int = Field(
        description="How many answers differ in something that the documents say, known disagreements left aside."
    )
    results: Counts = Field(description="How many vectors came to which result.")
    kinds: dict[str, Counts] = Field(description="The same for each kind of vector.")
    subjects: tuple[Subject, ...] = Field(description="How often the tool agreed in what.")
    disagreements: tuple[Disagreement, ...] = Field(description="The vectors whose answers differ.")
    unanswered: tuple[Unanswered, ...] = Field(description="The vectors that got no answer.")
    unasked: dict[str, int] = Field(description="Why vectors were not asked, and how many for each reason.")
    left_out: int = Field(description="How many vectors are left out of the two lists of vectors, there being so many.")
    known: KnownLines = Field(description="What became of the known disagreements.")
    notes: tuple[str, ...] = Field(description="What was odd about the tool, as sentences.")
