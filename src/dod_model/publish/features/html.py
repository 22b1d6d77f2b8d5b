"""Parts of features as HTML: what Gherkin says is text, whatever stands in it.

A page of Markdown takes a part whole, if it is one line that begins with a tag. In it every text is isolated, so that
one that runs from right to left does not turn what is around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape

from dod_model.bdd.results import Results
from dod_model.publish.features.parts import Cells, Examples, FeatureFile, Step, anchor_of
from dod_model.publish.markdown import escaped

_UNSHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
COLOURS = {"passed": "good", "failed": "bad", "skipped": "quiet", "not run": "quiet"}


def shown(text: str) -> str:
    """Text whose control characters are marked, for no page can show them."""
    return _UNSHOWN.sub("\ufffd", text)


def isolated(text: str) -> str:
    """Text as HTML."""
    return f"<bdi>{_html(text)}</bdi>"


def isolated_markdown(text: str) -> str:
    """Text for a line of Markdown, in which nothing is taken for Markdown."""
    return f"<bdi>{escaped(shown(text))}</bdi>"


def attribute(text: str) -> str:
    """Text as the value of an attribute, between double quotation marks."""
    return escape(shown(text))


def _html(text: str) -> str:
    """Text on one line of HTML; ends of lines are kept."""
    return escape(shown(text), quote=False).replace("\n", "&#10;")


def description(text: str) -> Iterator[str]:
    """A description with its layout: paragraphs, lists with what is below an item, and text that is set off."""
    for block in re.split(r"\n\s*\n", text):
        lines = block.split("\n")
        if not block.strip():
            continue
        yield ""
        if lines[0].lstrip().startswith(("- ", "* ")):
            yield f'<ul class="dod-description">{"".join(_list_items(lines))}</ul>'
        elif lines[0].startswith((" ", "\t")):
            yield f'<pre class="dod-description">{isolated(block)}</pre>'
        else:
            yield f'<p class="dod-description">{isolated(" ".join(line.strip() for line in lines))}</p>'


def _list_items(lines: list[str]) -> Iterator[str]:
    """The items of a list; what is further in than the first mark belongs to the item above, as a list of its own."""
    margin = len(lines[0]) - len(lines[0].lstrip())
    item: list[str] = []
    for line in [*lines, ""]:
        begins = line[margin:].startswith(("- ", "* ")) or not line
        if begins and item:
            yield f"<li>{_list_item(item)}</li>"
            item = []
        item.append(line)


def _list_item(lines: list[str]) -> str:
    below = next((at for at, line in enumerate(lines) if at and line.lstrip().startswith(("- ", "* "))), len(lines))
    text = " ".join(line.strip() for line in lines[:below])[2:]
    inner = f"<ul>{''.join(_list_items(lines[below:]))}</ul>" if below < len(lines) else ""
    return isolated(text) + inner


def steps(told: Iterable[Step]) -> str:
    """Steps with their tables and texts."""
    return f'<ol class="dod-steps">{"".join(map(_step, told))}</ol>'


def _step(step: Step) -> str:
    parts = [f'<li><span class="dod-keyword">{_html(step.keyword)}</span> <div>{isolated(step.text)}']
    if step.table:
        head, *rows = step.table
        parts += [
            '<div class="dod-scroll" tabindex="0"><table class="dod-table">',
            _head(head),
            *(f"<tr>{_cells(row)}</tr>" for row in rows),
        ]
        parts.append("</tbody></table></div>")
    if step.docstring is not None:
        parts.append(f"<pre>{isolated(step.docstring)}</pre>")
    return "".join([*parts, "</div></li>"])


def _head(cells: Cells, more: str = "") -> str:
    return f"<thead><tr>{_cells(cells, 'th')}{more}</tr></thead><tbody>"


def _cells(cells: Cells, tag: str = "td") -> str:
    return "".join(f"<{tag}>{isolated(cell)}</{tag}>" for cell in cells)


def examples(feature: FeatureFile, told: Examples, results: Results) -> str:
    """The rows of a table of examples, each with what came of it."""
    head = _head(told.head, '<th class="dod-result">Last run</th>')
    rows = []
    for row in told.rows:
        rows.append(f'<tr id="{anchor_of(row.line)}">{_cells(row.cells)}<td class="dod-result">')
        rows.append(f"{came(feature, row.line, results)}</td></tr>")
        reason = why(feature, row.line, results)
        if reason:
            rows.append(f'<tr><td colspan="{len(told.head) + 1}">{reason}</td></tr>')
    table = f'<table class="dod-table">{head}{"".join(rows)}</tbody></table>'
    return f'<div class="dod-scroll dod-examples" tabindex="0">{table}</div>'


def came(feature: FeatureFile, line: int, results: Results) -> str:
    """What came of a scenario or row in the last run, as a badge; a run in the browser puts its own beside it."""
    result = results.get((feature.path, line))
    word = result.came if result else "not run"
    return f'<span class="dod-came" data-line="{line}">{badge(word)}</span>'


def badge(word: str, colour: str = "") -> str:
    """A label."""
    return f'<span class="dod-badge dod-{colour or COLOURS[word]}">{_html(word)}</span>'


def why(feature: FeatureFile, line: int, results: Results) -> str:
    """The step that failed and its reason; empty where none failed."""
    result = results.get((feature.path, line))
    return f'<pre class="dod-why">{isolated(result.why)}</pre>' if result and result.why else ""
