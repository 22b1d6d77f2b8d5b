"""An interpreter that has begun is kept in the reader's browser, and used on the next visit if it is any good."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.asking import ask
from tests.browser.watching import Watched

pytestmark = pytest.mark.slow

KEPT = """async () => {
  const store = await caches.open("dod-python");
  const [key] = await store.keys();
  const entry = key && await store.match(key);
  return entry && { key: key.url, bytes: (await entry.arrayBuffer()).byteLength, mark: entry.headers.get("mark") };
}"""
PUT = """async (garbage) => {
  const store = await caches.open("dod-python");
  const [key] = await store.keys();
  const bytes = garbage ? new TextEncoder().encode(garbage) : await (await store.match(key)).arrayBuffer();
  await store.put(key, new Response(bytes, { headers: { mark: "ours" } }));
}"""
BIG = 1_000_000
"""No interpreter has so few bytes."""


@pytest.fixture
def visited(browser: Browser, docs: str) -> Iterator[Page]:
    """A page of a reader who was here once: what was begun then is kept."""
    context = browser.new_context()
    page = context.new_page()
    watched = Watched(page, docs)
    visit(page, docs)
    page.wait_for_function(f"({KEPT})().then((kept) => kept?.bytes > {BIG})")
    yield page
    context.close()
    assert watched.amiss == []


def visit(page: Page, docs: str) -> None:
    page.goto("about:blank")
    page.goto(f"{docs}try-it/")
    page.locator(".try-verdict h3").first.wait_for()


def test_the_next_visit_uses_it(visited: Page, docs: str) -> None:
    visited.evaluate(PUT)
    visit(visited, docs)
    # Whatever the worker still writes when it is ready, it writes between these.
    for _ in range(10):
        assert "answer" in ask(visited, "fields", {})
    kept = visited.evaluate(KEPT)
    assert kept["mark"] == "ours"
    assert kept["bytes"] > BIG


@pytest.mark.parametrize("garbage", ["x", "garbage " * 100_000], ids=["short", "long"])
def test_one_that_does_not_load_is_replaced(visited: Page, docs: str, garbage: str) -> None:
    key = visited.evaluate(KEPT)["key"]
    visited.evaluate(PUT, garbage)
    assert visited.evaluate(KEPT) == {"key": key, "bytes": len(garbage), "mark": "ours"}
    visit(visited, docs)
    good = f"kept?.bytes > {BIG} && kept.key === key && kept.mark === null"
    visited.wait_for_function(f"(key) => ({KEPT})().then((kept) => {good})", arg=key)
