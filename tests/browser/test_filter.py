"""The list of requirements is filtered by selects, and what is chosen can be linked."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from dod_model.requirements import REQUIREMENTS, Force

pytestmark = pytest.mark.slow


@pytest.fixture
def index(page: Page, docs: str) -> str:
    address = f"{docs}/requirements/"
    page.goto(address)
    return address


def count(page: Page, shown: int) -> None:
    words = f"{shown} of {len(REQUIREMENTS)} requirements shown"
    expect(page.get_by_role("status").filter(has_text="requirements")).to_have_text(words)


def forced(force: Force) -> int:
    return sum(one.force is force for one in REQUIREMENTS)


@pytest.mark.usefixtures("index")
def test_all_are_shown_at_first(page: Page) -> None:
    count(page, len(REQUIREMENTS))
    expect(page.get_by_role("button", name="Show all")).to_be_hidden()


def test_what_is_chosen_filters_and_stands_in_the_address(page: Page, index: str) -> None:
    page.get_by_label("Force").select_option("advises")
    count(page, forced(Force.ADVISES))
    expect(page.get_by_role("heading", name="Is there a gateway?")).to_be_hidden()
    page.get_by_label("Release").select_option("2002")
    assert page.url == f"{index}?force=advises&release=2002"
    page.wait_for_load_state("networkidle")
    page.reload()
    count(page, forced(Force.ADVISES))
    page.get_by_role("button", name="Show all").click()
    count(page, len(REQUIREMENTS))
    assert page.url == index


def test_a_release_tells_what_it_makes_of_a_requirement(page: Page, docs: str) -> None:
    page.goto(f"{docs}/requirements/?release=1906")
    count(page, len(REQUIREMENTS) - 1)
    row = page.locator(".dod-row").filter(has=page.get_by_role("link", name="download-on-demand-available"))
    expect(row.locator(".dod-row-note")).to_have_text("1906: cannot be met")
    expect(page.get_by_role("link", name="no-defect-of-2002")).to_be_hidden()


def test_what_the_address_has_and_the_page_has_not_is_passed_over(page: Page, docs: str) -> None:
    page.goto(f"{docs}/requirements/?topic=<b>&release=1234&force=blocks")
    count(page, forced(Force.BLOCKS))
    expect(page.get_by_label("Topic")).to_have_value("")
