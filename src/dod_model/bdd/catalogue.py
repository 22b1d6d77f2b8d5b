"""The steps that there are: loaded without touching those of a run of behave in the same process."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from inspect import cleandoc
from pathlib import Path
from typing import Any

from behave.matchers import ParseMatcher
from behave.runner_util import load_step_modules
from behave.step_registry import StepRegistry, registry

from dod_model.bdd.words import register_types

KINDS = ("given", "when", "then")
PARAMETER = re.compile(r"\{(\w+):(\w+)\}")
"""A parameter in the pattern of a step: its name and its type."""


@dataclass(frozen=True, slots=True)
class KnownStep:
    """A step that scenarios may use.

    Attributes:
        kind: `given`, `when` or `then`.
        pattern: how it is written, with its parameters as `{name:Type}`.
        meaning: what it does.
        module: the name of its module.
        about: what its module is about.
    """

    kind: str
    pattern: str
    meaning: str
    module: str
    about: str

    @property
    def types(self) -> tuple[str, ...]:
        """The types of its parameters, each once, in the order of the pattern."""
        return tuple(dict.fromkeys(found[2] for found in PARAMETER.finditer(self.pattern)))

    @property
    def text(self) -> str:
        """The pattern as a person would say it: `it {outcome}`."""
        return PARAMETER.sub(r"{\1}", self.pattern)

    @property
    def fixed(self) -> str:
        """What of the pattern is the same in every scenario; parameters are left out."""
        return " ".join(PARAMETER.sub(" ", self.pattern).split())


@cache
def step_registry(spec: Path) -> StepRegistry:
    """The steps of a spec, as behave looks them up; loaded once.

    Args:
        spec: the folder with `steps/`.
    """
    own = StepRegistry()
    with _apart():
        register_types()
        load_step_modules([str(spec / "steps")])
        own.steps = registry.steps
    return own


@contextmanager
def _apart() -> Iterator[None]:
    """What is registered meanwhile goes into an empty registry; what behave knew before, it knows afterwards.

    The decorators of the steps write into the one registry of the process, and the types into one mapping.
    """
    steps, types = registry.steps, dict(ParseMatcher.TYPE_REGISTRY)
    registry.steps = StepRegistry().steps
    try:
        yield
    finally:
        registry.steps = steps
        ParseMatcher.TYPE_REGISTRY.clear()
        ParseMatcher.TYPE_REGISTRY.update(types)


@cache
def known_steps(spec: Path) -> tuple[KnownStep, ...]:
    """The steps of a spec: by module, kind, and in the order in which they are written."""
    found = [known_step(matcher) for kind in KINDS for matcher in step_registry(spec).steps[kind]]
    return tuple(sorted(found, key=lambda one: (one.module, KINDS.index(one.kind))))


def known_step(matcher: Any) -> KnownStep:
    """The step of a matcher of behave."""
    return KnownStep(
        kind=matcher.step_type,
        pattern=matcher.pattern,
        meaning=cleandoc(matcher.func.__doc__ or ""),
        module=Path(matcher.location.filename).stem,
        about=cleandoc(matcher.func.__globals__["__doc__"] or ""),
    )


def step_for(spec: Path, kind: str, text: str) -> KnownStep | None:
    """The step that a text means; None if there is none.

    A text in which only the word of a parameter is wrong means the step of that parameter.
    """
    for matcher in step_registry(spec).steps[kind]:
        if matcher.match(text):
            return known_step(matcher)
    return None
