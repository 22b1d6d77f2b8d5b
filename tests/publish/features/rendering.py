"""A page of Markdown as a builder of pages makes it: what a reader sees, and which elements there are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from importlib import import_module
from typing import Any

from mkdocs.utils.meta import get_data
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from tests.cli.running import ROOT

VOID = {"br", "hr", "img", "input", "meta", "link", "wbr"}


@cache
def extensions() -> tuple[list[str], dict[str, Any]]:
    """The extensions of the docs, and their settings."""
    with (ROOT / "mkdocs.yml").open(encoding="utf-8") as file:
        listed = yaml_load(file, get_yaml_loader())["markdown_extensions"]
    names = [next(iter(one)) if isinstance(one, dict) else one for one in listed]
    return names, {name: settings for one in listed if isinstance(one, dict) for name, settings in one.items()}


def rendered(text: str) -> str:
    """A page as HTML."""
    names, settings = extensions()
    body = get_data(text)[0]
    html: str = import_module("markdown").markdown(body, extensions=names, extension_configs=settings)
    return html


def title(text: str) -> str:
    """What a page tells of its title in front of all, as the theme puts it into pages."""
    return str(get_data(text)[1]["title"])


@dataclass
class Element:
    """An element with its attributes, and all text in it."""

    tag: str
    attributes: dict[str, str | None]
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.texts)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.all: list[Element] = []
        self.open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.all.append(Element(tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(self.all[-1])

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> within <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        for one in self.open:
            one.texts.append(data)

    def handle_comment(self, data: str) -> None:
        self.all.append(Element("!--", {"data": data}))

    def handle_decl(self, decl: str) -> None:
        self.all.append(Element("!", {"data": decl}))

    def handle_pi(self, data: str) -> None:
        self.all.append(Element("?", {"data": data}))

    def unknown_decl(self, data: str) -> None:
        self.all.append(Element("![", {"data": data}))


def elements(html: str) -> Iterator[Element]:
    """Every element, in order. Each has an end, in the right place."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    yield from reader.all
