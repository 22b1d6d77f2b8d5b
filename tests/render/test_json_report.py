"""The report as JSON: complete, and the same as what the model says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any

import pytest

from dod_model.assumptions import ASSUMPTIONS
from dod_model.attempt import Wish
from dod_model.render.json_report import json_report
from dod_model.render.report import FORMAT, Report
from dod_model.requirements import REQUIREMENTS, Force
from dod_model.results import Result, summary_of
from dod_model.site import MISSING, Site, with_fields
from tests.render.sites import faulty, found, healthy

DEPLOYMENT = "Software Library > Operating Systems > Task Sequences > Deployments > Properties"


def written(site: Site, wish: Wish = Wish.ON_DEMAND, name: str = "site.yaml") -> str:
    results = found(site, wish=wish)
    return "".join(json_report(name, results, wish, summary_of(results)))


def reported(site: Site, wish: Wish = Wish.ON_DEMAND) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(written(site, wish))
    return answer


@pytest.mark.parametrize("site", [healthy(), with_fields(healthy(), release=MISSING), faulty("no-defect-of-2002")])
@pytest.mark.parametrize("wish", Wish)
def test_the_pieces_are_one_report(site: Site, wish: Wish) -> None:
    text = written(site, wish)
    assert Report.model_validate_json(text).wish == wish.value
    assert text.endswith("}\n")


NAMES = (
    "cloud-distribution-point-has-a-future",
    "download-on-demand-available",
    "gateway-serves-content",
    "upgrade-task-sequence",
)


@pytest.mark.parametrize("name", NAMES)
def test_findings_are_what_the_model_says(name: str) -> None:
    (result,) = found(faulty(name))
    (told,) = reported(faulty(name))["assessments"]
    assert told["outcome"] == result.assessment.outcome.value
    for finding, line in zip(result.assessment.findings, told["findings"], strict=True):
        assert (line["requirement"], line["verdict"], line["why"]) == (finding.id, finding.verdict.value, finding.why)
        assert line["contested"] == finding.contested
        assert tuple(line["contradictions"]) == finding.contradictions
        assert [(one["fact"], one["value"]) for one in line["evidence"]] == [
            (one.fact, one.value) for one in finding.evidence
        ]
        assert (line["basis"] == "inferred") == bool(finding.reasoning)
        assert [(one["side"], one["release"]) for one in line["shortfalls"]] == [
            (one.side, str(one.release)) for one in finding.shortfalls
        ]


def test_a_plan_is_what_the_model_says() -> None:
    (result,) = found(faulty("no-defect-of-2002"))
    plan = reported(faulty("no-defect-of-2002"))["assessments"][0]["plan"]
    assert result.plan is not None
    assert [one["action"] for one in plan["changes"]] == [one.text for one in result.plan.changes]
    assert plan["other_ways"] == [[one.text for one in way] for way in result.plan.other_ways]
    assert (plan["possible"], plan["find_out"], plan["obstacles"]) == (True, [], [])


def test_a_cmdlet_is_told_only_where_the_site_has_it() -> None:
    without = reported(faulty("gateway-serves-content"))["assessments"][0]["plan"]["changes"][0]
    with_it = reported(faulty("client-uses-gateway"))["assessments"][0]["plan"]["changes"][0]
    assert without["cmdlet"] == ""
    assert with_it["cmdlet"] == "Set-CMClientSettingCloudService -AllowCloudManagementGateway $true"


def test_a_contested_finding_is_marked() -> None:
    (one,) = reported(faulty("cloud-distribution-point-has-a-future"))["assessments"]
    contested = [part["requirement"] for part in one["findings"] if part["contested"]]
    assert "cloud-distribution-point-has-a-future" in contested
    assert "client-uses-gateway" not in contested


def test_obstacles_are_told() -> None:
    plan = reported(faulty("upgrade-task-sequence"))["assessments"][0]["plan"]
    assert (plan["possible"], plan["obstacles"]) == (False, ["upgrade-task-sequence"])


def test_requirements_are_those_that_are_asked() -> None:
    on_demand, run = reported(healthy()), reported(healthy(), Wish.RUN)
    assert [one["id"] for one in on_demand["requirements"]] == [one.id for one in REQUIREMENTS]
    assert [one["id"] for one in run["requirements"]] == [one.id for one in REQUIREMENTS if one.force is not Force.WISH]
    assert all(one["passages"] and one["remedies"] and one["statement"] for one in on_demand["requirements"])


def test_a_requirement_has_the_address_of_its_page() -> None:
    pages = {one["id"]: one["page"] for one in reported(healthy())["requirements"]}
    assert pages["gateway-serves-content"] == "requirements/gateway-serves-content/"
    assert pages == {one.id: one.page for one in REQUIREMENTS}


def test_contradictions_that_findings_name_are_told() -> None:
    told = reported(healthy())
    known = {one["id"]: one for one in told["contradictions"]}
    named = {name for one in told["assessments"] for part in one["findings"] for name in part["contradictions"]}
    assert named <= set(known)
    assert known["E02"]["corrected"] == "2019-09-19"
    assert known["E05"]["corrected"] is None


def test_what_is_assumed_is_told() -> None:
    assert reported(healthy())["assumed"] == [one.text for one in ASSUMPTIONS]


def test_the_format_has_a_name_and_a_version() -> None:
    assert reported(healthy())["format"] == FORMAT == "dod-report/1"


def test_what_is_read_first_stands_first() -> None:
    first = ["dod_model", "format", "site", "wish", "outcomes", "exit_code"]
    assert list(reported(healthy()))[: len(first)] == first
    assert list(reported(healthy())) == list(Report.model_fields)
    assert reported(healthy())["dod_model"] == version("dod-model")


@pytest.mark.parametrize(
    ("name", "told"), [("a b.yaml", "a b.yaml"), ("-", "-"), ("ü.yaml", "ü.yaml"), ("\udcff", "\\udcff")]
)
def test_the_file_of_the_site_is_named(name: str, told: str) -> None:
    text = written(healthy(), name=name)
    assert text.isascii()
    assert Report.model_validate_json(text).site == told


def test_nothing_is_decided_or_told_before_it_is_its_turn() -> None:
    results = found(healthy())
    taken: list[int] = []

    def coming() -> Iterator[Result]:
        for number, result in enumerate([*results, *results]):
            taken.append(number)
            yield result

    pieces = json_report("-", coming(), Wish.ON_DEMAND, summary_of(results))
    while not next(pieces).startswith('{"deployment"'):
        assert taken == []
    assert taken == [0]


def test_a_change_tells_what_it_is_for() -> None:
    (result,) = found(faulty("no-defect-of-2002"))
    (told,) = reported(faulty("no-defect-of-2002"))["assessments"]
    assert result.plan is not None
    assert [one["for"] for one in told["plan"]["changes"]] == [list(one.mends) for one in result.plan.steps]
    assert [one["for"] for one in told["plan"]["changes"]] == [["no-defect-of-2002"]]


def test_outcomes_are_counted_and_the_exit_code_fits() -> None:
    assert (reported(healthy())["outcomes"], reported(healthy())["exit_code"]) == ({"downloads-on-demand": 1}, 0)
    broken = reported(faulty("task-sequence-enabled"))
    assert (broken["outcomes"], broken["exit_code"]) == ({"does-not-run": 1}, 1)
    open_one = reported(with_fields(healthy(), client_settings=MISSING))
    assert (open_one["outcomes"], open_one["exit_code"]) == ({"undetermined": 1}, 3)


@pytest.mark.parametrize("name", NAMES)
def test_only_a_violated_finding_has_remedies(name: str) -> None:
    (result,) = found(faulty(name))
    (told,) = reported(faulty(name))["assessments"]
    own = next(one for one in result.assessment.findings if one.id == name)
    with_some = {part["requirement"]: part["remedies"] for part in told["findings"] if part["remedies"]}
    assert own.remedies
    assert with_some[name] == [one.action for one in own.remedies]
    assert {part["verdict"] for part in told["findings"] if part["remedies"]} <= {"violated"}


def test_what_to_find_out_is_told_with_what_it_hangs_on() -> None:
    site = healthy().changed("deployments", "Upgrade laptops", internet=MISSING)
    (told,) = reported(site)["assessments"]
    assert told["plan"]["find_out"] == [
        {
            "fact": "internet_allowed",
            "meaning": "whether clients on the internet may run it",
            "where": f"{DEPLOYMENT} > User Experience",
            "details": ["deployment 'Upgrade laptops', internet"],
        }
    ]
    assert [part["remedies"] for part in told["findings"] if part["verdict"] == "undetermined"] == [[]]
