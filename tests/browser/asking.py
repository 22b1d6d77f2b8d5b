"""Questions to the Python of a page, past what the page itself asks."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Page

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


def module(page: Page) -> str:
    """The address of the module of the page that has the one Python; it is loaded."""
    loaded: list[str] = page.evaluate("performance.getEntriesByType('resource').map((one) => one.name)")
    (found,) = {one for one in loaded if re.search(r"/python-\w+\.js$", one)}
    return found


def ask(page: Page, question: str, args: dict[str, Any], timeout: int = 60_000) -> dict[str, Any]:
    """The answer or the error, and the states until then; ``timeout`` is in milliseconds."""
    told: dict[str, Any] = page.evaluate(
        ASK, {"module": module(page), "question": question, "args": args, "timeout": timeout}
    )
    return told
