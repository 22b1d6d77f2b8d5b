"""What came of a run of the features, as a file: written by behave, read by the docs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from behave.model_type import Status
from pydantic import BaseModel, ConfigDict, ValidationError

from dod_model.bdd.reporter import reason_of, scenarios
from dod_model.errors import InputError, Problem

FORMAT = "dod-results/1"
Came = Literal["passed", "failed", "skipped"]


class ScenarioResult(BaseModel):
    """What came of one scenario, or of one row of an outline.

    Attributes:
        file: the feature, from the folder of the spec.
        line: where the scenario stands in it, or its row.
        name: the scenario, with the values of its row.
        came: what came of it.
        why: the step that failed and its reason; empty for one that did not fail.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    file: str
    line: int
    name: str
    came: Came
    why: str = ""


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Literal["dod-results/1"]
    scenarios: tuple[ScenarioResult, ...]


Results = Mapping[tuple[str, int], ScenarioResult]
"""What came of a run, by feature and line."""
NO_RESULTS: Results = MappingProxyType({})


def read_results(path: Path) -> Results:
    """What a run wrote.

    Raises:
        InputError: the file is of another form.
        OSError: it cannot be read.
    """
    try:
        told = _File.model_validate_json(path.read_bytes())
    except ValidationError as error:
        message = f"no results of a run of the features: {error.errors()[0]['msg']}"
        raise InputError(Problem("no-results", message, file=str(path))) from None
    return {(one.file, one.line): one for one in told.scenarios}


def write_results(path: Path, features: Iterable[Any]) -> None:
    """Write what came of features that behave has run."""
    told = _File(format=FORMAT, scenarios=tuple(result_of(one) for part in features for one in scenarios(part)))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(told.model_dump_json(indent=1) + "\n", encoding="utf-8", newline="\n")


def result_of(scenario: Any) -> ScenarioResult:
    """What came of a scenario that behave has run."""
    location, status = scenario.location, scenario.status
    passed_over = status in {Status.skipped, Status.untested}
    came: Came = "passed" if status is Status.passed else "skipped" if passed_over else "failed"
    return ScenarioResult(
        file=Path(location.filename).as_posix(),
        line=location.line,
        name=scenario.name,
        came=came,
        why="\n".join(reason_of(scenario)) if came == "failed" else "",
    )
