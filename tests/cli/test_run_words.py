"""``dod run``: words that are wrong, and the help."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest

from dod_model.intake import read_site
from dod_model.run.event_words import FORMS, PLACES
from tests.cli.playing import OFFICE, changed, played
from tests.cli.running import HEALTHY, dod


class TestWrongWords:
    """Usage: the exit code is 2, nothing is printed, and what was meant is named."""

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (["--deployment", "upgrade laptop"], "Did you mean 'Upgrade laptops'?"),
            (["--client", "LT-01"], "there is no 'LT-01' in clients. Did you mean 'LT-001'?"),
            (["--event", '"CMG-EST" stops before "Stage drivers"'], "'CMG-EST', which is not in gateways"),
            (["--event", '"CMG-EST" stops before "Stage drivers"'], "Did you mean 'CMG-EAST'?"),
            (["--event", '"CMG-EAST" stops before "Stage driver"'], "Did you mean 'Stage drivers'?"),
            (["--event", 'the token ends while "Driver" downloads'], "Did you mean 'Drivers'?"),
            (["--event", '"Driver" is updated after moment 1'], "Did you mean 'Drivers'?"),
            (["--event", "the gateway explodes"], "Error: --event is not understood: the gateway explodes\n"),
            (["--event", "the token ends"], "\n  It does not say when.\n"),
            (["--event", ""], "Error: --event is not understood: \n  It is empty.\n"),
            (["--event", "CMG-EAST stops after moment 1"], "What happens is not understood: CMG-EAST stops."),
            (["--event", 'the token ends when 101 % of "Drivers" has come'], "101 is no share of a download: 0 to 100"),
            (["--event", "the token ends after moment 0"], "an event happens after the first moment: from 1 on"),
            (["--pre-downloaded", "-1"], "-1 is not in the range x>=0"),
            (["--pre-downloaded", "1"], "'Upgrade laptops' does not download in advance"),
            (["--seed", "x"], "'x' is not a valid integer"),
            (["--price-per-gb", "-0.01"], "'-0.01' is no price"),
            (["--price-per-gb", "NaN"], "'NaN' is no price"),
            (["--price-per-gb", "Infinity"], "'Infinity' is no price"),
            (["--price-per-gb", "1e99"], "'1e99' is no price"),
            (["--price-per-gb", "1e-99"], "'1e-99' is no price"),
            (["--price-per-gb", "cheap"], "'cheap' is no number"),
            (["--option", "on demand"], "'on demand' is not one of 'as-deployed', 'on-demand'"),
            (["-o", "svg"], "'svg' is not one of 'text', 'json', 'mermaid'"),
        ],
    )
    def test_it_is_told(self, words: list[str], said: str) -> None:
        answer = dod("run", HEALTHY, *words)
        assert (answer.code, answer.out) == (2, "")
        assert said in answer.err
        assert "Traceback" not in answer.err

    def test_a_diagram_is_of_one_client(self) -> None:
        answer = dod("run", OFFICE, "-o", "mermaid")
        assert (answer.code, answer.out) == (2, "")
        assert answer.err.endswith("draws one client and deployment: name it with --client.\n")

    @pytest.mark.parametrize(
        ("words", "missing"),
        [
            ([], "--client and --deployment"),
            (["--deployment", "Again"], "--client"),
            (["--client", "LT-101"], "--depl"),
        ],
    )
    def test_a_diagram_tells_what_is_missing(self, tmp_path: Path, words: list[str], missing: str) -> None:
        path = _again(tmp_path, OFFICE)
        assert f"name it with {missing}" in dod("run", path, *words, "-o", "mermaid").err

    def test_every_form_has_a_line(self) -> None:
        lines = dod("run", HEALTHY, "--event", "nonsense").err.splitlines()
        assert [form for form in (*FORMS, *PLACES) if f"    {form}" not in lines] == []
        assert max(map(len, lines)) <= 110

    def test_of_several_events_the_wrong_one_is_counted(self) -> None:
        right = ("--event", "the token ends after moment 1")
        assert "the --event number 2 is not" in dod("run", HEALTHY, *right, "--event", "nonsense", *right).err

    @pytest.mark.parametrize("words", [["'CMG-EAST'", "stops"], ["'CMG-EAST'", "stops", "after", "moment", "1"]])
    def test_an_event_in_many_words_is_told_how_to_quote(self, words: list[str]) -> None:
        answer = dod("run", HEALTHY, "--event", *words)
        assert (answer.code, answer.out) == (2, "")
        assert "Got unexpected extra argument" in answer.err
        assert 'The whole event stands in double quotes, names in single ones: --event "' in answer.err

    def test_other_words_too_many_are_not_about_events(self) -> None:
        assert "event" not in dod("run", HEALTHY, "more").err

    @pytest.mark.parametrize("words", [[], ["--client", "LT-101"]])
    def test_an_event_that_suits_another_deployment_only(self, tmp_path: Path, words: list[str]) -> None:
        path = _again(tmp_path, OFFICE, task_sequence="Install applications")
        event = ("--event", "the token ends before 'Check readiness'")
        answer = dod("run", path, *words, *event)
        assert answer.code == 2
        assert "This is of the deployment 'Again'; --deployment plays another one alone." in answer.err
        assert dod("run", path, *words, *event, "--deployment", "Upgrade branch office").code == 0
        assert "This is of" not in dod("run", path, *event, "--deployment", "Again").err

    def test_nothing_to_play_is_told(self, tmp_path: Path) -> None:
        path = tmp_path / "site.yaml"
        path.write_text("release: 1910\n", encoding="utf-8")
        assert dod("run", path).code == 2

    def test_a_price_is_not_understood_in_other_scripts_tricks(self) -> None:
        answer = dod("run", HEALTHY, "--price-per-gb", "\x1b[2J")
        assert answer.code == 2
        assert "\x1b" not in answer.err


def _again(tmp_path: Path, path: Path, **fields: str) -> Path:
    """The site with a second deployment to the same collection."""
    first = json.loads(read_site(path).to_json())["deployments"][0]
    return changed(tmp_path, path, deployments=[first, {**first, "name": "Again", **fields}])


class TestHelp:
    """What may be asked is told."""

    @pytest.mark.parametrize("form", [*FORMS, *PLACES])
    def test_every_event_and_place_is_told(self, form: str) -> None:
        assert f"    {form}\n" in dod("run", "--help").out

    @pytest.mark.parametrize("form", FORMS)
    def test_every_event_can_be_placed(self, form: str) -> None:
        names = {"SOURCE": "CMG-EAST", "GATEWAY": "CMG-EAST", "PACKAGE": "Drivers"}
        for name, real in names.items():
            form = form.replace(name, real)
        (one,) = played(HEALTHY, "--event", f"{form} before 'Upgrade Operating System'")["runs"]
        assert [moment["kind"] for moment in one["moments"]].count("happened") == 1

    def test_what_places_mean_is_told(self) -> None:
        text = " ".join(dod("run", "--help").out.split())
        assert "While a package downloads is when half of it has come." in text
        assert "On demand, before a step is also before its downloads; all first, it is after all of them." in text

    def test_what_it_shows_on_quoting_can_be_typed(self) -> None:
        (line,) = [line for line in dod("run", "--help").out.splitlines() if '--event "' in line]
        assert dod("run", HEALTHY, *shlex.split(line)[3:]).code == 1

    def test_the_exit_codes_are_told(self) -> None:
        text = dod("run", "--help").out
        assert "0 every run ends well; 1 some run fails or does not start; 3 none does," in text
