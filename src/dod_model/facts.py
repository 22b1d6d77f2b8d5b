"""What the requirements ask about one attempt: finite facts, each of which may be unknown.

A fact that is unknown is simply not set. Reading it raises `AttributeError`, as for any slot
that is not set, so that a requirement is plain Python over known values, costs nothing more
than that, and never sees the unknown. `unknown_fact` tells such an error from a mistake.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import Enum
from functools import cache
from typing import Annotated, Any, get_args, get_type_hints

from dod_model.abilities import Ability, representatives
from dod_model.attempt import Place, Start
from dod_model.releases import Branch, Release
from dod_model.site import AvailableTo, DeploymentOption, MeteredCommunication, Purpose

QUESTION = "the question that is asked"
DEVICES = "Assets and Compliance > Devices"
RESULTANT = f"{DEVICES} > Client Settings > Resultant Client Settings"
LIBRARY = "Software Library > Operating Systems"
SEQUENCES = f"{LIBRARY} > Task Sequences, column Enabled"
EDITOR = f"{LIBRARY} > Task Sequences > Edit"
ADVANCED = f"{LIBRARY} > Task Sequences > Properties > Advanced"
CLOUD = "Administration > Cloud Services"
GATEWAYS = f"{CLOUD} > Cloud Management Gateway"
CONTENT = "Monitoring > Distribution Status > Content Status"
DEPLOYMENT = f"{LIBRARY} > Task Sequences > Deployments > Properties"
SETTINGS = f"{DEPLOYMENT} > Deployment Settings"
EXPERIENCE = f"{DEPLOYMENT} > User Experience"
MANAGEMENT_POINT = "Administration > Sites > Properties > Communication Security, and the management point's properties"
CACHE = "Resultant Client Settings, and the sizes of the packages"


OTHER_SIDE = {"site_release": "client_release", "client_release": "site_release"}
"""The fact that tells the branch of a release that is unknown: client and site are of one branch."""


@dataclass(frozen=True, slots=True)
class About:
    """What a fact means and where an administrator finds it out."""

    meaning: str
    find_out: str


@dataclass(frozen=True, slots=True, init=False, repr=False)
class Facts:
    """Everything that the requirements may ask about one attempt. Hashable and finite.

    Give known facts by name; every fact not given is unknown.

    Raises:
        TypeError: a name is no fact.
        ValueError: a value is not one that the fact can have.
    """

    place: Annotated[Place, About("where the client is", QUESTION)]
    started_from: Annotated[Start, About("how the task sequence is started", QUESTION)]
    site_release: Annotated[Release, About("the release of the site", "Administration > Sites, column Version")]
    client_release: Annotated[Release, About("the release of the client", f"{DEVICES}, column Client Version")]
    upgrade: Annotated[bool, About("whether the task sequence upgrades an operating system", EDITOR)]
    boot_image: Annotated[bool, About("whether the task sequence names a boot image", ADVANCED)]
    sequence_enabled: Annotated[bool, About("whether the task sequence is enabled", SEQUENCES)]
    child_sequences_enabled: Annotated[bool, About("whether every child task sequence is enabled", SEQUENCES)]
    gateway_running: Annotated[bool, About("whether a cloud management gateway runs", f"{GATEWAYS}, column Status")]
    content_in_cloud: Annotated[
        bool, About("whether every package is installed, in its current version, on a cloud source", CONTENT)
    ]
    content_needs_gateway: Annotated[bool, About("whether only gateways hold a package in the cloud", CONTENT)]
    gateway_serves_content: Annotated[
        bool, About("whether each such package is on a content-enabled gateway", f"{GATEWAYS} > Properties > Settings")
    ]
    content_needs_cloud_dp: Annotated[
        bool,
        About(
            "whether a package is on cloud distribution points and on no content-enabled gateway",
            f"{CONTENT}, and {GATEWAYS} > Properties > Settings",
        ),
    ]
    content_on_running_source: Annotated[
        bool,
        About(
            "whether every package is on a cloud source that runs, and that serves it where any does",
            f"{CLOUD}, column Status, and Properties > Settings",
        ),
    ]
    client_uses_gateway: Annotated[bool, About("whether the client may use a gateway", RESULTANT)]
    client_gets_cloud_content: Annotated[bool, About("whether the client may take content from the cloud", RESULTANT)]
    purpose: Annotated[Purpose, About("the purpose of the deployment", SETTINGS)]
    independent_of_assignments: Annotated[bool, About("whether a user may run it outside its schedule", EXPERIENCE)]
    user_may_install: Annotated[
        bool, About("whether the install permissions let this user install", f"{RESULTANT}, and who the user is")
    ]
    internet_allowed: Annotated[bool, About("whether clients on the internet may run it", EXPERIENCE)]
    available_to: Annotated[AvailableTo, About("to whom it is made available", SETTINGS)]
    option: Annotated[DeploymentOption, About("the deployment option", f"{DEPLOYMENT} > Distribution Points")]
    enhanced_http_management_point: Annotated[
        bool, About("whether the gateway uses an HTTP management point with Enhanced HTTP", MANAGEMENT_POINT)
    ]
    bulk_token: Annotated[
        bool,
        About("whether the client was registered with a bulk registration token", "the record of its installation"),
    ]
    download_content_step: Annotated[bool, About("whether a step is Download Package Content", EDITOR)]
    packages_on_share: Annotated[
        bool, About("whether all packages are on a package share", "each package > Properties > Data Access")
    ]
    another_program_first: Annotated[bool, About("whether another program is to run first", ADVANCED)]
    metered_connection: Annotated[
        bool, About("whether the client's connection is metered", "the device's network settings")
    ]
    metered_option: Annotated[bool, About("whether the deployment's option for metered connections is on", SETTINGS)]
    metered_communication: Annotated[
        MeteredCommunication, About("what the client does on a metered connection", RESULTANT)
    ]
    network_path: Annotated[bool, About("whether an upgrade step takes its source from a network path", EDITOR)]
    cache_holds_all: Annotated[bool, About("whether the client cache holds all packages together", CACHE)]
    cache_holds_each: Annotated[bool, About("whether the client cache holds the largest package", CACHE)]
    undocumented: Annotated[bool, About("whether the product does what no document speaks of", "a test in a lab")]

    def __init__(self, **known: Any) -> None:
        """Set the facts that are known."""
        for name, value in known.items():
            if name not in FACTS:
                message = f"there is no fact '{name}'"
                raise TypeError(message)
            if not isinstance(value, FACTS[name].type):
                message = f"{name} cannot be {value!r}"
                raise ValueError(message)
            object.__setattr__(self, name, value)

    def site_can(self, ability: Ability) -> bool:
        """Whether the site's release has the ability.

        Raises:
            AttributeError: the release is unknown, or no document says (fact ``undocumented``).
        """
        try:
            answer = ability.answers[self.site_release.key]
        except KeyError:
            answer = ability.at(self.site_release)
        return self.undocumented if answer is None else answer

    def client_can(self, ability: Ability) -> bool:
        """Whether the client's release has the ability; as `site_can`."""
        try:
            answer = ability.answers[self.client_release.key]
        except KeyError:
            answer = ability.at(self.client_release)
        return self.undocumented if answer is None else answer

    def can(self, ability: Ability) -> bool:
        """Whether the sides whose release counts have the ability; as `site_can`."""
        return self.site_can(ability) and (not ability.asks_client or self.client_can(ability))

    def known(self) -> dict[str, Any]:
        """The facts that are known, by name, in the order of the class."""
        found = {}
        for name in FACTS:
            try:
                found[name] = object.__getattribute__(self, name)
            except AttributeError:
                continue
        return found

    def filled(self, name: str, value: object) -> Facts:
        """These facts with one more known, or one changed."""
        return Facts(**{**self.known(), name: value})

    def each(self, name: str) -> Iterator[Facts]:
        """These facts with each value that one of them could have: one object that changes, to be asked at once."""
        trial = Facts(**self.known())
        for value in self.domain(name):
            object.__setattr__(trial, name, value)
            yield trial

    def domain(self, name: str) -> tuple[Any, ...]:
        """Every value that a fact can have beside the others.

        Releases are thinned to one for each stretch in which no ability changes; client and site are of one branch.
        """
        spec = FACTS[name]
        if spec.type is not Release:
            return spec.values
        other = self.known().get(OTHER_SIDE[name])
        branches = tuple(Branch) if other is None else (other.branch,)
        return tuple(release for branch in branches for release in _stretches(branch))

    def __eq__(self, other: object) -> bool:
        """The same facts are known, with the same values."""
        return isinstance(other, Facts) and self.known() == other.known()

    def __hash__(self) -> int:
        """Equal facts have equal hashes."""
        return hash(tuple(self.known().items()))

    def __repr__(self) -> str:
        """The known facts as they would be given."""
        return f"Facts({', '.join(f'{name}={value!r}' for name, value in self.known().items())})"

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:  # noqa: ARG002 - what IPython and hypothesis call
        printer.text(repr(self))


