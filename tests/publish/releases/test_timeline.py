"""The drawn timeline has every release and every ability, where the tables say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest

from dod_model.abilities import (
    ABILITIES,
    CLOUD_DP_CAN_BE_MADE,
    DEFECT_2002,
    OF_A_RUN,
    ON_DEMAND,
    SCRIPT_OVER_CMG,
    Ability,
)
from dod_model.publish.releases.changes import named_previews, title
from dod_model.publish.releases.drawing import WIDTH, timeline_svg, x_of
from dod_model.publish.releases.timeline import Moment, day, moments, stretches, supported_at, supports
from dod_model.release_table import CURRENT_BRANCH
from dod_model.releases import Branch, current, preview

EVERY = (*ABILITIES, *OF_A_RUN)
CURRENT, PREVIEWS = Branch


@pytest.fixture(scope="module")
def drawing() -> ET.Element:
    return ET.fromstring(timeline_svg())


def bars(drawing: ET.Element, ability: Ability) -> Iterator[tuple[str, float, float]]:
    """The bars and dotted lines of an ability: what they say, and where they begin and end."""
    for shape in drawing.iter():
        words = shape.findtext("title") or ""
        if shape.tag == "rect" and words.startswith(f"{title(ability)},"):
            start = float(shape.attrib["x"])
            yield words, start, start + float(shape.attrib["width"])
        elif shape.tag == "line" and words.startswith(f"{title(ability)}: no document says,"):
            yield words, float(shape.attrib["x1"]), float(shape.attrib["x2"])


def test_a_year_is_as_wide_as_any_other() -> None:
    assert x_of(date(2021, 1, 1)) - x_of(date(2020, 1, 1)) == pytest.approx(
        x_of(date(2025, 1, 1)) - x_of(date(2024, 1, 1)), abs=0.2
    )
    assert 0 < x_of(date(2015, 12, 8)) < x_of(date(2027, 11, 5)) < WIDTH


@pytest.mark.parametrize("ability", EVERY, ids=lambda one: one.id)
def test_every_ability_is_drawn_from_its_first_release_on(drawing: ET.Element, ability: Ability) -> None:
    since = ability.current.since
    assert since is not None
    words, start, end = next(bars(drawing, ability))
    assert words.startswith(f"{title(ability)}, current branch, from {since} ")
    assert start == x_of(day(current(since)))
    after = ability.after(CURRENT)
    assert end == pytest.approx(x_of(day(after)), abs=0.1) if after else end > WIDTH
    assert title(ability) in [text.text for text in drawing.iter("text")]


@pytest.mark.parametrize("ability", EVERY, ids=lambda one: one.id)
def test_technical_previews_have_bars_of_their_own(drawing: ET.Element, ability: Ability) -> None:
    found = [(start, end) for words, start, end in bars(drawing, ability) if ", technical preview, " in words]
    since, unsaid = ability.preview.since, ability.preview.unsaid_from
    starts = [] if since is None else [x_of(day(preview(since)))]
    starts += [] if unsaid is None else [x_of(day(preview(unsaid or 1512)))]
    assert [start for start, _ in found] == starts
    assert all(end > WIDTH for _, end in found[-1:])


def test_what_ends_ends_with_the_release_that_has_it_no_more() -> None:
    (stretch,) = stretches(DEFECT_2002, CURRENT)
    assert (stretch.first, stretch.after) == (current(2002), current(2006))
    assert list(stretches(DEFECT_2002, PREVIEWS)) == []
    assert [one.said for one in stretches(SCRIPT_OVER_CMG, PREVIEWS)] == [False]


def test_what_is_said_ends_where_the_documents_fall_silent() -> None:
    said, unsaid = stretches(CLOUD_DP_CAN_BE_MADE, PREVIEWS)
    assert (said.first, said.after, said.said) == (preview(1512), preview(1910), True)
    assert (unsaid.first, unsaid.after, unsaid.said) == (preview(1910), None, False)


def test_every_release_is_drawn_as_long_as_it_is_supported(drawing: ET.Element) -> None:
    links = {link.attrib["href"]: link for link in drawing.iter("a")}
    for row in CURRENT_BRANCH:
        link = links[f"{row.number}/"]
        bar = link.find("rect")
        assert bar is not None
        start, end = (x_of(date.fromisoformat(when)) for when in (row.available, row.support_ends))
        assert float(bar.attrib["x"]) == start
        assert float(bar.attrib["width"]) == pytest.approx(end - start, abs=0.1)
        assert link.attrib["aria-label"].endswith(f"on {row.available}, supported until {row.support_ends}")


def test_every_preview_that_is_told_of_is_drawn_with_a_link(drawing: ET.Element) -> None:
    links = [link.attrib["href"] for link in drawing.iter("a")]
    assert links[len(CURRENT_BRANCH) :] == [f"tp-{one.number}/" for one in named_previews()]
    assert [one.number for one in named_previews()] == [1512, 1802, 1806, 1909, 1910]


def test_releases_in_one_lane_do_not_overlap() -> None:
    for one, other in combinations(supports(), 2):
        assert one.lane != other.lane or one.end < other.start


def test_releases_that_are_supported_together() -> None:
    assert [str(one) for one in supported_at(current(1910))] == ["1806", "1810", "1902", "1906", "1910"]


def test_key_moments_are_marked_oldest_first(drawing: ET.Element) -> None:
    assert moments()[2:4] == (Moment(preview(1909), title(ON_DEMAND)), Moment(current(1910), title(ON_DEMAND)))
    assert [str(one.release) for one in moments()] == ["1802", "1806", "TP 1909", "1910", "2002"]
    marks = [float(mark.attrib["cx"]) for mark in drawing.iter("circle")]
    assert sorted(marks) == [x_of(day(one.release)) for one in moments()]


def test_the_policy_of_the_pages_lets_it_through(drawing: ET.Element) -> None:
    for element in drawing.iter():
        assert element.tag != "style"
        assert not {name for name in element.attrib if name == "style" or name.startswith("on")}
        assert "url(" not in " ".join(element.attrib.values())


def test_it_is_told_to_those_who_do_not_see_it(drawing: ET.Element) -> None:
    told = {element.attrib["id"]: element.text for element in drawing.iter() if "id" in element.attrib}
    assert [bool(told[name]) for name in drawing.attrib["aria-labelledby"].split()] == [True, True]
    assert all(link.attrib["aria-label"] for link in drawing.iter("a"))
