"""What happened in a run, as scenarios ask for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from typing import TYPE_CHECKING, Any

from dod_model.requirements.requirement import Stage

if TYPE_CHECKING:
    from dod_model.run import Run

_BESIDES = ("why", "how", "on_demand", "bytes", "done", "listed", "among", "stage", "requirements", "ending")
"""What moments tell beside the object that they are about, as far as scenarios ask for it."""
_TRANSFERS = {"download-broken", "download-failed", "download-verified"}


def told_run(run: Run) -> str:
    """A run in words: a line for each moment, with what it rests on and tells besides, and what was assumed."""
    lines = [f"{number}: {_told(one)}" for number, one in enumerate(run.moments, 1)]
    lines.extend(f"did not come: {placed.event.told}" for placed in run.not_placed)
    lines.extend(f"assumed: {sentence}" for sentence in run.assumed)
    return "\n".join(lines) or "nothing happens"


def _told(moment: Any) -> str:
    parts = [part for part in _BESIDES if hasattr(moment, part)]
    besides = [f"{part.replace('_', ' ')}: {_in_words(getattr(moment, part))}" for part in parts]
    for one in getattr(moment, "left_out", ()):
        besides.append(": ".join(filter(None, (f"left out: {one.source}, as {one.behaviour.id} says", one.detail))))
    return f"{' | '.join(row(moment))}  ({moment.behaviour.id}) {'; '.join(besides)}".rstrip()


def _in_words(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(value) or "none"
    if isinstance(value, bool) or value is None:
        return {True: "yes", False: "no", None: "unknown"}[value]
    return str(value.value if isinstance(value, Enum) else value)


def row(moment: Any) -> list[str]:
    """A moment as a row of a table: its kind, the package or step that it is about, and the source."""
    action = getattr(moment, "action", None)
    about = getattr(moment, "package", None) or (action and action.name)
    return [moment.kind.replace("-", " "), *filter(None, (about, getattr(moment, "source", None)))]


def course(run: Run) -> list[list[str]]:
    """All that happened, a row for each moment."""
    return [row(moment) for moment in run.moments]


def moments(run: Run, kind: str, **wanted: object) -> list[Any]:
    """The moments of a kind, in order, in which the named parts are as wanted."""
    return [
        one
        for one in run.moments
        if one.kind == kind and all(getattr(one, part) == value for part, value in wanted.items())
    ]


def steps(run: Run, kind: str) -> list[str]:
    """The names of the steps with which this happened, in order."""
    return [one.action.name for one in moments(run, kind)]


def ending(run: Run) -> str | None:
    """How the run ended; None if the documents do not speak of it."""
    return None if run.ending is None else run.ending.value


def failed_at(run: Run) -> str | None:
    """The step with which the run failed; None if it did not."""
    return steps(run, "step-failed")[-1] if ending(run) == "failed" else None


def skipped(run: Run) -> list[tuple[str, str]]:
    """The steps that were skipped, each with the reason."""
    return [(one.action.name, one.why) for one in moments(run, "step-skipped")]


def downloaded(run: Run) -> tuple[str, ...]:
    """The packages that were downloaded and checked, in order."""
    return _packages(run.moments)


def downloaded_in_advance(run: Run) -> tuple[str, ...]:
    """The packages that were downloaded before anybody started it."""
    return _packages(_until(run, lambda one: one.kind == "started"))


def downloaded_before_start(run: Run) -> tuple[str, ...]:
    """The packages that were downloaded before the task sequence started, in advance or not."""
    return _packages(_until(run, lambda one: one.kind == "sequence-started"))


def downloaded_before(run: Run, step: str) -> tuple[str, ...]:
    """The packages that were downloaded before a step started."""
    return _packages(_until(run, lambda one: one.kind == "step-started" and one.action.name == step))


def _until(run: Run, reached: Callable[[Any], bool]) -> Iterator[Any]:
    """The moments before the first one that is looked for.

    Raises:
        AssertionError: there is no such moment.
    """
    for one in run.moments:
        if reached(one):
            return
        yield one
    raise AssertionError(told_run(run))


def _packages(found: Iterable[Any]) -> tuple[str, ...]:
    return tuple(one.package for one in found if one.kind == "download-verified")


def listed(run: Run, package: str) -> list[tuple[str, ...]]:
    """The lists of sources that the management point gave for a package, in order."""
    return [one.listed for one in moments(run, "sources-answered", package=package)]


def left_out(run: Run, package: str, source: str) -> list[tuple[str, str]]:
    """Why a source is missing from the lists for a package: the behaviours by id, each with what more is told."""
    answers = moments(run, "sources-answered", package=package)
    return [(one.behaviour.id, one.detail) for answer in answers for one in answer.left_out if one.source == source]


def tried(run: Run, package: str) -> tuple[str, ...]:
    """The sources that were chosen for a package, in order."""
    return tuple(one.source for one in moments(run, "source-chosen", package=package))


def pulled_from(run: Run, package: str) -> tuple[str, ...]:
    """The sources from which bytes of a package came, each once, in order."""
    transfers: list[Any] = [one for one in run.moments if one.kind in _TRANSFERS]
    return tuple(dict.fromkeys(one.source for one in transfers if one.package == package and one.pulled))


def chosen_among(run: Run, package: str) -> tuple[str, ...]:
    """The sources of which the first one for a package was chosen."""
    found: list[tuple[str, ...]] = [one.among for one in moments(run, "source-chosen", package=package)]
    return found[0] if found else ()


def causes(run: Run, kind: str, package: str) -> list[str]:
    """The events, in words, because of which this happened to the download of a package."""
    found = [run.moments[one.cause] for one in moments(run, kind, package=package) if one.cause is not None]
    return [one.event.told for one in found if one.kind == "happened"]


def turned_away(run: Run) -> list[tuple[Stage, frozenset[str]]]:
    """Where the run was turned away, and the requirements that were not met."""
    return [(one.stage, frozenset(one.requirements)) for one in moments(run, "refused")]


def rests_on(run: Run) -> frozenset[str]:
    """The behaviours, by id, that moments and lists of sources rest on."""
    left = [one.behaviour.id for answer in moments(run, "sources-answered") for one in answer.left_out]
    return frozenset([one.behaviour.id for one in run.moments] + left)
