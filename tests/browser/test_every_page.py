"""Every page of the docs loads, keeps to its host, fits, and is for everybody."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.watching import Watched
from tests.cli.running import ROOT

pytestmark = pytest.mark.slow

AXE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"
SERIOUS = {"serious", "critical"}
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
    page = browser.new_page(color_scheme=scheme, bypass_csp=True, reduced_motion="reduce")
    page.goto(docs + address)
    settled(page)
    page.add_script_tag(path=AXE)
    # In the dark only the colours are others.
    rules = {} if scheme == "light" else {"runOnly": ["color-contrast"]}
    found = page.evaluate("(rules) => axe.run(document, { resultTypes: ['violations'], ...rules })", rules)
    told = [
        f"{one['id']}: {one['help']}: {[node['html'][:200] for node in one['nodes'][:3]]}"
        for one in found["violations"]
        if one["impact"] in SERIOUS
    ]
    page.close()
    assert told == []


@each_kind
def test_a_page_is_no_wider_than_a_phone(browser: Browser, docs: str, address: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(docs + address)
    settled(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.close()


def test_without_scripts_every_page_has_its_text(browser: Browser, docs: str, site: Path) -> None:
    """What the search finds is what a page says: all of it is there without a script."""
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    sections: dict[str, list[str]] = {}
    for part in index["docs"]:
        sections.setdefault(part["location"].partition("#")[0], []).append(part["title"])
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    assert set(KINDS) <= set(sections)
    for address in KINDS:
        page.goto(docs + address)
        shown = " ".join(page.locator("main").inner_text().split())
        titles = [re.sub(r"<[^>]+>", "", title) for title in sections[address]]
        assert [title for title in titles if " ".join(unescape(title).split()) not in shown] == [], address
        assert len(shown) > 300, address
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
