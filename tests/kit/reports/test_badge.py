"""The badge."""

from __future__ import annotations

import json

import pytest

from tests.kit.reports.scored import Heard, agreed, everything
from tests.kit.scripted import Scripted, asked


@pytest.mark.parametrize(
    ("heard", "message", "colour"),
    [
        (agreed(), "1 of 1 agree", "brightgreen"),
        (everything(), "1 of 8 agree", "red"),
        (Heard(*asked(Scripted({}))), "0 of 0 agree", "yellow"),
    ],
)
def test_it_is_an_endpoint_of_shields(heard: Heard, message: str, colour: str) -> None:
    assert json.loads(heard.told("badge")) == {
        "schemaVersion": 1,
        "label": "dod kit",
        "message": message,
        "color": colour,
    }
