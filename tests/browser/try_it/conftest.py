"""The page "Try it", as it is at first, for each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.try_it.trying import begun, loaded


@pytest.fixture(scope="module")
def python(browser: Browser, docs: str) -> Iterator[Page]:
    """One page for all tests of a module, with Python in it."""
    with loaded(browser, docs) as page:
        yield page


@pytest.fixture
def page(python: Page) -> Page:
    return begun(python)
