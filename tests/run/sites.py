"""A small site to play on, and moments in words that are easy to compare.

A gateway "CMG" holds every package: "A" of 100 bytes, "B" of 40 and "C" of 7.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dod_model.assessment import assess
from dod_model.attempt import Attempt
from dod_model.facts import Facts
from dod_model.run import Run
from dod_model.run.moments import ContentMoment, Moment, StepMoment
from dod_model.site import (
    Client,
    CloudDistributionPoint,
    CloudManagementGateway,
    Content,
    ContentState,
    DeploymentOption,
    DistributionPoint,
    Package,
    PackageKind,
    Site,
    SourceState,
    Step,
    StepKind,
    TaskSequence,
    with_fields,
)
from dod_model.situation import Situation, resolve
from tests.situation import healthy

ATTEMPT = healthy.ATTEMPT
SEQUENCE, DEPLOYMENT, CLIENT, SITE_CODE = "Upgrade", "Upgrade laptops", "LT-001", "PS1"
SIZES = {"A": 100, "B": 40, "C": 7}
WHEN_NEEDED = DeploymentOption.WHEN_NEEDED
ALL_FIRST = DeploymentOption.BEFORE_START


def installed(package: str, version: int = 1) -> Content:
    """A package that is held, installed, in this version."""
    return Content(package=package, state=ContentState.INSTALLED, version=version)


HELD = tuple(installed(name) for name in SIZES)


def step(name: str, *packages: str, **fields: Any) -> Step:
    """A step that needs these packages."""
    return with_fields(Step(name=name, kind=StepKind.OTHER, packages=packages, conditions=()), **fields)


def group(name: str, *steps: Step, **fields: Any) -> Step:
    """A group of steps."""
    return with_fields(Step(name=name, kind=StepKind.GROUP, steps=steps, conditions=()), **fields)


def child(name: str, sequence: str, **fields: Any) -> Step:
    """A step that runs a child task sequence."""
    return with_fields(
        Step(name=name, kind=StepKind.RUN_TASK_SEQUENCE, task_sequence=sequence, conditions=()), **fields
    )


def gateway(name: str = "CMG", content: Any = HELD, **fields: Any) -> CloudManagementGateway:
    """A gateway that runs and serves content."""
    described = CloudManagementGateway(
        name=name, state=SourceState.RUNNING, serves_content=True, site_code=SITE_CODE, content=content
    )
    return with_fields(described, **fields)


def cloud_dp(name: str = "CDP", content: Any = HELD, **fields: Any) -> CloudDistributionPoint:
    """A cloud distribution point that runs."""
    described = CloudDistributionPoint(name=name, state=SourceState.RUNNING, site_code=SITE_CODE, content=content)
    return with_fields(described, **fields)


def dp(name: str = "DP", content: Any = HELD) -> DistributionPoint:
    """A distribution point on the premises."""
    return DistributionPoint(name=name, internet_facing=False, content=content)


def package(name: str, **fields: Any) -> Package:
    """A package in version 1, marked for no devices."""
    described = Package(
        name=name,
        kind=PackageKind.PACKAGE,
        version=1,
        size=SIZES.get(name, 1),
        architecture=None,
        language=None,
        model=None,
    )
    return with_fields(described, **fields)


GATEWAYS = (gateway(),)
PACKAGES = tuple(package(name) for name in SIZES)


def site(  # noqa: PLR0913 - each is one thing that a test may want to be different
    *steps: Step,
    gateways: Any = GATEWAYS,
    cloud_dps: Any = (),
    dps: Any = (),
    packages: Iterable[Package] = PACKAGES,
    children: Mapping[str, Any] = {},
    deployment: Mapping[str, Any] = {},
    client: Mapping[str, Any] = {},
    **fields: Any,
) -> Site:
    """A site on which all is well, whose task sequence has these steps; one step that needs A if none are given."""
    chosen = steps or (step("Use A", "A"),)
    base = healthy.site()
    sequence: TaskSequence = with_fields(base.named("task_sequences", SEQUENCE), policy_size=65_536)
    owner: Client = with_fields(
        base.named("clients", CLIENT),
        site_code=SITE_CODE,
        model="Latitude 7490",
        architecture="x64",
        language="en-US",
        variables=(),
    )
    others = (with_fields(sequence, name=name, steps=inner) for name, inner in children.items())
    described = with_fields(
        base,
        gateways=gateways,
        cloud_distribution_points=cloud_dps,
        distribution_points=dps,
        packages=tuple(packages),
        task_sequences=(with_fields(sequence, steps=chosen), *others),
        clients=(with_fields(owner, **client),),
        **fields,
    )
    return described.changed("deployments", DEPLOYMENT, **deployment)


def situation(described: Site, attempt: Attempt = ATTEMPT) -> Situation:
    """What the attempt is about."""
    return resolve(described, attempt)


def facts(described: Site, attempt: Attempt = ATTEMPT) -> Facts:
    """What is known about the attempt."""
    return assess(described, attempt).facts


def told(moment: Moment) -> str:
    """A moment as its kind, its step or package, and its source."""
    words = [moment.kind]
    if isinstance(moment, ContentMoment):
        words.append(moment.package)
    elif isinstance(moment, StepMoment):
        words.append(moment.action.name)
    source = getattr(moment, "source", None)
    return " ".join([*words, *([source] if source else [])])


def course(run: Run, *kinds: type[Moment]) -> list[str]:
    """The moments of a run in words; of these kinds only, if any are named."""
    return [told(moment) for moment in run.moments if not kinds or isinstance(moment, kinds)]


def first(run: Run, kind: str) -> Moment:
    """The first moment of a kind."""
    return next(moment for moment in run.moments if moment.kind == kind)
