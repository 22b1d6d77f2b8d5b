"""How soon the page Try it tells a verdict, on a first visit and on a second, beside the interpreter alone."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import BrowserContext, Playwright, sync_playwright

from bench.report import Bound, Row, Section
from tests.browser.chromium import browser_path
from tests.browser.serving import serving

SITE = Path("build/site")
ROUNDS = 10
FIRST, SECOND, LONGEST, RUNTIME = 4.0, 1.5, 0.2, 10.0
WATCHED = """
window.tasks = [0];
new PerformanceObserver((list) => tasks.push(...list.getEntries().map((one) => one.duration)))
  .observe({ type: "longtask", buffered: true });
new MutationObserver(() => {
  if (window.told === undefined && document.querySelector(".try-verdict h3")) window.told = performance.now();
}).observe(document, { childList: true, subtree: true });
"""
ALONE = """async (runtime) => {
  const begun = performance.now();
  const script = `
    const { loadPyodide } = await import("${runtime}pyodide.mjs");
    await loadPyodide({ indexURL: "${runtime}", checkAPIVersion: false });
    postMessage(1);`;
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  await new Promise((resolve) => { new Worker(address, { type: "module" }).onmessage = resolve; });
  return performance.now() - begun;
}"""


def pages() -> Section:
    """Open the page in a browser, on loopback, as a reader who was never here and as one who was.

    Raises:
        FileNotFoundError: there is no browser, or the docs are not built.
    """
    found = browser_path()
    if found is None or not SITE.is_dir():
        message = "a browser (chromium) and the built docs (make docs) are needed"
        raise FileNotFoundError(message)
    first: list[float] = []
    second: list[float] = []
    longest: list[float] = []
    alone: list[float] = []
    with serving(SITE) as docs, sync_playwright() as playwright:
        for _ in range(ROUNDS):
            with _reader(playwright, found) as context:
                alone.append(_interpreter(context, docs))
            with _reader(playwright, found) as context:
                for spent in (first, second):
                    told, task = _visit(context, docs)
                    spent.append(told)
                    longest.append(task)
    kept_first, kept_second = median(first), median(second)
    rows = [
        Row("first verdict, first visit (nothing in the cache)", kept_first, median(alone)),
        Row("first verdict, second visit", kept_second, median(alone)),
        Row("the interpreter alone, nothing in the cache", median(alone)),
        Row("longest task of the page in a visit", median(longest)),
        Row("the same, the longest of all visits", max(longest)),
    ]
    bounds = [
        Bound("seconds to the first verdict, first visit", kept_first, FIRST),
        Bound("seconds to the first verdict, second visit", kept_second, SECOND),
        Bound("seconds of the longest task of the page in a visit", median(longest), LONGEST),
        Bound("MB of the runtime, compressed", _compressed() / 1e6, RUNTIME),
    ]
    return Section(
        "Try it, in a browser", rows, bounds, [f"{ROUNDS} readers in turns, each with two visits, on loopback."]
    )


@contextmanager
def _reader(playwright: Playwright, browser: str) -> Iterator[BrowserContext]:
    """A browser of a reader who was never here. It keeps on disk what browsers keep, for the second visit."""
    with TemporaryDirectory() as profile:
        context = playwright.chromium.launch_persistent_context(
            profile, executable_path=browser, args=["--no-sandbox"], headless=True
        )
        try:
            yield context
        finally:
            context.close()


def _visit(context: BrowserContext, docs: str) -> tuple[float, float]:
    """Seconds to the first verdict, and of the longest task until then and a moment after.

    Raises:
        RuntimeError: a verdict is there and nothing saw it come.
    """
    page = context.new_page()
    page.add_init_script(WATCHED)
    page.goto(f"{docs}try-it/")
    page.wait_for_selector(".try-verdict h3")
    page.wait_for_timeout(1000)
    told, longest = page.evaluate("[window.told, Math.max(...tasks)]")
    page.close()
    if told is None:
        message = "the page tells a verdict, and when it came was not noted"
        raise RuntimeError(message)
    return told / 1000, longest / 1000


def _interpreter(context: BrowserContext, docs: str) -> float:
    page = context.new_page()
    page.goto(f"{docs}requirements/")
    spent: float = page.evaluate(ALONE, f"{docs}assets/runtime/")
    return spent / 1000


def _compressed() -> int:
    files = (SITE / "assets" / "runtime").iterdir()
    return sum(len(gzip.compress(path.read_bytes(), 6)) for path in files if not path.name.startswith("."))
