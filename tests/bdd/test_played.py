"""What scenarios ask of a run, read from runs that were played."""

from dataclasses import replace

import pytest

from dod_model.attempt import Place
from dod_model.bdd import played
from dod_model.bdd.amounts import AMOUNTS, compared, for_step, summary_of, told, told_amounts
from dod_model.bdd.parameters import UnknownWordError
from dod_model.bdd.played import told_run
from dod_model.kit.healthy import ATTEMPT, DRIVERS, GATEWAY, HEALTHY, WINDOWS
from dod_model.requirements.requirement import Stage
from dod_model.run import Run, play
from dod_model.run.events import BeforeStep, ClientMoves, Event, PackageUpdated, Placed, SourceStops
from dod_model.run.events import During as While
from dod_model.site import MISSING, DeploymentOption, Site

UPGRADE = "Upgrade Operating System"
MEGABYTE = 2**20


def run(*placed: Placed, site: Site = HEALTHY, option: DeploymentOption | None = None) -> Run:
    return play(site, ATTEMPT, placed=placed, option=option)


def halfway(event: Event) -> Placed:
    return Placed(event, While(DRIVERS))


def test_what_was_downloaded_by_a_moment_stops_short_of_it() -> None:
    found = run()
    assert played.downloaded_in_advance(found) == ()
    assert played.downloaded_before_start(found) == ()
    assert played.downloaded_before(found, "Check readiness") == ()
    assert played.downloaded_before(found, "Stage drivers") == (DRIVERS,)
    assert played.downloaded_before(found, UPGRADE) == (DRIVERS, WINDOWS) == played.downloaded(found)


def test_a_moment_that_never_came_is_no_answer() -> None:
    failed = run(halfway(SourceStops(GATEWAY)))
    with pytest.raises(AssertionError, match=r"download failed \| Drivers \| CMG-EAST  \(source-lost\)"):
        played.downloaded_before(failed, "Stage drivers")


def test_a_run_that_fails_tells_at_which_step_and_because_of_what() -> None:
    failed = run(halfway(SourceStops(GATEWAY)))
    assert (played.ending(failed), played.failed_at(failed)) == ("failed", "Stage drivers")
    assert played.causes(failed, "download-failed", DRIVERS) == ["'CMG-EAST' stops"]
    assert played.causes(failed, "download-failed", WINDOWS) == []
    assert (played.ending(run()), played.failed_at(run())) == ("succeeded", None)


def test_lists_are_told_in_order_with_what_was_left_out() -> None:
    found = run(halfway(PackageUpdated(DRIVERS)))
    assert played.listed(found, DRIVERS) == [(GATEWAY,), (GATEWAY,)]
    assert played.tried(found, DRIVERS) == (GATEWAY, GATEWAY)
    assert played.pulled_from(found, DRIVERS) == (GATEWAY,)
    assert played.chosen_among(found, DRIVERS) == (GATEWAY,)
    assert played.left_out(found, WINDOWS, "DP01") == [("only-cloud", "")]
    assert played.left_out(found, WINDOWS, GATEWAY) == []


def test_what_was_left_out_of_a_list_counts_among_what_a_run_rests_on() -> None:
    assert {"only-cloud", "content-before-its-step"} <= played.rests_on(run())
    assert "intranet-sources" in played.rests_on(run(Placed(ClientMoves(Place.INTRANET), BeforeStep(UPGRADE))))
    assert "intranet-sources" not in played.rests_on(run())


def test_a_run_that_is_turned_away_tells_where_and_for_what() -> None:
    refused = run(site=HEALTHY.changed("task_sequences", "Upgrade to Windows 10", enabled=False))
    assert played.turned_away(refused) == [(Stage.POLICY, frozenset({"task-sequence-enabled"}))]
    assert played.ending(refused) == "not-started"
    assert played.chosen_among(refused, DRIVERS) == ()


def test_moments_are_told_by_kind_object_and_source() -> None:
    lines = played.course(run())
    assert lines[0] == ["policy received"]
    assert lines[3] == ["step started", "Check readiness"]
    assert lines[8] == ["download started", DRIVERS, GATEWAY]
    assert played.steps(run(), "step-done") == ["Check readiness", "Stage drivers", UPGRADE]


def test_what_was_assumed_is_told_with_the_moments() -> None:
    found = run(site=HEALTHY.changed("gateways", GATEWAY, state=MISSING))
    assert told_run(found).endswith("assumed: 'CMG-EAST' runs")


def test_moments_are_told_with_what_scenarios_ask_of_them() -> None:
    found = run()
    lines = told_run(found).splitlines()
    assert lines[0].endswith(f") bytes: {played.moments(found, 'policy-received')[0].bytes}")
    assert any(line.endswith(") how: software-center") for line in lines)
    assert any(line.endswith(") on demand: yes") for line in lines)
    assert any(f") listed: {GATEWAY}" in line for line in lines)
    refused = run(site=HEALTHY.changed("gateways", GATEWAY, serves_content=False))
    assert "stage: " in told_run(refused)
    assert "requirements: " in told_run(refused)


def test_an_event_that_did_not_come_is_told() -> None:
    late = Placed(ClientMoves(Place.INTRANET), BeforeStep(UPGRADE))
    told_lines = told_run(run(halfway(SourceStops(GATEWAY)), late)).splitlines()
    assert told_lines[-1] == "did not come: the client moves to the intranet"


def test_a_run_in_which_nothing_happens_is_told_in_words() -> None:
    nothing = replace(run(), moments=(), assumed=(), not_placed=())
    assert told_run(nothing) == "nothing happens"


def test_amounts_are_told_with_whether_the_cache_is_large_enough_and_what_has_no_size() -> None:
    assert "\nthe cache is large enough: yes\n" in told_amounts(run())
    unsized = run(site=HEALTHY.changed("packages", DRIVERS, size=MISSING))
    assert f"\nno size is told of {DRIVERS}\n" in told_amounts(unsized)


def test_amounts_are_told_in_megabytes_and_the_rest_in_bytes() -> None:
    assert told(0) == "0 MB"
    assert told(700 * MEGABYTE) == "700 MB"
    assert told(MEGABYTE + 3) == "1 MB and 3 bytes"


def test_runs_are_compared_by_the_amounts_that_a_table_names() -> None:
    runs = [run(option=option) for option in (DeploymentOption.WHEN_NEEDED, DeploymentOption.BEFORE_START)]
    rows = [["come while it runs", "", ""], ["come in all", "", ""]]
    assert compared(runs, rows) == [["come while it runs", "5308 MB", "0 MB"], ["come in all", "5308 MB", "5308 MB"]]
    with pytest.raises(UnknownWordError, match="did you mean 'come in all'"):
        compared(runs, [["come in al"]])


def test_a_step_has_what_came_just_before_it() -> None:
    assert for_step(run(), "Stage drivers") == 700 * MEGABYTE
    assert for_step(run(), "Check readiness") == 0


def test_every_amount_is_told_where_one_does_not_hold() -> None:
    text = told_amounts(run())
    assert all(part in text for part in AMOUNTS)
    assert "4608 MB come for Upgrade Operating System" in text
    assert summary_of(run()).run.moments == run().moments
