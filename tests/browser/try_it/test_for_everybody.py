"""What the page shows while it is used is for everybody as well, in the light and in the dark."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.accessibility import serious
from tests.browser.try_it.trying import begun, described, loaded

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", params=["light", "dark"])
def python(browser: Browser, docs: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    with loaded(browser, docs, color_scheme=request.param, reduced_motion="reduce") as page:
        yield page


@pytest.fixture
def page(python: Page) -> Page:
    return begun(python)


def test_the_form(page: Page) -> None:
    page.get_by_role("tab", name="Form").click()
    expect(page.get_by_label("Release", exact=True)).to_be_visible()
    for fold in page.locator(".try-form details").all():
        fold.evaluate("one => { one.open = true; }")
    assert serious(page) == []


def test_problems(page: Page) -> None:
    described(page, "release: 1910\nenhanced_htp: true\n")
    expect(page.locator(".try-problems li")).to_have_count(1)
    expect(page.locator(".cm-lint-marker-error")).to_have_count(1)
    assert serious(page) == []
