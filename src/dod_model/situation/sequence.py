"""What the deployed task sequence, its children and their steps say."""

from __future__ import annotations

from collections.abc import Callable

from pydantic import MISSING

from dod_model.logic import all_of, any_of
from dod_model.site import Step, StepKind
from dod_model.situation.resolving import Situation, given, steps_described

MEGABYTE = 2**20
CACHES_MB = (1, 2**40)
"""The smallest and the largest client cache that can be described: what is true of both is true of all."""


def names_boot_image(situation: Situation) -> bool | None:
    """Whether the deployed sequence names a boot image."""
    if situation.sequence is None or situation.sequence.boot_image is MISSING:
        return None
    return situation.sequence.boot_image is not None


def runs_another_program_first(situation: Situation) -> bool | None:
    """Whether the deployed sequence has **Run another program first** set."""
    if situation.sequence is None or situation.sequence.run_another_program_first is MISSING:
        return None
    return situation.sequence.run_another_program_first is not None


def children_enabled(situation: Situation) -> bool | None:
    """Whether every child, at any depth, is enabled."""
    answers = [given(child.enabled) for child in situation.children]
    return all_of(answers if _all_steps_described(situation) else [*answers, None])


def has_download_content_step(situation: Situation) -> bool | None:
    """Whether a step, of a child too, is Download Package Content."""
    return _some_step(situation, lambda step: step.kind is StepKind.DOWNLOAD_PACKAGE_CONTENT)


def uses_network_path(situation: Situation) -> bool | None:
    """Whether an upgrade step, of a child too, takes its source from a network path; no other step is asked."""
    return _some_step(
        situation, lambda step: given(step.network_path) if step.kind is StepKind.UPGRADE_OPERATING_SYSTEM else False
    )


def cache_holds(situation: Situation, megabytes: int | None, needed: Callable[[list[int]], int]) -> bool | None:
    """Whether a cache of that size (1 MB is 2**20 bytes) holds what is needed of the sizes of all packages."""
    if megabytes is None:
        return None
    sizes = [None if package is None else given(package.size) for package in situation.packages.values()]
    known = [size for size in sizes if size is not None]
    if needed(known) > megabytes * MEGABYTE:
        return False
    return True if situation.complete and len(known) == len(sizes) else None


def largest(sizes: list[int]) -> int:
    """The largest size; 0 for none."""
    return max(sizes, default=0)


def _some_step(situation: Situation, test: Callable[[Step], bool | None]) -> bool | None:
    answers = [test(step) for step in situation.steps]
    return any_of(answers if _all_steps_described(situation) else [*answers, None])


def _all_steps_described(situation: Situation) -> bool:
    """Whether the steps of the sequence and of all its children are described, those in groups too."""
    sequences = [situation.sequence, *situation.children]
    if any(sequence is None or not steps_described(sequence) for sequence in sequences):
        return False
    described = {child.name for child in situation.children}
    return all(
        given(step.task_sequence) in described for step in situation.steps if step.kind is StepKind.RUN_TASK_SEQUENCE
    )
