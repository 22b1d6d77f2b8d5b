"""Do the parts of a description fit together?

Works on the model and on plain data alike, so that a reader can report these problems
together with those of form, whatever else is wrong with the data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from pydantic import MISSING

from dod_model.errors import Problem, ReleaseError
from dod_model.releases import Build, Release, parse
from dod_model.site.nearest import cut, nearest

__all__ = ["LISTS", "SOURCES", "nearest", "problems", "references", "rings"]

LISTS = (
    "management_points",
    "packages",
    "gateways",
    "cloud_distribution_points",
    "distribution_points",
    "task_sequences",
    "collections",
    "deployments",
    "clients",
)
_HINTS = 20  # references that lead nowhere and get the nearest name told, which costs milliseconds each
_RINGS = 5000  # names in rings after which no more rings are told
_TOLD = 20  # names of one ring that are told
SOURCES = ("gateways", "cloud_distribution_points", "distribution_points")


def problems(site: object) -> Iterator[Problem]:
    """Every way in which the parts do not fit together, in the order of the checks.

    Args:
        site: a `Site`, or plain data of the same form; parts of wrong form are passed over.
    """
    for check in _CHECKS:
        yield from check(site)


def _get(part: object, field: str) -> Any:
    if isinstance(part, Mapping):
        value = part.get(field, MISSING)
        return value.strip() if isinstance(value, str) else value
    return getattr(part, field, MISSING)


def _items(part: object, field: str) -> list[tuple[str, Any]]:
    """The members of a list with their paths; none if it is left out or no list."""
    found = _get(part, field)
    if not isinstance(found, Sequence) or isinstance(found, str):
        return []
    return [(f"{field}[{index}]", item.strip() if isinstance(item, str) else item) for index, item in enumerate(found)]


def _names(site: object, kind: str) -> set[str] | None:
    """The names of a list; None if the list was left out, which makes every name possible."""
    if not isinstance(_get(site, kind), Sequence):
        return None
    return {name for _, item in _items(site, kind) if isinstance(name := _get(item, "name"), str)}


def _custom_settings(site: object) -> list[tuple[str, Any]]:
    found = _items(_get(site, "client_settings"), "custom")
    return [(f"client_settings.{path}", item) for path, item in found]


def _repeated(places: list[tuple[str, object]], what: str) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for path, name in places:
        if not isinstance(name, str):
            continue
        first = seen.setdefault(name.casefold(), path)
        if first != path:
            yield Problem("duplicate-name", f"the {what} '{cut(name)}' is given twice, first at {first}", path)


def _names_are_unique(site: object) -> Iterator[Problem]:
    for kind in LISTS:
        places = [(f"{path}.name", _get(item, "name")) for path, item in _items(site, kind)]
        yield from _repeated(places, f"name in {kind}")
    custom = _custom_settings(site)
    yield from _repeated([(f"{path}.name", _get(item, "name")) for path, item in custom], "name in custom settings")
    taken: dict[int, str] = {}
    for path, item in custom:
        priority = _get(item, "priority")
        if isinstance(priority, int) and taken.setdefault(priority, path) != path:
            message = f"priority {priority} is given twice, first at {taken[priority]}.priority"
            yield Problem("duplicate-priority", message, f"{path}.priority")


def _lists_have_no_repeats(site: object) -> Iterator[Problem]:
    for path, item in _items(site, "collections"):
        places = [(f"{path}.{inner}", name) for inner, name in _items(item, "members")]
        yield from _repeated(places, "member")
    for kind in SOURCES:
        for path, item in _items(site, kind):
            places = [(f"{path}.{inner}.package", _get(held, "package")) for inner, held in _items(item, "content")]
            yield from _repeated(places, "package")


def references(site: object) -> Iterator[tuple[str, Any, str]]:
    """Every reference by name: its path, the name, and the list that must have it."""
    for path, held in _contents(site):
        yield f"{path}.package", _get(held, "package"), "packages"
    for path, item in _items(site, "task_sequences"):
        for step_path, step in _items(item, "steps"):
            yield from _members(f"{path}.{step_path}", step, "packages", "packages")
            yield f"{path}.{step_path}.task_sequence", _get(step, "task_sequence"), "task_sequences"
    for path, item in _items(site, "collections"):
        yield from _members(path, item, "members", "clients")
    for path, item in _items(site, "deployments"):
        yield f"{path}.task_sequence", _get(item, "task_sequence"), "task_sequences"
        yield f"{path}.collection", _get(item, "collection"), "collections"
    for path, item in _custom_settings(site):
        yield from _members(path, item, "collections", "collections")


def _contents(site: object) -> Iterator[tuple[str, Any]]:
    """What the sources hold."""
    for kind in SOURCES:
        for path, item in _items(site, kind):
            yield from ((f"{path}.{inner}", held) for inner, held in _items(item, "content"))


def _members(path: str, part: object, field: str, kind: str) -> Iterator[tuple[str, Any, str]]:
    """The names in a list of names."""
    return ((f"{path}.{inner}", name, kind) for inner, name in _items(part, field))


def _references_lead_somewhere(site: object) -> Iterator[Problem]:
    known = {kind: _names(site, kind) for kind in LISTS}
    hints = 0
    for path, name, kind in references(site):
        names = known[kind]
        if not isinstance(name, str) or names is None or name in names:
            continue
        hints += 1
        hint = nearest(name, names) if hints <= _HINTS else ""
        yield Problem("dangling-reference", f"'{cut(name)}' is not in {kind}", path, hint)


def _children_belong_to_their_step(site: object) -> Iterator[Problem]:
    for path, item in _items(site, "task_sequences"):
        for step_path, step in _items(item, "steps"):
            kind = _get(step, "kind")
            runs_child = getattr(kind, "value", kind) == "run-task-sequence"
            if not runs_child and _get(step, "task_sequence") is not MISSING:
                message = "only a step of kind run-task-sequence has a child task sequence"
                yield Problem("unexpected-field", message, f"{path}.{step_path}.task_sequence")
            if runs_child and _get(step, "packages") is not MISSING:
                message = "a step of kind run-task-sequence has no packages of its own, its child has them"
                yield Problem("unexpected-field", message, f"{path}.{step_path}.packages")


def _children_do_not_cycle(site: object) -> Iterator[Problem]:
    children: dict[str, list[str]] = {}
    paths: dict[str, str] = {}
    for path, item in _items(site, "task_sequences"):
        if isinstance(name := _get(item, "name"), str):
            paths.setdefault(name, path)
            found = [_get(step, "task_sequence") for _, step in _items(item, "steps")]
            children.setdefault(name, [child for child in found if isinstance(child, str)])
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


def _branches_are_not_mixed(site: object) -> Iterator[Problem]:
    own = _release(_get(site, "release"))
    if own is None:
        return
    for path, item in _items(site, "clients"):
        release = _release(_get(item, "release"))
        if release is not None and release.branch is not own.branch:
            message = (
                f"the client is of the {release.branch.value} ({release}), its site of the {own.branch.value} ({own})"
            )
            yield Problem("mixed-branches", message, f"{path}.release")


def _release(value: object) -> Release | None:
    if isinstance(value, str | int) and not isinstance(value, bool):
        try:
            value = parse(value)
        except ReleaseError:
            return None
    if isinstance(value, Build):
        return value.release
    return value if isinstance(value, Release) else None


_CHECKS: tuple[Callable[[object], Iterator[Problem]], ...] = (
    _names_are_unique,
    _lists_have_no_repeats,
    _references_lead_somewhere,
    _children_belong_to_their_step,
    _children_do_not_cycle,
    _branches_are_not_mixed,
)
