"""Do the task sequences of a description make sense, each in itself and together?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from pydantic import MISSING

from dod_model.errors import Problem
from dod_model.site.condition import Comparison, ConditionSubject
from dod_model.site.grouping import GROUPS_DEEP, TOO_DEEP, Walked, is_group, walked
from dod_model.site.nearest import cut
from dod_model.site.parts import members, of_part, written_of
from dod_model.site.sequence import StepKind

_RINGS = 5000  # names in rings after which no more rings are told
_TOLD = 20  # names of one ring that are told
_WITHOUT_VALUE = frozenset({"exists", "not-exists"})
_KINDS = frozenset(kind.value for kind in StepKind)
_SUBJECTS = frozenset(subject.value for subject in ConditionSubject)
_COMPARISONS = frozenset(comparison.value for comparison in Comparison)


class WalkedSequence(NamedTuple):
    """A task sequence, of the model or plain data, with its place and all of its steps and groups."""

    path: str
    item: Any
    steps: list[Walked]


def sequence_problems(site: object) -> Iterator[Problem]:
    """Every way in which task sequences make no sense, in the order of the checks.

    Args:
        site: a `Site`, or plain data of the same form; parts of wrong form are passed over.
    """
    found = sequences(site)
    for check in _CHECKS:
        yield from check(found)


def sequences(site: object) -> list[WalkedSequence]:
    """The task sequences with all of their steps, walked once."""
    return [WalkedSequence(path, item, list(walked(path, item))) for path, item in members(site, "task_sequences")]


def _steps(found: list[WalkedSequence]) -> Iterator[Walked]:
    return (step for sequence in found for step in sequence.steps)


def _groups_are_not_too_deep(found: list[WalkedSequence]) -> Iterator[Problem]:
    for path, step, around in _steps(found):
        if around == GROUPS_DEEP and is_group(step):
            yield Problem("too-deep", TOO_DEEP, path)


def _fields_belong_to_their_kind(found: list[WalkedSequence]) -> Iterator[Problem]:
    for path, step, _ in _steps(found):
        kind = written_of(step, "kind")
        for field, said in _misplaced(kind):
            if of_part(step, field) is not MISSING:
                yield Problem("unexpected-field", said, f"{path}.{field}")


def _misplaced(kind: str | None) -> Iterator[tuple[str, str]]:
    """The fields that a step of this kind cannot have, and why."""
    if kind != "run-task-sequence":
        yield "task_sequence", "only a step of kind run-task-sequence has a child task sequence"
    else:
        yield "packages", "a step of kind run-task-sequence has no packages of its own, its child has them"
    if kind == "group":
        yield "packages", "a group has no packages of its own, its steps have them"
        yield "network_path", "a group has no network path of its own, its steps have it"
    elif kind in _KINDS:
        yield "steps", "only a step of kind group has steps inside it"


def _conditions_are_whole(found: list[WalkedSequence]) -> Iterator[Problem]:
    for path, step, _ in _steps(found):
        for inner, condition in members(step, "conditions"):
            yield from _whole(f"{path}.{inner}", condition)


def _whole(path: str, condition: object) -> Iterator[Problem]:
    """Of wrong subjects and comparisons nothing is said here."""
    subject, comparison = written_of(condition, "subject"), written_of(condition, "comparison")
    if subject in _SUBJECTS:
        named = of_part(condition, "variable") is not MISSING
        if subject == "variable" and not named:
            yield Problem("missing-field", "a condition on a variable names it", f"{path}.variable")
        if subject != "variable" and named:
            message = f"a condition on the {subject} asks about no variable"
            yield Problem("unexpected-field", message, f"{path}.variable")
    if comparison in _COMPARISONS:
        valued = of_part(condition, "value") is not MISSING
        if comparison not in _WITHOUT_VALUE and not valued:
            message = f"the comparison '{comparison}' needs a value"
            yield Problem("missing-field", message, f"{path}.value")
        if comparison in _WITHOUT_VALUE and valued:
            message = f"the comparison '{comparison}' takes no value"
            yield Problem("unexpected-field", message, f"{path}.value")


def _children_do_not_cycle(found: list[WalkedSequence]) -> Iterator[Problem]:
    children: dict[str, list[str]] = {}
    paths: dict[str, str] = {}
    for path, item, steps in found:
        if isinstance(name := of_part(item, "name"), str):
            paths.setdefault(name, path)
            run = [of_part(step, "task_sequence") for _, step, _ in steps]
            children.setdefault(name, [child for child in run if isinstance(child, str)])
    told = 0
    for ring in rings(children):
        shown = " -> ".join(map(cut, [*ring[:_TOLD], *(["…"] if len(ring) > _TOLD else []), ring[0]]))
        yield Problem("cycle", f"task sequences run each other in a ring: {shown}", paths[ring[0]])
        told += len(ring)
        if told > _RINGS:
            return


def rings(children: dict[str, list[str]]) -> Iterator[list[str]]:
    """Rings in a graph of names, at least one of every knot, found without recursion in linear time."""
    finished: set[str] = set()
    for start in children:
        trail: dict[str, int] = {}
        pending: list[tuple[str, bool]] = [(start, True)]
        while pending:
            name, entering = pending.pop()
            if not entering:
                del trail[name]
                finished.add(name)
            elif name in trail:
                yield list(trail)[trail[name] :]
            elif name not in finished and name in children:
                trail[name] = len(trail)
                pending.append((name, False))
                pending.extend((child, True) for child in reversed(children[name]))


_CHECKS: tuple[Callable[[list[WalkedSequence]], Iterator[Problem]], ...] = (
    _groups_are_not_too_deep,
    _fields_belong_to_their_kind,
    _conditions_are_whole,
    _children_do_not_cycle,
)
