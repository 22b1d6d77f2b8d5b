"""The site that every scenario and most vectors start from: on it a device on the internet upgrades on demand."""

from __future__ import annotations

from dod_model.attempt import Attempt
from dod_model.releases import current
from dod_model.site import (
    AvailableTo,
    Client,
    ClientCache,
    ClientSettings,
    CloudManagementGateway,
    CloudServices,
    Collection,
    ComputerAgent,
    Content,
    ContentState,
    Deployment,
    DeploymentOption,
    DistributionPoint,
    InstallPermissions,
    ManagementPoint,
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

WINDOWS = "Windows 10 1903"
DRIVERS = "Drivers"
GATEWAY = "CMG-EAST"
SEQUENCE = "Upgrade to Windows 10"
COLLECTION = "Laptops"
DEPLOYMENT = "Upgrade laptops"
CLIENT = "LT-001"
MANAGEMENT_POINT = "MP01"
SITE_CODE = "PS1"


def installed(package: str, version: int) -> Content:
    """A package that is held, installed, in this version."""
    return Content(package=package, state=ContentState.INSTALLED, version=version)


def _sequence() -> TaskSequence:
    return TaskSequence(
        name=SEQUENCE,
        upgrade=True,
        boot_image=None,
        enabled=True,
        run_another_program_first=None,
        policy_size=65_536,
        steps=(
            Step(name="Check readiness", kind=StepKind.OTHER, packages=(), conditions=()),
            Step(name="Stage drivers", kind=StepKind.DOWNLOAD_PACKAGE_CONTENT, packages=(DRIVERS,), conditions=()),
            Step(
                name="Upgrade Operating System",
                kind=StepKind.UPGRADE_OPERATING_SYSTEM,
                packages=(WINDOWS,),
                network_path=False,
                conditions=(),
            ),
        ),
    )


def _package(name: str, kind: PackageKind, version: int, size: int) -> Package:
    return Package(name=name, kind=kind, version=version, size=size, architecture=None, language=None, model=None)


def _deployment() -> Deployment:
    return Deployment(
        name=DEPLOYMENT,
        task_sequence=SEQUENCE,
        collection=COLLECTION,
        purpose=Purpose.AVAILABLE,
        available_to=AvailableTo.CLIENTS,
        option=DeploymentOption.WHEN_NEEDED,
        internet=True,
        pre_download=False,
        metered=False,
    )


def _settings() -> ClientSettings:
    return ClientSettings(
        default=SettingsGroups(
            cloud_services=CloudServices(use_gateway=True, cloud_content=True),
            computer_agent=ComputerAgent(install_permissions=InstallPermissions.ALL_USERS),
            metered_connections=MeteredConnections(communication=MeteredCommunication.BLOCK),
            client_cache=ClientCache(size_mb=20480),
        ),
        custom=(),
    )


HEALTHY = Site(
    release=current(1910),
    enhanced_http=True,
    management_points=(ManagementPoint(name=MANAGEMENT_POINT, https=True, gateway_traffic=True),),
    packages=(
        _package(WINDOWS, PackageKind.OS_UPGRADE_PACKAGE, version=3, size=4_831_838_208),
        _package(DRIVERS, PackageKind.DRIVER_PACKAGE, version=1, size=734_003_200),
    ),
    gateways=(
        CloudManagementGateway(
            name=GATEWAY,
            state=SourceState.RUNNING,
            serves_content=True,
            site_code=SITE_CODE,
            content=(installed(WINDOWS, 3), installed(DRIVERS, 1)),
        ),
    ),
    cloud_distribution_points=(),
    distribution_points=(DistributionPoint(name="DP01", internet_facing=False, content=(installed(WINDOWS, 3),)),),
    task_sequences=(_sequence(),),
    collections=(Collection(name=COLLECTION, members=(CLIENT,)),),
    deployments=(_deployment(),),
    client_settings=_settings(),
    clients=(
        Client(
            name=CLIENT,
            release=current(1910),
            registration=Registration.AZURE_AD,
            metered=False,
            site_code=SITE_CODE,
            model="Latitude 7490",
            architecture="x64",
            language="en-US",
            variables=(),
        ),
    ),
)
"""The site of `docs/examples/healthy.yaml`, its client's version given as a release."""

ATTEMPT = Attempt(DEPLOYMENT, CLIENT)
"""LT-001 starts the deployment from Software Center, on the internet."""
