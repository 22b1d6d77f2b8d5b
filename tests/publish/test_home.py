"""The first page: three doors, and figures that are counted."""

from __future__ import annotations

import json
import re
from types import MappingProxyType

import pytest

from dod_model.bdd.results import NO_RESULTS, ScenarioResult
from dod_model.documents import documents, statements
from dod_model.kit.shipped import KINDS, vector_text
from dod_model.publish.features.files import features
from dod_model.publish.home import home_page, scenario_count
from dod_model.publish.material import Material
from dod_model.requirements import REQUIREMENTS
from tests.cli.running import ROOT

(PAGE,) = home_page(Material(ROOT, NO_RESULTS)).values()
DOORS = {
    "Will my devices do it?": "~/try-it.md",
    "What exactly is documented?": "~/requirements/index.md",
    "Test my tool": "~/kit/index.md",
}


@pytest.mark.parametrize("door", DOORS)
def test_a_door_leads_where_it_says(door: str) -> None:
    assert re.search(rf"^- \[\*\*{re.escape(door)}\*\* .+\]\(<{DOORS[door]}>\)$", PAGE, re.MULTILINE)


def test_figures_are_those_of_today() -> None:
    files = [json.loads(vector_text(kind)) for kind in KINDS]
    told = re.findall(r"^- \*\*([\d,]+)\*\* \[(\w+)", PAGE, re.MULTILINE)
    assert {what: int(number.replace(",", "")) for number, what in told} == {
        "requirements": len(REQUIREMENTS),
        "scenarios": sum(len(one.all_keys) for one in features(ROOT)),
        "vectors": sum(len(one.get("vectors", ())) + len(one.get("relations", ())) for one in files),
        "statements": len(statements()),
        "documents": len(documents()),
    }


@pytest.mark.parametrize(
    ("came", "told"), [(("passed", 0), True), (("passed", 1), False), (("failed", 0), False), (("skipped", 0), False)]
)
def test_that_all_scenarios_passed_is_said_only_if_all_did(came: tuple[str, int], told: bool) -> None:
    word, left_out = came
    keys = [key for one in features(ROOT) for key in one.all_keys]
    results = {key: ScenarioResult(file=key[0], line=key[1], name="", came="passed") for key in keys[left_out:]}
    last = keys[-1]
    results[last] = ScenarioResult.model_validate({"file": last[0], "line": last[1], "name": "", "came": word})
    (page,) = home_page(Material(ROOT, MappingProxyType(results))).values()
    assert ("scenarios, all passed" in page) is told
    assert len(keys) == scenario_count(ROOT) > 100
