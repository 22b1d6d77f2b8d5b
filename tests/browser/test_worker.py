"""Python in a worker: whatever takes too long is ended and told, and the page goes on."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page

from dod_model.kit.shipped import vector_text

pytestmark = pytest.mark.slow

ASK = """async ({ module, question, args, timeout }) => {
  const { python } = await import(module);
  const states = [];
  python.onState(({ state }) => states.push(state));
  try {
    return { answer: await python.call(question, args, { timeout }), states };
  } catch (error) {
    return { error: error.message, states };
  }
}"""


@pytest.fixture
def trying(page: Page, docs: str) -> Page:
    page.goto(f"{docs}try-it/")
    page.locator(".try-verdict h3").first.wait_for()
    return page


def ask(page: Page, question: str, args: dict[str, Any], timeout: int = 60_000) -> dict[str, Any]:
    loaded: list[str] = page.evaluate("performance.getEntriesByType('resource').map((one) => one.name)")
    (module,) = {one for one in loaded if re.search(r"/python-\w+\.js$", one)}
    told: dict[str, Any] = page.evaluate(
        ASK, {"module": module, "question": question, "args": args, "timeout": timeout}
    )
    return told


def test_what_takes_too_long_is_ended_and_the_next_question_is_answered(trying: Page) -> None:
    late = ask(trying, "vectors", {"file": vector_text("relations")}, timeout=50)
    assert late["error"] == "It was stopped, for it took longer than 0.05 seconds."
    assert late["states"][-1] == "off"
    again = ask(trying, "vectors", {"file": vector_text("pairs")})
    assert again["answer"]["agreed"] == again["answer"]["asked"] > 0
    assert again["states"][0] == "off"
    assert again["states"][-1] == "ready"


def test_the_page_answers_while_python_works(trying: Page) -> None:
    """The longest pause of the page, while a worker is busy for seconds, is a moment."""
    trying.evaluate("""() => {
      window.longest = 0;
      let last = performance.now();
      setInterval(() => { longest = Math.max(longest, performance.now() - last); last = performance.now(); }, 10);
    }""")
    busy = ask(trying, "vectors", {"file": vector_text("features")})
    assert busy["answer"]["asked"] > 0
    assert trying.evaluate("longest") < 1000


def test_a_huge_description_is_refused_in_words(trying: Page) -> None:
    told = ask(trying, "check", {"text": "# " + "x" * 300_000})
    (problem,) = told["answer"]["problems"]
    assert problem["code"] == "too-large"


def test_a_question_that_there_is_not_is_told_and_nothing_breaks(trying: Page) -> None:
    assert ask(trying, "exec", {"text": "1"})["error"].startswith("This is a bug of ours: ")
    assert "Site" in ask(trying, "fields", {})["answer"]["groups"]
