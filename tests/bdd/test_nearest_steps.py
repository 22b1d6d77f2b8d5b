"""A step that there is not leads to those that were probably meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dod_model.bdd.catalogue import KINDS, known_steps
from dod_model.bdd.nearest_steps import OFFERED, nearest_steps
from tests.cli.running import ROOT


def offered(kind: str, text: str) -> list[str]:
    return [one.step.text for one in nearest_steps(text, kind, ROOT)]


@pytest.mark.parametrize(
    ("kind", "text", "meant"),
    [
        ("when", "it gets started from Software Center", "it is started {start}"),
        ("given", 'the gateway "CMG-EAST" has stopped', "{source} is {state}"),
        ("given", "there are no gateways", "there is no gateway"),
        ("given", "the site is on 1910", "the site is at {version}"),
        ("when", "LT-001 runs this", "LT-001 runs it"),
        ("then", "it should download on demand", "it {outcome}"),
        ("then", "it leaves nothing undetermined", "it leaves {requirements} open"),
        ("given", 'a cloud DP "X"', "{make} {name}"),
    ],
)
def test_the_step_that_was_meant_comes_first(kind: str, text: str, meant: str) -> None:
    assert offered(kind, text)[0] == meant


def test_a_step_is_offered_with_what_a_feature_says() -> None:
    near = nearest_steps("it gets started over PXE", "when", ROOT)[0]
    assert near.example == "it is started over PXE"
    assert near.step in known_steps(ROOT)


@pytest.mark.parametrize("text", ["", "xyzzy", "the device explodes", '"CMG-EAST"', "x" * 100_000])
def test_where_nothing_is_near_nothing_is_offered(text: str) -> None:
    assert offered("then", text) == []


def test_names_do_not_count() -> None:
    text = 'the gateway "{}" has stopped'
    assert offered("given", text.format("CMG-EAST")) == offered("given", text.format("a very long name of another one"))


def test_what_is_much_less_near_than_the_first_is_not_offered() -> None:
    assert offered("when", "it gets started from Software Center") == [
        "it is started {start}",
        "it has been started {start}",
    ]


@given(st.text(max_size=80), st.sampled_from(KINDS))
def test_few_are_offered_each_once_and_the_same_every_time(text: str, kind: str) -> None:
    found = nearest_steps(text, kind, ROOT)
    assert len({one.step for one in found}) == len(found) <= OFFERED
    assert nearest_steps(text, kind, ROOT) == found
