"""The pages of requirements: all of them on one, and one for each with all that is known of it, the important first."""

from __future__ import annotations

from collections.abc import Iterator

from dod_model.publish.evidence import Evidence, evidence
from dod_model.publish.labels import badge, crumbs, page_below, pager
from dod_model.publish.markdown import escaped, heading, link, prose, stage
from dod_model.publish.material import Material, Pages
from dod_model.publish.requirements.documents import disputes_section, documents_section
from dod_model.publish.requirements.evidence import kit_section, scenarios_section
from dod_model.publish.requirements.index import MOODS, basis_label, requirements_index, topic_anchor
from dod_model.publish.requirements.releases import basis_section, when_section
from dod_model.render.explaining import FORCES
from dod_model.requirements import BY_ID, REQUIREMENTS, Requirement
from dod_model.requirements.remedies import Remedy

INDEX = "~/requirements/index.md"


def requirement_pages(material: Material) -> Pages:
    """Every page of the room, by its file.

    Raises:
        InputError: the vectors of the kit were not recorded, or a feature is no Gherkin.
    """
    behind = evidence(material)
    each = {f"requirements/{one.id}.md": requirement_page(one, behind[one.id]) for one in REQUIREMENTS}
    return {"requirements/index.md": requirements_index(), **each}


def requirement_page(one: Requirement, behind: Evidence) -> str:
    """All that is known of a requirement.

    Args:
        one: the requirement.
        behind: its scenarios, vectors and impostors.
    """
    topic = link(one.topic.value, f"{INDEX}#{topic_anchor(one.topic)}")
    lines = [
        *_head(one),
        *_remedies(one),
        *_example(one),
        *when_section(one),
        *basis_section(one),
        *documents_section(one),
        *disputes_section(one),
        *scenarios_section(behind),
        *kit_section(one.id, behind),
        *_neighbours(one),
    ]
    return page_below(crumbs(link("Requirements", INDEX), topic), one.id, lines)


def _head(one: Requirement) -> Iterator[str]:
    yield from (prose(one.statement), "{: .dod-lead }", "")
    yield from (f"{badge(one.force.value, MOODS[one.force])} {basis_label(one)}", "")
    if one.explanation:
        yield from (prose(one.explanation), "")
    yield f"**Force:** {FORCES[one.force]}.{_where(one)}"
    if one.only_advises:
        yield from ("", f"**Why it only advises:** {prose(one.only_advises)}")


def _where(one: Requirement) -> str:
    """Where in a run a violation shows, and how that is known; empty for one that does not block."""
    if one.fails is None:
        return ""
    reasoned = f" That is reasoned: {prose(one.fails.reasoning)}" if one.fails.reasoning else ""
    return f" In a run it shows at the {stage(one.fails.stage.value)}.{reasoned}"


def _remedies(one: Requirement) -> Iterator[str]:
    yield from ("", heading(2, "What to do about it", "remedies"), "")
    for remedy in one.remedies:
        yield from _remedy(remedy)


def _remedy(remedy: Remedy) -> Iterator[str]:
    yield f"- {prose(remedy.action)}"
    if remedy.console:
        yield f"    - Console: {_path(remedy.console)}"
    if remedy.cmdlet:
        brought = None if remedy.cmdlet_needs is None else remedy.cmdlet_needs.current.since
        yield f"    - PowerShell: `{remedy.cmdlet}`" + (f", from {brought} on" if brought else "")
    until = None if remedy.needs is None else remedy.needs.current.until
    if until is not None:
        yield f"    - Only through {until}."


def _path(console: str) -> str:
    """A path in the console, its parts told apart."""
    return " → ".join(escaped(part) for part in console.split(" > "))


def _example(one: Requirement) -> Iterator[str]:
    yield from ("", heading(2, "See it fail", "example"), "")
    yield "An example describes a site on which everything is in order but this."
    yield ""
    # As HTML: the fragment is none of a place on that page, which a builder would look for.
    tried = f'<a href="../../try-it/#example=faults/{one.id}">Try it here</a>'
    yield f"- {tried}: see the verdict, mend the fault, and see the verdict change."
    file = link(f"{one.id}.yaml", f"~/examples/faults/{one.id}.yaml")
    yield f"- Or take the file, {file}, and run `dod check {one.id}.yaml`."


def _neighbours(one: Requirement) -> Iterator[str]:
    at = list(BY_ID).index(one.id)
    before = REQUIREMENTS[at - 1] if at else None
    after = REQUIREMENTS[at + 1] if at + 1 < len(REQUIREMENTS) else None
    return pager(*((near.id, f"~/requirements/{near.id}.md") if near else None for near in (before, after)))
