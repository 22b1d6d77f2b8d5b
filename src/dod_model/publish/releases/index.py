"""The index of releases: the timeline as a drawing, and in tables."""

from __future__ import annotations

from collections.abc import Iterator

from dod_model.abilities import Ability
from dod_model.publish.markdown import anchor, escaped, heading, link, page, prose, statement, table
from dod_model.publish.releases.changes import EVERY_ABILITY, named_previews, release_link, title, with_it
from dod_model.publish.releases.drawing import timeline_svg
from dod_model.releases import Branch, Release, current_branch

WIDE = "---\nhide:\n  - toc\n---\n\n"
"""The head of a page whose content takes the room of the table of contents."""

INTRODUCTION = """\
Since when can the product do what? In two series of releases, which reuse the same numbers and have no order between
them: the **current branch**, written `1910`, and **technical previews**, written `TP 1909`."""

READ = """\
The broad bars are the current branch, the narrow ones technical previews; where there are dots, no document says. A
bar that runs out of the picture goes on. Each release leads to its page."""

TABLE_OF_CURRENT = """\
Versions and dates are those of the vendor's list of releases. A row that is marked rests on a third-party table."""

TABLE_OF_PREVIEWS = """\
There was a preview about every month, and no table of them. These are the ones with which something begins, ends, or
is no longer told of; the others are as the one before them."""


def releases_index() -> str:
    """Since when what is there: drawn, and in tables."""
    return WIDE + page("Releases", INTRODUCTION, _lines())


def _lines() -> Iterator[str]:
    yield "[Compare any two releases](<~/releases/compare.md>){ .md-button .md-button--primary }"
    yield ""
    yield from timeline()
    yield from ("", READ, "", heading(2, "What begins and ends", "abilities"), "")
    yield from table(("What the product can do", "Current branch", "Technical preview", "Statements"), _lifetimes())
    yield from ("", heading(2, "Current branch"), "", TABLE_OF_CURRENT, "")
    yield from table(("Release", "Version", "Available", "Support ends", "What changes"), map(_row, current_branch()))
    yield from ("", heading(2, "Technical previews"), "", TABLE_OF_PREVIEWS, "")
    yield from table(("Preview", "What changes"), ((release_link(one), _brief(one)) for one in named_previews()))


def timeline() -> Iterator[str]:
    """The drawing in a box of its own, which scrolls where the page is narrow."""
    yield '<div class="dod-timeline" role="region" aria-label="Timeline of releases" tabindex="0">'
    yield timeline_svg()
    yield "</div>"


def _lifetimes() -> Iterator[tuple[str, ...]]:
    for one in EVERY_ABILITY:
        name = f'<span id="{anchor(one.id)}">**{escaped(title(one))}**</span><br>{prose(one.statement)}'
        cites = ", ".join(map(statement, one.cites))
        yield name, *(lifetime(one, branch) for branch in Branch), cites


def lifetime(ability: Ability, branch: Branch) -> str:
    """From when until when a branch has an ability."""
    span, first, after = ability.span(branch), ability.first(branch), ability.after(branch)
    if first is None:
        return "never" if span.unsaid_from is None else _unsaid(span.unsaid_from, since=False)
    words = (
        f"from {release_link(first)} on"
        if after is None
        else f"{release_link(first)} until before {release_link(after)}"
    )
    return words if span.unsaid_from is None else f"{words}; {_unsaid(span.unsaid_from, since=True)}"


def _unsaid(number: int, *, since: bool) -> str:
    if not number:
        return "no document says"
    return f"from TP {number} on no document says" if since else f"not there; from TP {number} on no document says"


def _row(release: Release) -> tuple[str, ...]:
    row = release.row
    if row is None:
        return (release_link(release),)
    marks = [*(["baseline"] if row.baseline else []), *(["third-party table"] if row.third_party else [])]
    name = release_link(release) + (f"<br>{', '.join(marks)}" if marks else "")
    return name, f"5.00.{row.build}", row.available, row.support_ends, _brief(release)


def _brief(release: Release) -> str:
    """What changes with a release, in a cell."""
    return "<br>".join(f"{one.words}: {ability_link(one.ability)}" for one in with_it(release))


def ability_link(one: Ability) -> str:
    """A link to where an ability is told of."""
    return link(title(one), f"~/releases/index.md#{anchor(one.id)}")
