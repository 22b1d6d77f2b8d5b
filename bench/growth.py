"""How times grow: with packages, with changes to plan, and with what is unknown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from itertools import pairwise

from bench.cases import healthy_case
from bench.report import Bound, Row, Section
from bench.timing import in_turns
from dod_model.assessment import assess, judge
from dod_model.facts import FACTS, Facts
from dod_model.kit.healthy import ATTEMPT, GATEWAY, HEALTHY, SEQUENCE
from dod_model.plan import plan_for
from dod_model.site import Content, ContentState, Package, PackageKind, Site, Step, StepKind, with_fields

SIZES = (10, 100, 1000)
AT_MOST_PER_TENFOLD = 20.0
"""Ten times the packages take at most so many times as long: linear, with room for noise; quadratic would be 100."""


def growth() -> Section:
    """Time assessing and planning over ten, a hundred and a thousand packages; and judging with unknown facts."""
    assessing = {size: partial(assess, site_with(size, held=True), ATTEMPT) for size in SIZES}
    planning = {size: partial(plan_for, site_with(size, held=False), ATTEMPT) for size in SIZES}
    unknown = {count: partial(judge, without(count)) for count in (0, 1, 2, 4, 8, len(FACTS))}
    assessed = _medians(assessing, 15)
    planned = _medians(planning, 5)
    judged = _medians(unknown, 25)
    rows = [
        *(Row(f"assess with {size} packages", seconds, assessed[SIZES[0]]) for size, seconds in assessed.items()),
        *(Row(f"plan with {size} missing packages", seconds, planned[SIZES[0]]) for size, seconds in planned.items()),
        *(Row(f"judge with {count} facts unknown", seconds, judged[0]) for count, seconds in judged.items()),
    ]
    bounds = [
        Bound(f"{what} {large} packages / {small}", times[large] / times[small], AT_MOST_PER_TENFOLD)
        for what, times in (("assess:", assessed), ("plan:", planned))
        for small, large in pairwise(SIZES)
    ]
    return Section("Growth", rows, bounds)


def _medians(calls: Mapping[int, Callable[[], object]], rounds: int) -> dict[int, float]:
    return in_turns(calls, rounds)


def site_with(count: int, *, held: bool) -> Site:
    """The healthy site with so many packages, all on the gateway or all missing."""
    names = [f"Package {number:04}" for number in range(count)]
    packages = tuple(
        Package(name=name, kind=PackageKind.PACKAGE, version=1, size=2**20, package_share=False) for name in names
    )
    content = tuple(Content(package=name, state=ContentState.INSTALLED, version=1) for name in names) if held else ()
    step = Step(name="Install", kind=StepKind.OTHER, packages=tuple(names))
    site = with_fields(HEALTHY, packages=packages)
    site = site.changed("gateways", GATEWAY, content=content)
    return site.changed("task_sequences", SEQUENCE, steps=(step,))


def without(count: int) -> Facts:
    """The facts of an attempt in which all is well, of which so many, spread over all, are unknown."""
    known = healthy_case().known()
    spread = sorted(FACTS, key=lambda name: (hash_of(name), name))[:count]
    return Facts(**{name: value for name, value in known.items() if name not in spread})


def hash_of(name: str) -> int:
    """A number that spreads names and is the same in every run."""
    return sum(ord(letter) * place for place, letter in enumerate(name, start=1)) % 97
