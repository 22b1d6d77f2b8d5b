"""Groups inside groups, as they stand in files: what is wrong with them is told with its line."""

import json
from collections.abc import Callable, Iterator

import pytest

from dod_model.intake import parse_site
from dod_model.intake.reading import Format
from dod_model.site import GROUPS_DEEP, Site, Step, StepKind, TaskSequence
from tests.intake.conftest import FORMS, Refused

Nested = Callable[[int], str]
TOO_DEEP = f"groups lie more than {GROUPS_DEEP} deep inside one another"


def nested_json(depth: int) -> str:
    """A step in so many groups, with a condition, so that it is as deep as can be."""
    group, leaf = '{"name":"g","kind":"group","steps":[', Step.model_validate(LEAF).model_dump_json()
    return f'{{"task_sequences":[{{"name":"T","steps":[{group * depth}{leaf}{"]}" * depth}]}}]}}'


LEAF = {
    "name": "s",
    "kind": "other",
    "packages": [],
    "conditions": [{"subject": "model", "comparison": "exists"}],
}


def nested_yaml(depth: int) -> str:
    """The same in lines, three to a group."""

    def lines() -> Iterator[str]:
        yield from ("task_sequences:", "- name: T", "  steps:")
        for level in range(depth):
            indent = "  " * (level + 1)
            yield from (f"{indent}- name: g", f"{indent}  kind: group", f"{indent}  steps:")
        yield f"{'  ' * (depth + 1)}- {json.dumps(LEAF)}"

    return "\n".join(lines())


def built(depth: int) -> Site:
    step = Step.model_validate(LEAF)
    for _ in range(depth):
        step = Step(name="g", kind=StepKind.GROUP, steps=(step,))
    return Site(task_sequences=(TaskSequence(name="T", steps=(step,)),))


WRITTEN = [("json", nested_json), ("yaml", nested_json), ("yaml", nested_yaml)]


@pytest.mark.usefixtures("yaml_part")
class TestDepth:
    @pytest.mark.parametrize(("form", "nested"), WRITTEN)
    @pytest.mark.parametrize("depth", [0, 1, GROUPS_DEEP])
    def test_groups_as_deep_as_they_may_be_are_read(self, form: Format, nested: Nested, depth: int) -> None:
        assert parse_site(nested(depth).encode(), name="", format=form) == built(depth)

    @pytest.mark.parametrize(("form", "nested"), WRITTEN)
    def test_one_group_too_many_is_told_where_it_is(self, refused: Refused, form: Format, nested: Nested) -> None:
        (problem,) = refused(nested(GROUPS_DEEP + 1), form)
        assert (problem.code, problem.message) == ("too-deep", TOO_DEEP)
        assert problem.path == "task_sequences[0]" + ".steps[0]" * (GROUPS_DEEP + 1)
        assert problem.line == (1 if nested is nested_json else 4 + 3 * GROUPS_DEEP)

    @pytest.mark.parametrize("form", FORMS)
    @pytest.mark.parametrize("depth", [40, 100, 250, 10_000])
    def test_what_is_deeper_than_is_read_is_told_as_well(self, refused: Refused, form: Format, depth: int) -> None:
        (problem,) = refused(nested_json(depth), form)
        assert (problem.code, problem.line) == ("too-deep", 1)
        assert problem.message == "groups and lists stand more than 64 deep inside one another"

    def test_the_other_problems_of_the_file_are_told_beside_it(self, refused: Refused) -> None:
        problems = refused(f"zzz: 1\n{nested_yaml(GROUPS_DEEP + 1)}\npackages: [{{name: A, size: -1}}]")
        assert [problem.code for problem in problems] == ["unknown-field", "too-deep", "wrong-value"]


MISFITS = """\
packages:
- name: Drivers
task_sequences:
- name: T
  steps:
  - name: Preparation
    kind: group
    steps:
    - name: Stage drivers
      kind: download-package-content
      packages: [Driver]
    - name: Checks
      kind: run-task-sequence
      task_sequence: U
  - name: Installation
    kind: group
    packages: [Drivers]
    steps:
    - name: Upgrade
      kind: other
      conditions:
      - {subject: variable, comparison: exists, value: x}
- name: U
  steps:
  - name: Back
    kind: group
    steps:
    - {name: Again, kind: run-task-sequence, task_sequence: T}
clients:
- name: LT-001
  variables:
  - {name: Ring, value: "1"}
  - {name: ring, value: "2"}
"""
TOLD = [
    ("cycle", "task_sequences[0]", 4),
    ("dangling-reference", "task_sequences[0].steps[0].steps[0].packages[0]", 11),
    ("unexpected-field", "task_sequences[0].steps[1].packages", 17),
    ("missing-field", "task_sequences[0].steps[1].steps[0].conditions[0].variable", 22),
    ("unexpected-field", "task_sequences[0].steps[1].steps[0].conditions[0].value", 22),
    ("duplicate-name", "clients[0].variables[1].name", 33),
]


@pytest.mark.usefixtures("yaml_part")
def test_every_misfit_inside_groups_has_its_line(refused: Refused) -> None:
    problems = refused(MISFITS)
    assert [(problem.code, problem.path, problem.line) for problem in problems] == TOLD
    assert problems[0].message == "task sequences run each other in a ring: T -> U -> T"
    assert problems[1].hint == "Did you mean 'Drivers'?"
