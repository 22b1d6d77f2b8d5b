"""Every single action on a site, written without a look at the plans that are held against it."""

from collections.abc import Callable, Iterator
from typing import Any

from pydantic import MISSING

from dod_model.attempt import Attempt, Start
from dod_model.releases import Branch, Build, Release, current, preview
from dod_model.site import (
    AvailableTo,
    CloudDistributionPoint,
    CloudManagementGateway,
    Content,
    ContentState,
    DeploymentOption,
    InstallPermissions,
    Registration,
    Site,
    SourceState,
)

World = tuple[Site, Attempt]
Action = Callable[[World], World]
CURRENT = [current(number) for number in (1802, 1806, 1910, 2006)]
PREVIEWS = [preview(number) for number in (1802, 1806, 1909)]
SETTINGS = (
    ("cloud_services", "use_gateway", True),
    ("cloud_services", "cloud_content", True),
    ("computer_agent", "install_permissions", InstallPermissions.ALL_USERS),
)
DEPLOYMENT = (
    ("internet", True),
    ("available_to", AvailableTo.CLIENTS),
    ("option", DeploymentOption.WHEN_NEEDED),
    ("option", DeploymentOption.BEFORE_START),
    ("independent_of_assignments", True),
)
NEW_GATEWAY = CloudManagementGateway(name="A new one", state=SourceState.RUNNING, serves_content=True, content=())
NEW_CLOUD_DP = CloudDistributionPoint(name="A new one", state=SourceState.RUNNING, content=())


def universe(site: Site, attempt: Attempt) -> list[tuple[str, Action]]:
    """All actions that may help, those that make something before those that use it."""
    return [
        *_releases(site, attempt),
        *_sequences(site),
        *_sources(site),
        *_settings(site),
        *_deployment(attempt),
        *_client(site, attempt),
    ]


def parts(site: Site, kind: str) -> tuple[Any, ...]:
    """The objects of a list; none if it is left out."""
    found = getattr(site, kind)
    return () if found is MISSING else found


def put(kind: str, name: str, **values: Any) -> Action:
    """Set fields of one object; nothing where there is none."""

    def act(world: World) -> World:
        objects = tuple(one.model_copy(update=values) if one.name == name else one for one in parts(world[0], kind))
        return world[0].model_copy(update={kind: objects}), world[1]

    return act


def _releases(site: Site, attempt: Attempt) -> Iterator[tuple[str, Action]]:
    client = next(one for one in parts(site, "clients") if one.name == attempt.client)
    for release in _better(site.release):
        yield f"site {release}", _updates(release)
    for release in _better(client.release):
        yield f"client {release}", put("clients", client.name, release=release)


def _updates(release: Release) -> Action:
    return lambda world: (world[0].model_copy(update={"release": release}), world[1])


def _better(version: Release | Build | MISSING) -> list[Release]:
    release = version.release if isinstance(version, Build) else version
    if release is MISSING or release is None:
        return []
    return [one for one in (CURRENT if release.branch is Branch.CURRENT else PREVIEWS) if one > release]


def _sequences(site: Site) -> Iterator[tuple[str, Action]]:
    for one in parts(site, "task_sequences"):
        if one.enabled is False:
            yield f"enable {one.name}", put("task_sequences", one.name, enabled=True)
        if one.boot_image not in (None, MISSING):
            yield f"clear boot image of {one.name}", put("task_sequences", one.name, boot_image=None)


def _sources(site: Site) -> Iterator[tuple[str, Action]]:
    yield "create gateway", _adds("gateways", NEW_GATEWAY)
    if _can_make_cloud_dp(site.release):
        yield "create cloud distribution point", _adds("cloud_distribution_points", NEW_CLOUD_DP)
    for one in parts(site, "gateways"):
        if one.state is SourceState.STOPPED:
            yield f"start {one.name}", put("gateways", one.name, state=SourceState.RUNNING)
        if one.serves_content is False:
            yield f"serve from {one.name}", put("gateways", one.name, serves_content=True)
    for kind, new in (("gateways", NEW_GATEWAY), ("cloud_distribution_points", NEW_CLOUD_DP)):
        for name in (*(one.name for one in parts(site, kind)), new.name):
            for package in parts(site, "packages"):
                yield f"distribute {package.name} to {kind} {name}", _distributes(kind, name, package)


def _can_make_cloud_dp(version: Release | Build | MISSING) -> bool:
    release = version.release if isinstance(version, Build) else version
    if release is MISSING or release is None:
        return False
    return release.number <= (2103 if release.branch is Branch.CURRENT else 1909)


def _adds(kind: str, new: Any) -> Action:
    return lambda world: (world[0].model_copy(update={kind: (*parts(world[0], kind), new)}), world[1])


def _distributes(kind: str, name: str, package: Any) -> Action:
    def act(world: World) -> World:
        found = [one for one in parts(world[0], kind) if one.name == name]
        if not found or found[0].content is MISSING or found[0].state is SourceState.STOPPED:
            return world
        new = Content(package=package.name, state=ContentState.INSTALLED, version=package.version)
        rest = tuple(entry for entry in found[0].content if entry.package != package.name)
        return put(kind, name, content=(*rest, new))(world)

    return act


def _settings(site: Site) -> Iterator[tuple[str, Action]]:
    settings = site.client_settings
    if settings is MISSING:
        return
    places = [] if settings.default is MISSING else [("default", settings.default)]
    places += [(one.name, one) for one in (() if settings.custom is MISSING else settings.custom)]
    for name, one in places:
        for group, setting, value in SETTINGS:
            found = getattr(one, group)
            if found is not MISSING and found is not None and getattr(found, setting) is not value:
                yield f"{setting} in {name}", _sets(name, group, setting, value)


def _sets(name: str, group: str, setting: str, value: Any) -> Action:
    def changed(one: Any) -> Any:
        return one.model_copy(update={group: getattr(one, group).model_copy(update={setting: value})})

    def act(world: World) -> World:
        settings: Any = world[0].client_settings
        if name == "default":
            new = settings.model_copy(update={"default": changed(settings.default)})
        else:
            custom = tuple(changed(one) if one.name == name else one for one in settings.custom)
            new = settings.model_copy(update={"custom": custom})
        return world[0].model_copy(update={"client_settings": new}), world[1]

    return act


def _deployment(attempt: Attempt) -> Iterator[tuple[str, Action]]:
    for field, value in DEPLOYMENT:
        yield f"{field} {value}", put("deployments", attempt.deployment, **{field: value})
    if attempt.start is not Start.SOFTWARE_CENTER:
        here = (attempt.deployment, attempt.client, Start.SOFTWARE_CENTER, attempt.place, attempt.user)
        yield "start from Software Center", lambda world: (world[0], Attempt(*here))


def _client(site: Site, attempt: Attempt) -> Iterator[tuple[str, Action]]:
    yield "register otherwise", put("clients", attempt.client, registration=Registration.AZURE_AD)
    for one in parts(site, "management_points"):
        if one.https is False:
            yield f"HTTPS on {one.name}", put("management_points", one.name, https=True)
