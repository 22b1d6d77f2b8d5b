"""Which step was probably meant?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from heapq import nlargest
from pathlib import Path

from dod_model.bdd.catalogue import KnownStep
from dod_model.bdd.step_uses import step_uses

OFFERED = 3
"""So many steps are offered."""
NEAR = 0.55
"""What has less in common with the text is not offered; 1 is the same."""
AS_NEAR = 0.12
"""Nor is what has so much less in common with it than the nearest."""
LONGEST = 200
"""So many letters of a text are compared."""
_FINALISTS = 40  # texts that are compared letter by letter
_QUOTED = re.compile(r'"[^"]*"')


@dataclass(frozen=True, slots=True)
class NearStep:
    """A step that is offered, and how a scenario uses it."""

    step: KnownStep
    example: str


@dataclass(frozen=True, slots=True)
class _Sample:
    near: NearStep
    text: str
    words: frozenset[str]


def nearest_steps(text: str, kind: str, spec: Path) -> tuple[NearStep, ...]:
    """The steps that are nearest to a text, the nearest first; none where none is near.

    It is compared with what the features say, in which parameters have their words. Names in quotation marks do not
    count.

    Args:
        text: what is written in the scenario.
        kind: `given`, `when` or `then`; of two that are equally near, one of this kind comes first.
        spec: the folder of the spec.
    """
    wanted = _without_names(text[:LONGEST])
    words = frozenset(wanted.split())
    likely = nlargest(_FINALISTS, _samples(spec), key=lambda one: len(words & one.words) / len(words | one.words))
    best: dict[KnownStep, tuple[float, NearStep]] = {}
    for sample in likely:
        nearness = SequenceMatcher(None, wanted, sample.text, autojunk=False).ratio()
        if nearness >= NEAR and nearness > best.get(sample.near.step, (0.0, None))[0]:
            best[sample.near.step] = nearness, sample.near
    ranked = sorted(best.values(), key=lambda one: (-one[0], one[1].step.kind != kind))
    return tuple(near for nearness, near in ranked[:OFFERED] if nearness > ranked[0][0] - AS_NEAR)


@cache
def _samples(spec: Path) -> tuple[_Sample, ...]:
    """Each text of the features once, names left out."""
    found: dict[tuple[KnownStep, str], _Sample] = {}
    for step, uses in step_uses(spec).items():
        for use in uses:
            text = _without_names(use.text)
            key = step, text
            if key not in found:
                found[key] = _Sample(NearStep(step, use.text), text, frozenset(text.split()))
    return tuple(found.values())


def _without_names(text: str) -> str:
    return " ".join(_QUOTED.sub('""', text).split()).lower()
