"""How long playing a run takes, and how that grows with its steps."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise

from bench.report import Bound, Row, Section
from bench.timing import in_turns
from dod_model.kit.healthy import ATTEMPT, GATEWAY, HEALTHY, SEQUENCE
from dod_model.run import Summary, play
from dod_model.site import (
    Content,
    ContentState,
    DeploymentOption,
    Package,
    PackageKind,
    Site,
    Step,
    StepKind,
    with_fields,
)

SIZES = (100, 1_000, 10_000)
STEPS, PACKAGES = 500, 200
AT_MOST_PER_TENFOLD = 20.0
"""Ten times the steps take at most so many times as long: linear, with room for noise; quadratic would be 100."""
AT_MOST_MS = 20.0
"""A run of 500 steps over 200 packages takes at most so many milliseconds."""


def runs() -> Section:
    """Time runs of 500 steps over 200 packages with each option, and of a hundred to ten thousand steps."""
    site = site_with(STEPS, PACKAGES)
    large: dict[str, Callable[[], object]] = {
        "on demand": partial(play, site, ATTEMPT, option=DeploymentOption.WHEN_NEEDED),
        "all before the start": partial(play, site, ATTEMPT, option=DeploymentOption.BEFORE_START),
        "on demand, with its summary": partial(_with_summary, site),
    }
    growing = {size: partial(play, site_with(size, size * PACKAGES // STEPS), ATTEMPT) for size in SIZES}
    took = in_turns(large, 40)
    grew = in_turns(growing, 7)
    rows = [
        *(Row(f"{STEPS} steps over {PACKAGES} packages, {what}", seconds) for what, seconds in took.items()),
        *(Row(f"{size} steps", seconds, grew[SIZES[0]]) for size, seconds in grew.items()),
    ]
    bounds = [
        *(
            Bound(f"milliseconds of {STEPS} steps over {PACKAGES} packages, {what}", seconds * 1000, AT_MOST_MS)
            for what, seconds in took.items()
        ),
        *(
            Bound(f"play: {many} steps / {few}", grew[many] / grew[few], AT_MOST_PER_TENFOLD)
            for few, many in pairwise(SIZES)
        ),
    ]
    return Section("Runs", rows, bounds)


def _with_summary(site: Site) -> tuple[object, ...]:
    found = Summary(play(site, ATTEMPT))
    return found.by_source, found.by_step, found.during, found.spared, found.in_vain, found.largest_held


def site_with(steps: int, packages: int) -> Site:
    """The healthy site with so many steps, which use so many packages in turn, all on its gateway."""
    names = [f"Package {number:05}" for number in range(packages)]
    described = tuple(
        Package(name=name, kind=PackageKind.PACKAGE, version=1, size=2**20, package_share=False) for name in names
    )
    content = tuple(Content(package=name, state=ContentState.INSTALLED, version=1) for name in names)
    sequence = tuple(
        Step(name=f"Step {number}", kind=StepKind.OTHER, packages=(names[number % packages],), conditions=())
        for number in range(steps)
    )
    site = with_fields(HEALTHY, packages=described).changed("gateways", GATEWAY, content=content)
    return site.changed("task_sequences", SEQUENCE, steps=sequence)
