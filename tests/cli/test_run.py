"""``dod run``: what is played, and what the exit code says."""

from __future__ import annotations

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from dod_model.cli import main
from dod_model.intake import read_site
from tests.cli.playing import OFFICE, STOPS, changed, office_of, played
from tests.cli.running import HEALTHY, PARTIAL, dod, fault

GB = 2**30


class TestExitCodes:
    """The same in every format; no option changes what a number means."""

    @pytest.mark.parametrize("output", ["text", "json", "mermaid"])
    @pytest.mark.parametrize(
        ("path", "words", "code"),
        [
            (HEALTHY, [], 0),
            (HEALTHY, ["--option", "both"], 0),
            (HEALTHY, ["--event", STOPS], 1),
            (HEALTHY, ["--event", 'the connection breaks while "Drivers" downloads'], 0),
            (HEALTHY, ["--from", "intranet"], 3),
            (HEALTHY, ["--start", "pxe"], 1),
            (fault("allowed-on-the-internet"), [], 1),
            (fault("on-demand-option-chosen"), [], 0),
            (PARTIAL, [], 3),
            (OFFICE, ["--client", "LT-103", "--option", "both"], 0),
        ],
    )
    def test_one_client(self, path: Path, words: list[str], code: int, output: str) -> None:
        assert dod("run", path, *words, "-o", output).code == code

    @pytest.mark.parametrize("output", ["text", "json"])
    @pytest.mark.parametrize(
        ("words", "code"),
        [
            ([], 0),
            (["--option", "as-deployed"], 0),
            (["--event", '"CMG-EAST" stops before "Check readiness"'], 1),
            (["--from", "intranet"], 3),
        ],
    )
    def test_several_clients(self, words: list[str], code: int, output: str) -> None:
        assert dod("run", OFFICE, *words, "-o", output).code == code

    def test_json_has_the_exit_code(self) -> None:
        assert [played(HEALTHY)["exit_code"], played(HEALTHY, "--event", STOPS)["exit_code"]] == [0, 1]
        assert played(PARTIAL)["exit_code"] == 3

    def test_what_fails_on_assumptions_fails(self, tmp_path: Path) -> None:
        path = changed(tmp_path, HEALTHY, client_settings=None)
        assert dod("run", path).code == 3
        assert dod("run", path, "--event", STOPS).code == 1

    def test_assumptions_that_leave_the_assessment_certain_do_not_count(self, tmp_path: Path) -> None:
        data = json.loads(read_site(HEALTHY).to_json())
        for package in data["packages"]:
            del package["size"]
        for step in data["task_sequences"][0]["steps"]:
            del step["conditions"]
        path = changed(tmp_path, HEALTHY, packages=data["packages"], task_sequences=data["task_sequences"])
        answer = dod("run", path)
        assert answer.code == 0
        assert "- the conditions of the step 'Stage drivers' let it run" in answer.out
        assert "The size of 'Drivers', 'Windows 10 1903' is not described" in answer.out

    def test_one_failure_among_several_clients_is_a_failure(self, tmp_path: Path) -> None:
        data = json.loads(read_site(OFFICE).to_json())
        data["clients"][2]["release"] = "1906"
        path = changed(tmp_path, OFFICE, clients=data["clients"])
        assert dod("run", path, "--option", "as-deployed").code == 1
        assert dod("run", path, "--option", "before-start").code == 0


