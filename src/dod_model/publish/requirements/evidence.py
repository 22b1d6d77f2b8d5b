"""The parts of a requirement's page that show what stands behind it: scenarios, vectors, impostors."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from dod_model.kit.shipped import KINDS
from dod_model.publish.evidence import Evidence, tally
from dod_model.publish.features.html import isolated_markdown
from dod_model.publish.features.parts import ScenarioPlace
from dod_model.publish.labels import counted, folded
from dod_model.publish.markdown import anchor, heading, link, table

FEW = 8
"""Up to so many scenarios are shown at once; more are folded."""


def scenarios_section(behind: Evidence) -> Iterator[str]:
    """The scenarios of a requirement by feature, each with what came of it in the last run."""
    yield from ("", heading(2, "Scenarios", "scenarios"), "")
    if not behind.places:
        yield f"{behind.tally.label} No scenario asks for it."
        return
    rows = sum(len(place.keys) for place in behind.places)
    told = f"{counted(len(behind.places), 'scenario')} in {counted(rows, 'case')}; in the last run {behind.tally.label}"
    yield told
    yield from folded("The scenarios", _by_feature(behind), kind="example", unfolded=len(behind.places) <= FEW)


def _by_feature(behind: Evidence) -> Iterator[str]:
    for (page, feature), places in groupby(behind.places, lambda place: (place.page, place.feature)):
        yield from ("", f"[{isolated_markdown(feature)}](<~/{page}>)", "")
        yield from (_scenario(place, behind) for place in places)


def _scenario(place: ScenarioPlace, behind: Evidence) -> str:
    came = tally([place], behind.results)
    return f"- [{isolated_markdown(place.name)}](<~/{place.page}#{place.anchor}>) {came.label}"


def kit_section(name: str, behind: Evidence) -> Iterator[str]:
    """How the vectors of the kit ask for a requirement, how to get them, and the impostors that it catches."""
    yield from ("", heading(2, "In the test-kit", "kit"), "")
    turning = sum(one.turning for one in behind.vectors.values())
    yield f"{counted(turning, 'vector')} turn on it: in their answer it is violated or left open."
    yield f"`dod kit list --ids --requirement {name}` lists them, and those written for it, whatever the answer."
    yield f"`dod kit export` writes all vectors into files for other tools: {link('the kit', '~/kit/index.md')}."
    yield ""
    yield from table(
        ("Vectors", "Written for it", "Violated", "Left open", "Met"),
        (
            (kind, *(f"{number:,}" for number in (one.written, one.violated, one.undetermined, one.met)))
            for kind, one in behind.vectors.items()
        ),
    )
    laws = " and ".join(kind for kind in KINDS if kind not in behind.vectors)
    if laws:
        yield from ("", f"Besides, the {laws} compare whole answers, whatever they say of it.")
    yield from _impostors(behind)


def _impostors(behind: Evidence) -> Iterator[str]:
    if not behind.impostors:
        yield from ("", "No impostor is caught in it.")
        return
    yield from ("", f"It catches {counted(len(behind.impostors), 'impostor')}, tools that are wrong in one way each.")
    lines = (
        f"- {link(name, f'~/kit/kill-matrix.md#{anchor(name)}')} in {counted(number, 'vector')}"
        for name, number in behind.impostors.items()
    )
    yield from folded("The impostors", lines, kind="bug", unfolded=len(behind.impostors) <= FEW)
