import json
import re
from typing import Any

import pytest
from pydantic import ValidationError

from dod_model.releases import Build, Release, current, preview
from dod_model.site import Site

FORMS: tuple[tuple[Any, Release | Build], ...] = (
    (1910, current(1910)),
    ("1910", current(1910)),
    (" TP 1909 ", preview(1909)),
    ("tp1909", preview(1909)),
    ("5.00.8913.1006", Build(8913)),
    ("5.0.9999", Build(9999)),
    (current(2002), current(2002)),
    (Build(8913), Build(8913)),
)
NO_FORMS: tuple[Any, ...] = (True, False, None, 19.1, [], {}, "", "winter", 1909, "1909", "TP 1913", 19100)


@pytest.mark.parametrize(("given", "expected"), FORMS)
def test_it_is_read_in_every_form(given: Any, expected: Release | Build) -> None:
    assert Site(release=given).release == expected


@pytest.mark.parametrize("given", NO_FORMS)
def test_other_forms_are_refused(given: Any) -> None:
    with pytest.raises(ValidationError):
        Site(release=given)


@pytest.mark.parametrize("given", [True, None, 19.1, []])
def test_a_refusal_says_how_to_write_it(given: Any) -> None:
    with pytest.raises(ValidationError, match=r"a release is written 1910, TP 1909 or as a version, 5\.00\.8913\.1006"):
        Site(release=given)


@pytest.mark.parametrize(
    ("given", "text"),
    [(1910, "1910"), ("tp1909", "TP 1909"), ("5.0.8913.1006", "5.00.8913"), ("5.0.9999", "5.00.9999")],
)
def test_it_is_written_in_one_form(given: Any, text: str) -> None:
    assert json.loads(Site(release=given).to_json()) == {"release": text}
    assert Site(release=given).model_dump() == {"release": text}


def test_the_schema_takes_what_is_read() -> None:
    schema = Site.model_json_schema()
    (text, number) = schema["properties"]["release"]["anyOf"]
    for given, _ in FORMS:
        if isinstance(given, str):
            assert re.search(text["pattern"], given)
        elif isinstance(given, int):
            assert number["minimum"] <= given <= number["maximum"]
    assert (number["minimum"], number["maximum"]) == (1511, 9912)
    for given in ("", "winter", "19100", "5.1.8913"):
        assert not re.search(text["pattern"], given)
