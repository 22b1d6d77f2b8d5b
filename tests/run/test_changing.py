"""What an event changes on the site; names that nothing has; and what cannot be changed, for it is not described."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import MISSING

from dod_model.attempt import Place
from dod_model.errors import InputError
from dod_model.run import play
from dod_model.run.changing import changed
from dod_model.run.events import (
    AtMoment,
    ClientMoves,
    ConnectionBreaks,
    Event,
    PackageRemoved,
    PackageUpdated,
    Placed,
    SourceStarts,
    SourceStops,
    ThresholdReached,
    TokenEnds,
)
from dod_model.site import Site, SourceState, with_fields
from tests.run.sites import ATTEMPT, cloud_dp, dp, gateway, installed, package, site

STOPPED, RUNNING = SourceState.STOPPED, SourceState.RUNNING
SITE = site(cloud_dps=(cloud_dp(),), dps=(dp(),))
UNVERSIONED = with_fields(installed("A"), version=MISSING)


def after(*events: Event, described: Site = SITE) -> Site:
    for event in events:
        described = changed(described, event)
    return described


def state(found: Site, kind: Any, name: str) -> Any:
    return found.named(kind, name).state


def versions(described: Site) -> dict[str, Any]:
    """The version of A, as the console and every source has it."""
    sources = {
        "CMG": described.named("gateways", "CMG"),
        "CDP": described.named("cloud_distribution_points", "CDP"),
        "DP": described.named("distribution_points", "DP"),
    }
    held = {
        name: next((one.version for one in source.content if one.package == "A"), None)
        for name, source in sources.items()
    }
    return {"console": described.named("packages", "A").version, **held}


class TestSources:
    @pytest.mark.parametrize(("kind", "name"), [("gateways", "CMG"), ("cloud_distribution_points", "CDP")])
    def test_a_source_stops_and_starts_again(self, kind: str, name: str) -> None:
        assert state(after(SourceStops(name)), kind, name) is STOPPED
        assert state(after(SourceStops(name), SourceStarts(name)), kind, name) is RUNNING
        assert state(after(SourceStarts(name)), kind, name) is RUNNING

    def test_a_threshold_stops_the_gateway(self) -> None:
        found = after(ThresholdReached("CMG"))
        assert state(found, "gateways", "CMG") is STOPPED
        assert state(found, "cloud_distribution_points", "CDP") is RUNNING

    def test_other_sources_stay_as_they_are(self) -> None:
        two = site(gateways=(gateway("G1"), gateway("G2")))
        found = after(SourceStops("G1"), described=two)
        assert (state(found, "gateways", "G1"), state(found, "gateways", "G2")) == (STOPPED, RUNNING)

    @pytest.mark.parametrize("event", [TokenEnds(), ConnectionBreaks(), ClientMoves(Place.INTRANET)])
    def test_what_happens_to_the_client_leaves_the_site_as_it_is(self, event: Event) -> None:
        assert changed(SITE, event) is SITE


class TestUpdates:
    def test_one_reaches_every_source_that_has_the_version_before(self) -> None:
        assert versions(SITE) == {"console": 1, "CMG": 1, "CDP": 1, "DP": 1}
        assert versions(after(PackageUpdated("A"))) == {"console": 2, "CMG": 2, "CDP": 2, "DP": 2}

    def test_one_that_is_not_distributed_reaches_none(self) -> None:
        found = after(PackageUpdated("A", distributed=False))
        assert versions(found) == {"console": 2, "CMG": 1, "CDP": 1, "DP": 1}

    def test_a_source_that_was_behind_stays_behind(self) -> None:
        behind = site(gateways=(gateway(content=(installed("A", 0),)),), cloud_dps=(cloud_dp(),), dps=(dp("DP", ()),))
        assert versions(changed(behind, PackageUpdated("A"))) == {"console": 2, "CMG": 0, "CDP": 2, "DP": None}
        missed = after(PackageUpdated("A", distributed=False), PackageUpdated("A"))
        assert versions(missed) == {"console": 3, "CMG": 1, "CDP": 1, "DP": 1}

    def test_other_packages_stay_as_they_are(self) -> None:
        assert versions(after(PackageUpdated("B"))) == versions(SITE)

    @pytest.mark.parametrize(("distributed", "held"), [(True, 2), (False, 1)])
    def test_a_source_whose_version_is_unknown_had_the_one_before(self, distributed: bool, held: int) -> None:
        unknown = site(gateways=(gateway(content=(UNVERSIONED,)),), cloud_dps=(cloud_dp(),), dps=(dp(),))
        found = versions(changed(unknown, PackageUpdated("A", distributed)))
        assert (found["console"], found["CMG"]) == (2, held)


class TestUpdatesOfAnUnknownVersion:
    UNKNOWN = site(
        packages=[package("A", version=MISSING)],
        gateways=(gateway(content=(UNVERSIONED, installed("B", 9))),),
        cloud_dps=(cloud_dp(content=(installed("A", 7),)),),
        dps=(dp(content=(installed("A", 3),)),),
    )

    def test_the_new_one_is_the_next_after_all_that_sources_hold(self) -> None:
        for distributed in (True, False):
            assert versions(changed(self.UNKNOWN, PackageUpdated("A", distributed)))["console"] == 8

    def test_where_no_source_tells_one_it_is_the_first(self) -> None:
        untold = (gateway(content=(UNVERSIONED,)),)
        unknown = site(packages=[package("A", version=MISSING)], gateways=untold)
        assert changed(unknown, PackageUpdated("A")).named("packages", "A").version == 1

    def test_distributed_every_source_has_it(self) -> None:
        found = versions(changed(self.UNKNOWN, PackageUpdated("A")))
        assert found == {"console": 8, "CMG": 8, "CDP": 8, "DP": 8}

    def test_not_distributed_none_has(self) -> None:
        found = versions(changed(self.UNKNOWN, PackageUpdated("A", distributed=False)))
        assert found == {"console": 8, "CMG": 7, "CDP": 7, "DP": 3}


class TestRemovals:
    @pytest.mark.parametrize("source", ["CMG", "CDP", "DP"])
    def test_a_package_is_removed_from_one_source(self, source: str) -> None:
        assert versions(after(PackageRemoved("A", source))) == {**versions(SITE), source: None}

    def test_others_stay_there(self) -> None:
        left = after(PackageRemoved("A", "CMG")).named("gateways", "CMG").content
        assert [one.package for one in left] == ["B", "C"]


class TestWhatIsNotDescribed:
    """Of a source whose content is left out, it stays unknown what it holds."""

    PARTLY = site(gateways=(gateway(content=MISSING),), cloud_dps=(cloud_dp(),), dps=(dp(),))

    def refused(self, event: Event) -> tuple[str, str, str]:
        with pytest.raises(InputError) as caught:
            changed(self.PARTLY, event)
        (problem,) = caught.value.problems
        return problem.code, problem.message, problem.path

    @pytest.mark.parametrize("event", [PackageRemoved("A", "CMG"), PackageUpdated("A", distributed=False)])
    def test_nothing_can_be_taken_away_or_left_behind(self, event: Event) -> None:
        message = "what 'CMG' holds is not described, so an event cannot take it away or leave it behind"
        assert self.refused(event) == ("not-described", message, "gateways")

    def test_a_run_with_such_an_event_is_refused_at_once(self) -> None:
        for event in (PackageRemoved("A", "CMG"), PackageUpdated("A", distributed=False)):
            with pytest.raises(InputError, match="what 'CMG' holds is not described"):
                play(self.PARTLY, ATTEMPT, placed=[Placed(event, AtMoment(99))])

    def test_a_removal_from_another_source_is_not(self) -> None:
        assert changed(self.PARTLY, PackageRemoved("A", "CDP")).named("gateways", "CMG").content is MISSING

    def test_an_update_that_is_distributed_leaves_it_unknown(self) -> None:
        found = changed(self.PARTLY, PackageUpdated("A"))
        assert found.named("gateways", "CMG").content is MISSING
        assert next(one.version for one in found.named("distribution_points", "DP").content) == 2


@pytest.mark.parametrize(
    ("event", "message", "hint"),
    [
        (SourceStops("CMH"), "an event is about 'CMH', which is not in gateways or cloud distribution points", "'CMG'"),
        (SourceStarts("DP"), "an event is about 'DP', which is not in gateways or cloud distribution points", "'CDP'"),
        (ThresholdReached("CDP"), "an event is about 'CDP', which is not in gateways", "'CMG'"),
        (PackageUpdated("Z"), "an event is about 'Z', which is not in packages", "'A', 'B', 'C'"),
        (PackageRemoved("Z", "CMG"), "an event is about 'Z', which is not in packages", "'A', 'B', 'C'"),
        (
            PackageRemoved("A", "CMX"),
            "an event is about 'CMX', which is not in gateways or cloud distribution points or distribution points",
            "'CMG'",
        ),
    ],
)
def test_an_event_about_what_is_not_there_is_refused(event: Event, message: str, hint: str) -> None:
    with pytest.raises(InputError) as caught:
        changed(SITE, event)
    (problem,) = caught.value.problems
    assert (problem.code, problem.message) == ("unknown-name", message)
    assert hint in problem.hint
