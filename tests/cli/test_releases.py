"""``dod releases``: the timeline has every beginning and every end, at its place."""

from __future__ import annotations

import re

from dod_model.abilities import ABILITIES, OF_A_RUN, OF_THE_PRODUCT
from dod_model.release_table import CURRENT_BRANCH
from tests.cli.running import dod

SECOND, THIRD = 9, 50


def rows() -> list[tuple[str, str, str]]:
    """Release, current branch and preview of every row of the timeline."""
    lines = dod("releases").out.partition("\n\n")[0].splitlines()[2:]
    found = []
    release = ""
    for line in lines:
        release = line[:SECOND].strip() or release
        found.append((release, line[SECOND:THIRD].strip(), line[THIRD:].strip()))
    return found


def test_what_begins_stands_beside_its_release() -> None:
    current = {(release, text) for release, text, _ in rows()}
    preview = {(release, text) for release, _, text in rows()}
    for ability in OF_THE_PRODUCT:
        assert ability.current.since is None or (str(ability.current.since), f"+ {ability.id}") in current
        assert ability.preview.since is None or (str(ability.preview.since), f"+ {ability.id}") in preview


def test_what_ends_stands_beside_the_first_release_without_it() -> None:
    ends = {text: release for release, text, _ in rows() if text.startswith("-")}
    assert ends == {"- defect-of-2002": "2006", "- cloud-distribution-point-can-be-made": "2107"}


def test_what_only_the_documents_of_the_time_tell_is_left_out() -> None:
    text = dod("releases").out
    silent = [one for one in ABILITIES if one.about_documents]
    assert [one.id for one in silent] == ["start-methods-stated", "other-options-refused-in-words"]
    assert [one.id for one in silent if one.id in text or one.statement in text] == []
    assert {one.id for one in (*ABILITIES, *OF_A_RUN)} == {one.id for one in (*OF_THE_PRODUCT, *silent)}


def test_where_documents_fall_silent_is_told() -> None:
    silent = {(release, text) for release, _, text in rows() if text.startswith("?")}
    assert silent == {
        ("1910", "? boot-image-over-cmg"),
        ("1910", "? cloud-distribution-point-can-be-made"),
    }


def test_releases_stand_in_order_and_fit_a_terminal() -> None:
    lines = dod("releases").out.partition("\n\n")[0].splitlines()
    releases = [release for release, _, _ in rows()]
    assert releases == sorted(releases)
    assert max(map(len, lines)) <= 92
    assert all(line.isascii() for line in lines)


def test_every_ability_is_explained() -> None:
    text = dod("releases").out
    assert [one.id for one in OF_THE_PRODUCT if f"\n{one.id}\n  {one.statement}" not in text] == []
    assert (
        "The task sequence engine downloads content on demand from a cloud source. (the releases of site and cl" in text
    )


def test_the_table_has_every_release() -> None:
    _, *lines = dod("releases", "--table").out.splitlines()
    assert len(lines) == len(CURRENT_BRANCH)
    assert re.fullmatch(r"1910 +5\.00\.8913 +2019-11-29 +2021-05-29 +no", lines[12])
    assert lines[-1].endswith("(third-party table)")
