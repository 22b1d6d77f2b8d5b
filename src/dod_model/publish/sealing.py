"""The content security policy of every page: nothing but this host, and no script that the page did not come with.

The theme has a few scripts inside its pages. They are allowed by the hashes of their text, which differ from page to
page, so that the policy is put into the pages once they are built.
"""

from __future__ import annotations

import base64
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

_HEAD = "<head>"
_DIAGRAM = "mermaid"
_SCRIPTS = frozenset({"", "text/javascript", "application/javascript", "module"})


class _Inline(HTMLParser):
    """What a page has between its tags that a policy is about."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self.diagrams = False
        self._into: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.diagrams |= _DIAGRAM in (given.get("class") or "").split()
        if tag == "script" and "src" not in given and (given.get("type") or "") in _SCRIPTS:
            self._into = self.scripts
        elif tag == "style":
            self._into = self.styles

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style"}:
            self._into = None

    def handle_data(self, data: str) -> None:
        if self._into is not None:
            self._into.append(data)


def policy(page: str) -> str:
    """The policy for a page.

    - ``wasm-unsafe-eval`` lets the interpreter be compiled, and no text be run as a script.
    - The worker is made from a ``blob:``, by which it has this policy, too.
    - Small pictures of the theme's styles are ``data:``; they come from nowhere.
    - Only a page with a diagram may have styles of its own: they are drawn with them.
    """
    inside = _Inline()
    inside.feed(page)
    scripts = " ".join(sorted({_hashed(text) for text in inside.scripts}))
    styles = "'unsafe-inline'" if inside.diagrams else " ".join(sorted({_hashed(text) for text in inside.styles}))
    directives = (
        "default-src 'self'",
        f"script-src 'self' 'wasm-unsafe-eval' {scripts}",
        f"style-src 'self' {styles}",
        "img-src 'self' data:",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'none'",
    )
    return "; ".join(directive.strip() for directive in directives)


ABSOLUTE = ("404.html", "sitemap.xml", "sitemap.xml.gz")
"""What the theme makes for a site that knows its own address. These docs do not: the links would lead elsewhere."""


def seal(site: Path) -> int:
    """Put the policy into every page of the built docs, and take out what only fits a site that knows its address.

    Args:
        site: the folder of the docs.

    Returns:
        How many pages have it.

    Raises:
        ValueError: a page has no head, or has a policy already.
        OSError: a page cannot be read or written.
    """
    for name in ABSOLUTE:
        (site / name).unlink(missing_ok=True)
    pages = sorted(site.rglob("*.html"))
    for path in pages:
        path.write_text(sealed(path.read_text(encoding="utf-8"), path), encoding="utf-8", newline="\n")
    return len(pages)


def sealed(page: str, path: Path) -> str:
    """A page with its policy, before everything that it is about.

    Raises:
        ValueError: the page has no head, or has a policy already.
    """
    head, found, rest = page.partition(_HEAD)
    if not found or "Content-Security-Policy" in page:
        message = f"{path}: a page without a head, or with a policy already"
        raise ValueError(message)
    return f'{head}{found}<meta http-equiv="Content-Security-Policy" content="{policy(page)}">{rest}'


def _hashed(text: str) -> str:
    return f"'sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}'"
