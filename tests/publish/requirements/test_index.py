"""The index of requirements tells each of them, and what releases make of it."""

from __future__ import annotations

import re

import pytest

from dod_model.publish.markdown import prose
from dod_model.publish.requirements.index import requirements_index
from dod_model.requirements import REQUIREMENTS, Topic

ROW = re.compile(
    r'<div class="dod-row" (.+?) markdown="1">\n\n\*\*\[(.+?)\]\(<(.+?)>\)\*\* (.+)\n\n(.+)\n(?:\n(.+)\n)?'
)


def rows() -> dict[str, re.Match[str]]:
    return {found[2]: found for found in ROW.finditer(requirements_index())}


def asked_at(name: str) -> dict[str, str]:
    """The releases at which a requirement is asked, each with what the index says of it there."""
    told = re.search(r'data-release="([^"]*)"', rows()[name][1])
    assert told
    return {release: note for release, _, note in (token.partition("=") for token in told[1].split("|"))}


def test_the_index_tells_every_requirement_once_in_the_order_of_reports() -> None:
    assert list(rows()) == [one.id for one in REQUIREMENTS]
    for one in REQUIREMENTS:
        row = rows()[one.id]
        assert row[3] == f"~/requirements/{one.id}.md"
        assert f'data-force="{one.force.value}"' in row[1]
        assert row[4].startswith(f"*{one.force.value}*{{.dod-badge ")
        assert row[5] == prose(one.statement)


def test_the_index_groups_by_topic() -> None:
    sections = re.split(r"^## (.+) \{#.+\}$", requirements_index(), flags=re.MULTILINE)[1:]
    found = {title: ROW.findall(text) for title, text in zip(sections[::2], sections[1::2], strict=True)}
    assert list(found) == [topic.value for topic in Topic]
    for topic in Topic:
        assert [row[1] for row in found[topic.value]] == [one.id for one in REQUIREMENTS if one.topic is topic]
        assert all(f'data-topic="{topic.value}"' in row[0] for row in found[topic.value])


@pytest.mark.parametrize(
    ("name", "release", "note"),
    [
        ("task-sequence-over-the-internet-available", "1710", "cannot be met"),
        ("task-sequence-over-the-internet-available", "1802", "met by the release itself"),
        ("task-sequence-over-the-internet-available", "before TP 1802", "not settled by documents"),
        ("task-sequence-over-the-internet-available", "from TP 1802, before TP 1806", "met by the release itself"),
        ("download-on-demand-available", "1906", "cannot be met"),
        ("download-on-demand-available", "1910", "met by the release itself"),
        ("download-on-demand-available", "from TP 1909, before TP 1910", "met by the release itself"),
        ("cloud-distribution-point-has-a-future", "2103", "met by the release itself"),
        ("cloud-distribution-point-has-a-future", "2107", "cannot be met"),
        ("no-defect-of-2002", "2002", ""),
        ("gateway-set-up", "2603", ""),
    ],
)
def test_the_index_tells_what_a_release_makes_of_a_requirement(name: str, release: str, note: str) -> None:
    assert asked_at(name)[release] == note


def test_the_defects_of_2002_are_asked_there_only() -> None:
    assert list(asked_at("no-defect-of-2002")) == ["2002"]
    assert "Current branch: not asked before 2002; what is set up decides 2002 only;" in rows()["no-defect-of-2002"][6]


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("gateway-set-up", ["documented"]),
        ("network-path-content", ["inferred"]),
        ("started-from-software-center", ["inferred in part", "contested in part"]),
        ("download-on-demand-available", ["inferred in part"]),
        ("content-in-the-cloud", ["documented", "contested in part"]),
    ],
)
def test_the_index_tells_the_basis(name: str, labels: list[str]) -> None:
    assert re.findall(r"\*([^*]+)\*\{", rows()[name][4])[1:] == labels
