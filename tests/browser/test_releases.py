"""Two releases are compared in the page, and the timeline can be used with the keyboard and on a phone."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.accessibility import serious
from tests.cli.running import dod

pytestmark = pytest.mark.slow
COMPARE, INDEX = "releases/compare/", "releases/"
PHONE = {"viewport": {"width": 360, "height": 740}}


def told(page: Page) -> list[str]:
    """The changes of the product in the page, in the words of the command."""
    found = page.locator(".dod-compare-found > ul").first.locator("li")
    return [f"{one.locator('.dod-badge').inner_text()}: {one.locator('strong').inner_text()}" for one in found.all()]


def printed(before: str, after: str) -> list[str]:
    """What the command says, with names as the page has them."""
    lines = [line.strip() for line in dod("compare", before, after).out.splitlines()[1:] if not line.startswith("    ")]
    pairs = (line.split(": ") for line in lines)
    return [f"{words}: {name[0].upper()}{name[1:].replace('-', ' ').replace('cmg', 'CMG')}" for words, name in pairs]


@pytest.mark.parametrize(
    ("address", "before", "after"),
    [
        ("", "1906", "1910"),
        ("#1710..1802", "1710", "1802"),
        ("#2006..2002", "2006", "2002"),
        ("#tp-1908..tp-1910", "TP 1908", "TP 1910"),
        ("#no-such..release", "1906", "1910"),
        ("#1910..tp-1909", "1906", "1910"),
    ],
)
def test_a_link_opens_a_comparison(page: Page, docs: str, address: str, before: str, after: str) -> None:
    page.goto(docs + COMPARE + address)
    expect(page.locator(".dod-compare-title")).to_have_text(f"From {before} to {after}")
    assert told(page) == printed(before, after)


def test_any_two_can_be_chosen_and_passed_on(page: Page, docs: str) -> None:
    page.goto(docs + COMPARE)
    page.get_by_label("From release").select_option("2002")
    page.get_by_label("To release").select_option("2006")
    expect(page.locator(".dod-compare-title")).to_have_text("From 2002 to 2006")
    assert page.url.endswith("#2002..2006")
    assert told(page) == printed("2002", "2006") == ["begins: Boot image over CMG", "ends: Defect of 2002"]
    expect(page.locator(".dod-compare-found table")).to_contain_text("no-defect-of-2002")


def test_nothing_is_told_as_such(page: Page, docs: str) -> None:
    page.goto(docs + COMPARE + "#1806..1810")
    expect(page.locator(".dod-compare-found")).to_contain_text("Nothing that the documents tell of begins or ends.")


def test_both_are_of_one_branch(page: Page, docs: str) -> None:
    page.goto(docs + COMPARE)
    page.get_by_label("To release").select_option("tp-1909")
    expect(page.get_by_label("From release")).to_have_value("tp-1909")
    page.get_by_label("From release").select_option("tp-1908")
    expect(page.locator(".dod-compare-title")).to_have_text("From TP 1908 to TP 1909")
    assert told(page) == ["begins: Download on demand"]


@pytest.mark.parametrize("link", ["F003", "download-on-demand-available", "1910"])
def test_links_of_a_comparison_lead_somewhere(page: Page, docs: str, link: str) -> None:
    page.goto(docs + COMPARE)
    page.locator(".dod-compare-found").get_by_role("link", name=link, exact=True).click()
    page.wait_for_load_state()
    expect(page.locator("h1")).to_be_visible()
    assert page.url.split("#")[0] != docs + COMPARE


@pytest.mark.parametrize("settings", [{"color_scheme": "light"}, {"color_scheme": "dark"}], ids=["light", "dark"])
def test_a_comparison_with_changes_is_for_everybody(page: Page, docs: str) -> None:
    page.goto(docs + COMPARE + "#2002..2006")
    expect(page.locator(".dod-compare-title")).to_have_text("From 2002 to 2006")
    assert {one.partition(":")[0] for one in told(page)} == {"begins", "ends"}
    assert serious(page) == []


def test_without_javascript_the_tables_are_there(browser: Browser, docs: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(docs + COMPARE)
    expect(page.locator("table")).to_have_count(2)
    expect(page.locator(".dod-compare")).to_contain_text("needs JavaScript")
    page.close()


def test_a_release_in_the_timeline_leads_to_its_page(page: Page, docs: str) -> None:
    page.goto(docs + INDEX)
    page.locator('.dod-tl a[href="1910/"]').focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/releases/1910/")
    expect(page.locator("h1")).to_contain_text("Current branch 1910")


@pytest.mark.parametrize("settings", [PHONE])
def test_on_a_phone_the_timeline_scrolls_in_its_own_box(page: Page, docs: str, settings: Any) -> None:
    page.goto(docs + INDEX)
    wide, room = page.locator(".dod-timeline").evaluate("box => [box.scrollWidth, box.clientWidth]")
    assert wide > room <= settings["viewport"]["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= settings["viewport"]["width"]
    box = page.locator(".dod-timeline")
    box.evaluate("box => box.addEventListener('scroll', () => { box.dataset.scrolled = 'yes'; })")
    box.focus()
    page.keyboard.press("ArrowRight")
    expect(box).to_have_attribute("data-scrolled", "yes")


def test_the_style_sheet_gives_the_timeline_other_colours_in_the_dark(browser: Browser, docs: str) -> None:
    found = []
    for scheme in ("light", "dark"):
        page = browser.new_page(color_scheme=scheme)
        page.goto(docs + INDEX)
        turn = page.locator(".dod-tl-turn .dod-tl-broad")
        found.append(turn.evaluate("bar => getComputedStyle(bar).fill"))
        page.close()
    assert len(set(found)) == len(found)
    assert "rgb(0, 0, 0)" not in found
