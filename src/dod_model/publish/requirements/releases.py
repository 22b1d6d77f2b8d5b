"""The parts of a requirement's page that speak of releases: when it is asked, and where it is inferred."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dod_model.abilities import Ability
from dod_model.publish.markdown import escaped, heading, prose, statement, table
from dod_model.publish.releases.changes import EVERY_ABILITY, release_link
from dod_model.publish.releases.hanging import hanging_on
from dod_model.publish.requirements.stretches import Extent, Ruling, Stretch, Value, inferred, ruling, stretches
from dod_model.releases import Branch
from dod_model.render.explaining_registers import span_in_words
from dod_model.requirements import Force, Requirement

RULINGS = {
    Ruling.NOT_ASKED: "not asked",
    Ruling.MET: "met, whatever is set up",
    Ruling.UNMET: "not met, whatever is set up",
    Ruling.UNSAID: "asked; in some cases no document says",
    Ruling.OPEN: "asked; what is set up decides",
}
EXTENTS = {Extent.NEVER: "nowhere", Extent.PARTLY: "in some cases", Extent.ALWAYS: "in every case"}


def when_section(one: Requirement) -> Iterator[str]:
    """When a requirement is asked, and what releases make of it."""
    yield from ("", heading(2, "When it is asked", "when"), "")
    wish = " under the wish *on demand*" if one.force is Force.WISH else ""
    yield f"Of every attempt that the documents speak of{wish}."
    if one.scope is not None:
        yield f"It is *not applicable* where {prose(one.scope.otherwise)}."
    found = {branch: stretches(branch, lambda release: ruling(one, release)) for branch in Branch}
    if {stretch.value for told in found.values() for stretch in told} == {Ruling.OPEN}:
        yield from ("", "No release settles it: at each of them what is set up decides.")
    else:
        yield from ("", "If site and client have a release:", "")
        yield from _by_branch("The requirement is", found, RULINGS)
    yield from _abilities(one)


def _abilities(one: Requirement) -> Iterator[str]:
    abilities = [ability for ability in EVERY_ABILITY if one in hanging_on(ability).verdict]
    if abilities:
        yield from ("", "What it asks of a release:", "")
        yield from table(
            ("What", "Current branch", "Technical preview", "Whose release", "Rests on"), map(_ability, abilities)
        )


def _ability(one: Ability) -> tuple[str, ...]:
    return (
        prose(one.statement),
        escaped(span_in_words(one.current, "")),
        escaped(span_in_words(one.preview, "TP ")),
        one.side.value,
        ", ".join(map(statement, one.cites)),
    )


def basis_section(one: Requirement) -> Iterator[str]:
    """Whether the documents say it, or how it was reasoned, and at which releases."""
    yield from ("", heading(2, "Basis", "basis"), "")
    if one.inferred is None:
        yield "*Documented*: the documents say it."
        return
    yield f"*Inferred*, not read: {prose(one.inferred.reasoning)}"
    found = {branch: stretches(branch, lambda release: inferred(one, release)) for branch in Branch}
    if {part.value for told in found.values() for part in told} == {Extent.ALWAYS}:
        yield from ("", "That is so at every release.")
        return
    yield from ("", "Where that is so, by the release of the site:", "")
    yield from _by_branch("Inferred", found, EXTENTS)


def _by_branch(
    what: str, found: Mapping[Branch, Iterable[Stretch[Value]]], words: Mapping[Value, str]
) -> Iterator[str]:
    """A table of the stretches of each branch, with what is the same in each of them in words."""
    rows = ((branch.value, part.words(release_link), words[part.value]) for branch in found for part in found[branch])
    yield from table(("Branch", "Releases", what), rows)
