"""What axe finds in a page as it is just now."""

from __future__ import annotations

from functools import cache

from playwright.sync_api import Page

from tests.cli.running import ROOT

AXE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"
SERIOUS = {"serious", "critical"}


@cache
def _axe() -> str:
    return AXE.read_text(encoding="utf-8")


def serious(page: Page, *rules: str) -> list[str]:
    """What is serious or critical, in words; nothing where all is well.

    Args:
        page: the page, in the state of which is asked.
        rules: these rules of axe alone; without any, all of them.
    """
    page.evaluate(f"() => {{ {_axe()} }}")
    found = page.evaluate(
        "(only) => axe.run(document, { resultTypes: ['violations'], ...only })", {"runOnly": [*rules]} if rules else {}
    )
    return [
        f"{one['id']}: {one['help']}: {[node['html'][:200] for node in one['nodes'][:3]]}"
        for one in found["violations"]
        if one["impact"] in SERIOUS
    ]
