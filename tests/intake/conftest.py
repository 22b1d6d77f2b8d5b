from collections.abc import Callable

import pytest
import yaml

from dod_model.errors import InputError, Problem
from dod_model.intake import parse_site
from dod_model.intake.reading import Format

FORMS: tuple[Format, ...] = ("yaml", "json")
FAULTS = """\
release: 1910
packages:
  - name: Windows 10
  - name: windows 10
gateways:
  - name: CMG
    serves_contents: true
    content:
      - package: Windows 11
        state: instaled
task_sequences:
  - name: A
    steps:
      - {name: 1, kind: run-task-sequence, task_sequence: B}
  - name: B
    steps:
      - {name: one, kind: other, task_sequence: A}
deployments:
  - name: first
    task_sequence: C
    internet: null
    internet: true
client_settings:
  custom:
    - {name: x, priority: 1}
    - {name: y, priority: 1}
clients:
  - name: PC
    release: TP 1909
"""

Refused = Callable[..., tuple[Problem, ...]]


@pytest.fixture
def refused() -> Refused:
    """The problems for which a text is refused."""

    def problems(text: str | bytes, form: Format = "yaml") -> tuple[Problem, ...]:
        raw = text.encode() if isinstance(text, str) else text
        with pytest.raises(InputError) as caught:
            parse_site(raw, name=f"site.{form}", format=form)
        return caught.value.problems

    return problems


@pytest.fixture(params=["C", "pure"])
def yaml_part(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both parts of PyYAML, with and without its C library."""
    part: str = request.param
    if part == "pure":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    elif not hasattr(yaml, "CSafeLoader"):
        pytest.skip("this PyYAML was built without its C part")
    return part
