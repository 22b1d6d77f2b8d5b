"""Take pictures of the built docs, as readers see them: light and dark, wide and on a phone.

python docs/assets/take_screenshots.py             the main pages, into build/screenshots
python docs/assets/take_screenshots.py --readme    the two that the README shows, into this folder
"""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT))

from tests.browser.chromium import browser_path  # noqa: E402 - the project is no package that is installed
from tests.browser.serving import serving  # noqa: E402 - the same

PAGES = (
    "",
    "try-it/",
    "requirements/",
    "requirements/gateway-serves-content/",
    "features/gateway/gateway/",
    "releases/",
    "releases/compare/#1906..1910",
    "documents/contradictions/",
    "documents/traceability/",
    "kit/kill-matrix/",
    "explanation/how-it-decides/",
)
WIDE, PHONE = (1280, 900), (360, 740)
README = {"try-it.png": ("try-it/", (1280, 1000), "light"), "releases.png": ("releases/", (1280, 1000), "dark")}


def settled(page: Page, address: str) -> None:
    """Open a page, and wait until it has drawn itself."""
    page.goto(address)
    if "try-it" in address:
        page.wait_for_selector(".try-verdict h3")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(500)


def take(browser: Browser, address: str, size: tuple[int, int], scheme: str, picture: Path) -> None:
    """Take one picture of what is seen first."""
    viewport = {"width": size[0], "height": size[1]}
    page = browser.new_page(viewport=viewport, color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    settled(page, address)
    picture.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=picture)
    page.close()


def main(words: list[str]) -> int:
    """Take the pictures; return the exit code."""
    found = browser_path()
    if found is None or not (ROOT / "build" / "site").is_dir():
        sys.stderr.write("a browser (chromium) and the built docs (make docs) are needed\n")
        return 2
    with serving(ROOT / "build" / "site") as docs, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        if words == ["--readme"]:
            for name, (address, size, scheme) in README.items():
                take(browser, docs + address, size, scheme, HERE / name)
            return 0
        for address in PAGES:
            name = address.partition("#")[0].strip("/").replace("/", "-") or "home"
            for scheme in ("light", "dark"):
                for width, size in (("wide", WIDE), ("phone", PHONE)):
                    take(
                        browser,
                        docs + address,
                        size,
                        scheme,
                        ROOT / "build/screenshots" / f"{name}-{scheme}-{width}.png",
                    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
