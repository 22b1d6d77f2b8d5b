"""What does an amount cost at a price that the reader gives? No price is built in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal, localcontext

from dod_model.render.run_words import GIGABYTE
from dod_model.site import Site
from dod_model.situation.resolving import given

_DIGITS = 100
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Price:
    """A price for each GB (2**30 bytes) that comes from the cloud, in whatever currency.

    Attributes:
        per_gb: the price; finite and not negative.
    """

    per_gb: Decimal

    def of(self, amount: int) -> Decimal:
        """What an amount of bytes costs, rounded to two decimals."""
        with localcontext() as context:
            context.prec = _DIGITS
            return (self.per_gb * amount / GIGABYTE).quantize(_CENT, ROUND_HALF_EVEN)

    def told(self, amount: int) -> str:
        """What an amount of bytes costs, for reading."""
        return f"{self.of(amount):,f}"

    @property
    def terms(self) -> str:
        """The price in words."""
        return f"at {self.per_gb:f} per GB from the cloud"


def on_premises(site: Site) -> frozenset[str]:
    """The sources that cost nothing here: those that are not in the cloud."""
    return frozenset(one.name for one in given(site.distribution_points) or ())


def from_cloud(by_source: Mapping[str, int], site: Site) -> int:
    """How many bytes came from the cloud."""
    return sum(amount for name, amount in by_source.items() if name not in on_premises(site))
