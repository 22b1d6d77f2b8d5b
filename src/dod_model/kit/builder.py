"""Sites for tests by hand: the healthy site, but for what a test is about."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any

from pydantic import MISSING

from dod_model.attempt import Attempt
from dod_model.errors import InputError
from dod_model.intake.reading import parse_site
from dod_model.kit.arranging.labels import LABELS, SettingLabel
from dod_model.kit.healthy import ATTEMPT, DRIVERS, HEALTHY, SEQUENCE, SITE_CODE, WINDOWS
from dod_model.kit.naming import looked_up
from dod_model.releases import Release
from dod_model.site import Site
from dod_model.situation.settings import DEFAULT

Fields = Mapping[str, Any]
_SETTINGS = {name: label for name, label in LABELS.items() if isinstance(label, SettingLabel)}
_RUNNING: Fields = {"state": "running", "site_code": SITE_CODE}
_NEW: Mapping[str, Fields] = {
    "gateways": {**_RUNNING, "serves_content": True},
    "cloud_distribution_points": _RUNNING,
    "packages": {
        "kind": "package",
        "version": 1,
        "size": 2**20,
        "architecture": None,
        "language": None,
        "model": None,
    },
}
"""What a new object is like, of the lists that may get one."""


def a_site() -> SiteBuilder:
    """A healthy site, to be changed: on it a device on the internet downloads on demand.

    Fields are those of the description of a site, and values may be written as there. `MISSING` makes unknown.

    >>> from dod_model import Outcome
    >>> from dod_model.kit.asserting import assert_outcome, assert_violates
    >>> site = a_site().at("1906").with_gateway("CMG", serves_content=False).with_package("Office", size=4096).build()
    >>> assert_outcome(site, an_attempt(), Outcome.DOES_NOT_RUN)
    >>> assert_violates(site, an_attempt(), "gateway-serves-content", "download-on-demand-available", only=True)
    """
    return SiteBuilder()


def an_attempt(**fields: Any) -> Attempt:
    """The attempt on such a site: its device starts the deployment from Software Center, on the internet.

    Args:
        fields: fields of `Attempt` that are otherwise.

    Raises:
        TypeError: an attempt has no such field.
    """
    return replace(ATTEMPT, **fields)


@dataclass(frozen=True, slots=True)
class SiteBuilder:
    """A site in the making. Each verb gives a new one and leaves this one as it is.

    What is not right about the fields is told when it is built.

    Attributes:
        parts: for each list of the site, fields of its objects by their names.
        settings: client settings that are set, by label.
        fields: fields of the site itself.
    """

    parts: Mapping[str, Mapping[str, Fields]] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)
    fields: Fields = field(default_factory=dict)

    def at(self, release: str | Release, *, client: str | Release | None = None) -> SiteBuilder:
        """Set the release of the site, and of the client, which has the same unless it is given."""
        changed = replace(self, fields={**self.fields, "release": release})
        return changed.with_client(release=release if client is None else client)

    def with_gateway(self, name: str, **fields: Any) -> SiteBuilder:
        """Set up a gateway: running, and holding all packages; the first takes the place of the healthy site's."""
        return self._with("gateways", name, fields)

    def with_cloud_distribution_point(self, name: str, **fields: Any) -> SiteBuilder:
        """Set up a cloud distribution point: running, and holding all packages."""
        return self._with("cloud_distribution_points", name, fields)

    def with_package(self, name: str, **fields: Any) -> SiteBuilder:
        """Change a package, or add one, to which a last step of the task sequence refers."""
        return self._with("packages", name, fields)

    def with_task_sequence(self, **fields: Any) -> SiteBuilder:
        """Change the task sequence."""
        return self._with("task_sequences", SEQUENCE, fields)

    def with_deployment(self, **fields: Any) -> SiteBuilder:
        """Change the deployment."""
        return self._with("deployments", ATTEMPT.deployment, fields)

    def with_client(self, **fields: Any) -> SiteBuilder:
        """Change the device."""
        return self._with("clients", ATTEMPT.client, fields)

    def with_client_setting(self, label: str, value: str | int) -> SiteBuilder:
        """Set one of the default client settings, as it is called in the console.

        Raises:
            UnknownNameError: there is no such setting, or it has no such value; the message tells the nearest.
        """
        words = looked_up(label, _SETTINGS, "client setting").words
        given = value if words is None else looked_up(str(value), words, f"value of '{label}'")
        return replace(self, settings={**self.settings, label: given})

    def build(self) -> Site:
        """The site.

        Raises:
            InputError: fields or values that there are not, with the nearest; or parts that do not fit together.
        """
        tree = json.loads(HEALTHY.to_json()) | dict(self.fields)
        for kind, objects in self.parts.items():
            tree[kind] = _objects(kind, tree[kind], objects)
        _refer_to(tree, self.parts.get("packages", {}))
        _fill(tree, self.parts)
        try:
            site = parse_site(json.dumps(_known(tree), default=_written).encode(), name="", format="json")
        except InputError as error:
            raise InputError(*(replace(one, line=0) for one in error.problems)) from None
        for label, value in self.settings.items():
            site = _SETTINGS[label].apply(site, DEFAULT, value)
        return site

    def _with(self, kind: str, name: str, fields: Fields) -> SiteBuilder:
        objects = self.parts.get(kind, {})
        changed = {**objects, name: {**objects.get(name, {}), **fields}}
        return replace(self, parts={**self.parts, kind: changed})


def _objects(kind: str, healthy: list[dict[str, Any]], given: Mapping[str, Fields]) -> list[dict[str, Any]]:
    """The objects of a list: those of the healthy site, changed, and new ones; of gateways the given ones only."""
    had = {one["name"]: one for one in healthy}
    found = {} if kind == "gateways" else dict(had)
    for name, fields in given.items():
        found[name] = {"name": name, **had.get(name, _NEW.get(kind, {})), **fields}
    return list(found.values())


def _refer_to(tree: dict[str, Any], packages: Mapping[str, Fields]) -> None:
    """A step at the end for each package that is new, if it is told which steps there are."""
    steps = tree["task_sequences"][0]["steps"]
    for name in packages:
        if name not in (WINDOWS, DRIVERS) and steps is not MISSING:
            steps = [*steps, {"name": name, "kind": "other", "packages": [name], "conditions": []}]
    tree["task_sequences"][0]["steps"] = steps


def _fill(tree: dict[str, Any], parts: Mapping[str, Mapping[str, Fields]]) -> None:
    """Every package on each source in the cloud whose content is not given."""
    everything = [
        {"package": one["name"], "state": "installed", "version": one.get("version", MISSING)}
        for one in tree["packages"]
    ]
    for kind in ("gateways", "cloud_distribution_points"):
        for source in tree[kind]:
            source["content"] = parts.get(kind, {}).get(source["name"], {}).get("content", everything)


def _known(value: Any) -> Any:
    """Without what is unknown."""
    if isinstance(value, Mapping):
        return {name: _known(part) for name, part in value.items() if part is not MISSING}
    return [_known(part) for part in value] if isinstance(value, list | tuple) else value


def _written(value: object) -> object:
    """A value of the model as it is written in a description."""
    if isinstance(value, Enum):
        return value.value
    return json.loads(value.model_dump_json()) if hasattr(value, "model_dump_json") else str(value)
