"""The pages of releases say what begins and ends, and what hangs on it."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from dod_model.abilities import (
    ABILITIES,
    BOOT_IMAGE_OVER_CMG,
    CLOUD_DP_CAN_BE_MADE,
    CMDLET_FOR_CMG_CONTENT,
    DEFECT_2002,
    OF_A_RUN,
    ON_DEMAND,
    STOP_AT_THRESHOLD,
    UPGRADE_OVER_CMG,
    Ability,
)
from dod_model.bdd.results import NO_RESULTS
from dod_model.documents import documents, statements
from dod_model.facts import Facts
from dod_model.publish.abilities_asked import asked
from dod_model.publish.material import Material
from dod_model.publish.release_changes import (
    EVERY_ABILITY,
    all_previews,
    changes,
    named_previews,
    releases_with_pages,
    slug,
    title,
)
from dod_model.publish.release_pages import release_pages
from dod_model.release_table import CURRENT_BRANCH
from dod_model.releases import Branch, Release, current, current_branch, preview
from dod_model.requirements import BY_ID, REQUIREMENTS, Verdict, decide
from tests.cli.running import dod

PAGES = release_pages(Material(Path(), NO_RESULTS))
INDEX = PAGES["releases/index.md"]
WITH_PAGES = [release for branch in Branch for release in releases_with_pages(branch)]


def page_of(release: Release) -> str:
    return PAGES[f"releases/{slug(release)}.md"]


def test_every_release_that_something_is_told_of_has_a_page() -> None:
    names = [str(row.number) for row in CURRENT_BRANCH] + ["tp-1512", "tp-1802", "tp-1806", "tp-1909", "tp-1910"]
    assert sorted(PAGES) == sorted(f"releases/{name}.md" for name in ("index", *names))


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


def test_changes_are_where_the_answer_differs() -> None:
    assert [one.ability for one in changes(current(1910), current(2002))] == [DEFECT_2002]
    assert list(changes(current(2002), current(2002))) == []
    back = {one.ability: one.words for one in changes(preview(1910), preview(1909))}
    assert back[CLOUD_DP_CAN_BE_MADE] == "begins, or was there unsaid"
    with pytest.raises(TypeError, match="1910 and TP 1909 are of different branches"):
        list(changes(current(1910), preview(1909)))


def test_there_may_have_been_a_preview_in_every_month() -> None:
    numbers = [one.number for one in all_previews()]
    assert numbers[:3] == [1512, 1601, 1602]
    assert numbers[-1] == CURRENT_BRANCH[-1].number
    assert all(later - earlier in {1, 89} for earlier, later in pairwise(numbers))


@pytest.mark.parametrize(
    ("ability", "verdict", "standing", "remedy", "covered"),
    [
        (ON_DEMAND, ["download-on-demand-available"], ["content-in-the-cloud", "gateway-serves-content"], [], False),
        (DEFECT_2002, ["no-defect-of-2002"], [], [], False),
        (UPGRADE_OVER_CMG, ["task-sequence-over-the-internet-available"], [], [], False),
        (BOOT_IMAGE_OVER_CMG, [], [], [], True),
        (CMDLET_FOR_CMG_CONTENT, [], [], ["gateway-serves-content"], False),
        (STOP_AT_THRESHOLD, [], [], [], False),
        (
            CLOUD_DP_CAN_BE_MADE,
            ["cloud-distribution-point-has-a-future"],
            ["content-in-the-cloud"],
            ["gateway-serves-content"],
            False,
        ),
    ],
    ids=lambda value: value.id if isinstance(value, Ability) else "",
)
def test_what_hangs_on_an_ability(
    ability: Ability, verdict: list[str], standing: list[str], remedy: list[str], covered: bool
) -> None:
    hanging = asked(ability)
    found = ([one.id for one in part] for part in (hanging.verdict, hanging.standing, hanging.remedy))
    assert (*found, hanging.covered) == (verdict, standing, remedy, covered)


def test_a_verdict_that_differs_between_two_releases_hangs_on_what_changes() -> None:
    """Asked the other way round: whatever one fact is, only what is told can differ."""
    domains = (
        (name, value) for name in ("upgrade", "boot_image", "option", "bulk_token") for value in Facts().domain(name)
    )
    for name, value in domains:
        for earlier, later in pairwise(current_branch()):
            told = {one for change in changes(earlier, later) for one in asked(change.ability).verdict}
            at = [Facts(site_release=one, client_release=one, **{name: value}) for one in (earlier, later)]
            for requirement in REQUIREMENTS:
                differs = decide(requirement, at[0]) is not decide(requirement, at[1])
                assert requirement in told or not differs, (requirement.id, earlier, later)


def test_a_verdict_can_differ_at_all() -> None:
    one = BY_ID["download-on-demand-available"]
    found = [
        decide(one, Facts(site_release=current(number), client_release=current(number), option=value))
        for number in (1906, 1910)
        for value in Facts().domain("option")[:1]
    ]
    assert found == [Verdict.VIOLATED, Verdict.MET]


def test_abilities_of_the_product_come_before_those_of_documents() -> None:
    kinds = [one.about_documents for one in EVERY_ABILITY]
    assert kinds == sorted(kinds)
    assert set(EVERY_ABILITY) == {*ABILITIES, *OF_A_RUN}
