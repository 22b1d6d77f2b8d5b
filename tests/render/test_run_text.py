"""The timeline of a run: what is fetched, for which step, from where, and what goes wrong."""

from __future__ import annotations

import pytest

from dod_model.attempt import Place
from dod_model.render.layout import Layout
from dod_model.render.run_style import RunStyle
from dod_model.render.run_text import run_text
from dod_model.run import Run, play
from dod_model.run.behaviours import BEHAVIOURS
from dod_model.site import MISSING, Site, with_fields
from dod_model.survey import Question, attempts
from tests.render.runs import FIRST, both, branch_office, healthy, numbers, renamed, run, told, with_cache
from tests.render.sites import faulty


def part(text: str, title: str) -> list[str]:
    """The lines of a part of the timeline."""
    lines = text.splitlines()
    begin = lines.index(f"  {title}") + 1
    return lines[begin : lines.index("", begin)]


class TestTimeline:
    """Parts in order; under each step what was fetched for it."""

    def test_on_demand_content_stands_under_its_step(self) -> None:
        text = told([run(branch_office(), client="LT-103")])
        assert part(text, "Before the start") == ["    it is started; nothing is downloaded first"]
        assert part(text, "Task sequence") == [
            "    1. Check readiness",
            "    2. Drivers (group)",
            "      3. Install Latitude drivers: skipped, not met: model equals 'Latitude 7490'",
            "      4. Install ThinkPad drivers",
            "         'ThinkPad drivers', 2 GB, from 'CMG-EAST'",
            "    5. Upgrade Operating System",
            "       'Windows 10 1909', 4 GB, from 'CMG-EAST' (or by chance 'CMG-WEST')",
            "    6. Applications (child)",
            "      7. Install branch applications",
            "         'Branch applications', 1 GB, from 'CMG-WEST'",
        ]

    def test_download_all_stands_before_the_start(self) -> None:
        text = told([run(healthy(), option=FIRST)])
        assert part(text, "Before the start") == [
            "    it is started",
            "    'Drivers', 700 MB, from 'CMG-EAST'",
            "    'Windows 10 1903', 4.5 GB, from 'CMG-EAST'",
        ]
        assert "       'Drivers' is on the device already" in part(text, "Task sequence")

    def test_pre_download_stands_in_advance(self) -> None:
        site = healthy().changed("deployments", "Upgrade laptops", pre_download=True)
        text = told([run(site, pre_downloaded=1)])
        assert part(text, "In advance") == ["    'Drivers', 700 MB, from 'CMG-EAST'"]
        assert part(text, "Before the start") == ["    it is started; nothing is downloaded first"]
        assert numbers(text)["in advance"] == ["700 MB"]

    def test_what_pre_download_passes_over_is_told_with_why(self) -> None:
        site = healthy().changed("deployments", "Upgrade laptops", pre_download=True)
        site = site.changed("packages", "Drivers", model="Surface Pro")
        (line, _) = part(told([run(site)]), "In advance")
        assert (
            line
            == "    'Drivers' is left out: it is marked for the model 'Surface Pro', the client has 'Latitude 7490'"
        )

    @pytest.mark.parametrize(
        ("site", "head"),
        [
            (healthy(), "  download on demand: ends well"),
            (with_fields(healthy(), client_settings=MISSING), "  download on demand: ends well, as far as is known"),
            (faulty("allowed-on-the-internet"), "  download on demand: does not start"),
            (faulty("on-demand-option-chosen"), "  download all before the start: ends well"),
        ],
    )
    def test_how_it_ends_stands_first(self, site: Site, head: str) -> None:
        assert told([run(site)]).splitlines()[1] == head

    def test_advice_that_is_not_followed_is_told_with_the_option_that_breaks_it(self) -> None:
        line = "    advice that is not followed: 'download-content-step-with-download-all'"
        assert line not in told([run(healthy())])
        assert told([run(healthy(), option=FIRST)]).splitlines()[2] == line


