"""Arranging the steps of the deployed task sequence on a site: conditions, groups, one step more."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import cast

from dod_model.kit.healthy import SEQUENCE
from dod_model.site import Condition, IfStatement, Site, Step, StepKind, with_fields


def with_condition(site: Site, name: str, condition: Condition) -> Site:
    """The site with one condition more on the step or group of this name; all of its conditions have to hold.

    Raises:
        KeyError: the task sequence has no such step.
    """

    def add(step: Step) -> Step:
        had = cast("tuple[Condition, ...]", step.conditions)
        return with_fields(step, conditions=(*had, condition))

    return _with_step(site, name, add)


def with_statement(site: Site, name: str, joined: IfStatement) -> Site:
    """The site with the conditions of the step or group of this name joined so.

    Raises:
        KeyError: the task sequence has no such step.
    """
    return _with_step(site, name, lambda step: with_fields(step, if_statement=joined))


def with_last_step(site: Site, name: str, packages: tuple[str, ...]) -> Site:
    """The site with one step more at the end, which refers to these packages and has no conditions."""
    step = Step(name=name, kind=StepKind.OTHER, packages=packages, conditions=())
    return _with_steps(site, (*_steps(site), step))


def with_group(site: Site, name: str, members: tuple[str, ...]) -> Site:
    """The site with neighbouring steps put into a group without conditions, which stands where the first of them was.

    Raises:
        KeyError: the task sequence has no such steps.
    """
    inside = tuple(step for step in _steps(site) if step.name in members)
    if tuple(step.name for step in inside) != members:
        raise KeyError(members)
    group = Step(name=name, kind=StepKind.GROUP, steps=inside, conditions=())
    steps = [group if step is inside[0] else step for step in _steps(site) if step not in inside[1:]]
    return _with_steps(site, steps)


def _steps(site: Site) -> tuple[Step, ...]:
    return cast("tuple[Step, ...]", site.named("task_sequences", SEQUENCE).steps)


def _with_steps(site: Site, steps: Iterable[Step]) -> Site:
    return site.changed("task_sequences", SEQUENCE, steps=tuple(steps))


def _with_step(site: Site, name: str, change: Callable[[Step], Step]) -> Site:
    steps, found = _changed(_steps(site), name, change)
    if not found:
        raise KeyError(name)
    return _with_steps(site, steps)


def _changed(steps: tuple[Step, ...], name: str, change: Callable[[Step], Step]) -> tuple[tuple[Step, ...], bool]:
    """The steps with the one of this name changed, in whichever group it is, and whether there is one."""
    new, found = [], False
    for step in steps:
        one = step
        if one.name == name:
            one, found = change(one), True
        if one.kind is StepKind.GROUP:
            inside, there = _changed(cast("tuple[Step, ...]", one.steps), name, change)
            one, found = with_fields(one, steps=inside), found or there
        new.append(one)
    return tuple(new), found
