"""What a page hears of a description is what `dod check` and `dod run` say of it, whatever stands in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dod_model.browser import call
from dod_model.browser.checking import check
from dod_model.browser.reading import BYTES
from dod_model.intake import read_site
from tests.cli.playing import played
from tests.cli.running import EXAMPLES, HEALTHY, PARTIAL, dod, report
from tests.page.answers import EVERY, GATEWAY, OFFICE, answered, asked, line_of, lines_of, of, place_of, said, verdicts

each_example = pytest.mark.parametrize("path", EVERY, ids=lambda path: path.stem)


class TestSameAsTheCommand:
    """Same verdicts, same words, by construction; and held to it here."""

    @each_example
    def test_outcomes_findings_and_plan(self, path: Path) -> None:
        words, _ = asked(path)
        complete = report(path, *words)
        found = of(path)
        told = {name: group["assessment"] for group in found["groups"] for name in group["clients"]}
        assert list(told) == [one["client"] for one in complete["assessments"]]
        for one in complete["assessments"]:
            mine = told[one["client"]]
            if mine["client"] == one["client"]:
                assert mine == one
            assert (mine["outcome"], verdicts(mine), mine["plan"]) == (one["outcome"], verdicts(one), one["plan"])
        assert found["assumed"] == complete["assumed"]
        assert found["reached"] is {0: True, 1: False, 3: None}[complete["exit_code"]]

    @each_example
    def test_every_sentence_is_one_of_the_command(self, path: Path) -> None:
        words, _ = asked(path)
        told = " ".join(dod("check", path, *words, "--all").out.split())
        told = told.replace("tell it with --start", "choose it under Start")
        told = told.replace("name the user with --user", "choose the user under User")
        found = of(path)
        sentences = [found["closing"]]
        for group in found["groups"]:
            sentences += [said(group["headline"]), said(group["outcome"]), *lines_of(group["sections"])]
        assert [one for one in sentences if " ".join(one.split()) not in told] == []

    @each_example
    def test_the_runs_are_those_of_the_command(self, path: Path) -> None:
        words, _ = asked(path)
        without_wish = words if "--want" not in words else []
        for runs in of(path)["runs"]:
            client = said(runs["headline"]).split("'")[1]
            told = dod("run", path, "--client", client, "--option", "both", *without_wish).out
            complete = played(path, "--client", client, "--option", "both", *without_wish)["runs"]
            assert [(one["option"], one["ending"], one["summary"]) for one in runs["played"]] == [
                (one["option"], one["ending"], one["summary"]) for one in complete
            ]
            sentences = [said(runs["headline"]), *lines_of(runs["reservations"])]
            for one in runs["played"]:
                sentences += [said(one["headline"]), *lines_of(one["sections"])]
            assert [one for one in sentences if " ".join(one.split()) not in " ".join(told.split())] == []
            cells = [cell for _, row in runs["numbers"]["rows"] for cell in row] if runs["numbers"] else []
            assert all(cell in told for cell in cells)

    @pytest.mark.parametrize("wish", ["on-demand", "run"])
    @pytest.mark.parametrize("start", [None, "schedule", "pxe"])
    @pytest.mark.parametrize("place", [None, "intranet"])
    @pytest.mark.parametrize("user", [None, "administrator"])
    def test_the_options_are_those_of_the_command(
        self, wish: str, start: str | None, place: str | None, user: str | None
    ) -> None:
        options = {"--want": wish, "--start": start, "--from": place, "--user": user}
        words = [word for flag, value in options.items() if value is not None for word in (flag, value)]
        (one,) = report(PARTIAL, *words)["assessments"]
        text = PARTIAL.read_text(encoding="utf-8")
        (group,) = answered(text, wish=wish, start=start, place=place, user=user)["groups"]
        assert group["assessment"] == one

    def test_what_is_met_is_told_as_well(self) -> None:
        (group,) = of(HEALTHY)["groups"]
        assert [one["title"] for one in group["sections"]] == ["Met", "Not applicable"]

    def test_clients_that_fare_alike_are_told_together(self) -> None:
        (group,) = of(OFFICE)["groups"]
        assert group["clients"] == ["LT-101", "LT-102", "LT-103"]

    def test_the_page_asks_through_the_door(self) -> None:
        text = GATEWAY.read_text(encoding="utf-8")
        assert call("check", json.dumps({"text": text, "wish": "run"})) == check(text, "run")

    def test_what_cannot_be_asked_is_refused(self) -> None:
        with pytest.raises(ValueError, match="by-carrier-pigeon"):
            check("release: 1910", start="by-carrier-pigeon")


class TestPassagesAndRemedies:
    """With each requirement that is not met come the places where it is written, and what can be done."""

    def test_a_violated_one_has_both(self) -> None:
        (group,) = of(GATEWAY)["groups"]
        assert set(group["remedies"]) == {"gateway-serves-content"}
        actions = [one["action"] for one in group["remedies"]["gateway-serves-content"]]
        (finding,) = [one for one in group["assessment"]["findings"] if one["verdict"] == "violated"]
        assert actions == finding["remedies"]
        first = group["passages"]["gateway-serves-content"][0]
        assert first["text"].startswith("What is new in 1806, under 'Download content from a CMG'")
        assert first["url"].startswith("https://")

    @pytest.mark.parametrize(("release", "has_it"), [("1910", False), ("2010", True)])
    def test_a_cmdlet_is_told_where_the_plan_tells_it(self, release: str, has_it: bool) -> None:
        text = GATEWAY.read_text(encoding="utf-8").replace("release: 1910", f"release: {release}")
        (group,) = answered(text)["groups"]
        (change,) = group["assessment"]["plan"]["changes"]
        (first, *_) = group["remedies"]["gateway-serves-content"]
        assert (first["cmdlet"], bool(first["cmdlet"])) == (change["cmdlet"], has_it)


class TestPlaces:
    """A name leads to the line that the sentence is about."""

    def test_of_a_setting_of_what_is_named(self) -> None:
        text = GATEWAY.read_text(encoding="utf-8")
        assert place_of(of(GATEWAY), "CMG-EAST") == {
            line_of(text, "serves_content: false"),  # where it is amiss
            line_of(text, "name: CMG-EAST"),  # in the plan
        }

    @pytest.mark.parametrize(
        ("fault", "name", "words"),
        [
            ("allowed-on-the-internet", "Upgrade laptops", "internet: false"),
            ("task-sequence-enabled", "Upgrade to Windows 10", "enabled: false"),
            ("child-task-sequences-enabled", "Readiness checks", "enabled: false"),
            ("client-uses-gateway", "Default Client Settings", "use_gateway: false"),
            ("client-gets-cloud-content", "Laptop settings", "cloud_content: false"),
            ("no-defect-of-2002", "MP01", "https: false"),
            ("content-on-a-running-source", "CDP-EAST", "state: stopped"),
        ],
    )
    def test_of_the_fault(self, fault: str, name: str, words: str) -> None:
        path = EXAMPLES / "faults" / f"{fault}.yaml"
        assert line_of(path.read_text(encoding="utf-8"), words) in place_of(of(path), name)

    def test_of_a_release_that_is_too_old(self) -> None:
        path = EXAMPLES / "faults" / "download-on-demand-available.yaml"
        (group,) = of(path)["groups"]
        (piece,) = [
            piece
            for one in group["sections"]
            for line in one["lines"]
            for piece in line["pieces"]
            if piece["text"] == "the client"
        ]
        assert piece["line"] == line_of(path.read_text(encoding="utf-8"), "release: 5.00.8853.1006")

    def test_of_what_a_source_holds(self) -> None:
        path = EXAMPLES / "faults" / "content-in-the-cloud.yaml"
        text = path.read_text(encoding="utf-8")
        assert line_of(text, "{package: Drivers, state: installed, version: 1}") in place_of(of(path), "CMG-EAST")

    def test_the_same_in_json(self) -> None:
        text = read_site(GATEWAY).to_json()
        assert line_of(text, '"serves_content": false') in place_of(answered(text), "CMG-EAST")

    def test_none_for_what_the_text_does_not_have(self) -> None:
        (group,) = answered("deployments: [{name: d, task_sequence: t, collection: c}]")["groups"]
        assert [piece["line"] for piece in group["headline"]["pieces"] if piece["name"]] == [1, 0]


class TestProblems:
    """What is wrong with a text is told with its line, and nothing else is."""

    def test_every_problem_with_its_line(self) -> None:
        found = answered("release: 1910\nenhanced_http: maybe\ngateway: []\n")
        assert [(one["line"], one["path"], one["code"]) for one in found["problems"]] == [
            (2, "enhanced_http", "wrong-type"),
            (3, "gateway", "unknown-field"),
        ]
        assert found["groups"] == []
        assert "gateways" in found["problems"][1]["hint"]

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("", "empty"),
            ("release: 1910", "nothing-to-check"),
            ("- a list", "no-mapping"),
            ("release: [", "syntax"),
            ('{"release": 1910,', "syntax"),
            ("[1", "syntax"),
            ("release: \ud83d", "encoding"),
            ("\x00", "encoding"),
            ("\x07", "syntax"),
            ("release: " + "1" * 5000, "number-too-long"),
            ("a: &a [x]\nb: [" + "*a, " * 300 + "]", "too-many-aliases"),
            ("a: " + "[" * 100 + "]" * 100, "too-deep"),
            ("!!python/object/apply:os.system [ls]", "tag"),
            ("x" * (BYTES + 1), "too-large"),
            ("é" * (BYTES // 2 + 1), "too-large"),
        ],
    )
    def test_of_texts_that_are_no_description(self, text: str, code: str) -> None:
        codes = {one["code"] for one in answered(text)["problems"]}
        assert code in codes

    def test_a_bomb_of_aliases_is_refused(self) -> None:
        rows = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
        found = answered("\n".join(["a0: &a0 [x, x, x, x, x, x, x, x, x]", *rows]))
        assert [one["code"] for one in found["problems"]] == ["too-many-values"]