@dataclass(frozen=True, slots=True)
class FactSpec:
    """Name, type, meaning and values of one fact.

    Attributes:
        name: name of the attribute of `Facts`.
        type: ``bool``, an enumeration, or `Release`.
        about: meaning, and where it is found out.
        values: all values; empty for releases, whose values depend on the branch.
    """

    name: str
    type: type
    about: About
    values: tuple[Any, ...]


def _specs() -> Iterator[tuple[str, FactSpec]]:
    hints = get_type_hints(Facts, include_extras=True)
    for field in fields(Facts):
        kind, about = get_args(hints[field.name])
        values = (True, False) if kind is bool else tuple(kind) if issubclass(kind, Enum) else ()
        yield field.name, FactSpec(field.name, kind, about, values)


FACTS: dict[str, FactSpec] = dict(_specs())
"""Every fact by name, in the order of the class."""


def unknown_fact(error: AttributeError) -> str:
    """The name of the unknown fact whose reading raised the error.

    Raises:
        AttributeError: the same error, if it has nothing to do with a fact.
    """
    if error.name not in FACTS or not isinstance(error.obj, Facts):
        raise error
    return error.name


@cache
def _stretches(branch: Branch) -> tuple[Release, ...]:
    return representatives(branch)


@cache
def wording(value: object) -> str:
    """A value of a fact as a person writes it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value.value) if isinstance(value, Enum) else str(value)
