"""Every kind of wrong value, as it is told for YAML."""

import json

import pytest
import yaml

from dod_model.intake.wording import found
from tests.intake.conftest import Refused

CASES = [
    # text, code, path, line, message, hint
    ("enhanced_http: 5", "wrong-type", "enhanced_http", "expected true or false, found the number 5", ""),
    (
        "enhanced_http: 'yes'",
        "wrong-type",
        "enhanced_http",
        "expected true or false, found the text 'yes'",
        "Write it without quotes.",
    ),
    (
        "enhanced_http: null",
        "null",
        "enhanced_http",
        "expected true or false, found null",
        "To say that it is unknown, leave the field out.",
    ),
    ("packages: [{name: null}]", "null", "packages[0].name", "expected a text, found null", ""),
    ("packages: [null]", "null", "packages[0]", "expected a group of fields, found null", ""),
    (
        "packages: [{name: 5}]",
        "wrong-type",
        "packages[0].name",
        "expected a text, found the number 5",
        "If it is meant as a text, put it in quotes.",
    ),
    (
        "packages: [{name: true}]",
        "wrong-type",
        "packages[0].name",
        "expected a text, found true",
        "If it is meant as a text, put it in quotes.",
    ),
    (
        "packages: [{name: ''}]",
        "wrong-value",
        "packages[0].name",
        "expected a text that is not empty, found the text ''",
        "",
    ),
    (
        f"packages: [{{name: {'x' * 300}}}]",
        "wrong-value",
        "packages[0].name",
        f"expected a text of at most 256 characters, found the text '{'x' * 59}…' of 300 characters",
        "",
    ),
    (
        "packages: [{name: A, size: '5'}]",
        "wrong-type",
        "packages[0].size",
        "expected a whole number of bytes, found the text '5'",
        "Write it without quotes.",
    ),
    (
        "packages: [{name: A, size: 1.5}]",
        "wrong-type",
        "packages[0].size",
        "expected a whole number of bytes, found the number 1.5",
        "",
    ),
    (
        "packages: [{name: A, size: -1}]",
        "wrong-value",
        "packages[0].size",
        "expected a number of at least 0, found the number -1",
        "",
    ),
    (
        f"packages: [{{name: A, size: {2**60 + 1}}}]",
        "wrong-value",
        "packages[0].size",
        f"expected a number of at most {2**60}, found the number {2**60 + 1}",
        "",
    ),
    (
        "packages: A",
        "wrong-type",
        "packages",
        "expected a list, found the text 'A'",
        "A list of one item is a list as well.",
    ),
    (
        "packages: {name: A}",
        "wrong-type",
        "packages",
        "expected a list, found a group of fields",
        "A list of one item is a list as well.",
    ),
    ("packages: [[]]", "wrong-type", "packages[0]", "expected a group of fields, found a list", ""),
    (
        "gateways: [{name: A, state: runing}]",
        "wrong-value",
        "gateways[0].state",
        "expected one of running, stopped, found the text 'runing'",
        "Did you mean 'running'?",
    ),
    (
        "gateways: [{name: A, state: {}}]",
        "wrong-value",
        "gateways[0].state",
        "expected one of running, stopped, found a group of fields",
        "",
    ),
    (
        "deployments: [{name: A, task_sequence: B}]",
        "missing-field",
        "deployments[0].collection",
        "the field 'collection' is missing; it cannot be left out",
        "",
    ),
    (
        "task_sequences: [{name: A, steps: [{name: B}]}]",
        "missing-field",
        "task_sequences[0].steps[0].kind",
        "the field 'kind' is missing; it cannot be left out",
        "It is one of upgrade-operating-system, download-package-content, run-task-sequence, group, other.",
    ),
    (
        "task_sequences: [{name: A, steps: [{name: B, kind: group, steps: [{name: C, kind: grup}]}]}]",
        "wrong-value",
        "task_sequences[0].steps[0].steps[0].kind",
        "expected one of upgrade-operating-system, download-package-content, run-task-sequence, group, other, "
        "found the text 'grup'",
        "Did you mean 'group'?",
    ),
    (
        "task_sequences: [{name: A, steps: [{name: B, kind: other, conditions: [{subject: model, comparison: equal, "
        "value: x}]}]}]",
        "wrong-value",
        "task_sequences[0].steps[0].conditions[0].comparison",
        "expected one of exists, not-exists, equals, not-equals, less, less-or-equal, greater, greater-or-equal, "
        "found the text 'equal'",
        "Did you mean 'equals'?",
    ),
    (
        "task_sequences: [{name: A, steps: [{name: B, kind: other, conditions: [{subject: architecture, "
        "comparison: equals, value: 64}]}]}]",
        "wrong-type",
        "task_sequences[0].steps[0].conditions[0].value",
        "expected a text, found the number 64",
        "If it is meant as a text, put it in quotes.",
    ),
    (
        "task_sequences: [{name: A, policy_size: -1}]",
        "wrong-value",
        "task_sequences[0].policy_size",
        "expected a number of at least 0, found the number -1",
        "",
    ),
    (
        "packages: [{name: A, size: -1}]",
        "wrong-value",
        "packages[0].size",
        "expected a number of at least 0, found the number -1",
        "",
    ),
    ("gatways: []", "unknown-field", "gatways", "there is no such field here", "Did you mean 'gateways'?"),
    (
        "client_settings: {default: {computer_agent: {instal_permissions: no-users}}}",
        "unknown-field",
        "client_settings.default.computer_agent.instal_permissions",
        "there is no such field here",
        "Did you mean 'install_permissions'?",
    ),
    (
        "clients: [{name: A, zzz: 1}]",
        "unknown-field",
        "clients[0].zzz",
        "there is no such field here",
        "Fields here: name, release, registration, metered, site_code, model, architecture, language, variables.",
    ),
    (
        "release: 19.10",
        "no-release",
        "release",
        "expected a release, found the number 19.1; a release is written 1910, TP 1909 or as a version, 5.00.8913.1006",
        "Did you mean '1910'? It is written without a point.",
    ),
    (
        "release: null",
        "no-release",
        "release",
        "expected a release, found null; a release is written 1910, TP 1909 or as a version, 5.00.8913.1006",
        "To say that it is unknown, leave the field out.",
    ),
    (
        "release: 1907",
        "no-release",
        "release",
        "there is no current branch 1907; the nearest are 1906 and 1910 (a technical preview is written TP 1907)",
        "",
    ),
]


