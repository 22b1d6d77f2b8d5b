"""The released versions of the current branch: data only.

Source: the vendor's page on updates and servicing (state of 2024-12-04), compared with
its states of 2019 and 2022; where they differ the newest counts (E14). The rows of 2503,
2509 and 2603 rest on third-party tables (marked so).

Technical previews have no such table: their builds are in no document that was read.
"""

from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    """One release: number, build, first day, last day of support, whether it is a baseline."""

    number: int
    build: int
    available: str
    support_ends: str
    baseline: bool
    third_party: bool = False


CURRENT_BRANCH = (
    Row(1511, 8325, "2015-12-08", "2016-12-08", True),
    Row(1602, 8355, "2016-03-11", "2017-03-11", False),
    Row(1606, 8412, "2016-07-22", "2017-07-22", False),
    Row(1610, 8458, "2016-11-18", "2017-11-18", False),
    Row(1702, 8498, "2017-03-27", "2018-03-27", True),
    Row(1706, 8540, "2017-07-31", "2018-07-31", False),
    Row(1710, 8577, "2017-11-20", "2019-05-20", False),
    Row(1802, 8634, "2018-03-22", "2019-09-22", True),
    Row(1806, 8692, "2018-07-31", "2020-01-31", False),
    Row(1810, 8740, "2018-11-27", "2020-12-01", False),
    Row(1902, 8790, "2019-03-27", "2020-09-27", True),
    Row(1906, 8853, "2019-07-26", "2021-01-26", False),
    Row(1910, 8913, "2019-11-29", "2021-05-29", False),
    Row(2002, 8968, "2020-04-01", "2021-10-01", True),
    Row(2006, 9012, "2020-08-11", "2022-02-11", False),
    Row(2010, 9040, "2020-11-30", "2022-05-30", False),
    Row(2103, 9049, "2021-04-19", "2022-10-19", True),
    Row(2107, 9058, "2021-08-02", "2023-02-02", False),
    Row(2111, 9068, "2021-12-01", "2023-06-01", False),
    Row(2203, 9078, "2022-04-06", "2023-10-06", True),
    Row(2207, 9088, "2022-08-12", "2024-02-12", False),
    Row(2211, 9096, "2022-12-05", "2024-06-05", False),
    Row(2303, 9106, "2023-04-10", "2024-10-10", True),
    Row(2309, 9122, "2023-10-09", "2025-04-09", False),
    Row(2403, 9128, "2024-04-22", "2025-10-22", True),
    Row(2409, 9132, "2024-12-04", "2026-06-04", False),
    Row(2503, 9135, "2025-03-31", "2026-09-30", False, third_party=True),
    Row(2509, 9141, "2025-11-12", "2027-05-12", True, third_party=True),
    Row(2603, 9146, "2026-05-05", "2027-11-05", False, third_party=True),
)
"""Oldest first. 1606 has a second baseline (KB3186654) with the same build field."""
