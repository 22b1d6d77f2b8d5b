"""Evidence, results and features as a test gives them, and pages as a reader sees them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html.parser import HTMLParser
from typing import Any

import markdown  # type: ignore[import-untyped]

from dod_model.bdd.results import Came, Results, ScenarioResult
from dod_model.bdd.spec import spec_folder
from dod_model.publish.evidence import Asked, Evidence
from dod_model.publish.features.files import scenarios_by_requirement
from dod_model.publish.features.parts import ScenarioPlace
from dod_model.publish.markdown import placed
from dod_model.publish.material import Material

SPEC = spec_folder()
HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(1)> [a](javascript:alert(1)) "
    '`c` *d* __e__ {.f} {#g} |h| ~i~ $j$ &amp; " \\ F999'
)
"""A text that wants to be more than a text."""
EXTENSIONS = ["admonition", "attr_list", "md_in_html", "tables", "toc", "pymdownx.details", "pymdownx.superfences"]
"""What pages are built with."""
EXTENSIONS += ["pymdownx.caret", "pymdownx.mark", "pymdownx.tilde"]
"""What other builders take by themselves."""


def everything(came: Came = "passed") -> dict[tuple[str, int], ScenarioResult]:
    """What a run came to in which the same came of every scenario of a requirement."""
    keys = {key for places in scenarios_by_requirement(SPEC).values() for place in places for key in place.keys}
    return {key: ScenarioResult(file=key[0], line=key[1], name="a scenario", came=came) for key in keys}


def but(came: Came, places: Iterable[ScenarioPlace], number: int = 1) -> Results:
    """A run in which all passed but this many cases of these scenarios."""
    keys = list(dict.fromkeys(key for place in places for key in place.keys))[:number]
    others = {key: ScenarioResult(file=key[0], line=key[1], name="a scenario", came=came) for key in keys}
    return everything() | others


def material(results: Results) -> Material:
    """The features of the project with these results."""
    return Material(SPEC, results)


def evidence(
    *places: ScenarioPlace,
    results: Results | None = None,
    vectors: Mapping[Any, Asked] | None = None,
    impostors: Mapping[str, int] | None = None,
) -> Evidence:
    """What stands behind a requirement."""
    return Evidence(places, results or {}, vectors or {"features": Asked()}, impostors or {})


def place(*lines: int, name: str = "A scenario", feature: str = "A feature") -> ScenarioPlace:
    """A scenario with a case on each of these lines."""
    keys = tuple(("features/a/b.feature", line) for line in lines)
    return ScenarioPlace("features/a/b.md", f"l{lines[0]}", feature, name, keys)


class Seen(HTMLParser):
    """A page as a reader sees it.

    Attributes:
        text: what stands on it.
        elements: the elements that it is made of.
        attributes: the names of their attributes.
    """

    def __init__(self, page: str) -> None:
        """Make HTML of a page of Markdown, and read it; what stands in front of the page is for the builder."""
        super().__init__(convert_charrefs=True)
        page = re.sub(r"^---\n.*?\n---\n", "", page, flags=re.MULTILINE | re.DOTALL)
        self.text = ""
        self.elements: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(markdown.markdown(placed(page, "a/b.md"), extensions=EXTENSIONS))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        """Note text."""
        self.text += data