@pytest.mark.parametrize(("text", "code", "path", "message", "hint"), CASES)
def test_yaml(refused: Refused, text: str, code: str, path: str, message: str, hint: str) -> None:
    (problem,) = refused(f"# a comment\n{text}")
    assert (problem.code, problem.path, problem.message, problem.hint) == (code, path, message, hint)
    assert (problem.file, problem.line) == ("site.yaml", 2)


@pytest.mark.parametrize(("text", "code", "path", "message", "hint"), CASES)
def test_json_is_told_in_the_same_words(
    refused: Refused, text: str, code: str, path: str, message: str, hint: str
) -> None:
    (problem,) = refused("\n\n" + json.dumps(yaml.safe_load(text)), "json")
    assert (problem.code, problem.path, problem.message, problem.hint) == (code, path, message, hint)
    assert (problem.file, problem.line) == ("site.json", 3)


def test_long_values_are_cut() -> None:
    assert found("x" * 60) == f"the text '{'x' * 60}'"
    assert found("x" * 61) == f"the text '{'x' * 59}…' of 61 characters"
    assert found(10**100) == f"the number 1{'0' * 58}…"


@pytest.mark.parametrize(
    ("text", "said"),
    [("NaN", "NaN, which is no number"), ("-Infinity", "the number -inf"), ("1e999999", "the number inf")],
)
def test_numbers_that_are_none(refused: Refused, text: str, said: str) -> None:
    (problem,) = refused(f'{{"clients": [{{"name": {text}}}]}}', "json")
    assert (problem.code, problem.message) == ("wrong-type", f"expected a text, found {said}")


def test_a_broken_character(refused: Refused, yaml_part: str) -> None:
    (problem,) = refused('packages: [{name: "\\ud800"}]')
    if yaml_part == "C":
        assert problem.code == "syntax"
    else:
        assert problem.message == "expected a text of valid characters, found the text '\\ud800'"
