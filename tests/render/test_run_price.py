"""What an amount costs."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dod_model.render.run_price import Price, from_cloud, on_premises
from tests.render.runs import GB, healthy


@pytest.mark.parametrize(
    ("per_gb", "amount", "cost"),
    [
        ("0.05", 19 * GB, "0.95"),
        ("0.05", GB // 10, "0.00"),
        ("0.1", GB // 2, "0.05"),
        ("0", GB, "0.00"),
        ("1000000000000", 10**9 * GB, "1000000000000000000000.00"),
        ("0.005", GB, "0.00"),
        ("0.015", GB, "0.02"),
    ],
)
def test_a_gb_is_two_to_the_thirtieth_and_nothing_is_lost(per_gb: str, amount: int, cost: str) -> None:
    assert f"{Price(Decimal(per_gb)).of(amount):f}" == cost


def test_the_price_is_told_with_what_it_is_for() -> None:
    assert Price(Decimal("0.05")).terms == "at 0.05 per GB from the cloud"
    assert Price(Decimal("1E+2")).terms == "at 100 per GB from the cloud"
    assert Price(Decimal("1000")).told(GB) == "1,000.00"


def test_only_what_comes_from_the_cloud_costs() -> None:
    assert on_premises(healthy()) == {"DP01"}
    assert from_cloud({"CMG-EAST": 3, "DP01": 4}, healthy()) == 3
