"""What a run comes to, with numbers that add up by hand: A has 100 bytes, B 40, C 7."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import MISSING

from dod_model.run import Summary, play
from dod_model.run.events import ConnectionBreaks, During, Event, PackageUpdated, Placed, SourceStops, TokenEnds
from dod_model.site import (
    ClientCache,
    ClientSettings,
    Comparison,
    Condition,
    ConditionSubject,
    SettingsGroups,
    Site,
    with_fields,
)
from tests.run.sites import ALL_FIRST, ATTEMPT, child, gateway, group, package, site, step

NEVER = (Condition(subject=ConditionSubject.MODEL, comparison=Comparison.EQUALS, value="XPS 13"),)
STEPS = (step("Use A", "A"), step("Use B", "B", "C"), step("Use A again", "A"))
MIB = 2**20


def summary(described: Site, *events: Event, during: str = "A", percent: int = 30, **options: Any) -> Summary:
    placed = [Placed(event, During(during, percent)) for event in events]
    return Summary(play(described, ATTEMPT, placed=placed, **options))


def by_step(found: Summary) -> dict[str, int]:
    return {action.name: amount for action, amount in found.by_step.items()}


def phases(found: Summary) -> tuple[int, int, int, int]:
    """In advance, before the start, during the run, and in all."""
    return found.in_advance, found.before_start, found.during, found.pulled


class TestOptions:
    def test_on_demand(self) -> None:
        found = summary(site(*STEPS))
        assert phases(found) == (0, 0, 147, 147)
        assert by_step(found) == {"Use A": 100, "Use B": 47}
        assert found.by_source == {"CMG": 147}
        assert found.largest_held == 147

    def test_download_all(self) -> None:
        found = summary(site(*STEPS), option=ALL_FIRST)
        assert phases(found) == (0, 147, 0, 147)
        assert by_step(found) == {}
        assert found.by_source == {"CMG": 147}
        assert found.largest_held == 147

    @pytest.mark.parametrize(
        ("most", "expected"), [(0, (0, 0, 147, 147)), (1, (100, 0, 47, 147)), (3, (147, 0, 0, 147))]
    )
    def test_in_advance(self, most: int, expected: tuple[int, ...]) -> None:
        described = site(*STEPS, deployment={"pre_download": True})
        assert phases(summary(described, pre_downloaded=most)) == expected
        first = (expected[0], expected[2], 0, 147)
        assert phases(summary(described, pre_downloaded=most, option=ALL_FIRST)) == first

    def test_a_run_that_is_refused_pulls_nothing(self) -> None:
        found = summary(site(deployment={"internet": False}))
        assert phases(found) == (0, 0, 0, 0)
        assert (found.by_source, found.by_step, found.largest_held) == ({}, {}, 0)
        assert (found.spared, found.in_vain) == ({}, {})


class TestConditions:
    SKIPPED = site(step("Use A", "A"), step("Skip B", "B", conditions=NEVER), step("Skip A", "A", conditions=NEVER))

    def test_on_demand_spares_what_only_skipped_steps_want(self) -> None:
        found = summary(self.SKIPPED)
        assert found.spared == {"B": 40}
        assert found.in_vain == {}
        assert found.pulled == 100

    def test_download_all_fetches_it_in_vain(self) -> None:
        found = summary(self.SKIPPED, option=ALL_FIRST)
        assert found.spared == {}
        assert found.in_vain == {"B": 40}
        assert found.pulled == 140

    def test_what_lies_in_skipped_groups_and_children_counts(self) -> None:
        described = site(
            step("Use A", "A"),
            group("g", group("inner", step("1", "B")), conditions=NEVER),
            child("c", "Kid", conditions=NEVER),
            children={"Kid": (step("2", "C", "A"),)},
        )
        assert summary(described).spared == {"B": 40, "C": 7}
        assert summary(described, option=ALL_FIRST).in_vain == {"B": 40, "C": 7}

    def test_what_follows_a_skipped_group_does_not(self) -> None:
        described = site(group("g", step("1", "B"), conditions=NEVER), step("Use A", "A"))
        assert summary(described).spared == {"B": 40}

    def test_what_a_step_wants_that_was_not_reached_is_not_spared(self) -> None:
        """The run fails at A: B may yet be wanted, and whether C would have been skipped was never asked."""
        described = site(
            step("Skip B", "B", conditions=NEVER),
            step("Use A", "A"),
            step("Use B", "B"),
            step("Skip C", "C", conditions=NEVER),
        )
        assert summary(described, SourceStops("CMG")).spared == {}
        assert summary(described).spared == {"C": 7}

    def test_what_else_a_run_that_failed_skipped_is(self) -> None:
        described = site(step("Skip B", "B", conditions=NEVER), step("Use A", "A"))
        assert summary(described, SourceStops("CMG")).spared == {"B": 40}

    @pytest.mark.parametrize("packages", [(package("A"),), (package("A"), package("B", size=MISSING))])
    def test_what_is_spared_without_a_known_size_counts_as_none(self, packages: Any) -> None:
        found = summary(with_fields(self.SKIPPED, packages=packages))
        assert found.spared == {"B": 0}
        assert summary(with_fields(self.SKIPPED, packages=packages), option=ALL_FIRST).in_vain == {"B": 0}

    def test_what_was_fetched_for_a_step_that_failed_is_in_vain(self) -> None:
        described = site(step("1", "A", "B"))
        found = summary(described, SourceStops("CMG"), during="B")
        assert found.in_vain == {"A": 100}
        assert found.pulled == 112


def thrown(found: Summary) -> tuple[int, int, int]:
    """Pulled in all, in vain, and thrown away."""
    return found.pulled, sum(found.in_vain.values()), found.thrown_away


class TestThrownAway:
    def test_nothing_where_all_goes_well(self) -> None:
        assert thrown(summary(site(*STEPS))) == (147, 0, 0)
        assert thrown(summary(site(*STEPS, deployment={"internet": False}))) == (0, 0, 0)

    def test_what_fails_its_check_is_thrown_away_whole(self) -> None:
        assert thrown(summary(site(*STEPS), PackageUpdated("A"))) == (247, 0, 100)

    @pytest.mark.parametrize("event", [ConnectionBreaks(), TokenEnds()])
    def test_what_is_resumed_is_not(self, event: Event) -> None:
        assert thrown(summary(site(*STEPS), event)) == (147, 0, 0)

    def test_what_goes_on_from_another_source_is_not(self) -> None:
        found = summary(site(*STEPS, gateways=(gateway("G1"), gateway("G2"))), SourceStops("G1"))
        assert thrown(found) == (147, 0, 0)

    def test_the_fragment_of_a_download_that_failed_is(self) -> None:
        assert thrown(summary(site(*STEPS), SourceStops("CMG"))) == (30, 0, 30)

    def test_what_is_whole_and_unwanted_is_in_vain_and_not_thrown_away(self) -> None:
        found = summary(site(step("1", "A", "B")), SourceStops("CMG"), during="B")
        assert thrown(found) == (112, 100, 12)

    def test_a_package_without_a_size_counts_as_none(self) -> None:
        described = with_fields(site(*STEPS), packages=(package("A", size=MISSING), package("B"), package("C")))
        assert thrown(summary(described, PackageUpdated("A"))) == (47, 0, 0)


class TestFaults:
    @pytest.mark.parametrize("event", [ConnectionBreaks(), TokenEnds()])
    def test_what_is_resumed_is_pulled_once(self, event: Event) -> None:
        found = summary(site(*STEPS), event)
        assert found.pulled == 147
        assert found.largest_held == 147

    def test_what_came_from_a_source_that_was_lost_counts_for_it(self) -> None:
        two = (gateway("G1"), gateway("G2"))
        found = summary(site(*STEPS, gateways=two), SourceStops("G1"))
        assert found.by_source == {"G1": 30, "G2": 117}
        assert found.pulled == 147
        assert by_step(found) == {"Use A": 100, "Use B": 47}

    def test_what_was_updated_on_its_way_is_pulled_twice_and_held_once(self) -> None:
        found = summary(site(*STEPS), PackageUpdated("A"))
        assert found.pulled == 247
        assert found.largest_held == 147
        assert by_step(found) == {"Use A": 200, "Use B": 47}

    def test_the_most_was_held_while_the_old_version_was_there(self) -> None:
        described = site(step("Use B", "B"), step("Use A", "A"))
        failing = [PackageUpdated("A"), SourceStops("CMG")]
        found = Summary(play(described, ATTEMPT, placed=[Placed(event, During("A", 30)) for event in failing]))
        assert found.largest_held == 70
        assert found.pulled == 70


class TestCache:
    def with_cache(self, size_mb: Any, *sizes: int) -> Site:
        packages = [package(name, size=size) for name, size in zip("AB", sizes, strict=True)]
        described = site(step("1", "A"), step("2", "B"), packages=packages)
        settings = described.client_settings
        assert isinstance(settings, ClientSettings)
        assert isinstance(settings.default, SettingsGroups)
        default = with_fields(settings.default, client_cache=ClientCache(size_mb=size_mb))
        return with_fields(described, client_settings=with_fields(settings, default=default))

    @pytest.mark.parametrize(("second", "fits"), [(4 * MIB, True), (4 * MIB + 1, False)])
    def test_it_holds_the_largest_amount_or_not(self, second: int, fits: bool) -> None:
        found = summary(self.with_cache(10, 6 * MIB, second))
        assert found.cache == 10 * MIB
        assert found.largest_held == 6 * MIB + second
        assert found.fits is fits

    def test_an_unknown_cache_is_unknown(self) -> None:
        found = summary(self.with_cache(MISSING, 1, 1))
        assert (found.cache, found.fits) == (None, None)

    def test_with_a_size_that_is_not_known_it_may_or_may_not_fit(self) -> None:
        described = self.with_cache(10, 6 * MIB, 1)
        unsized = with_fields(described, packages=(package("A", size=6 * MIB), package("B", size=MISSING)))
        assert summary(unsized).fits is None
        too_much = with_fields(described, packages=(package("A", size=11 * MIB), package("B", size=MISSING)))
        assert summary(too_much).fits is False
