"""The page of what happens in a run: behaviours, where unmet requirements show, and events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from inspect import cleandoc

from dod_model.documents import statements
from dod_model.publish.markdown import behaviour, heading, link, page, prose, requirement, stage, statement, table
from dod_model.publish.passages import passages_of
from dod_model.publish.prose_of_code import code
from dod_model.requirements import REQUIREMENTS
from dod_model.requirements.requirement import Failure, Stage
from dod_model.run.behaviours import BEHAVIOURS, Behaviour
from dod_model.run.event_words import FORMS, PLACES, event_of, when_of
from dod_model.run.events import ClientMoves, Event, PackageUpdated

INTRODUCTION = """\
What a run rests on. Each moment of a run names a behaviour. Either the documents say it, or it is *inferred*: then the
reasoning stands with it. Nothing happens in a run that is not here."""

STAGES = {
    Stage.POLICY: "The client is not told of the deployment",
    Stage.START: "The client is told, and the task sequence does not start",
    Stage.LOOKUP: "It is started, and finds no source for its content",
}

UNMET = """\
A run of an attempt that does not run goes as far as the documents let it, and ends where the requirement that is not
met shows itself. Where several are not met, the first stage counts."""

EVENTS = """\
A run has no clock. What depends on time, or comes from outside, is an event, and whoever asks for the run says when it
happens."""


def run_page() -> str:
    """Every behaviour, every stage at which a run may be refused, and every event."""
    return page("What happens in a run", INTRODUCTION, _lines())


def _lines() -> Iterator[str]:
    yield from ("", heading(2, "Behaviours"))
    yield from (line for one in BEHAVIOURS.values() for line in _behaviour(one))
    yield from ("", heading(2, "Where an unmet requirement shows"), "", UNMET)
    for one, title in STAGES.items():
        yield from ("", heading(3, title, f"stage-{one.value}"), "")
        yield from _stage(one)
    yield from ("", heading(2, "Events", "events"), "", EVENTS, "")
    yield from table(("Event", "What happens", "Statements"), map(_event, FORMS))
    yield from ("", heading(3, "When it happens"), "")
    yield from table(("Words", "When"), ((code(place), prose(_summary(when_of(place)))) for place in PLACES))


def _behaviour(one: Behaviour) -> Iterator[str]:
    yield from ("", heading(3, one.id, one.id), "", f"**{prose(one.statement)}**", "")
    yield f"- {_basis(one.reasoning)}"
    if one.cites:
        yield f"- Rests on {_statements(one.cites)}"
    passages = (part for number in one.cites for part in statements()[number].passages)
    yield from (f"    - {text}" for text in passages_of(passages))


def _stage(shown: Stage) -> Iterator[str]:
    """The requirements that show at a stage, those of one reason together."""
    found: dict[Failure, list[str]] = {}
    for one in REQUIREMENTS:
        if one.fails is not None and one.fails.stage is shown:
            found.setdefault(one.fails, []).append(requirement(one.id))
    for failure, names in found.items():
        yield f"- {', '.join(names)}"
        yield f"    - {_basis(failure.reasoning)}"
        yield f"    - Rests on {_statements(failure.cites)}"


def _event(form: str) -> tuple[str, str, str]:
    event = event_of(form)
    return code(form), prose(_said(event)), _statements(event.documented) or "the asker's word"


def _said(event: Event) -> str:
    """What happens at an event; of two forms of one kind, what is particular to each."""
    match event:
        case PackageUpdated(distributed=True):
            return "A package gets a new version, and every source that holds the version before gets it."
        case PackageUpdated():
            return "A package gets a new version, and no source gets it."
        case ClientMoves(to=place):
            return f"The client finds out that it is on the {place.value} now."
        case _:
            return _summary(event)


def _basis(reasoning: str) -> str:
    return f"Inferred: {prose(reasoning)}" if reasoning else "Documented"


def _statements(numbers: Iterable[str]) -> str:
    return ", ".join(statement(number) for number in numbers)


def _summary(thing: object) -> str:
    return cleandoc(type(thing).__doc__ or "")


def in_runs(number: str) -> str:
    """Where a run rests on a statement, as links: behaviours, events, and stages; empty for nowhere."""
    found = [behaviour(one.id) for one in BEHAVIOURS.values() if number in one.cites]
    if any(number in event.documented for event in Event.__subclasses__()):
        found.append(link("events", "~/reference/run.md#events"))
    stages = {one.fails.stage: None for one in REQUIREMENTS if one.fails is not None and number in one.fails.cites}
    found += [stage(one.value) for one in stages]
    return ", ".join(found)
