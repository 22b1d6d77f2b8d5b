"""Amounts, names and events of runs in words."""

from __future__ import annotations

import pytest

from dod_model.render.run_words import names, phases, placed, rests_on, size, source, when
from dod_model.run import Run, behaviours
from dod_model.run.event_words import PLACES, when_of
from dod_model.run.event_words import placed as read
from dod_model.run.moments import SequenceStarted, Started
from tests.render.runs import FIRST, branch_office, healthy, run
from tests.render.sites import faulty


@pytest.mark.parametrize(
    ("amount", "told"),
    [
        (0, "0"),
        (1, "1 byte"),
        (2, "2 bytes"),
        (1023, "1,023 bytes"),
        (1024, "1 KB"),
        (65536, "64 KB"),
        (700 * 2**20, "700 MB"),
        (2**30 - 1, "1 GB"),
        (4831838208, "4.5 GB"),
        (2**41, "2,048 GB"),
    ],
)
def test_amounts_are_told_as_one_says_them(amount: int, told: str) -> None:
    assert size(amount) == told


def test_of_many_names_the_first_few_are_told() -> None:
    assert names(["A"]) == "'A'"
    assert names("ABCDE") == "'A', 'B', 'C', 'D', 'E'"
    assert names("ABCDEFG") == "'A', 'B', 'C', 'D', 'E' and 2 more"


def test_a_choice_at_random_is_told() -> None:
    assert source("A", ["A"]) == "'A'"
    assert source("A", ["A", "B"]) == "'A' (or by chance 'B')"
    assert source("B", ["A", "B", "C"]) == "'B' (or by chance 'A', 'C')"


@pytest.mark.parametrize("place", PLACES)
def test_when_an_event_happens_is_told_in_the_words_that_place_it(place: str) -> None:
    told = when(when_of(place))
    assert when_of(told) == when_of(place)


def test_an_event_that_never_came_can_be_placed_again() -> None:
    text = "'CMG-EAST' stops before 'Stage drivers'"
    assert placed(read(text)) == text


def test_what_is_read_and_what_is_reasoned_are_told_apart() -> None:
    assert rests_on(behaviours.HASH_CHECK) == "documented in F070"
    assert rests_on(behaviours.SOURCE_LOST) == "inferred from F098, F127"
    assert rests_on(behaviours.CALLER) == "inferred"


RUNS = [
    run(healthy(), option=FIRST),
    run(branch_office()),
    run(branch_office(), "the token ends after moment 1"),
    run(faulty("allowed-on-the-internet")),
]


@pytest.mark.parametrize("found", RUNS)
def test_phases_hold_every_moment_once(found: Run) -> None:
    places = [place for _, part in phases(found) for place in part]
    assert places == list(range(len(found.moments)))


def test_phases_begin_where_their_moments_are() -> None:
    found = run(healthy(), option=FIRST)
    parts = dict(phases(found))
    assert list(parts) == ["Policy", "Before the start", "Task sequence"]
    assert isinstance(found.moments[parts["Before the start"][0]], Started)
    assert isinstance(found.moments[parts["Task sequence"][0]], SequenceStarted)


def test_pre_download_has_a_phase_of_its_own() -> None:
    site = healthy().changed("deployments", "Upgrade laptops", pre_download=True)
    assert [title for title, _ in phases(run(site))] == ["Policy", "In advance", "Before the start", "Task sequence"]
    assert "In advance" not in dict(phases(run(site, pre_downloaded=0)))
