"""Counts of scenarios are told in words."""

from __future__ import annotations

import pytest

from dod_model.publish.features.counts import counts_in_words


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ({"passed": 14}, "14 of 14 passed"),
        ({"passed": 12, "failed": 2}, "12 of 14 passed, 2 failed"),
        ({"failed": 1, "skipped": 2, "not run": 3}, "0 of 6 passed, 1 failed, 2 skipped, 3 not run"),
        ({"not run": 3}, "3 not run"),
        ({}, "nothing to run"),
    ],
)
def test_counts_in_words(counts: dict[str, int], words: str) -> None:
    assert counts_in_words(counts) == words
