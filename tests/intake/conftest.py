from collections.abc import Callable
from typing import Literal

import pytest
import yaml

from dod_model.errors import InputError, Problem
from dod_model.intake import parse_site

Refused = Callable[..., tuple[Problem, ...]]


@pytest.fixture
def refused() -> Refused:
    """The problems for which a text is refused."""

    def problems(text: str | bytes, form: Literal["yaml", "json"] = "yaml") -> tuple[Problem, ...]:
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
