"""A strategy for sites on which runs get far: much to download, from several sources, in groups and children."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from dod_model.releases import current, preview
from dod_model.site import (
    AvailableTo,
    Client,
    ClientCache,
    ClientSettings,
    CloudDistributionPoint,
    CloudManagementGateway,
    CloudServices,
    Collection,
    ComputerAgent,
    Content,
    ContentState,
    Deployment,
    DeploymentOption,
    DistributionPoint,
    IfStatement,
    InstallPermissions,
    MeteredCommunication,
    MeteredConnections,
    Package,
    PackageKind,
    Purpose,
    Registration,
    SettingsGroups,
    Site,
    SourceState,
    Step,
    StepKind,
    TaskSequence,
)
from dod_model.strategies.conditions import SITE_CODES, drawn_conditions, drawn_properties, drawn_tags
from dod_model.strategies.content import CLOUD_DPS, CONTENT, CURRENT, GATEWAYS, GIGABYTE
from dod_model.strategies.drawing import Drawing

SIZES = (GIGABYTE, 999_999_937, 4 * GIGABYTE, 1, 0)
"""Sizes of packages in bytes; some do not divide well, so that shares of a download get rounded."""
_RELEASES = (current(1910), *[current(2006)] * 5, *[preview(1909)] * 3, current(1906))
_MOST_STEPS = 5
_SOMETIMES = 3
"""Of 16 values, so many are not the healthy one where that does not keep the sequence from starting."""
_OFTEN = 6
_UNCONDITIONAL: dict[str, Any] = {"conditions": (), "if_statement": IfStatement.ALL}
_SETTINGS = ClientSettings(
    default=SettingsGroups(
        cloud_services=CloudServices(use_gateway=True, cloud_content=True),
        computer_agent=ComputerAgent(install_permissions=InstallPermissions.ALL_USERS),
        metered_connections=MeteredConnections(communication=MeteredCommunication.ALLOW),
        client_cache=ClientCache(size_mb=100_000),
    ),
    custom=(),
)


@st.composite
def lively_sites(draw: Any) -> Site:
    """Sites of which everything is told, with one deployment, one client, and as a rule a run that starts.

    Packages of several sizes lie on up to five sources, some of them stopped or of another site; steps refer to the
    same packages again, lie in groups and in a child task sequence, and have conditions.
    """
    sometimes, often = Drawing(draw, gaps=0, faults=_SOMETIMES), Drawing(draw, gaps=0, faults=_OFTEN)
    release = draw(st.sampled_from(_RELEASES))
    packages = CONTENT[: often.count(1, len(CONTENT))]
    return Site(
        release=release,
        enhanced_http=True,
        management_points=(),
        packages=tuple(_package(often, name) for name in packages),
        gateways=_gateways(sometimes, packages),
        cloud_distribution_points=tuple(
            CloudDistributionPoint(
                name=name, state=sometimes.one_of(*SourceState), **_place_and_content(sometimes, packages)
            )
            for name in CLOUD_DPS[: often.one_of(0, 1, 2)]
        ),
        distribution_points=tuple(
            DistributionPoint(name=name, internet_facing=False, content=_content(sometimes, packages))
            for name in ("DP01",)[: often.count(0, 1)]
        ),
        task_sequences=_sequences(often, packages),
        collections=(Collection(name="Laptops", members=("LT-001",)),),
        deployments=(_deployment(often),),
        client_settings=_SETTINGS,
        clients=(
            Client(
                name="LT-001",
                release=release,
                registration=Registration.INTRANET,
                metered=False,
                **drawn_properties(often),
            ),
        ),
    )


def _package(drawing: Drawing, name: str) -> Package:
    kind = drawing.one_of(PackageKind.PACKAGE, PackageKind.OS_UPGRADE_PACKAGE)
    size = drawing.draw(st.sampled_from(SIZES))
    return Package(name=name, kind=kind, version=CURRENT, size=size, package_share=True, **drawn_tags(drawing))


def _gateways(drawing: Drawing, packages: tuple[str, ...]) -> tuple[CloudManagementGateway, ...]:
    """The first one serves all, so that most runs start; the others are as may be."""
    first = CloudManagementGateway(
        name=GATEWAYS[0],
        state=SourceState.RUNNING,
        serves_content=True,
        site_code=drawing.either(*SITE_CODES),
        content=_content(Drawing(drawing.draw, gaps=0, faults=0), packages),
    )
    others = (
        CloudManagementGateway(
            name=name,
            state=drawing.one_of(*SourceState),
            serves_content=drawing.one_of(True, False),
            **_place_and_content(drawing, packages),
        )
        for name in GATEWAYS[1 : drawing.count(1, len(GATEWAYS))]
    )
    return first, *others


def _place_and_content(drawing: Drawing, packages: tuple[str, ...]) -> dict[str, Any]:
    return {"site_code": drawing.either(*SITE_CODES), "content": _content(drawing, packages)}


def _content(drawing: Drawing, packages: tuple[str, ...]) -> tuple[Content, ...]:
    """All packages as they ought to be, or some of them as may be."""
    if not drawing.one_of(False, True):
        return tuple(Content(package=name, state=ContentState.INSTALLED, version=CURRENT) for name in packages)
    return tuple(
        Content(package=name, state=drawing.one_of(*ContentState), version=drawing.one_of(CURRENT, 1))
        for name in _some(drawing, packages)
    )


def _some(drawing: Drawing, packages: tuple[str, ...]) -> tuple[str, ...]:
    """Some of the packages in one draw, for sites have many such lists; shrinks to all of them."""
    missing = drawing.count(0, 2 ** len(packages) - 1)
    return tuple(name for place, name in enumerate(packages) if not missing >> place & 1)


def _deployment(drawing: Drawing) -> Deployment:
    return Deployment(
        name="Upgrade laptops",
        task_sequence="Upgrade",
        collection="Laptops",
        purpose=Purpose.AVAILABLE,
        available_to=AvailableTo.CLIENTS,
        option=drawing.either(DeploymentOption.WHEN_NEEDED, DeploymentOption.BEFORE_START),
        internet=True,
        independent_of_assignments=True,
        pre_download=drawing.one_of(False, True),
        metered=False,
    )


def _sequences(drawing: Drawing, packages: tuple[str, ...]) -> tuple[TaskSequence, ...]:
    """One sequence that may run another one."""
    names = ("Upgrade", "Child")[: drawing.count(1, 2)]
    return tuple(
        TaskSequence(
            name=name,
            upgrade=True,
            boot_image=None,
            enabled=True,
            run_another_program_first=None,
            policy_size=65_536,
            steps=_steps(drawing, name, names[place + 1 :], packages),
        )
        for place, name in enumerate(names)
    )


def _steps(
    drawing: Drawing, within: str, children: tuple[str, ...], packages: tuple[str, ...], deep: int = 0
) -> tuple[Step, ...]:
    most = drawing.count(0 if deep else 1, _MOST_STEPS - 2 * deep)
    return tuple(_step(drawing, f"{within} {place}", children, packages, deep) for place in range(1, most + 1))


def _step(drawing: Drawing, name: str, children: tuple[str, ...], packages: tuple[str, ...], deep: int) -> Step:
    kinds = [StepKind.OTHER, StepKind.OTHER, StepKind.UPGRADE_OPERATING_SYSTEM]
    kinds += [StepKind.RUN_TASK_SEQUENCE] if children else []
    kinds += [StepKind.GROUP] if deep < 2 else []
    kind = drawing.draw(st.sampled_from(kinds))
    fields: dict[str, Any] = {}
    if kind is StepKind.GROUP:
        fields["steps"] = _steps(drawing, name, children, packages, deep + 1)
    elif kind is StepKind.RUN_TASK_SEQUENCE:
        fields["task_sequence"] = drawing.draw(st.sampled_from(children))
    else:
        fields["packages"] = _some(drawing, packages)
        fields["network_path"] = False
    conditional = drawn_conditions(drawing) if drawing.one_of(False, True) else _UNCONDITIONAL
    return Step(name=name, kind=kind, **fields, **conditional)
