"""Tests of a tool in Python, with fixtures, a builder, strategies and assertions of the kit."""

import pytest
from hypothesis import given

from dod_model import Outcome, assess
from dod_model.kit.asserting import assert_outcome, assert_violates
from dod_model.kit.builder import a_site, an_attempt
from dod_model.strategies import attempts_violating, attempts_with


def my_tool_says_it_runs(site, attempt):
    """The tool that is tested; a real one would have an idea of its own."""
    return assess(site, attempt).outcome in (Outcome.DOWNLOADS_ON_DEMAND, Outcome.DOWNLOADS_BEFORE_START)


def test_the_healthy_site_runs(dod_healthy):
    site, attempt, _ = dod_healthy
    assert my_tool_says_it_runs(site, attempt)


@pytest.mark.parametrize("fault", ["gateway-set-up", "gateway-serves-content", "client-uses-gateway"])
def test_a_fault_keeps_it_from_running(dod_fault, fault):
    site, attempt, _ = dod_fault(fault)
    assert not my_tool_says_it_runs(site, attempt)


def test_a_gateway_that_serves_nothing():
    site = a_site().at("1910").with_gateway("CMG-WEST", serves_content=False).build()
    assert_outcome(site, an_attempt(), Outcome.DOES_NOT_RUN)
    assert_violates(site, an_attempt(), "gateway-serves-content", only=True)


@given(attempts_with(outcome=Outcome.DOWNLOADS_ON_DEMAND))
def test_whatever_downloads_on_demand_runs(state):
    site, attempt, _ = state
    assert my_tool_says_it_runs(site, attempt)


@given(attempts_violating("content-in-the-cloud"))
def test_without_its_content_nothing_runs(state):
    site, attempt, _ = state
    assert not my_tool_says_it_runs(site, attempt)
