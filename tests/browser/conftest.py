"""A browser, and the built docs behind an address of this machine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.chromium import NAMES, browser_path
from tests.browser.missing import missing
from tests.browser.serving import serving
from tests.browser.watching import Watched
from tests.cli.running import ROOT

SITE = ROOT / "build" / "site"
LONGEST = 30_000
"""So many milliseconds anything in a page may take."""


@pytest.fixture(scope="session")
def site() -> Path:
    """The folder of the built docs."""
    if not (SITE / "index.html").exists():
        missing("the docs are not built: make docs")
    return SITE


@pytest.fixture(scope="session")
def docs(site: Path) -> Iterator[str]:
    """The address of the docs, which lie below a path of their own, as they do on a host that has others."""
    with serving(site, below="/some/path") as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, without a window."""
    found = browser_path()
    if found is None:
        missing(f"there is no browser here: none of {', '.join(NAMES)}")
    expect.set_options(timeout=LONGEST)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def settings() -> dict[str, Any]:
    """How the browser is set; a test that wants it otherwise has a fixture of this name of its own, or parameters."""
    return {}


@pytest.fixture(scope="session")
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """A reader who comes again and again, so that Python is not loaded anew for each test."""
    opened = browser.new_context(viewport={"width": 1280, "height": 900})
    opened.set_default_timeout(LONGEST)
    yield opened
    opened.close()


@pytest.fixture
def context(browser: Browser, reader: BrowserContext, settings: dict[str, Any]) -> Iterator[BrowserContext]:
    """That reader; where the browser is set otherwise, one who was never here."""
    if not settings:
        yield reader
        for left in reader.pages:
            left.close()
        return
    opened = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **settings})
    opened.set_default_timeout(LONGEST)
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext, docs: str) -> Iterator[Page]:
    """A page in which nothing may go wrong unnoticed: errors, what could not be loaded, other hosts."""
    opened = context.new_page()
    watched = Watched(opened, docs)
    yield opened
    assert watched.amiss == []
