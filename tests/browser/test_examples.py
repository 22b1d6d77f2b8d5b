"""The page says of every example what the command says: its answers are those of Python here, which are held to it."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page

from dod_model.browser import call
from dod_model.requirements import REQUIREMENTS
from tests.browser.asking import ask
from tests.cli.running import EXAMPLES
from tests.page.answers import EVERY, asked

pytestmark = pytest.mark.slow


def test_every_example_is_asked() -> None:
    assert sorted(EVERY) == sorted(EXAMPLES.rglob("*.yaml"))
    assert {path.stem for path in EVERY} >= {one.id for one in REQUIREMENTS}


def test_the_page_answers_as_python_does_here(page: Page, docs: str) -> None:
    page.goto(f"{docs}try-it/")
    page.locator(".try-verdict h3").first.wait_for()
    for path in EVERY:
        args = {"text": path.read_text(encoding="utf-8"), **asked(path)[1]}
        here = json.loads(call("check", json.dumps(args)))
        assert here["problems"] == []
        assert ask(page, "check", args)["answer"] == here, path.stem
