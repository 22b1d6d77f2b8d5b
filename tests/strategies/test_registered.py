import subprocess
import sys
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dod_model.attempt import Attempt
from dod_model.facts import Facts
from dod_model.hypothesis_plugin import register
from dod_model.kit.healthy import HEALTHY
from dod_model.releases import Branch, Release
from dod_model.site import Site
from dod_model.situation import resolve
from tests.strategies.looking import drawn, simplest


class TestValid:
    @given(st.from_type(Site))
    def test_sites(self, site: Site) -> None:
        assert Site.model_validate(site.model_dump(mode="json")) == site

    @given(st.from_type(Attempt))
    def test_attempts_are_on_the_healthy_site(self, attempt: Attempt) -> None:
        assert resolve(HEALTHY, attempt).client.name == attempt.client

    @given(st.from_type(Facts))
    def test_facts(self, facts: Facts) -> None:
        assert isinstance(facts, Facts)

    @given(st.from_type(Release))
    def test_releases(self, release: Release) -> None:
        assert isinstance(release, Release)


@dataclass(frozen=True)
class Estate:
    site: Site
    spare: Release | None


class TestReachable:
    def test_both_branches(self) -> None:
        assert {one.branch for one in drawn(st.from_type(Release), 50)} == set(Branch)

    def test_sites_and_none(self) -> None:
        assert len({repr(one) for one in drawn(st.from_type(Site), 50)}) > 20

    def test_inside_of_other_types(self) -> None:
        found = drawn(st.from_type(Estate), 20)
        assert {one.spare is None for one in found} == {True, False}


def test_the_simplest_attempt_is_the_usual_one() -> None:
    assert simplest(st.from_type(Attempt)) == Attempt("Upgrade laptops", "LT-001")


def test_it_may_be_registered_again() -> None:
    register()
    assert isinstance(simplest(st.from_type(Release)), Release)


@pytest.mark.parametrize("first", ["hypothesis", "dod_model.strategies", "dod_model.site", "dod_model.facts"])
def test_it_is_registered_whatever_is_imported_first(first: str) -> None:
    code = f"""
import {first}
from hypothesis import strategies as st
from dod_model.site import Site
assert st.from_type(Site).validate() is None
assert "sites" in repr(st.from_type(Site)) or "described" in repr(st.from_type(Site)), repr(st.from_type(Site))
"""
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr


def test_strategies_are_not_imported_until_they_are_drawn_from() -> None:
    code = "import hypothesis, sys; print(*(one for one in sys.modules if one.startswith('dod_model')))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    modules = set(told.stdout.split())
    assert "dod_model.hypothesis_plugin" in modules
    assert not [one for one in modules if one.startswith(("dod_model.strategies", "dod_model.kit", "dod_model.run"))]
    assert not modules & {"dod_model.assessment", "dod_model.requirements", "dod_model.plan"}