class TestFailures:
    """What goes wrong is marked, with what that rests on."""

    def test_a_source_that_is_lost(self) -> None:
        lines = part(told([run(healthy(), '"CMG-EAST" stops while "Drivers" downloads')]), "Task sequence")
        assert lines[2:4] == [
            "       ! 'CMG-EAST' stops",
            "       ! 'Drivers' from 'CMG-EAST' fails: the source is lost, 350 MB came",
        ]
        assert lines[4].startswith("         inferred from F098, F127: A source that stops")
        assert lines[6] == "       ! fails: 'Drivers' cannot be downloaded"
        assert lines[7].startswith("         inferred from F033: ")

    def test_a_download_that_goes_on(self) -> None:
        lines = part(told([run(healthy(), 'the connection breaks while "Drivers" downloads')]), "Task sequence")
        assert lines[2:5] == [
            "       ! the connection breaks",
            "       ! 'Drivers', 350 MB from 'CMG-EAST', then it breaks off and goes on",
            "       'Drivers', 350 MB (the rest), from 'CMG-EAST'",
        ]
        assert lines[-1] == "       'Windows 10 1903', 4.5 GB, from 'CMG-EAST'"

    @pytest.mark.parametrize("event", ["is updated", "is updated and not distributed"])
    def test_an_update_of_what_is_on_the_device(self, event: str) -> None:
        found = run(healthy(), f"'Drivers' {event} before 'Stage drivers'", option=FIRST)
        lines = part(told([found]), "Task sequence")
        begin = lines.index("       'Drivers' is on the device already, in the version before the update")
        assert lines[begin + 1].startswith("         inferred from F053, F054, F065: Content that is on the device")
        assert "       'Windows 10 1903' is on the device already" in lines

    def test_an_update_while_other_content_comes_first(self) -> None:
        found = run(healthy(), "'Drivers' is updated while 'Windows 10 1903' downloads", option=FIRST)
        assert "       'Drivers' is on the device already, in the version before the update" in told([found])

    @pytest.mark.parametrize("when", ["after moment 1", "while 'Drivers' downloads"])
    def test_an_update_before_it_is_asked_for_anew_changes_nothing(self, when: str) -> None:
        found = run(healthy(), f"'Drivers' is updated {when}", option=FIRST)
        assert "version before" not in told([found])

    def test_a_download_that_goes_on_elsewhere(self) -> None:
        event = '"CMG-EAST" stops when 25 % of "Windows 10 1909" has come'
        lines = part(told([run(branch_office(), event)]), "Task sequence")
        assert "       'Windows 10 1909', 3 GB (the rest), from 'CMG-WEST'" in lines

    def test_content_that_no_source_has(self) -> None:
        lines = part(told([run(faulty("content-in-the-cloud"))]), "Before the start")
        assert lines[:3] == [
            "    it is started",
            "    ! no source is listed for 'Drivers'",
            "      'CMG-EAST' is left out: it holds version 1, the current one is 2",
        ]
        assert "    ! it stops here, for 'content-in-the-cloud' is not met" in lines
        assert lines[-2].startswith("      inferred from F097, F033, ")

    def test_a_policy_that_is_too_large(self) -> None:
        site = healthy().changed("task_sequences", "Upgrade to Windows 10", policy_size=33 * 2**20)
        lines = part(told([run(site)]), "Policy")
        assert lines[1] == "    ! it cannot be processed: 33 MB are more than 32 MB"
        assert lines[2].startswith("      documented in F128: ")

    def test_a_deployment_that_is_not_offered(self) -> None:
        text = told([run(faulty("allowed-on-the-internet"))])
        assert part(text, "Policy")[0] == "    ! it stops here, for 'allowed-on-the-internet' is not met"
        assert "Task sequence" not in text

    def test_events_that_never_come(self) -> None:
        text = told([run(healthy(), "the token ends after moment 99")])
        assert part(text, "Never came") == ["    - the token ends after moment 99, with download on demand"]


