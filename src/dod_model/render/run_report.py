"""Runs as data with a schema: what `dod run -o json` writes."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from dod_model.render.report import NamedRequirement, Part, Passage

FORMAT = "dod-run/1"
"""Name and version of the format; the version rises when a reader would have to change."""

Ended = Literal["succeeded", "failed", "not-started"]
Option = Literal["download-when-needed", "download-all-before-start", "run-from-distribution-point"]


class Behaviour(Part):
    """One thing that the engine does, and what it rests on."""

    id: str = Field(description="Its id, which never changes.")
    statement: str = Field(description="What happens; of a requirement that is not met, the requirement.")
    basis: Literal["documented", "inferred"] = Field(description="Whether it was read or reasoned.")
    cites: tuple[str, ...] = Field(description="Ids of the statements of the documents that it rests on.")
    reasoning: str = Field(description="How it was reasoned; empty if documented.")
    passages: tuple[Passage, ...] = Field(description="Where the documents say it.")


class Step(Part):
    """A step, a group or a step that runs a child, at its place in a run."""

    number: int = Field(description="Its place, from 1.")
    name: str = Field(description="What it is called.")
    kind: str = Field(description="The kind of step.")
    sequence: str = Field(description="The task sequence in which it stands.")
    depth: int = Field(description="In how many groups and children it lies.")
    packages: tuple[str, ...] = Field(description="The packages that it refers to.")


class LeftOut(Part):
    """A source that is not in the list."""

    source: str = Field(description="The source.")
    behaviour: str = Field(description="Id of the behaviour that leaves it out.")
    detail: str = Field(description="What more there is to say; may be empty.")


class Moment(Part):
    """One thing that happens. What a kind of moment does not have is null."""

    number: int = Field(description="Its number, from 1: an event is placed after the moment of a number.")
    kind: str = Field(description="What happens, such as download-verified.")
    text: str = Field(description="The moment in words.")
    cause: int | None = Field(description="Number of the moment that it follows from; null for the first.")
    behaviour: str = Field(description="Id of the behaviour that it rests on; see the list of behaviours.")
    basis: Literal["documented", "inferred"] = Field(description="Whether that was read or reasoned.")
    step: int | None = Field(description="Number of the step that it is about, or for which a package is fetched.")
    package: str | None = Field(description="The package that it is about.")
    source: str | None = Field(description="The source that is chosen or downloaded from.")
    bytes: int | None = Field(
        description="Bytes that came since the download started; of a policy its size; of a start, size of the package."
    )
    done: int | None = Field(description="Bytes of the package that are there already.")
    sources: tuple[str, ...] | None = Field(
        description="The sources in the list, in order; of a choice, those that could have been chosen."
    )
    left_out: tuple[LeftOut, ...] | None = Field(description="The sources that are not in the list.")
    requirements: tuple[str, ...] | None = Field(description="Ids of the requirements that are not met and show here.")
    why: str | None = Field(description="Why a step is skipped or something fails.")
    event: str | None = Field(description="The event that was placed here.")
    ending: Ended | None = Field(description="How the run ends.")


class FromSources(Part):
    """What came from one of several sources."""

    sources: tuple[str, ...] = Field(description="The sources; where there are several, one is chosen at random.")
    bytes: int = Field(description="How much came.")


class ForStep(Part):
    """What came just before a step, for it."""

    step: int = Field(description="Number of the step.")
    bytes: int = Field(description="How much came.")


class Summary(Part):
    """What a run comes to, in bytes."""

    pulled: int = Field(description="All that came.")
    in_advance: int = Field(description="What pre-download fetched before anybody started it.")
    before_start: int = Field(description="What came between that start and the start of the sequence.")
    during: int = Field(description="What came while the sequence ran.")
    by_source: dict[str, int] = Field(description="What came from each source, as it was chosen here.")
    by_choice: tuple[FromSources, ...] = Field(description="What came, by the sources that could have been chosen.")
    by_step: tuple[ForStep, ...] = Field(description="What came for each step.")
    in_vain: dict[str, int] = Field(description="Packages that were fetched though no step that ran wants them.")
    thrown_away: int = Field(description="What came and did not end in a package that is complete and checked.")
    spared: dict[str, int] = Field(description="Packages that were not fetched, for conditions skip their steps.")
    largest_held: int = Field(description="The most that was on the device at once.")
    cache: int | None = Field(description="Size of the client cache; null for unknown.")
    fits: bool | None = Field(description="Whether the cache holds the largest amount; null for unknown.")
    from_cloud: int = Field(description="What came from the cloud, not from distribution points on premises.")
    price: str | None = Field(description="What came from the cloud, at the price given, to two decimals; else null.")


class Run(Part):
    """An attempt, played."""

    deployment: str = Field(description="The deployment.")
    client: str = Field(description="The client.")
    start: str | None = Field(description="How it is started; null for unknown.")
    place: str = Field(description="Where the client is at the beginning.")
    user: str | None = Field(description="Who starts it; null for unknown.")
    option: Option = Field(description="The deployment option that was played.")
    outcome: str = Field(description="What the assessment says of the attempt with this option.")
    advice: tuple[str, ...] = Field(description="Ids of requirements that only advise, and are not met.")
    ending: Ended | None = Field(description="How it ends; null if the documents do not speak of it.")
    steps: tuple[Step, ...] = Field(description="The steps that it can go through, in order.")
    moments: tuple[Moment, ...] = Field(description="What happens, in order.")
    assumed: tuple[str, ...] = Field(description="What was not known and had to be assumed.")
    unsized: tuple[str, ...] = Field(description="Packages whose size is not described; they count as 0 bytes.")
    not_placed: tuple[str, ...] = Field(description="Events whose moment never came.")
    summary: Summary = Field(description="What it comes to.")


class Amounts(Part):
    """What one run comes to, in bytes."""

    ending: Ended | None = Field(description="How it ends; null if the documents do not speak of it.")
    why: str | None = Field(description="Why it does not end well; null if it does.")
    on_assumptions: bool = Field(description="Whether it was played on assumptions: the assessment is undetermined.")
    pulled: int = Field(description="All that came.")
    in_advance: int = Field(description="What pre-download fetched before anybody started it.")
    before_start: int = Field(description="What came between that start and the start of the sequence.")
    during: int = Field(description="What came while the sequence ran.")
    in_vain: int = Field(description="What was fetched though no step that ran wants it.")
    thrown_away: int = Field(description="What came and did not end in a package that is complete and checked.")
    spared: int = Field(description="What was not fetched, for conditions skip the steps that want it.")
    largest_held: int = Field(description="The most that was on the device at once.")
    cache: int | None = Field(description="Size of the client cache; null for unknown.")
    fits: bool | None = Field(description="Whether the cache holds the largest amount; null for unknown.")
    assumed: tuple[str, ...] = Field(description="What was not known and had to be assumed.")
    unsized: tuple[str, ...] = Field(description="Packages whose size is not described; they count as 0 bytes.")
    not_placed: tuple[str, ...] = Field(description="Events whose moment never came.")


class Kind(Part):
    """Clients that differ in nothing that can change a run."""

    clients: tuple[str, ...] = Field(description="The clients.")
    each: tuple[Amounts, ...] = Field(description="What each of them comes to, in the order of the options.")


class Total(Part):
    """All clients of a deployment, with one option. Amounts are in bytes."""

    option: Option | None = Field(description="The option that was played; null for that of the deployment.")
    endings: dict[str, int] = Field(description="How many runs end how; `not-covered` where the documents are silent.")
    on_assumptions: int = Field(description="How many runs were played on assumptions.")
    pulled: int = Field(description="All that came.")
    in_advance: int = Field(description="What pre-download fetched before anybody started it.")
    before_start: int = Field(description="What came between that start and the start of the sequences.")
    during: int = Field(description="What came while the sequences ran.")
    in_vain: int = Field(description="What was fetched though no step that ran wants it.")
    thrown_away: int = Field(description="What came and did not end in a package that is complete and checked.")
    spared: int = Field(description="What was not fetched, for conditions skip the steps that want it.")
    cache_too_small: int = Field(description="On how many clients the cache is too small for the largest amount.")
    by_choice: tuple[FromSources, ...] = Field(description="What came, by the sources that could have been chosen.")
    from_cloud: int = Field(description="What came from the cloud, not from distribution points on premises.")
    price: str | None = Field(description="What came from the cloud, at the price given, to two decimals; else null.")
    assumed: tuple[str, ...] = Field(description="What was not known and had to be assumed in some run.")
    unsized: tuple[str, ...] = Field(description="Packages whose size is not described; they count as 0 bytes.")
    not_placed: tuple[str, ...] = Field(description="Events whose moment never came in some run.")


class Saving(Part):
    """What on demand saves against download all first, over the clients on which both end well."""

    clients: int = Field(description="How many clients these are.")
    bytes: int = Field(description="How many bytes less they pull.")
    of: int = Field(description="How many they pull with download all first.")
    price: str | None = Field(description="What that saves of the price given, to two decimals; else null.")


class Totals(Part):
    """A deployment over its clients."""

    deployment: str = Field(description="The deployment.")
    start: str | None = Field(description="How it is started; null for unknown.")
    place: str = Field(description="Where the clients are at the beginning.")
    user: str | None = Field(description="Who starts it; null for unknown.")
    clients: int = Field(description="How many clients there are.")
    options: tuple[Total, ...] = Field(description="One for each option that was played.")
    saving: Saving | None = Field(description="What on demand saves; null unless both options were played.")
    kinds: tuple[Kind, ...] = Field(description="The clients, those that fare alike together.")


class Play(Part):
    """Everything that `dod run` has to say."""

    dod_model: str = Field(description="The version of dod-model that wrote it.")
    format: Literal["dod-run/1"] = Field(description="Name and version of the format.")
    site: str = Field(description="The file of the site, as it was named; - for standard input.")
    price_per_gb: str | None = Field(description="The price for 2**30 bytes that was given; else null.")
    exit_code: Literal[0, 1, 3] = Field(
        description="0 every run ends well; 1 some fails or does not start; 3 none does, but some were played on "
        "assumptions or are not covered."
    )
    behaviours: tuple[Behaviour, ...] = Field(description="The behaviours that the moments name.")
    requirements: tuple[NamedRequirement, ...] = Field(description="The requirements that the runs name.")
    runs: tuple[Run, ...] = Field(
        description="The runs of one client, one for each deployment and option; none of several."
    )
    totals: tuple[Totals, ...] = Field(description="One for each deployment, over all its clients that were asked for.")
