from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from dod_model.releases import Branch, Build, Release, current, parse, preview
from dod_model.strategies import releases, versions
from tests.strategies.looking import drawn, simplest

CB, TP = st.just(Branch.CURRENT), st.just(Branch.TECHNICAL_PREVIEW)


class TestValid:
    @given(releases())
    def test_releases_exist(self, release: Release) -> None:
        assert parse(str(release)) == release

    @given(releases(branches=CB), releases(branches=TP))
    def test_releases_are_of_the_branch(self, one: Release, other: Release) -> None:
        assert (one.branch, other.branch) == (Branch.CURRENT, Branch.TECHNICAL_PREVIEW)

    @given(versions(branches=TP))
    def test_a_build_of_a_preview_is_unknown(self, version: Release | Build) -> None:
        assert isinstance(version, Release) or version.release is None


class TestReachable:
    def test_the_edges_of_the_current_branch_and_what_is_between(self) -> None:
        edges = {1511, 1710, 1802, 1806, 1906, 1910, 2002, 2006, 2010, 2103, 2107, 2603, 1902}
        assert edges <= {release.number for release in drawn(releases(branches=CB), 400)}

    def test_the_edges_of_technical_previews(self) -> None:
        edges = {1512, 1801, 1802, 1805, 1806, 1908, 1909, 1910}
        found = {release.number for release in drawn(releases(branches=TP), 400)}
        assert edges <= found
        assert len(found) > len(edges) + 10

    def test_both_branches(self) -> None:
        assert {release.branch for release in drawn(releases(), 100)} == set(Branch)

    def test_builds_known_and_unknown(self) -> None:
        builds = [version for version in drawn(versions(), 200) if isinstance(version, Build)]
        assert {build.release is None for build in builds} == {True, False}
        assert any(isinstance(version, Build) for version in drawn(versions(branches=TP), 100))


class TestReadable:
    def test_they_shrink_to_the_release_that_it_is_about(self) -> None:
        assert simplest(releases()) == current(1910)
        assert simplest(versions()) == current(1910)
        assert simplest(releases(branches=TP)) == preview(1909)


class TestRefused:
    @pytest.mark.parametrize("branches", [Branch.CURRENT, [Branch.CURRENT], "CB"])
    def test_what_is_no_strategy(self, branches: Any) -> None:
        for make in (releases, versions):
            with pytest.raises(InvalidArgument, match="branches must be a strategy"):
                make(branches=branches)

    def test_arguments_without_their_name(self) -> None:
        with pytest.raises(TypeError):
            releases(CB)  # type: ignore[call-arg]
