"""Every page of the docs loads, keeps to its host, fits, and is for everybody."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.accessibility import serious
from tests.browser.watching import Watched

pytestmark = pytest.mark.slow

KINDS = (
    "",
    "try-it/",
    "requirements/",
    "requirements/gateway-serves-content/",
    "features/",
    "features/gateway/gateway/",
    "features/steps/",
    "releases/",
    "releases/1910/",
    "releases/compare/",
    "documents/",
    "documents/seed/",
    "documents/contradictions/",
    "documents/traceability/",
    "kit/",
    "kit/kill-matrix/",
    "tutorial/first-check/",
    "explanation/how-it-decides/",
    "reference/cli/",
    "reference/site/",
    "reference/python/",
)
"""One page of each kind, as an address from the root of the docs."""
PARTS = 8
"""So many tests share the pages."""
each_kind = pytest.mark.parametrize("address", KINDS)


def addresses(site: Path) -> list[str]:
    return sorted(
        path.relative_to(site).as_posix().removesuffix("index.html")
        for path in site.rglob("*.html")
        if path.name != "404.html"
    )


def settled(page: Page) -> None:
    page.wait_for_load_state("networkidle")
    if page.url.endswith("/try-it/"):
        page.locator(".try-verdict h3").first.wait_for()


def test_there_is_a_page_of_every_kind(site: Path) -> None:
    assert set(KINDS) <= set(addresses(site))


@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_loads_and_nothing_goes_wrong(page: Page, docs: str, site: Path, part: int) -> None:
    # Every page would make the index of the search anew, which takes longer than all the rest.
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    page.route("**/search_index.json", lambda route: route.fulfill(json={**index, "docs": index["docs"][:1]}))
    for address in addresses(site)[part::PARTS]:
        page.goto(docs + address, wait_until="load")
        assert page.locator("h1").count() == 1, address
        assert page.locator('meta[http-equiv="Content-Security-Policy"]').count() == 1, address


def test_nothing_of_the_runtime_is_loaded_before_it_is_asked_for(browser: Browser, docs: str) -> None:
    page = browser.new_page()
    watched = Watched(page, docs)
    for address in ("", "requirements/gateway-serves-content/", "features/gateway/gateway/", "kit/vectors/"):
        page.goto(docs + address)
        settled(page)
    assert [one for one in watched.asked if "/runtime/" in one or "codemirror" in one] == []
    page.close()


@each_kind
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_for_everybody(browser: Browser, docs: str, address: str, scheme: Any) -> None:
    page = browser.new_page(color_scheme=scheme, reduced_motion="reduce")
    page.goto(docs + address)
    settled(page)
    # In the dark only the colours are others.
    found = serious(page, *([] if scheme == "light" else ["color-contrast"]))
    page.close()
    assert found == []


@each_kind
def test_a_page_is_no_wider_than_a_phone(browser: Browser, docs: str, address: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(docs + address)
    settled(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.close()


def letters(text: str) -> str:
    """The text alone: without tags, and without white space, which tables, lists and code have otherwise in a page."""
    return "".join(unescape(re.sub(r"<[^>]+>", "", text)).split())


UNFOLD = """() => {
  for (const folded of document.querySelectorAll("main details")) folded.open = true;
  for (const behind of document.querySelectorAll("main .tabbed-block")) behind.style.display = "block";
  for (const drawing of document.querySelectorAll("main svg")) drawing.replaceWith(drawing.textContent);
}"""
"""What a reader turns to without a script as well, and what a drawing tells to whoever does not see it."""


def searched(site: Path) -> dict[str, list[str]]:
    """What the search finds in each page: titles and texts of its sections."""
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    sections: dict[str, list[str]] = {}
    for part in index["docs"]:
        sections.setdefault(part["location"].partition("#")[0], []).extend((part["title"], part["text"]))
    return sections


def test_the_search_knows_every_page(site: Path) -> None:
    assert sorted(searched(site)) == addresses(site)


@pytest.mark.parametrize("part", range(PARTS))
def test_without_scripts_every_page_has_its_text(browser: Browser, docs: str, site: Path, part: int) -> None:
    """What the search finds is what a page says: all of it is there without a script."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    sections = searched(site)
    for address in sorted(sections)[part::PARTS]:
        page.goto(docs + address)
        page.evaluate(UNFOLD)
        shown = "".join(page.locator("main").inner_text().split())
        assert [text for text in sections[address] if letters(text) not in shown] == [], address
    context.close()


def test_the_search_finds_a_requirement(page: Page, docs: str) -> None:
    page.goto(docs)
    page.get_by_role("textbox", name="Search").fill("gateway-serves-content")
    found = page.locator(".md-search-result__link").first
    found.wait_for()
    found.click()
    page.wait_for_url("**/gateway-serves-content/**")


def test_a_deep_link_leads_to_its_place(page: Page, docs: str) -> None:
    page.goto(docs + "documents/contradictions/#e05")
    place = page.locator("#e05")
    assert place.is_visible()
    box = place.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 900


def test_the_way_in_is_by_keyboard_alone(page: Page, docs: str) -> None:
    """From the home page through the first door, with Tab and Enter."""
    page.goto(docs)
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement?.getAttribute('href')?.startsWith('try-it/') ?? false"):
            outline = page.evaluate(
                "(() => { const s = getComputedStyle(document.activeElement); return s.outlineStyle + s.boxShadow })()"
            )
            assert outline != "nonenone"
            page.keyboard.press("Enter")
            break
    page.wait_for_url("**/try-it/")
