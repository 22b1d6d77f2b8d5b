"""The pages of releases say what begins and ends, and what hangs on it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dod_model.abilities import ABILITIES, OF_A_RUN, ON_DEMAND
from dod_model.bdd.results import NO_RESULTS
from dod_model.documents import documents, statements
from dod_model.publish.material import Material
from dod_model.publish.releases.changes import named_previews, releases_with_pages, slug, title
from dod_model.publish.releases.pages import release_pages
from dod_model.release_table import CURRENT_BRANCH
from dod_model.releases import Branch, Release, current, current_branch, preview
from tests.cli.running import dod

PAGES = release_pages(Material(Path(), NO_RESULTS))
INDEX = PAGES["releases/index.md"]
WITH_PAGES = [release for branch in Branch for release in releases_with_pages(branch)]


def page_of(release: Release) -> str:
    return PAGES[f"releases/{slug(release)}.md"]


def test_every_release_that_something_is_told_of_has_a_page() -> None:
    names = [str(row.number) for row in CURRENT_BRANCH] + ["tp-1512", "tp-1802", "tp-1806", "tp-1909", "tp-1910"]
    pages = {f"releases/{name}.md" for name in ("index", "compare", *names)}
    assert set(PAGES) == {*pages, "releases/compare.json"}


def test_the_index_has_the_drawing_and_says_the_same_in_tables() -> None:
    assert INDEX.count("<svg ") == 1
    for row in CURRENT_BRANCH:
        dates = f"5.00.{row.build} | {row.available} | {row.support_ends} |"
        assert f"[{row.number}](<~/releases/{row.number}.md>)" in INDEX
        assert dates in INDEX
    for ability in (*ABILITIES, *OF_A_RUN):
        assert f'<span id="{ability.id}">**{title(ability)}**</span>' in INDEX
    assert "third-party table | 5.00.9146" in INDEX


@pytest.mark.parametrize("release", [*current_branch(), *named_previews()], ids=slug)
def test_a_page_has_what_the_command_prints(release: Release) -> None:
    several = releases_with_pages(release.branch)
    if release == several[0]:
        assert "first release of its branch" in page_of(release)
        return
    before = str(several[several.index(release) - 1])
    assert f"\n{dod('compare', before, str(release)).out}```\n" in page_of(release)


@pytest.mark.parametrize("release", WITH_PAGES, ids=slug)
def test_a_page_leads_to_its_neighbours(release: Release) -> None:
    several = releases_with_pages(release.branch)
    place = several.index(release)
    expected = [(one, "before") for one in several[max(place - 1, 0) : place]]
    expected += [(one, "after") for one in several[place + 1 : place + 2]]
    found = re.findall(r"^- \*\*(.*)\*\* (before|after)$", page_of(release), re.MULTILINE)
    assert found == [(f"[{one}](<~/releases/{slug(one)}.md>)", word) for one, word in expected]


def test_the_page_of_1910_says_what_begins_with_its_passages() -> None:
    text = page_of(current(1910))
    section = text.partition("### Begins: Download on demand {#download-on-demand}")[2].partition("\n### ")[0]
    for number in ON_DEMAND.cites:
        assert f"[{number}](<~/documents/statements.md#{number.lower()}>)" in section
        for passage in statements()[number].passages:
            assert f"](<{documents()[passage.document].url}>)" in section
    assert "### Ends: Other options refused in words" in text
    assert "[download-on-demand-available](<~/requirements/download-on-demand-available.md>)" in text
    assert "- **2021-05-29** support ends" in text


def test_a_page_tells_where_nothing_changes() -> None:
    assert "Nothing that the documents tell of begins or ends" in page_of(current(1810))
    assert "Nothing that the documents tell of begins or ends" not in page_of(current(1910))


def test_a_page_tells_what_is_unsaid() -> None:
    text = page_of(preview(1910))
    assert "### Was there, and now no document says: Cloud distribution point can be made" in text
    assert "- No document says: " in text
