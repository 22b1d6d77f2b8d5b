"""Diagrams as text, for mermaid: what the pages explain with a picture of boxes and arrows."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

DECISION = """\
flowchart TD
    site["Site and attempt"] --> facts["Facts"] --> findings["Findings"]
    documents["Documents"] --> requirements["Requirements"] --> findings
    releases["Table of releases"] --> requirements
    findings --> outcome(["Outcome"])
    outcome --> plan["Plan"]
    outcome --> run["Run"]
"""

OUTCOME = """\
flowchart TD
    covered{{"Do the documents speak of it?"}} -- yes --> violated{{"Is a blocking requirement violated?"}}
    covered -- no --> away(["not covered"])
    covered -- unknown --> unknown(["undetermined"])
    violated -- yes --> fails(["does not run"])
    violated -- no --> open{{"Is a blocking requirement undetermined?"}}
    open -- yes --> hanging(["undetermined"])
    open -- no --> option{{"Which download option?"}}
    option -- when needed --> demand(["downloads on demand"])
    option -- all first --> before(["downloads before start"])
"""

UNKNOWN = """\
stateDiagram-v2
    state "undetermined" as open
    state "met, violated or not applicable" as certain
    [*] --> open: an unknown fact matters
    [*] --> certain: all that matters is known
    open --> certain: it becomes known
"""


def diagram(text: str, label: str, *, wide: bool = False) -> Iterator[str]:
    """A diagram in a box of its own, which scrolls where the page is narrow. Without JavaScript its text shows.

    Args:
        text: the diagram.
        label: what it shows, for those who have the page read out: a name of its own in the page.
        wide: whether it has to be wide to be read, as one with columns.
    """
    kind = "dod-diagram dod-wide" if wide else "dod-diagram"
    yield from (f'<div class="{kind}" tabindex="0" role="region" aria-label="Diagram: {escape(label)}" markdown>', "")
    yield from ("```mermaid", text.rstrip("\n"), "```", "", "</div>", "")
