"""Diagrams are drawn by our own copy of the library, in the pages that have them and in no other."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.watching import Watched

pytestmark = pytest.mark.slow
DECISION = "explanation/how-it-decides/"
DIAGRAMS = 5
OPENED = "const closed = Element.prototype.attachShadow; Element.prototype.attachShadow = function (how) {" + (
    " return closed.call(this, { ...how, mode: 'open' }); };"
)
"""The theme draws into closed roots; a test has to look inside."""


@pytest.fixture
def settings() -> dict[str, Any]:
    """A reader of its own, for what is changed in it is to be changed here only."""
    return {"color_scheme": "light"}


@pytest.fixture
def context(context: BrowserContext) -> BrowserContext:
    context.add_init_script(OPENED)
    return context


def drawn(page: Page) -> None:
    expect(page.locator("div.mermaid svg")).to_have_count(DIAGRAMS)


def colour(page: Page, what: str) -> Any:
    return page.locator(what).first.evaluate("element => getComputedStyle(element).fill")


def test_every_diagram_is_drawn_with_its_words(page: Page, docs: str) -> None:
    """The fixture sees to it that no other host is asked, and that the policy of the page does not object."""
    page.goto(docs + DECISION)
    drawn(page)
    expect(page.locator("pre.mermaid")).to_have_count(0)
    expect(page.locator("div.mermaid").nth(1)).to_contain_text("Is a blocking requirement violated?")
    expect(page.locator("div.mermaid").nth(2)).to_contain_text("met, violated or not applicable")
    expect(page.locator("div.mermaid").nth(3)).to_contain_text("Windows 10 1903, 4.5 GB, checked")
    for one in page.locator("div.mermaid svg").all():
        box = one.bounding_box()
        assert box is not None
        assert box["width"] > 200
        assert box["height"] > 100


@pytest.mark.parametrize("address", ["", "releases/", "explanation/design/"])
def test_where_no_diagram_is_nothing_is_loaded_for_it(page: Page, docs: str, address: str) -> None:
    page.goto(docs + address)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.mermaid") is None
    loaded = page.evaluate("performance.getEntriesByType('resource').filter(one => /\\.m?js$/.test(one.name)).length")
    assert loaded < 6


def test_diagrams_have_the_colours_of_the_page(browser: Browser, docs: str) -> None:
    found = []
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme)
        context.add_init_script(OPENED)
        page = context.new_page()
        watched = Watched(page, docs)
        page.goto(docs + DECISION)
        drawn(page)
        found.append(
            [
                colour(page, f"div.mermaid {what}")
                for what in (".messageText", "text.actor > tspan", ".noteText > tspan")
            ]
        )
        assert watched.amiss == []
        context.close()
    assert [light for light, dark in zip(*found, strict=True) if light == dark] == []


def test_without_javascript_the_text_of_a_diagram_shows(browser: Browser, docs: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(docs + DECISION)
    expect(page.locator("pre.mermaid")).to_have_count(DIAGRAMS)
    expect(page.locator("pre.mermaid").last).to_be_visible()
    expect(page.locator("pre.mermaid").last).to_contain_text("Windows 10 1903, 4.5 GB, checked")
    page.close()


@pytest.mark.parametrize("settings", [{"viewport": {"width": 360, "height": 740}}])
def test_on_a_phone_a_wide_diagram_scrolls_in_its_own_box(page: Page, docs: str, settings: Any) -> None:
    page.goto(docs + DECISION)
    drawn(page)
    wide, room = page.locator(".dod-wide").first.evaluate("box => [box.scrollWidth, box.clientWidth]")
    assert wide > room
    assert page.evaluate("document.documentElement.scrollWidth") <= settings["viewport"]["width"]
