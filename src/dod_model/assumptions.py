"""What the model takes for granted, and tells with each assessment."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something that is assumed, not checked.

    Attributes:
        text: what is assumed.
        cites: ids of the statements that ask for it.
    """

    text: str
    cites: tuple[str, ...]


ASSUMPTIONS = (
    Assumption("The client reaches the internet over IPv4.", ("F040",)),
    Assumption(
        "Azure subscription, connection points and management points of the gateway are in order.",
        ("F041", "F042", "F145"),
    ),
    Assumption("Certificates and the names in DNS are valid, and the client trusts them.", ("F043", "F044")),
    Assumption("The client knows the gateway and identifies itself to it.", ("F046", "F145", "F147")),
    Assumption(
        "The deployment is valid, visible to the user, within its times and maintenance windows.",
        ("F071", "F150", "F151"),
    ),
    Assumption("The site's gateway has not reached its limit of traffic.", ("F127",)),
    Assumption("A step names all content that it needs, that of superseded applications too.", ("F109",)),
    Assumption("Clients do not ask for delta content of third-party updates.", ("F106",)),
    Assumption("The client has none of the defects that a rollup or a hotfix mends.", ("G07", "G14", "G16")),
)
