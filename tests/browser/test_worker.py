"""Python in a worker: whatever takes too long is ended and told, and the page goes on."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from dod_model.kit.shipped import vector_text
from tests.browser.asking import ask, module
from tests.browser.try_it.trying import emptied

pytestmark = pytest.mark.slow

ASK_ON = """async ({ module, file }) => {
  const { python } = await import(module);
  window.unanswered = true;
  const questions = Array.from({ length: 20 }, () => python.call("vectors", { file }, { timeout: 600_000 }));
  const over = Promise.race(questions).then(() => "answered", (error) => error.message);
  over.then(() => { window.unanswered = false; });
  for (const question of questions) question.catch(() => {});
  window.stopped = () => { python.stop(); return over; };
}"""
"""Seconds of work, one question after the other."""


@pytest.fixture
def trying(page: Page, docs: str) -> Page:
    page.goto(f"{docs}try-it/")
    page.locator(".try-verdict h3").first.wait_for()
    return page


def test_what_takes_too_long_is_ended_and_the_next_question_is_answered(trying: Page) -> None:
    late = ask(trying, "vectors", {"file": vector_text("relations")}, timeout=50)
    assert late["error"] == "It was stopped, for it took longer than 0.05 seconds."
    assert late["states"][-1] == "off"
    again = ask(trying, "vectors", {"file": vector_text("pairs")})
    assert again["answer"]["agreed"] == again["answer"]["asked"] > 0
    assert again["states"][0] == "off"
    assert again["states"][-1] == "ready"


def test_the_page_answers_while_python_works(trying: Page) -> None:
    """What a reader types comes about while questions that take long are still unanswered."""
    trying.evaluate(ASK_ON, {"module": module(trying), "file": vector_text("features")})
    emptied(trying)
    trying.keyboard.type("release: 1910")
    expect(trying.locator(".cm-content")).to_have_text("release: 1910")
    assert trying.evaluate("unanswered") is True
    assert trying.evaluate("stopped()") == "It was stopped."


def test_a_huge_description_is_refused_in_words(trying: Page) -> None:
    told = ask(trying, "check", {"text": "# " + "x" * 300_000})
    (problem,) = told["answer"]["problems"]
    assert problem["code"] == "too-large"


def test_a_question_that_there_is_not_is_told_and_nothing_breaks(trying: Page) -> None:
    assert ask(trying, "exec", {"text": "1"})["error"].startswith("This is a bug of ours: ")
    assert "Site" in ask(trying, "fields", {})["answer"]["groups"]
