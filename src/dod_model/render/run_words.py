"""What belongs to a run, in words: amounts, options, endings, events and what a behaviour rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dod_model.run import Ending, Run
from dod_model.run.behaviours import Behaviour
from dod_model.run.events import AfterStep, AtMoment, BeforeStep, During, Placed, When
from dod_model.run.moments import ContentMoment, LeftOut, SequenceStarted, Started
from dod_model.site import DeploymentOption, Step, StepKind

GIGABYTE = 2**30
"""Bytes of a gigabyte, as Windows and the console count it."""
UNITS = ("bytes", "KB", "MB", "GB")
NAMES_TOLD = 5
"""So many names of a list are told; the others are counted."""

OPTIONS = {
    DeploymentOption.WHEN_NEEDED: "download on demand",
    DeploymentOption.BEFORE_START: "download all before the start",
    DeploymentOption.FROM_DISTRIBUTION_POINT: "run from the distribution point",
}
"""Each option in words."""
SHORT_OPTIONS = {
    DeploymentOption.WHEN_NEEDED: "on demand",
    DeploymentOption.BEFORE_START: "all first",
    DeploymentOption.FROM_DISTRIBUTION_POINT: "from the DP",
    None: "as deployed",
}
"""Each option as the head of a column; None stands for that of each deployment."""
ENDINGS = {
    Ending.SUCCEEDED: "ends well",
    Ending.FAILED: "fails",
    Ending.NOT_STARTED: "does not start",
    None: "is not covered: the documents do not speak of such an attempt",
}
"""Each ending in words; None stands for a run of which the documents do not speak."""


def size(amount: int) -> str:
    """An amount of bytes as one says it, with at most one decimal: ``4.5 GB``. A GB is 2**30 bytes."""
    if amount < 2:
        return "1 byte" if amount else "0"
    value, unit = float(amount), 0
    while round(value, 1) >= 1024 and unit + 1 < len(UNITS):
        value, unit = value / 1024, unit + 1
    return f"{value:,.1f}".removesuffix(".0") + f" {UNITS[unit]}"


def much(amount: int | None) -> str:
    """An amount of bytes that may be unknown."""
    return "of unknown size" if amount is None else size(amount)


def names(found: Iterable[str]) -> str:
    """Names in quotation marks; of many the first few."""
    return many([f"'{name}'" for name in found])


def many(found: Sequence[str]) -> str:
    """Texts in a row; of many the first few."""
    more = f" and {len(found) - NAMES_TOLD:,} more" if len(found) > NAMES_TOLD else ""
    return ", ".join(found[:NAMES_TOLD]) + more


def source(name: str, among: Sequence[str]) -> str:
    """Where something comes from, and from where else it may come, for the product chooses at random."""
    others = [one for one in among if one != name]
    return f"'{name}' (or by chance {names(others)})" if others else f"'{name}'"


def choice(among: Sequence[str]) -> str:
    """The sources among which a download chooses."""
    return f"one of {names(among)}" if len(among) > 1 else names(among)


def left_out(one: LeftOut) -> str:
    """A source that is not in the list, and why."""
    return f"'{one.source}' is left out: {one.detail or one.behaviour.statement}"


def kind_of(step: Step) -> str:
    """What a step is that holds others, to stand behind its name; empty for any other step."""
    return {StepKind.GROUP: " (group)", StepKind.RUN_TASK_SEQUENCE: " (child)"}.get(step.kind, "")


def placed(one: Placed) -> str:
    """An event and when it happens."""
    return f"{one.event.told} {when(one.when)}"


def when(place: When) -> str:
    """When an event happens."""
    match place:
        case AtMoment(number):
            return f"after moment {number}"
        case BeforeStep(step):
            return f"before '{step}'"
        case AfterStep(step):
            return f"after '{step}'"
        case During(package, percent):
            return f"when {percent} % of '{package}' has come"


def rests_on(behaviour: Behaviour) -> str:
    """What a behaviour rests on: ``documented in F097`` or ``inferred from F098``."""
    cited = ", ".join(behaviour.cites)
    if not behaviour.reasoning:
        return f"documented in {cited}"
    return f"inferred from {cited}" if cited else "inferred"


def phases(run: Run) -> list[tuple[str, range]]:
    """The parts of a run, each with the places of its moments; parts in which nothing happens are left out.

    In advance is what lies between the policy and the start, where anything is fetched there.
    """
    ends = len(run.moments)
    started = next((place for place, one in enumerate(run.moments) if isinstance(one, Started)), ends)
    begins = next((place for place, one in enumerate(run.moments) if isinstance(one, SequenceStarted)), ends)
    in_advance = any(isinstance(one, ContentMoment) for one in run.moments[:started])
    policy = 1 if in_advance and started < ends else started
    parts = [
        ("Policy", range(policy)),
        ("In advance", range(policy, started)),
        ("Before the start", range(started, begins)),
        ("Task sequence", range(begins, ends)),
    ]
    return [(title, places) for title, places in parts if len(places) > 0]
