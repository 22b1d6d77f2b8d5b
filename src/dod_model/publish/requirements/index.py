"""The page of all requirements, to be filtered by topic, release and force."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from dod_model.publish.labels import Mood, badge
from dod_model.publish.markdown import heading, page, prose, requirement
from dod_model.publish.requirements.stretches import Extent, Ruling, inferred, ruling, stretches
from dod_model.releases import Branch, Release, current_branch
from dod_model.requirements import REQUIREMENTS, Force, Requirement, Topic

INTRODUCTION = """\
Every documented condition that is checked, in the order of reports. A requirement that *blocks* decides the outcome; a
*wish* is asked only of those who want content on demand; one that *advises* only tells. Each has a page of its own,
with its passages, remedies, scenarios, and an example that has this one fault."""

BY_RELEASE = """\
Choose a release to see what is asked of a site that has it, its client being as new. Whatever the release, most hangs
on what is set up. Where the release alone settles a requirement, its line says so."""

MOODS: dict[Force, Mood] = {Force.BLOCKS: "bad", Force.WISH: "open", Force.ADVISES: "quiet"}
"""The colour of a force."""


def requirements_index() -> str:
    """All requirements by topic."""
    return page("Requirements", INTRODUCTION, _lines())


def _lines() -> Iterator[str]:
    yield from (BY_RELEASE, "", *_filter())
    for topic in Topic:
        yield from ("", heading(2, topic.value, topic_anchor(topic)))
        for one in REQUIREMENTS:
            if one.topic is topic:
                yield from _row(one)


def _filter() -> Iterator[str]:
    """Where the script puts its selects; what they offer it reads from the rows."""
    names = "|".join(str(name) for name, _ in _releases())
    yield (
        '<div class="dod-filter" data-dod="filter" data-rows=".dod-row" data-noun="requirements" '
        f'data-filters="topic:Topic|release:Release|force:Force" data-release-order="{escape(names)}"></div>'
    )


def _row(one: Requirement) -> Iterator[str]:
    told = {"topic": one.topic.value, "force": one.force.value, "release": "|".join(_tokens(one))}
    attributes = " ".join(f'data-{name}="{escape(value)}"' for name, value in told.items())
    yield from ("", f'<div class="dod-row" {attributes} markdown="1">', "")
    yield f"**{requirement(one.id)}** {badge(one.force.value, MOODS[one.force])} {basis_label(one)}"
    yield from ("", prose(one.statement))
    since = since_words(one)
    if since:
        yield from ("", since, "{: .dod-since }")
    yield from ("", "</div>")


def _tokens(one: Requirement) -> Iterator[str]:
    """The releases at which it is asked; behind the sign what the release makes of it."""
    for name, release in _releases():
        found = ruling(one, release)
        if found is not Ruling.NOT_ASKED:
            yield name if found is Ruling.OPEN else f"{name}={found.value}"


def _releases() -> Iterator[tuple[str, Release]]:
    """What may be chosen: each release of the current branch, and technical previews where something changes."""
    yield from ((str(release), release) for release in current_branch())
    for stretch in stretches(Branch.TECHNICAL_PREVIEW, lambda release: release):
        yield stretch.words(), stretch.value


def topic_anchor(topic: Topic) -> str:
    """The anchor of a topic on the page of all requirements."""
    return topic.name.lower().replace("_", "-")


def basis_label(one: Requirement) -> str:
    """Whether it is documented, inferred or contested, as labels."""
    releases = tuple(release for _, release in _releases())
    extents = {inferred(one, release) for release in releases if ruling(one, release) is not Ruling.NOT_ASKED}
    label = badge("documented", "good")
    if extents != {Extent.NEVER}:
        label = badge("inferred" if extents == {Extent.ALWAYS} else "inferred in part", "open")
    contested = any(touch.contests for touch in one.touched_by)
    return f"{label} {badge('contested in part', 'open')}" if contested else label


def since_words(one: Requirement) -> str:
    """At which releases the release alone settles it, or it is not asked; empty where it never does."""
    told = []
    for branch in Branch:
        found = stretches(branch, lambda release: ruling(one, release))
        if {stretch.value for stretch in found} == {Ruling.OPEN}:
            continue
        parts = "; ".join(f"{stretch.value.value} {stretch.words()}" for stretch in found)
        told.append(f"{branch.value.capitalize()}: {parts}.")
    return " ".join(told)


__all__ = ["INTRODUCTION", "MOODS", "basis_label", "requirements_index", "since_words", "topic_anchor"]
