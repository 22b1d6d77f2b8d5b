"""The pages of releases: the timeline, and a page for each release that there is something to tell of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import redirect_stdout
from io import StringIO

from dod_model.abilities import Ability
from dod_model.cli.main import dod
from dod_model.documents import statements
from dod_model.publish.labels import capital, crumbs, folded, page_below
from dod_model.publish.markdown import heading, link, prose, requirement, stated, table
from dod_model.publish.material import Material, Pages
from dod_model.publish.passages import passages_of
from dod_model.publish.releases.changes import (
    EVERY_ABILITY,
    Change,
    after,
    before,
    release_link,
    releases_with_pages,
    slug,
    title,
    with_it,
)
from dod_model.publish.releases.comparison import comparison_pages
from dod_model.publish.releases.hanging import hanging_on
from dod_model.publish.releases.index import ability_link, releases_index
from dod_model.publish.releases.timeline import day, supported_at
from dod_model.releases import Branch, Release
from dod_model.requirements import Requirement


def release_pages(_: Material) -> Pages:
    """The index with the timeline, the comparison of two releases with its data, and a page for each release."""
    above = tuple(crumbs(link("Releases", "~/releases/index.md")))
    found = {"releases/index.md": releases_index(), **comparison_pages()}
    for branch in Branch:
        for release in releases_with_pages(branch):
            lines = (_facts(release), "", *_sections(release))
            found[f"releases/{slug(release)}.md"] = page_below(above, _title(release), lines)
    return found


def _title(release: Release) -> str:
    return str(release) if release.branch is Branch.TECHNICAL_PREVIEW else f"Current branch {release}"


def _facts(release: Release) -> str:
    """The figures of a release, in a row."""
    row, previous, following = release.row, before(release), after(release)
    lines = []
    if row is None:
        lines += [f"**{day(release):%B %Y}** month", "**technical preview** for a lab; not supported in production"]
    else:
        lines += [f"**5.00.{row.build}** version", f"**{row.available}** available"]
        lines += [f"**{row.support_ends}** support ends", f"**{'yes' if row.baseline else 'no'}** baseline"]
    if previous is not None:
        lines.append(f"**{release_link(previous)}** before")
    if following is not None:
        lines.append(f"**{release_link(following)}** after")
    return "\n".join(['<div class="dod-figures" markdown>', "", *(f"- {one}" for one in lines), "", "</div>"])


def _sections(release: Release) -> Iterator[str]:
    if release.row is not None and release.row.third_party:
        yield from ("Version and dates of this release rest on a third-party table.", "")
    found = with_it(release)
    yield from (heading(2, "What changes"), "")
    if not found:
        yield from ("Nothing that the documents tell of begins or ends with this release.", "")
    for one in found:
        yield from _change(one)
    yield from _requirements(found)
    yield from _here(release)
    yield from _neighbours(release)


def _change(one: Change) -> Iterator[str]:
    ability = one.ability
    yield from (
        heading(3, f"{capital(one.words)}: {title(ability)}", ability.id),
        "",
        prose(ability.statement),
        "",
    )
    if ability.about_documents:
        yield from ("This is about what the documents of the time say, and no change of the product.", "")
    else:
        whose = "Site and client need it both" if ability.asks_client else "It hangs on the release of the site alone"
        yield from (f"{whose}.", "")
    for number in ability.cites:
        yield f"- {stated(number)}"
    passages = passages_of(part for number in ability.cites for part in statements()[number].passages)
    yield from folded("Where the documents say it", (f"- {text}" for text in passages), kind="quote")


def _requirements(found: Iterable[Change]) -> Iterator[str]:
    rows = [row for one in found for row in touched(one.ability)]
    if rows:
        yield from (heading(2, "Requirements that are answered differently", "requirements"), "")
        yield from table(("Requirement", "What hangs on it", "Through"), rows)
        yield ""


def touched(ability: Ability) -> Iterator[tuple[str, str, str]]:
    """What a change of an ability touches: requirement, what of it, the ability."""
    hanging = hanging_on(ability)
    name = ability_link(ability)
    if hanging.covered:
        yield "all", "whether the documents speak of an attempt at all", name
    yield from ((_named(one), what, name) for one, what in hanging.told())


def _named(one: Requirement) -> str:
    return f"{requirement(one.id)}<br>{prose(one.statement)}"


def _here(release: Release) -> Iterator[str]:
    yield from (heading(2, "What is there", "there"), "")
    for words, answer in (("There", True), ("Not there", False), ("No document says", None)):
        names = [ability_link(one) for one in EVERY_ABILITY if one.at(release) is answer]
        if names:
            yield f"- {words}: {', '.join(names)}"
    if release.row is not None:
        others = [one for one in supported_at(release) if one != release]
        if others:
            yield f"- Still supported when it became available: {', '.join(map(release_link, others))}"
    yield ""


def _neighbours(release: Release) -> Iterator[str]:
    earlier = before(release)
    if earlier is None:
        yield "It is the first release of its branch."
        return
    words = [_quoted(earlier), _quoted(release)]
    yield from (heading(2, f"Since {earlier}", "since"), "", "```console", f"$ dod compare {' '.join(words)}")
    yield printed("compare", str(earlier), str(release)).rstrip("\n")
    yield from ("```", "", "With a site file, `dod compare` tells what that changes for its deployments.")


def _quoted(release: Release) -> str:
    return f'"{release}"' if " " in str(release) else str(release)


def printed(*words: str) -> str:
    """What the command prints."""
    with redirect_stdout(StringIO()) as said:
        dod.main(args=list(words), prog_name="dod", standalone_mode=False)
    return said.getvalue()
