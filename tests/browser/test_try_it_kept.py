"""What a reader writes on the page "Try it" is kept in the tab: leaving the page loses nothing."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.try_it.trying import emptied

pytestmark = pytest.mark.slow

WRITTEN = "release: TP 1909"
FIRST = "# The gateway holds the content"
LARGE = 2**18
KEY = "dod-try-it"
AGAIN = "what you wrote in this tab before"
NOT_KEPT = "cannot be kept in this tab"


@pytest.fixture
def address(docs: str) -> str:
    return f"{docs}try-it/"


def text(page: Page) -> Locator:
    return page.locator(".cm-content")


def note(page: Page) -> Locator:
    return page.locator(".try-note")


def write(page: Page, address: str, words: str = WRITTEN) -> None:
    """Open the page and write something else into it."""
    page.goto(address)
    expect(text(page)).to_contain_text(FIRST)
    write_instead(page, words)


def write_instead(page: Page, words: str) -> None:
    emptied(page)
    page.keyboard.insert_text(words)


def leave(page: Page, docs: str) -> None:
    page.goto(f"{docs}documents/contradictions/")


def test_what_was_written_is_there_again(page: Page, docs: str, address: str) -> None:
    write(page, address)
    page.locator(".try-options select").first.select_option(index=1)
    chosen = page.locator(".try-options select").evaluate_all("all => all.map((one) => one.value)")
    leave(page, docs)
    page.goto(address)
    expect(text(page)).to_have_text(WRITTEN)
    expect(note(page)).to_contain_text(AGAIN)
    assert any(chosen)
    assert page.locator(".try-options select").evaluate_all("all => all.map((one) => one.value)") == chosen


def test_a_reload_loses_nothing(page: Page, address: str) -> None:
    write(page, address)
    page.reload()
    expect(text(page)).to_have_text(WRITTEN)


def test_the_note_goes_when_the_reader_writes_on(page: Page, address: str) -> None:
    write(page, address)
    page.reload()
    expect(note(page)).to_contain_text(AGAIN)
    write_instead(page, "release: 1910")
    expect(note(page)).to_have_text("")


def test_a_link_goes_first_and_loses_nothing(page: Page, docs: str, address: str) -> None:
    write(page, address)
    leave(page, docs)
    page.goto(f"{address}#example=branch-office")
    expect(text(page)).to_contain_text("devices of two models in a branch office")
    expect(note(page)).to_have_text("")
    leave(page, docs)
    page.goto(address)
    expect(text(page)).to_have_text(WRITTEN)


def test_a_damaged_link_is_told_over_the_first_example(page: Page, docs: str, address: str) -> None:
    write(page, address)
    leave(page, docs)
    page.goto(f"{address}#s=AAAA")
    expect(text(page)).to_contain_text(FIRST)
    expect(note(page)).to_contain_text("This link is damaged")


def test_a_new_tab_begins_with_the_example(page: Page, address: str) -> None:
    write(page, address)
    other = page.context.new_page()
    other.goto(address)
    expect(text(other)).to_contain_text(FIRST)
    expect(note(other)).to_have_text("")
    other.close()


def test_an_example_is_not_kept(page: Page, address: str) -> None:
    page.goto(address)
    expect(text(page)).to_contain_text(FIRST)
    assert page.evaluate("sessionStorage.length") == 0


def test_what_is_too_large_is_not_kept_and_the_page_says_so(page: Page, docs: str, address: str) -> None:
    write(page, address)
    write_instead(page, "#" * LARGE)
    expect(note(page)).to_contain_text(NOT_KEPT)
    leave(page, docs)
    page.goto(address)
    expect(text(page)).to_contain_text(FIRST)


def test_a_browser_that_keeps_nothing_is_told_of(page: Page, address: str) -> None:
    page.add_init_script("Object.defineProperty(self, 'sessionStorage', { get() { throw new Error('no'); } })")
    write(page, address)
    expect(note(page)).to_contain_text(NOT_KEPT)


@pytest.mark.parametrize("garbage", ["{", '{"text": 1, "options": {}}', "null"])
def test_what_cannot_be_read_is_as_nothing(page: Page, docs: str, address: str, garbage: str) -> None:
    leave(page, docs)
    page.evaluate("([key, value]) => sessionStorage.setItem(key, value)", [KEY, garbage])
    page.goto(address)
    expect(text(page)).to_contain_text(FIRST)
