"""What a page hears of a description that it asked to check, as data with a schema."""

from __future__ import annotations

from pydantic import Field

from dod_model.render import report, run_report
from dod_model.render.report import Part


class Told(Part):
    """One thing that is wrong with the text."""

    code: str = Field(description="The kind of problem, which never changes.")
    line: int = Field(description="The line, from 1; 0 for the whole.")
    path: str = Field(description="Where in the description; empty for the whole.")
    message: str = Field(description="What is wrong.")
    hint: str = Field(description="What to try; may be empty.")


class Piece(Part):
    """A part of a sentence."""

    text: str = Field(description="The words.")
    name: bool = Field(default=False, description="Whether it is a name of the description, in its quotation marks.")
    line: int = Field(default=0, description="The line of the text where what is named stands; 0 for none.")


class Line(Part):
    """A sentence of the report."""

    pieces: tuple[Piece, ...] = Field(description="Its parts; together they are the sentence.")
    head: str = Field(default="", description="A number, a mark or a label before it.")
    indent: int = Field(default=0, description="How far the command indents it.")
    mood: str = Field(default="", description="good, bad, open, strong, faint, or empty.")


class Section(Part):
    """Sentences under a title."""

    title: str = Field(description="The title; may be empty.")
    lines: tuple[Line, ...] = Field(description="The sentences.")


class Numbers(Part):
    """A table with a column for each option."""

    heads: tuple[str, ...] = Field(description="The options.")
    rows: tuple[tuple[str, tuple[str, ...]], ...] = Field(description="A label and the amounts in words.")


class Played(Part):
    """A run, as the command tells it, and what it comes to."""

    option: run_report.Option = Field(description="The deployment option that was played.")
    ending: run_report.Ended | None = Field(description="How it ends; null if the documents do not speak of it.")
    headline: Line = Field(description="The option, and how it ends.")
    sections: tuple[Section, ...] = Field(description="Policy, what is fetched before the start, the steps.")
    more: int = Field(description="So many lines were left out.")
    summary: run_report.Summary = Field(description="What it comes to, in bytes.")


class Runs(Part):
    """The runs of one attempt, one for each deployment option."""

    headline: Line = Field(description="Whose attempt it is.")
    played: tuple[Played, ...] = Field(description="On demand, and all first.")
    numbers: Numbers | None = Field(description="Both side by side; null if nothing happens.")
    reservations: tuple[Section, ...] = Field(description="What has to be known of the numbers.")
    refused: str = Field(description="Why there are no runs; else empty.")


class Cited(Part):
    """Where a document says something."""

    text: str = Field(description="Document, heading and date, in words.")
    url: str = Field(description="The page at the commit that was read.")
    statement: str = Field(description="Id of the statement in the register.")


class Group(Part):
    """Clients of a deployment that fare alike."""

    headline: Line = Field(description="Whose attempt it is.")
    outcome: Line = Field(description="What becomes of it.")
    clients: tuple[str, ...] = Field(description="The clients.")
    sections: tuple[Section, ...] = Field(description="All that the command says with --all.")
    assessment: report.Assessment = Field(description="The assessment of the first client.")
    remedies: dict[str, tuple[report.Remedy, ...]] = Field(
        description="What can be done, by the id of each requirement that is violated."
    )
    passages: dict[str, tuple[Cited, ...]] = Field(
        description="Where the documents say it, by the id of each requirement that is violated or undetermined."
    )


class Answer(Part):
    """All that there is to say of a text: what is wrong with it, or what becomes of every attempt."""

    problems: tuple[Told, ...] = Field(default=(), description="What is wrong with the text.")
    wish: str = Field(default="", description="The wish, in words.")
    closing: str = Field(default="", description="How often it is reached.")
    reached: bool | None = Field(default=None, description="Whether every wish is reached; null if that is not known.")
    groups: tuple[Group, ...] = Field(default=(), description="The attempts, those that fare alike together.")
    more: int = Field(default=0, description="So many attempts were not looked at, or are not shown.")
    runs: tuple[Runs, ...] = Field(default=(), description="The runs of the first attempts that are shown.")
    assumed: tuple[str, ...] = Field(default=(), description="What was taken for granted and not checked.")
