"""Running a feature in the reader's browser, and telling what came of it."""

from __future__ import annotations

import json
from collections import Counter
from itertools import islice
from pathlib import Path
from typing import Any

from behave.matchers import StepParseError
from behave.model_type import Status

from dod_model.bdd.catalogue import KINDS, step_for
from dod_model.bdd.context import Case
from dod_model.bdd.gherkin_mistakes import doubts
from dod_model.bdd.in_process import plain, read_feature
from dod_model.bdd.in_process import run_feature as run
from dod_model.bdd.nearest_steps import nearest_steps
from dod_model.bdd.parameters import UnknownWordError
from dod_model.bdd.reporter import scenarios
from dod_model.bdd.results import result_of
from dod_model.bdd.spec import spec_folder
from dod_model.errors import DodError, InputError, Problem

FILE = "features/yours/here.feature"
"""What a feature is called that has no file."""
LONGEST_REASON = 4_000
"""So many letters are told of why a step failed."""
DOUBTS = 200
"""So many doubts are told."""
EXPLAINED = 20
"""So many undefined steps are compared with those that there are."""
_NO_SITE = "there is no site yet: a scenario begins with 'a site on which everything is in order'"
_NOT_ASKED = "no step before it asked for that: a When comes before a Then"
_ANSWERS = ("assessment", "plan", "played")
Told = dict[str, Any]


def run_feature(text: str, file: str = FILE) -> str:
    """Run a feature with the steps of the spec.

    Args:
        text: the whole feature.
        file: what it is called.

    Returns:
        JSON: the `problem` for which it could not be run, or null; what is probably not as it was meant, as `doubts`;
        the `scenarios`, each row of an outline as one, with their steps; and `counts` of what came of them. A problem
        and a doubt have a `line` (0 for the whole text), a `message` and a `hint`. A step that failed has a reason,
        `why`; one that there is not has the `nearest` that there are.

    Raises:
        InputError: the package came without the steps.
    """
    try:
        feature = read_feature(text, file)
    except InputError as error:
        return _json({"problem": _problem(error.problems[0]), "doubts": [], "scenarios": [], "counts": _counts([])})
    spec = spec_folder()
    telling = _Telling(spec)
    run(feature, spec)
    told = [telling.scenario(one) for one in scenarios(feature)]
    return _json(
        {
            "problem": None,
            "doubts": [_problem(one) for one in islice(doubts(feature, plain(text), spec), DOUBTS)],
            "scenarios": told,
            "counts": _counts(told),
        }
    )


class _Telling:
    """Tells what came of scenarios; each undefined step is explained once, and only so many are."""

    def __init__(self, spec: Path) -> None:
        self._spec = spec
        self._explained: dict[tuple[str, str], Told] = {}

    def scenario(self, scenario: Any) -> Told:
        result = result_of(scenario)
        steps = [self._step(step) for step in scenario.all_steps]
        return {"line": result.line, "name": result.name, "came": result.came, "steps": steps}

    def _step(self, step: Any) -> Told:
        came = _came(step.status)
        told = {"line": step.line, "keyword": step.keyword, "text": step.name, "came": came, "why": "", "nearest": []}
        if came == "failed":
            told["why"] = _why(step)
        elif came == "undefined":
            told |= self._undefined(step)
        return told

    def _undefined(self, step: Any) -> Told:
        key = step.step_type, step.name
        if key not in self._explained:
            if len(self._explained) == EXPLAINED:
                return {"why": "no step says this"}
            self._explained[key] = _explanation(step, self._spec)
        return self._explained[key]


def _explanation(step: Any, spec: Path) -> Told:
    """Why there is no such step, and the nearest that there are."""
    for kind in KINDS:
        if kind != step.step_type and (other := step_for(spec, kind, step.name)) is not None:
            why = f"here it is a {step.step_type.title()}, and only a {kind.title()} says this: {other.text}"
            return {"why": why}
    near = nearest_steps(step.name, step.step_type, spec)
    offered = [
        {
            "keyword": one.step.kind.title(),
            "pattern": one.step.text,
            "meaning": one.step.meaning,
            "example": one.example,
        }
        for one in near
    ]
    return {
        "why": "no step says this" + ("; the nearest are:" if near else ", nor anything near it"),
        "nearest": offered,
    }


def _came(status: Status) -> str:
    if status is Status.passed:
        return "passed"
    if status is Status.undefined:
        return "undefined"
    return "failed" if status.has_failed() else "skipped"


def _why(step: Any) -> str:
    """Why a step failed, in a few lines: what was asked of the model and what it said, never a traceback."""
    return (_reason(step.exception, step) or "it is not so")[:LONGEST_REASON]


def _reason(error: Exception, step: Any) -> str:
    if isinstance(error, (AssertionError, StepParseError, UnknownWordError, DodError)):
        return str(error)
    if isinstance(error, AttributeError) and isinstance(error.obj, Case):
        return _NOT_ASKED if error.name in _ANSWERS else _NO_SITE
    if isinstance(error, LookupError) and error.args:
        told = str(error.args[0])
        return told if " " in told else f"there is no '{told}'"
    if isinstance(error, TypeError) and step.table is None:
        return "the table below it is missing"
    return f"{type(error).__name__}: {error}"


def _problem(problem: Problem) -> Told:
    return {"line": problem.line, "message": problem.message, "hint": problem.hint}


def _counts(told: list[Told]) -> dict[str, int]:
    counted = Counter(one["came"] for one in told)
    return {came: counted[came] for came in ("passed", "failed", "skipped")}


def _json(told: Told) -> str:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))
