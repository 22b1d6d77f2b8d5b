"""Impostors that take otherwise what a task sequence is and refers to."""

from __future__ import annotations

from collections.abc import Iterable

from dod_model.attempt import Attempt, Place
from dod_model.kit.arranging.sequences import each_step
from dod_model.kit.impostors.deviating import asked_where, held, never_asked, with_facts, with_force
from dod_model.kit.impostors.impostor import Impostor
from dod_model.requirements import Force
from dod_model.requirements.requirement import always
from dod_model.requirements.task_sequence import (
    child_task_sequences_enabled,
    task_sequence_enabled,
    upgrade_task_sequence,
)
from dod_model.site import Client, Site, Step, StepKind, TaskSequence, with_fields
from dod_model.situation.conditions import met
from dod_model.situation.resolving import given


def _without_packages(step: Step) -> Step:
    return with_fields(step, packages=()) if step.packages else step


def _parent_only(site: Site, attempt: Attempt) -> Site:
    """The site with nothing that children refer to."""
    parent = site.named("deployments", attempt.deployment).task_sequence

    def change(sequence: TaskSequence) -> TaskSequence:
        steps = given(sequence.steps)
        if sequence.name == parent or steps is None:
            return sequence
        return with_fields(sequence, steps=each_step(steps, _without_packages))

    sequences = given(site.task_sequences) or ()
    return with_fields(site, task_sequences=tuple(map(change, sequences))) if len(sequences) > 1 else site


def _what_runs(site: Site, attempt: Attempt) -> Site:
    """The site with nothing that steps refer to which do not run on the client."""
    client: Client = site.named("clients", attempt.client)
    sequences = given(site.task_sequences) or ()
    new = tuple(
        sequence
        if (steps := given(sequence.steps)) is None
        else with_fields(sequence, steps=_spared(steps, client, runs=True))
        for sequence in sequences
    )
    return site if new == sequences else with_fields(site, task_sequences=new)


def _spared(steps: Iterable[Step], client: Client, *, runs: bool) -> tuple[Step, ...]:
    """The steps, those that do not run on a client without their packages."""
    return tuple(_spared_step(step, client, runs and met(step, client) is not False) for step in steps)


def _spared_step(step: Step, client: Client, runs: bool) -> Step:
    if step.kind is not StepKind.GROUP:
        return step if runs else _without_packages(step)
    inside = given(step.steps)
    return step if inside is None else with_fields(step, steps=_spared(inside, client, runs=runs))


SEQUENCES = (
    Impostor(
        "boot-image-sequences-run",
        "Any task sequence runs over a gateway, one with a boot image that installs an operating system as well.",
        ("F010", "F013", "F030"),
        holds=(held(upgrade_task_sequence, always),),
    ),
    Impostor(
        "scripts-refused",
        "Only upgrade sequences run over a gateway, since the announcement asks for one.",
        ("F030", "F014", "F015", "G04"),
        holds=(asked_where(upgrade_task_sequence, always),),
    ),
    Impostor(
        "disabled-sequence-only-advises",
        "That a sequence is disabled hides it from new users, but keeps nothing from running.",
        ("F143",),
        holds=(with_force(task_sequence_enabled, Force.ADVISES),),
    ),
    Impostor(
        "disabled-child-overlooked",
        "It is enough that the deployed sequence is enabled; a child is part of it.",
        ("F10A", "F143"),
        holds=(never_asked(child_task_sequences_enabled),),
    ),
    Impostor(
        "content-of-children-overlooked",
        "The packages that the steps of the deployed sequence refer to are all that it needs.",
        ("F107", "F033"),
        sees=_parent_only,
    ),
    Impostor(
        "conditions-spare-content",
        "Content of steps whose conditions are not met on a client need not be in the cloud for it.",
        ("F033", "F064"),
        sees=_what_runs,
    ),
    Impostor(
        "intranet-like-internet",
        "The same conditions hold wherever the client is, so they are asked on the intranet as well.",
        ("F092", "F122"),
        reads=lambda _, facts: with_facts(facts, place=Place.INTERNET),
    ),
)
"""What a task sequence is and refers to, and where it is run."""