class TestWhatIsPlayed:
    """One client gives a timeline, several give totals."""

    def test_one_client_is_played_as_deployed(self) -> None:
        assert [one["option"] for one in played(HEALTHY)["runs"]] == ["download-when-needed"]
        first = fault("on-demand-option-chosen")
        assert [one["option"] for one in played(first)["runs"]] == ["download-all-before-start"]

    @pytest.mark.parametrize(
        ("option", "options"),
        [
            ("as-deployed", ["download-when-needed"]),
            ("on-demand", ["download-when-needed"]),
            ("before-start", ["download-all-before-start"]),
            ("both", ["download-when-needed", "download-all-before-start"]),
        ],
    )
    def test_the_option_is_chosen(self, option: str, options: list[str]) -> None:
        assert [one["option"] for one in played(HEALTHY, "--option", option)["runs"]] == options

    def test_several_clients_are_played_with_both_options(self) -> None:
        found = played(OFFICE)
        assert found["runs"] == []
        (totals,) = found["totals"]
        assert [one["pulled"] for one in totals["options"]] == [19 * GB, 24 * GB]
        assert totals["saving"]["bytes"] == 5 * GB

    def test_one_client_has_totals_too(self) -> None:
        (totals,) = played(HEALTHY)["totals"]
        assert (totals["clients"], [one["option"] for one in totals["options"]]) == (1, [None])
        assert [one["pulled"] for one in totals["options"]] == [played(HEALTHY)["runs"][0]["summary"]["pulled"]]
        (both,) = played(OFFICE, "--client", "LT-103", "--option", "both")["totals"]
        assert [one["pulled"] for one in both["options"]] == [7 * GB, 8 * GB]
        assert both["saving"] == {"clients": 1, "bytes": GB, "of": 8 * GB, "price": None}
        assert "All clients together" not in dod("run", HEALTHY).out

    def test_a_client_that_is_named_has_a_timeline_for_each_deployment(self, tmp_path: Path) -> None:
        data = json.loads(read_site(OFFICE).to_json())
        again = {**data["deployments"][0], "name": "Again", "option": "download-all-before-start"}
        path = changed(tmp_path, OFFICE, deployments=[*data["deployments"], again])
        found = played(path, "--client", "LT-102")
        assert [(one["deployment"], one["client"]) for one in found["runs"]] == [
            ("Upgrade branch office", "LT-102"),
            ("Again", "LT-102"),
        ]
        assert [one["deployment"] for one in played(path)["totals"]] == ["Upgrade branch office", "Again"]
        assert [one["deployment"] for one in played(path, "--deployment", "Again")["totals"]] == ["Again"]

    def test_the_question_is_passed_on(self) -> None:
        (one,) = played(HEALTHY, "--start", "schedule", "--from", "intranet", "--user", "administrator")["runs"]
        assert (one["start"], one["place"], one["user"]) == ("schedule", "intranet", "administrator")

    def test_events_happen_in_their_order(self) -> None:
        words = [
            word
            for text in ("the token ends", "the connection breaks")
            for word in ("--event", f"{text} after moment 2")
        ]
        (one,) = played(HEALTHY, *words)["runs"]
        happened = [moment["event"] for moment in one["moments"] if moment["kind"] == "happened"]
        assert happened == ["the token ends", "the connection breaks"]

    def test_pre_download_is_as_far_as_it_is_told(self, tmp_path: Path) -> None:
        data = json.loads(read_site(HEALTHY).to_json())
        data["deployments"][0]["pre_download"] = True
        path = changed(tmp_path, HEALTHY, deployments=data["deployments"])
        amounts = [
            played(path, *words)["runs"][0]["summary"]["in_advance"]
            for words in ([], ["--pre-downloaded", "1"], ["--pre-downloaded", "0"])
        ]
        assert amounts == [5565841408, 734003200, 0]

    def test_a_seed_chooses(self) -> None:
        def chosen(seed: str) -> list[str]:
            (one,) = played(OFFICE, "--client", "LT-101", "--seed", seed)["runs"]
            return [moment["source"] for moment in one["moments"] if len(moment["sources"] or ()) > 1]

        assert {chosen(str(seed))[-1] for seed in range(8)} == {"CMG-EAST", "CMG-WEST"}
        assert chosen("4") == chosen("4")

    def test_a_price_is_told_in_text_and_json(self) -> None:
        assert "or 0.25 of 1.20." in dod("run", OFFICE, "--price-per-gb", "0.05").out
        (one,) = played(HEALTHY, "--price-per-gb", "0.05")["runs"]
        assert one["summary"]["price"] == "0.26"

    def test_a_description_is_read_from_standard_input(self) -> None:
        assert dod("run", "-", stdin=HEALTHY.read_text(encoding="utf-8")) == dod("run", HEALTHY)


class Terminal(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        return True


class TestManyClients:
    """An estate of few kinds of clients is played once for each kind."""

    def test_ten_thousand_clients(self, tmp_path: Path) -> None:
        (totals,) = played(office_of(tmp_path, 10_000))["totals"]
        assert totals["clients"] == 10_000
        assert [len(kind["clients"]) for kind in totals["kinds"]] == [5_000, 5_000]
        assert [one["pulled"] for one in totals["options"]] == [5_000 * 13 * GB, 10_000 * 8 * GB]

    @pytest.mark.parametrize(("long", "shown"), [(3, True), (4, False)])
    def test_progress_is_shown_on_a_terminal(self, monkeypatch: pytest.MonkeyPatch, long: int, shown: bool) -> None:
        monkeypatch.setattr("dod_model.cli.run.LONG", long)
        out, err = io.StringIO(), Terminal()
        with redirect_stdout(out), redirect_stderr(err):
            main(["run", str(OFFICE)])
        assert out.getvalue() == dod("run", OFFICE).out
        assert ("Playing" in err.getvalue()) is shown

    def test_no_progress_is_shown_where_nobody_watches(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("dod_model.cli.run.LONG", 1)
        assert dod("run", OFFICE).err == ""
