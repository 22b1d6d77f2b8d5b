"""Clients and the management points they speak to."""

from __future__ import annotations

from enum import Enum

from pydantic import MISSING, StrictBool

from dod_model.site.described import Described, Name, described, required
from dod_model.site.version import Version


class Registration(Enum):
    """How a client came to be trusted by the site (F017, F145)."""

    INTRANET = "intranet"
    CERTIFICATE = "client-authentication-certificate"
    AZURE_AD = "azure-ad"
    BULK_TOKEN = "bulk-registration-token"  # noqa: S105 - a kind of registration, no secret


class Variable(Described):
    """A task sequence variable with its value."""

    name: Name = required("What the variable is called; case does not matter.")
    value: str = required("Its value, a text; numbers are written in quotes.")


class Client(Described):
    """A device that is managed by the site."""

    name: Name = required("The device's name.")
    release: Version | MISSING = described(
        "The installed client: a release, or the version as the console shows it.", label="Client version"
    )
    registration: Registration | MISSING = described("How the client was registered with the site.")
    metered: StrictBool | MISSING = described("Whether its connection to the internet is metered.")
    site_code: Name | MISSING = described("Code of the primary site that it is assigned to (F099).", label="Site Code")
    model: Name | MISSING = described("The device's model, as its manufacturer writes it into the firmware.")
    architecture: Name | MISSING = described("The architecture of its operating system, such as x64.")
    language: Name | MISSING = described("The language of its operating system, such as en-US.")
    variables: tuple[Variable, ...] | MISSING = described(
        "The task sequence variables that are set when a sequence starts on it: those of the device "
        "and of its collections."
    )


class ManagementPoint(Described):
    """A management point that takes gateway traffic."""

    name: Name = required("The server's name.")
    https: StrictBool | MISSING = described(
        "Whether clients connect to it over HTTPS with certificates of a public key infrastructure.", label="HTTPS"
    )
    gateway_traffic: StrictBool | MISSING = described(
        "Whether it takes traffic from the gateway.",
        label="Allow Configuration Manager cloud management gateway traffic",
    )
