"""The site: everything that an administrator has set up."""

from __future__ import annotations

from typing import Any, Literal, Self, TypeVar

from pydantic import MISSING, StrictBool, model_validator
from pydantic_core import PydanticCustomError

from dod_model.site.client import Client, ManagementPoint
from dod_model.site.consistency import problems
from dod_model.site.content import CloudDistributionPoint, CloudManagementGateway, DistributionPoint, Package
from dod_model.site.deployment import Collection, Deployment
from dod_model.site.described import Described, described
from dod_model.site.nearest import nearest
from dod_model.site.sequence import TaskSequence
from dod_model.site.settings import ClientSettings
from dod_model.site.version import Version

Part = TypeVar("Part", bound=Described)

Kind = Literal[
    "packages",
    "gateways",
    "cloud_distribution_points",
    "distribution_points",
    "task_sequences",
    "collections",
    "deployments",
    "clients",
    "management_points",
]
"""The lists of a site, whose objects have names."""


class Site(Described):
    """A site of Configuration Manager, as far as the conditions ask about it.

    A list that is left out is unknown; a list that is given is complete; an empty list is none.

    Raises:
        pydantic.ValidationError: a field has the wrong form, or the parts do not fit together
            (a name that is used twice or that nothing has, releases of two branches, ...).
    """

    release: Version | MISSING = described("The installed release of the site.", label="Version")
    enhanced_http: StrictBool | MISSING = described(
        "Whether site systems use certificates that the site makes.",
        label="Use Configuration Manager-generated certificates for HTTP site systems",
    )
    management_points: tuple[ManagementPoint, ...] | MISSING = described("The management points.")
    packages: tuple[Package, ...] | MISSING = described("All content that task sequences refer to.")
    gateways: tuple[CloudManagementGateway, ...] | MISSING = described("The cloud management gateways (CMG).")
    cloud_distribution_points: tuple[CloudDistributionPoint, ...] | MISSING = described(
        "The traditional cloud distribution points."
    )
    distribution_points: tuple[DistributionPoint, ...] | MISSING = described(
        "Other distribution points; they do not help a client that uses a gateway."
    )
    task_sequences: tuple[TaskSequence, ...] | MISSING = described("The task sequences.")
    collections: tuple[Collection, ...] | MISSING = described("The device collections.")
    deployments: tuple[Deployment, ...] | MISSING = described("The deployments of task sequences.")
    client_settings: ClientSettings | MISSING = described("The client settings.")
    clients: tuple[Client, ...] | MISSING = described("The devices.")

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        found = [str(problem) for problem in problems(self)]
        if found:
            raise PydanticCustomError("inconsistent", "{problems}", {"problems": "; ".join(found)})
        return self

    def named(self, kind: Kind, name: str) -> Any:
        """The object of this kind with this name.

        Raises:
            KeyError: there is none, or the list was left out.
        """
        objects = getattr(self, kind)
        known = {} if objects is MISSING else {candidate.name: candidate for candidate in objects}
        if name not in known:
            message = f"there is no '{name}' in {kind}. {nearest(name, set(known))}".strip()
            raise KeyError(message)
        return known[name]

    def changed(self, kind: Kind, name: str, **values: object) -> Site:
        """This site with some fields of one object set anew; `MISSING` takes a field out.

        Raises:
            KeyError: there is no such object.
        """
        target = self.named(kind, name)
        return self.replaced(kind, name, with_fields(target, **values))

    def replaced(self, kind: Kind, name: str, new: Described) -> Site:
        """This site with the object of that name replaced."""
        objects = tuple(new if item.name == name else item for item in getattr(self, kind))
        return with_fields(self, **{kind: objects})

    def added(self, kind: Kind, new: Described) -> Site:
        """This site with one more object; a list that was left out starts with it."""
        objects = getattr(self, kind)
        return with_fields(self, **{kind: (*(() if objects is MISSING else objects), new)})

    def to_json(self) -> str:
        """The description as JSON, which reads back as the same site."""
        return self.model_dump_json(indent=2)


def with_fields(part: Part, **values: object) -> Part:
    """A copy of a part of the description with fields set anew; `MISSING` takes a field out.

    The values are taken as they are: give values of the model, as the readers do.

    Raises:
        TypeError: the part has no such field.
    """
    unknown = values.keys() - type(part).model_fields.keys()
    if unknown:
        message = f"{type(part).__name__} has no field {', '.join(sorted(unknown))}"
        raise TypeError(message)
    return part.model_copy(update=values)
