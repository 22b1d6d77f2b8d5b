"""What a reader does on the page "Try it"."""

from __future__ import annotations

import base64
import json
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.watching import Watched
from tests.cli.running import EXAMPLES

FAULTS = sorted((EXAMPLES / "faults").iterdir())
FAULT = "#example=faults/gateway-serves-content"
GATEWAY = (EXAMPLES / "faults" / "gateway-serves-content.yaml").read_text(encoding="utf-8")
RUNS = "Runs, and downloads content on demand"
TOO_MANY_TABS = 150


@contextmanager
def loaded(browser: Browser, docs: str, **settings: Any) -> Iterator[Page]:
    """The page with Python in it: loading takes seconds, so that tests share it."""
    page = browser.new_page(viewport={"width": 1280, "height": 900}, **settings)
    page.set_default_timeout(30_000)
    watched = Watched(page, docs)
    page.goto(f"{docs}try-it/")
    reads(page, "does not run")
    yield page
    assert watched.amiss == [], watched.amiss
    page.close()


def begun(page: Page) -> Page:
    """The page as it is at first."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.get_by_role("tab", name="Text").click()
    shown(page, "#example=healthy", RUNS)
    shown(page, FAULT)
    return page


def reads(page: Page, words: str) -> None:
    """The verdict is there, of the text as it is, and reads so."""
    expect(page.locator(".try-verdict:not(.try-old) .try-outcome")).to_have_text(
        re.compile(f".?{words}", re.IGNORECASE), timeout=60_000
    )


def shown(page: Page, fragment: str, words: str = "does not run") -> None:
    """What a link names, after its verdict is there."""
    page.evaluate("hash => { location.hash = ''; location.hash = hash; }", fragment)
    reads(page, words)


def described(page: Page, text: str) -> None:
    """A text of which there need be no verdict."""
    page.evaluate("hash => { location.hash = hash; }", link_to(text))
    expect(page.locator(".cm-line").first).to_have_text(text.partition("\n")[0])


def editor(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Description of a site")


def emptied(page: Page) -> None:
    """Take out all of the text."""
    editor(page).click()
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")


def line(page: Page, words: str) -> Locator:
    return page.locator(".cm-line", has_text=words)


def typed_over(page: Page, words: str) -> None:
    """Type over the line in which the cursor is."""
    page.keyboard.press("End")
    page.keyboard.press("Shift+Home")
    page.keyboard.type(words)


def link_to(text: str, **options: str) -> str:
    """A link as the page makes it."""
    packer = zlib.compressobj(wbits=-15)
    packed = packer.compress(json.dumps({"text": text, "options": options}).encode()) + packer.flush()
    return "#s=" + base64.urlsafe_b64encode(packed).decode().rstrip("=")


def tabbed_to(page: Page, selector: str) -> None:
    """Go on with the Tab key until what has the focus is this."""
    for _ in range(TOO_MANY_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"the Tab key does not lead to {selector}")