class TestReservations:
    """What does not fit, what was assumed and what has no size is told at the end."""

    def test_a_cache_that_is_too_small_is_told_in_the_head_and_at_the_end(self) -> None:
        lines = told([run(with_cache(healthy(), 5307), option=FIRST)]).splitlines()
        assert [line for line in lines if "too small" in line] == [
            "  download all before the start: ends well, but the client cache is too small",
            "  download all before the start: the client cache is too small for it.",
        ]

    def test_a_cache_that_is_too_small_is_told_after_a_failure_only_at_the_end(self) -> None:
        text = told([run(with_cache(healthy(), 300), "'CMG-EAST' stops while 'Drivers' downloads")])
        assert "\n  download on demand: fails\n" in text
        assert "\n  download on demand: the client cache is too small for it.\n" in text

    def test_a_cache_that_is_just_large_enough(self) -> None:
        assert "too small" not in told([run(with_cache(healthy(), 5308), option=FIRST)])

    def test_a_cache_that_is_too_small_counts_as_open(self) -> None:
        moods = dict[str, str]()

        def noted(text: str, mood: str) -> str:
            moods[text] = mood
            return text

        list(run_text([run(with_cache(healthy(), 5307))], (), None, RunStyle(layout=Layout(paint=noted))))
        assert moods["download on demand: ends well, but the client cache is too small"] == "open"

    def test_a_size_that_is_not_described(self) -> None:
        text = told([run(healthy().changed("packages", "Drivers", size=MISSING))])
        assert "       'Drivers', of unknown size, from 'CMG-EAST'\n" in text
        assert "  The size of 'Drivers' is not described and counts as 0: amounts are at least these.\n" in text

    def test_assumptions(self) -> None:
        found = run(with_fields(healthy(), client_settings=MISSING))
        assert part(told([found]), "Assumed") == [f"    - {sentence}" for sentence in found.assumed]
        assert "Assumed" not in told([run(healthy())])

    def test_assumptions_of_both_runs_are_told_once(self) -> None:
        found = both(with_fields(healthy(), client_settings=MISSING))
        lines = part(told(found), "Assumed")
        assert len(lines) == len(set(lines)) == len({one for each in found for one in each.assumed})


class TestEverything:
    """Every moment with its cause and what it rests on."""

    @pytest.mark.parametrize(
        "found",
        [
            run(healthy()),
            run(branch_office(), '"CMG-EAST" stops while "Latitude drivers" downloads', client="LT-101"),
            run(faulty("content-in-the-cloud")),
        ],
    )
    def test_every_moment_is_told_with_its_number(self, found: Run) -> None:
        lines = told([found], everything=True).splitlines()
        for number, moment in enumerate(found.moments, start=1):
            (place,) = [place for place, line in enumerate(lines) if line.startswith(f"    {number}. ")]
            cause = "" if moment.cause is None else f"follows from {moment.cause + 1}; "
            after = lines[place + 1 : place + 5]
            assert any(line.startswith(f"        {cause}") and moment.behaviour.statement in line for line in after)

    def test_a_failed_download_tells_what_came_if_anything_did(self) -> None:
        text = told([run(healthy(), "'CMG-EAST' stops while 'Drivers' downloads")], everything=True)
        assert ". download failed: 'Drivers' from 'CMG-EAST', 350 MB came: the source is lost\n" in text

    def test_reasoning_and_what_was_left_out_are_told(self) -> None:
        text = told([run(healthy())], everything=True)
        assert BEHAVIOURS["step-runs"].reasoning in text
        assert "        'DP01' is left out: A client on a gateway gets content from cloud sources only" in text
        assert "(documented in F092, F146, F112)" in text

    @pytest.mark.parametrize(
        ("found", "cited"),
        [
            (run(healthy()), "F053"),
            (run(healthy(), "'CMG-EAST' stops before 'Stage drivers'"), "F033"),
            (run(faulty("allowed-on-the-internet")), "F050"),
        ],
    )
    def test_the_hint_names_a_statement_that_the_end_rests_on(self, found: Run, cited: str) -> None:
        assert cited in found.moments[-1].behaviour.cites
        assert told([found]).splitlines()[-1] == (
            f"`dod run --all` tells every moment with what it rests on, `dod explain {cited}` what a statement says."
        )

    def test_where_nothing_happens_the_hint_names_no_statement(self) -> None:
        (attempt,) = attempts(healthy(), Question(place=Place.INTRANET))
        assert told([play(healthy(), attempt)]).splitlines()[-1].endswith(" with what it rests on.")

    def test_the_hint_to_it_is_left_out(self) -> None:
        assert "--all" in told([run(healthy())])
        assert "--all" not in told([run(healthy())], everything=True)


def test_names_play_no_tricks() -> None:
    site = renamed(healthy(), "Drivers", "D\x1b[31m\u202e\nE")
    for everything in (False, True):
        text = told([run(site)], everything=everything)
        assert "\x1b" not in text
        assert "\u202e" not in text
        assert "D\\u001b[31m\\u202e\\u000aE" in text
