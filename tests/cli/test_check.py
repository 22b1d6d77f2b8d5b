"""``dod check``: what is asked, in which format, and what the exit code says."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections import Counter
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from dod_model.cli import main
from dod_model.cli.schema import schema_of
from dod_model.requirements import REQUIREMENTS
from tests.cli.running import EXAMPLES, HEALTHY, PARTIAL, ROOT, dod, fault, report

HEAVY = ("behave", "dod_model.documents", "dod_model.plan", "dod_model.render.report", "hypothesis", "rich", "tomllib")


def json_site(tmp_path: Path, **fields: object) -> Path:
    path = tmp_path / "site.json"
    path.write_text(json.dumps(fields), encoding="utf-8")
    return path


def healthy_as_data() -> dict[str, Any]:
    from dod_model.intake import read_site

    found: dict[str, Any] = json.loads(read_site(HEALTHY).to_json())
    return found


def with_clients(tmp_path: Path, *releases: str) -> Path:
    """The healthy site with as many clients as there are releases, LT-0 on."""
    data = healthy_as_data()
    names = [f"LT-{number}" for number in range(len(releases))]
    data["clients"] = [
        {**data["clients"][0], "name": name, "release": release} for name, release in zip(names, releases, strict=True)
    ]
    data["collections"][0]["members"] = names
    return json_site(tmp_path, **data)


@pytest.mark.parametrize(
    ("path", "words", "code"),
    [
        (HEALTHY, [], 0),
        (HEALTHY, ["--want", "run"], 0),
        (fault("allowed-on-the-internet"), [], 1),
        (fault("on-demand-option-chosen"), [], 1),
        (fault("on-demand-option-chosen"), ["--want", "run"], 0),
        (PARTIAL, [], 3),
        (HEALTHY, ["--from", "intranet"], 3),
        (HEALTHY, ["--start", "pxe"], 1),
        (fault("user-may-start-it"), [], 0),
    ],
)
@pytest.mark.parametrize("output", ["text", "json"])
def test_exit_codes_mean_the_same_in_every_format(path: Path, words: list[str], code: int, output: str) -> None:
    assert dod("check", path, *words, "-o", output).code == code


def test_one_failure_among_what_is_undetermined_is_a_failure(tmp_path: Path) -> None:
    path = with_clients(tmp_path, "1910", "5.00.9999", "1906")
    assert report(path)["outcomes"] == {"does-not-run": 1, "downloads-on-demand": 1, "undetermined": 1}
    assert dod("check", path).code == 1
    assert "reached by 1 of 3; 1 undetermined or not covered." in dod("check", path).out
    assert dod("check", path, "--client", "LT-1").code == 3


@pytest.mark.parametrize(
    "path", [HEALTHY, PARTIAL, *sorted((EXAMPLES / "faults").iterdir())], ids=lambda path: path.stem
)
def test_reports_fit_their_schema(path: Path) -> None:
    Draft202012Validator(schema_of("report")).validate(report(path))


def test_a_report_tells_every_finding(tmp_path: Path) -> None:
    found = report(with_clients(tmp_path, "1910", "1906"))
    names = [one.id for one in REQUIREMENTS]
    assert [one["id"] for one in found["requirements"]] == names
    assert [[part["requirement"] for part in one["findings"]] for one in found["assessments"]] == [names, names]


def test_all_names_every_requirement() -> None:
    text = dod("check", HEALTHY, "--all").out
    assert [one.id for one in REQUIREMENTS if f"    {one.id}\n" not in text] == []
    assert "Assumed, not checked" in text


def test_a_required_deployment_is_started_by_its_schedule() -> None:
    path = fault("metered-connection")
    assert report(path)["assessments"][0]["start"] == "schedule"
    assert report(HEALTHY)["assessments"][0]["start"] == "software-center"


def test_the_question_is_passed_on() -> None:
    found = report(HEALTHY, "--start", "schedule", "--from", "intranet", "--user", "administrator", "--want", "run")
    (one,) = found["assessments"]
    assert (one["start"], one["place"], one["user"], found["wish"]) == ("schedule", "intranet", "administrator", "run")


def test_the_user_counts_where_install_permissions_tell_users_apart(tmp_path: Path) -> None:
    data = healthy_as_data()
    data["client_settings"]["default"]["computer_agent"]["install_permissions"] = "only-administrators"
    path = json_site(tmp_path, **data)
    assert [
        dod("check", path, *words).code for words in ([], ["--user", "administrator"], ["--user", "other-user"])
    ] == [
        3,
        0,
        1,
    ]


def test_clients_that_fare_alike_are_told_of_together(tmp_path: Path) -> None:
    text = dod("check", with_clients(tmp_path, *["1910"] * 7, "1906", "1906"), "--no-plan").out
    assert "on 'LT-0', 'LT-1', 'LT-2', 'LT-3', 'LT-4' and 2 more alike," in text
    assert "on 'LT-7', 'LT-8'," in text
    assert text.count("Upgrade laptops on") == 2
    assert "reached by 7 of 9." in text


def test_a_plan_for_several_clients_says_whom_it_names(tmp_path: Path) -> None:
    text = dod("check", with_clients(tmp_path, "1906", "1906")).out
    assert "1. Upgrade the client of 'LT-0' to at least 1910" in text
    assert "Told for 'LT-0'; the others alike." in text


def test_a_plan_is_looked_for_unless_told_not_to() -> None:
    path = fault("gateway-serves-content")
    assert report(path)["assessments"][0]["plan"]["changes"]
    assert report(path, "--no-plan")["assessments"][0]["plan"] is None
    assert "Plan" not in dod("check", path, "--no-plan").out


def test_a_plan_tells_whom_else_it_touches(tmp_path: Path) -> None:
    data = healthy_as_data()
    data["deployments"][0]["internet"] = False
    data["clients"].append({**data["clients"][0], "name": "LT-002"})
    data["collections"][0]["members"].append("LT-002")
    (first, _) = report(json_site(tmp_path, **data))["assessments"]
    assert first["plan"]["changes"][0]["touches"] == ["client 'LT-002'"]


def test_a_description_is_read_from_standard_input() -> None:
    answer = dod("check", "-", stdin=HEALTHY.read_text(encoding="utf-8"))
    assert answer == dod("check", HEALTHY)


def test_a_report_names_the_file_as_it_was_given() -> None:
    told = dod("check", "-", "-o", "json", stdin=HEALTHY.read_text(encoding="utf-8")).out
    assert json.loads(told)["site"] == "-"
    assert report(HEALTHY)["site"] == str(HEALTHY)


def test_the_summary_is_that_of_the_assessments(tmp_path: Path) -> None:
    found = report(with_clients(tmp_path, "1910", "5.00.9999", "1906", "1906"))
    assert found["outcomes"] == Counter(one["outcome"] for one in found["assessments"])
    assert found["exit_code"] == 1


def test_what_the_question_leaves_open_is_told_with_the_option(tmp_path: Path) -> None:
    data = healthy_as_data()
    del data["deployments"][0]["purpose"]
    data["client_settings"]["default"]["computer_agent"]["install_permissions"] = "only-administrators"
    path = json_site(tmp_path, **data)
    with_start, with_user = "      tell it with --start\n", "      name the user with --user\n"
    assert with_start in dod("check", path).out
    assert with_user in dod("check", path).out
    assert with_start not in dod("check", path, "--start", "software-center").out
    assert " with --" not in dod("check", path, "--start", "software-center", "--user", "administrator").out


def test_the_option_is_not_named_where_the_user_is_told_already(tmp_path: Path) -> None:
    data = healthy_as_data()
    del data["client_settings"]
    text = dod("check", json_site(tmp_path, **data), "--user", "administrator").out
    assert "    - whether the install permissions let this user install\n" in text
    assert "--user" not in text


def test_a_description_without_clients_is_checked_for_a_stand_in() -> None:
    assert "Upgrade laptops on 'any client'" in dod("check", PARTIAL).out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["--deployment", "upgrade laptop"],
            "there is no 'upgrade laptop' in deployments. Did you mean 'Upgrade laptops'?",
        ),
        (["--client", "LT-01"], "there is no 'LT-01' in clients. Did you mean 'LT-001'?"),
    ],
)
def test_an_unknown_name_is_told_with_the_nearest(words: list[str], said: str) -> None:
    answer = dod("check", HEALTHY, *words)
    assert (answer.code, answer.out, answer.err) == (2, "", f"dod: {said}\n")


def test_nothing_to_check_is_told(tmp_path: Path) -> None:
    answer = dod("check", json_site(tmp_path, release="1910"))
    assert (answer.code, answer.err) == (
        2,
        "dod: no deployment is described. At least this is needed: deployments with a name, a task_sequence and a "
        "collection that has members.\n",
    )


def test_names_play_no_tricks_on_a_terminal(tmp_path: Path) -> None:
    evil = "A\x1b[31mB\u202eC\u2028D\x07"
    path = json_site(tmp_path, release="1910", deployments=[{"name": evil, "task_sequence": "T", "collection": "C"}])
    answer = dod("check", path)
    assert answer.out.startswith("A\\u001b[31mB\\u202eC\\u2028D\\u0007 on 'any client'")
    assert "\x1b" not in answer.out
    assert json.loads(dod("check", path, "-o", "json").out)["assessments"][0]["deployment"] == evil


def test_names_in_messages_play_no_tricks_either(tmp_path: Path) -> None:
    broken = json_site(tmp_path, clients=[{"name": "\x1b[2J"}, {"name": "\x1b[2J"}])
    for words in (["check", HEALTHY, "--client", "\x1b[2J"], ["explain", "\x1b[2J"], ["\x1b[2J"], ["check", broken]):
        answer = dod(*words)
        assert answer.code == 2
        assert "\x1b" not in answer.err + answer.out


def test_json_is_ascii(tmp_path: Path) -> None:
    path = json_site(tmp_path, deployments=[{"name": "Überraschung 💻", "task_sequence": "T", "collection": "C"}])
    text = dod("check", path, "-o", "json").out
    assert text.isascii()
    assert json.loads(text)["assessments"][0]["deployment"] == "Überraschung 💻"


def test_a_console_that_lacks_characters_gets_escapes(tmp_path: Path) -> None:
    path = json_site(tmp_path, deployments=[{"name": "Übung 💻", "task_sequence": "T", "collection": "C"}])
    ran = subprocess.run(
        [sys.executable, "-c", f"import sys; from dod_model.cli import main; sys.exit(main(['check', {str(path)!r}]))"],
        env={"PYTHONIOENCODING": "cp437", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 3
    assert ran.stdout.startswith("Übung \\U0001f4bb on".encode("cp437"))


def test_what_is_not_needed_is_not_imported() -> None:
    code = (
        "import sys; from dod_model.cli import main; code = main(['check', 'docs/examples/healthy.yaml']); "
        f"print([name for name in {HEAVY!r} if name in sys.modules], code)"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "[] 0"


class Terminal(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("long", "shown"), [(1, True), (2, False)])
def test_long_runs_show_progress_on_a_terminal(monkeypatch: pytest.MonkeyPatch, long: int, shown: bool) -> None:
    monkeypatch.setattr("dod_model.cli.check.LONG", long)
    out, err = io.StringIO(), Terminal()
    with redirect_stdout(out), redirect_stderr(err):
        main(["check", str(HEALTHY)])
    assert out.getvalue() == dod("check", HEALTHY).out
    assert ("Checking" in err.getvalue()) is shown


def test_no_progress_is_shown_where_nobody_watches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dod_model.cli.check.LONG", 1)
    assert dod("check", HEALTHY).err == ""


@pytest.mark.slow
def test_five_thousand_clients_take_seconds(tmp_path: Path) -> None:
    path = with_clients(tmp_path, *["1910", "1906"] * 2500)
    started = perf_counter()
    answer = dod("check", path)
    assert perf_counter() - started < 10
    assert "reached by 2,500 of 5,000." in answer.out
