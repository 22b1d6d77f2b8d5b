"""Every example says what a reader of the documents would expect."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from dod_model.requirements import BY_ID, Force
from tests.cli.running import EXAMPLES, HEALTHY, PARTIAL, ROOT, dod, report

OFFICE = EXAMPLES / "branch-office.yaml"
FAULTS = sorted((EXAMPLES / "faults").iterdir())
ALSO_VIOLATED = {
    # The console does not offer media and PXE alone for a sequence without a boot image.
    "available-to-clients": {"option-fits-availability"},
}
DOWNLOADS_FIRST = {"on-demand-option-chosen", "download-content-step-with-download-all"}
each_fault = pytest.mark.parametrize("path", FAULTS, ids=lambda path: path.stem)


def command_of(path: Path) -> list[str]:
    """The command in the first line of an example, without ``dod``."""
    return command_of_line(path, 0)


def command_of_line(path: Path, number: int) -> list[str]:
    """The command in a line of an example, without ``dod``."""
    _, program, *words = shlex.split(path.read_text(encoding="utf-8").splitlines()[number])
    assert program == "dod"
    return words


def run(words: list[str]) -> dict[str, Any]:
    """The report of a command that an example names."""
    assert words[:2] == ["check", str(Path(words[1]))]
    answer = dod("check", ROOT / words[1], *words[2:], "-o", "json")
    found: dict[str, Any] = json.loads(answer.out)
    assert answer.code == found["exit_code"]
    return found


def with_verdict(found: dict[str, Any], verdict: str) -> set[str]:
    (assessment,) = found["assessments"]
    return {one["requirement"] for one in assessment["findings"] if one["verdict"] == verdict}


def test_there_is_one_fault_for_each_requirement() -> None:
    assert {path.name for path in FAULTS} == {f"{name}.yaml" for name in BY_ID}


def test_the_faults_are_made_from_the_healthy_site() -> None:
    made = subprocess.run(
        [sys.executable, EXAMPLES / "make_faults.py", "--check"], capture_output=True, text=True, check=False
    )
    assert (made.returncode, made.stdout, made.stderr) == (0, "", "")


@each_fault
def test_exactly_the_fault_is_found(path: Path) -> None:
    found = run(command_of(path))
    name = path.stem
    assert with_verdict(found, "violated") == {name} | ALSO_VIOLATED.get(name, set())
    assert with_verdict(found, "undetermined") == set()


@each_fault
def test_the_fault_has_its_outcome(path: Path) -> None:
    found = run(command_of(path))
    blocks = BY_ID[path.stem].force is Force.BLOCKS
    after = "downloads-before-start" if path.stem in DOWNLOADS_FIRST else "downloads-on-demand"
    assert found["outcomes"] == {"does-not-run" if blocks else after: 1}
    assert found["exit_code"] == (0 if BY_ID[path.stem].force is Force.ADVISES else 1)


@each_fault
def test_the_fault_is_marked_where_it_is(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    in_the_question = "The fault is in the question" in lines[1]
    is_marked = any(line.endswith("# the fault") for line in lines)
    assert lines[0].startswith(f"# dod check docs/examples/faults/{path.stem}.yaml")
    assert is_marked != in_the_question


def test_nothing_is_amiss_in_the_healthy_site() -> None:
    found = report(HEALTHY)
    assert found["outcomes"] == {"downloads-on-demand": 1}
    assert found["exit_code"] == 0
    assert with_verdict(found, "violated") == with_verdict(found, "undetermined") == set()


def test_the_healthy_site_leaves_out_what_does_not_matter_only() -> None:
    """Nothing hangs on what it leaves out, whatever is wished."""
    assert report(HEALTHY, "--want", "run")["outcomes"] == {"downloads-on-demand": 1}


def test_nothing_is_amiss_in_the_branch_office() -> None:
    found = report(OFFICE)
    assert found["outcomes"] == {"downloads-on-demand": 3}
    assert found["exit_code"] == 0
    verdicts = {part["verdict"] for one in found["assessments"] for part in one["findings"]}
    assert verdicts == {"met", "not-applicable"}


def test_the_numbers_of_the_branch_office_add_up_by_hand() -> None:
    assert command_of_line(OFFICE, 1) == ["run", "docs/examples/branch-office.yaml"]
    (totals,) = json.loads(dod("run", OFFICE, "-o", "json").out)["totals"]
    gigabyte = 2**30
    everyone, latitude, thinkpad = 4 + 1, 1, 2
    assert [one["pulled"] / gigabyte for one in totals["options"]] == [
        2 * (everyone + latitude) + (everyone + thinkpad),
        3 * (everyone + latitude + thinkpad),
    ]
    assert totals["saving"]["bytes"] / gigabyte == 2 * thinkpad + latitude


def test_the_branch_office_has_what_a_run_can_show() -> None:
    (run,) = json.loads(dod("run", OFFICE, "--client", "LT-103", "-o", "json").out)["runs"]
    kinds = {step["kind"] for step in run["steps"]}
    assert {"group", "run-task-sequence", "upgrade-operating-system", "other"} == kinds
    assert "step-skipped" in {moment["kind"] for moment in run["moments"]}
    assert {"CMG-EAST", "CMG-WEST"} == {one for part in run["summary"]["by_choice"] for one in part["sources"]}
    assert (run["assumed"], run["unsized"], run["advice"]) == ([], [], [])


def test_the_partial_site_is_undetermined_and_says_what_to_find_out() -> None:
    found = run(["check", "docs/examples/partial.yaml"])
    (assessment,) = found["assessments"]
    assert found["outcomes"] == {"undetermined": 1}
    assert found["exit_code"] == 3
    assert with_verdict(found, "violated") == set()
    assert {"client_release", "content_in_cloud", "internet_allowed"} <= {
        one["fact"] for one in assessment["plan"]["find_out"]
    }
    assert PARTIAL.read_text(encoding="utf-8").splitlines()[1] == "# dod check docs/examples/partial.yaml"
