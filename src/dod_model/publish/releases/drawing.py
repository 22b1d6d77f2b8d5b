"""The timeline as a drawing: a function from the tables to SVG. The style sheet of the page gives it its colours."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple
from xml.etree import ElementTree as ET

from dod_model.abilities import ON_DEMAND, Ability
from dod_model.publish.releases.changes import named_previews, slug, title
from dod_model.publish.releases.shapes import element, group
from dod_model.publish.releases.timeline import Stretch, bounds, by_age, day, moments, stretches, supports
from dod_model.releases import Branch, Release, current

WIDTH, EDGE = 940, 14
"""Of the whole drawing, and what is left free on either side."""
YEARS, FLAG = 34, 18
"""The height of the years on top, and of a row of marks below them."""
HEADING, BAR, BAR_GAP = 34, 18, 4
LANE, THIN, LANE_GAP = 20, 5, 9
DIAMOND = 5
LETTER = 6.4
"""The width of a letter, on the average: enough to see whether a text fits into its bar."""
OF_PRODUCT = "What the product can do: broad in the current branch, narrow in technical previews"
OF_DOCUMENTS = "What only the documents of the time say"
DESCRIPTION = (
    "From left to right the years. On top the releases of the current branch, each as long as it is supported; below "
    "the technical previews that are told of; then what the product can do, each from the release that brought it on: "
    "a broad bar for the current branch, a narrow one for technical previews. The tables below say the same."
)


class Part(NamedTuple):
    """A part of the drawing, and where it ends, from the top."""

    elements: list[ET.Element]
    bottom: float


def timeline_svg() -> str:
    """The drawing, as an element for a page: links lead to the pages of releases beside it."""
    flags = _flags()
    support = _support(flags.bottom)
    previews = _previews(support.bottom)
    abilities = _abilities(previews.bottom)
    bottom = abilities.bottom + EDGE
    about = [
        element("title", "Releases, their support, and what they can do", id="dod-tl-title"),
        element("desc", DESCRIPTION, id="dod-tl-text"),
    ]
    parts = [group("dod-tl-back", _years(bottom), hidden=True), group("dod-tl-marks", _lines(bottom), hidden=True)]
    parts += [group("dod-tl-abilities", abilities.elements), group("dod-tl-support", support.elements)]
    parts += [group("dod-tl-previews", previews.elements), group("dod-tl-flags", flags.elements)]
    drawing = element(
        "svg",
        *about,
        *parts,
        role="group",
        viewBox=f"0 0 {WIDTH} {bottom:g}",
        class_="dod-tl",
        aria_labelledby="dod-tl-title dod-tl-text",
    )
    return ET.tostring(drawing, encoding="unicode")


def x_of(when: date) -> float:
    """Where a day is drawn, from the left."""
    first, last = bounds()
    return round(EDGE + (WIDTH - 2 * EDGE) * (when - first).days / (last - first).days, 1)


def _years(bottom: float) -> Iterator[ET.Element]:
    first, last = bounds()
    for year in range(first.year + 1, last.year + 1):
        x = x_of(date(year, 1, 1))
        yield element("line", x1=x, x2=x, y1=YEARS - 10, y2=bottom, class_="dod-tl-year")
        yield element("text", str(year), x=x + 4, y=YEARS - 14, class_="dod-tl-quiet")


class _Flag(NamedTuple):
    """A mark of a moment: where, in which row, what it says, and whether that stands on its right."""

    x: float
    y: float
    words: str
    right: bool
    release: Release


def _placed_flags() -> list[_Flag]:
    """What comes before the turning point is told to the left of its mark, the rest to the right: none is crossed."""
    turn = day(current(ON_DEMAND.current.since or 0))
    before = [one for one in moments() if day(one.release) < turn]
    after = [one for one in moments() if day(one.release) >= turn]
    rows = [*enumerate(reversed(before)), *enumerate(after)]
    return [
        _Flag(
            x_of(day(one.release)),
            YEARS + FLAG * (row + 0.5),
            f"{one.release}: {one.words}",
            one in after,
            one.release,
        )
        for row, one in rows
    ]


def _flags() -> Part:
    found = _placed_flags()
    elements = [
        element(
            "text",
            one.words,
            x=one.x + (6 if one.right else -6),
            y=one.y + 4,
            text_anchor="start" if one.right else "end",
            class_="dod-tl-flag",
        )
        for one in found
    ]
    return Part(elements, max(one.y for one in found) + FLAG)


def _lines(bottom: float) -> Iterator[ET.Element]:
    for one in _placed_flags():
        kind = "dod-tl-mark dod-tl-preview" if one.release.branch is Branch.TECHNICAL_PREVIEW else "dod-tl-mark"
        yield element("line", x1=one.x, x2=one.x, y1=one.y, y2=bottom, class_=kind)
        yield element("circle", cx=one.x, cy=one.y, r=3, class_=kind)


def _support(top: float) -> Part:
    y = top + HEADING
    elements = [_heading("Current branch: available, and supported until", y - 8)]
    for one in supports():
        start, end, row = x_of(one.start), x_of(one.end), y + one.lane * (BAR + BAR_GAP)
        bar = element("rect", x=start, y=row, width=round(end - start, 1), height=BAR, rx=3)
        text = element("text", str(one.release), x=start + 6, y=row + 13)
        words = f"{one.release}: available on {one.start}, supported until {one.end}"
        elements.append(_link(one.release, words, bar, text))
    lanes = 1 + max(one.lane for one in supports())
    return Part(elements, y + lanes * (BAR + BAR_GAP))


def _previews(top: float) -> Part:
    y = top + HEADING
    axis = y + 4
    elements = [
        _heading("Technical previews: about every month, those with something to tell", y - 8),
        element("line", x1=EDGE, x2=WIDTH - EDGE, y1=axis, y2=axis, class_="dod-tl-axis"),
    ]
    for number, release in enumerate(named_previews()):
        x = x_of(day(release))
        points = f"{x},{axis - DIAMOND} {x + DIAMOND},{axis} {x},{axis + DIAMOND} {x - DIAMOND},{axis}"
        mark = element("polygon", points=points)
        text = _preview_label(release, number, x, axis)
        elements.append(_link(release, f"{release}: {day(release):%B %Y}", mark, text))
    return Part(elements, y + 24)


def _preview_label(release: Release, number: int, x: float, axis: float) -> ET.Element:
    """Below its diamond; of two that are near to one another the first stands to the left."""
    several = [x_of(day(one)) for one in named_previews()]
    room = len(str(release)) * LETTER
    followed = number + 1 < len(several) and several[number + 1] - x < room
    led = number > 0 and x - several[number - 1] < room
    anchor, offset = ("end", 1) if followed else ("start", -1) if led else ("start", -DIAMOND)
    return element("text", str(release), x=x + offset, y=axis + 19, text_anchor=anchor)


def _abilities(top: float) -> Part:
    elements: list[ET.Element] = []
    y = top
    for words, documents in ((OF_PRODUCT, False), (OF_DOCUMENTS, True)):
        y += HEADING
        elements.append(_heading(words, y - 8))
        for ability in by_age():
            if ability.about_documents is documents:
                elements.append(group(_kind(ability), _lane(ability, y)))
                y += LANE + THIN + LANE_GAP
        y -= LANE_GAP
    return Part(elements, y)


def _kind(ability: Ability) -> str:
    if ability is ON_DEMAND:
        return "dod-tl-lane dod-tl-turn"
    if ability.about_documents:
        return "dod-tl-lane dod-tl-documents"
    return "dod-tl-lane dod-tl-defect" if ability.is_defect else "dod-tl-lane"


def _lane(ability: Ability, y: float) -> Iterator[ET.Element]:
    found = list(stretches(ability, Branch.CURRENT))
    for one in found:
        yield _bar(one, y, LANE)
    for one in stretches(ability, Branch.TECHNICAL_PREVIEW):
        yield _bar(one, y + LANE + 1, THIN)
    if found:
        yield _label(found[0], y)


def _ends(one: Stretch) -> tuple[float, float]:
    """Where a stretch begins and ends; one that goes on runs out of the drawing."""
    return x_of(day(one.first)), float(WIDTH + EDGE) if one.after is None else x_of(day(one.after))


def _bar(one: Stretch, y: float, height: int) -> ET.Element:
    start, end = _ends(one)
    kind = "dod-tl-broad" if height == LANE else "dod-tl-narrow"
    if one.said:
        width = round(end - start, 1)
        shape = element("rect", x=start, y=y, width=width, height=height, rx=2, class_=f"dod-tl-bar {kind}")
    else:
        middle = y + height / 2
        shape = element("line", x1=start, x2=end, y1=middle, y2=middle, class_="dod-tl-unsaid")
    shape.append(element("title", one.words))
    return shape


def _label(one: Stretch, y: float) -> ET.Element:
    """The name of an ability in its bar; beside it where it does not fit."""
    start, end = _ends(one)
    words = title(one.ability)
    fits = len(words) * LETTER + 12 <= end - start
    room_right = WIDTH - EDGE - end > len(words) * LETTER + 12
    x, anchor = (start + 6, "start") if fits else (end + 6, "start") if room_right else (start - 6, "end")
    where = "dod-tl-inside" if fits else "dod-tl-beside"
    return element("text", words, x=round(x, 1), y=y + 14, text_anchor=anchor, class_=where)


def _heading(words: str, y: float) -> ET.Element:
    return element("text", words, x=EDGE, y=y, class_="dod-tl-heading")


def _link(release: Release, words: str, *shapes: ET.Element) -> ET.Element:
    return element("a", element("title", words), *shapes, href=f"{slug(release)}/", aria_label=words)
