"""Do the parts of a description fit together?

Works on the model and on plain data alike, so that a reader can report these problems
together with those of form, whatever else is wrong with the data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from dod_model.errors import Problem, ReleaseError
from dod_model.releases import Build, Release, parse
from dod_model.site.grouping import walked
from dod_model.site.nearest import cut, nearest
from dod_model.site.parts import members, of_part
from dod_model.site.sequence_checks import rings, sequence_problems

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
SOURCES = ("gateways", "cloud_distribution_points", "distribution_points")


def problems(site: object) -> Iterator[Problem]:
    """Every way in which the parts do not fit together, in the order of the checks.

    Args:
        site: a `Site`, or plain data of the same form; parts of wrong form are passed over.
    """
    for check in _CHECKS:
        yield from check(site)


def _names(site: object, kind: str) -> set[str] | None:
    """The names of a list; None if the list was left out, which makes every name possible."""
    if not isinstance(of_part(site, kind), Sequence):
        return None
    return {name for _, item in members(site, kind) if isinstance(name := of_part(item, "name"), str)}


def _custom_settings(site: object) -> list[tuple[str, Any]]:
    found = members(of_part(site, "client_settings"), "custom")
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
        places = [(f"{path}.name", of_part(item, "name")) for path, item in members(site, kind)]
        yield from _repeated(places, f"name in {kind}")
    custom = _custom_settings(site)
    yield from _repeated([(f"{path}.name", of_part(item, "name")) for path, item in custom], "name in custom settings")
    taken: dict[int, str] = {}
    for path, item in custom:
        priority = of_part(item, "priority")
        if isinstance(priority, int) and taken.setdefault(priority, path) != path:
            message = f"priority {priority} is given twice, first at {taken[priority]}.priority"
            yield Problem("duplicate-priority", message, f"{path}.priority")


def _sources_are_told_apart(site: object) -> Iterator[Problem]:
    """No two sources of different lists share a name, which would make every report of them ambiguous."""
    seen: dict[str, tuple[str, str]] = {}
    for kind in SOURCES:
        for path, item in members(site, kind):
            name = of_part(item, "name")
            if not isinstance(name, str):
                continue
            first_kind, first = seen.setdefault(name.casefold(), (kind, path))
            if first_kind != kind:
                message = f"the name '{cut(name)}' is that of a source in {first_kind}, too, at {first}.name"
                yield Problem("duplicate-name", message, f"{path}.name")


def _lists_have_no_repeats(site: object) -> Iterator[Problem]:
    for path, item in members(site, "collections"):
        places = [(f"{path}.{inner}", name) for inner, name in members(item, "members")]
        yield from _repeated(places, "member")
    for path, item in members(site, "clients"):
        places = [(f"{path}.{inner}.name", of_part(one, "name")) for inner, one in members(item, "variables")]
        yield from _repeated(places, "variable")
    for kind in SOURCES:
        for path, item in members(site, kind):
            places = [(f"{path}.{inner}.package", of_part(held, "package")) for inner, held in members(item, "content")]
            yield from _repeated(places, "package")


def references(site: object) -> Iterator[tuple[str, Any, str]]:
    """Every reference by name: its path, the name, and the list that must have it."""
    for path, held in _contents(site):
        yield f"{path}.package", of_part(held, "package"), "packages"
    for path, item in members(site, "task_sequences"):
        for step_path, step, _ in walked(path, item):
            yield from _each(step_path, step, "packages", "packages")
            yield f"{step_path}.task_sequence", of_part(step, "task_sequence"), "task_sequences"
    for path, item in members(site, "collections"):
        yield from _each(path, item, "members", "clients")
    for path, item in members(site, "deployments"):
        yield f"{path}.task_sequence", of_part(item, "task_sequence"), "task_sequences"
        yield f"{path}.collection", of_part(item, "collection"), "collections"
    for path, item in _custom_settings(site):
        yield from _each(path, item, "collections", "collections")


def _contents(site: object) -> Iterator[tuple[str, Any]]:
    """What the sources hold."""
    for kind in SOURCES:
        for path, item in members(site, kind):
            yield from ((f"{path}.{inner}", held) for inner, held in members(item, "content"))


def _each(path: str, part: object, field: str, kind: str) -> Iterator[tuple[str, Any, str]]:
    """The names in a list of names."""
    return ((f"{path}.{inner}", name, kind) for inner, name in members(part, field))


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


def _branches_are_not_mixed(site: object) -> Iterator[Problem]:
    own = _release(of_part(site, "release"))
    if own is None:
        return
    for path, item in members(site, "clients"):
        release = _release(of_part(item, "release"))
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
    _sources_are_told_apart,
    _lists_have_no_repeats,
    _references_lead_somewhere,
    sequence_problems,
    _branches_are_not_mixed,
)
