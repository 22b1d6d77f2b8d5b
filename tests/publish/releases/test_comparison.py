"""The comparison in the page answers as `dod compare` does."""

from __future__ import annotations

import json
import re
from itertools import permutations
from typing import Any

import pytest

from dod_model.publish.releases.changes import EVERY_ABILITY, title
from dod_model.publish.releases.comparison import comparison_pages
from dod_model.releases import current_branch, parse_release, preview
from dod_model.requirements import BY_ID
from tests.cli.running import dod

PAGES = comparison_pages()
PAGE = PAGES["releases/compare.md"]
DATA = json.loads(PAGES["releases/compare.json"])
RELEASES = {one["name"]: one for branch in DATA["branches"] for one in branch["releases"]}
PREVIEWS = [str(preview(number)) for number in (1512, 1801, 1802, 1806, 1908, 1909, 1910, 1911, 2603)]


def changes(before: str, after: str, *, documents: bool = False) -> list[str]:
    """What the data says, as a page reads it: a letter for each ability, and words for a pair of letters."""
    pairs = zip(RELEASES[before]["answers"], RELEASES[after]["answers"], DATA["abilities"], strict=True)
    return [
        f"{DATA['kinds'][was + will]}: {ability['id']}"
        for was, will, ability in pairs
        if was + will in DATA["kinds"] and ability["documents"] is documents
    ]


def printed(before: str, after: str) -> list[str]:
    """What the command says: the lines below the title that are indented by two."""
    lines = dod("compare", before, after).out.splitlines()[1:]
    found = [line.strip() for line in lines if not line.startswith("    ")]
    return [] if found == ["nothing that the documents tell of begins or ends"] else found


@pytest.mark.parametrize("before", [str(one) for one in current_branch()])
def test_any_two_releases_differ_as_the_command_says(before: str) -> None:
    for one in current_branch():
        assert changes(before, str(one)) == printed(before, str(one))


def test_previews_differ_as_the_command_says() -> None:
    for before, after in permutations(PREVIEWS, 2):
        assert changes(before, after) == printed(before, after)


def test_every_preview_is_as_the_last_that_is_named() -> None:
    """So the pairs above stand for all pairs of previews."""
    bounds = [one for one in PREVIEWS if one not in {"TP 1801", "TP 1908", "TP 1911", "TP 2603"}]
    previews = DATA["branches"][1]["releases"]
    assert len(previews) == 124
    for one in previews:
        last = max((bound for bound in bounds if bound <= one["name"]), default=bounds[0])
        assert one["answers"] == RELEASES[last]["answers"], one["name"]


def test_changes_in_the_documents_are_told_apart() -> None:
    assert changes("1906", "1910", documents=True) == [
        "begins: start-methods-stated",
        "ends: other-options-refused-in-words",
    ]
    assert changes("1906", "1910") == ["begins: download-on-demand"]


def test_every_kind_of_change_has_words() -> None:
    letters = {was + will for was in "yn?" for will in "yn?" if was != will}
    assert set(DATA["kinds"]) == letters
    assert len(set(DATA["kinds"].values())) == len(letters)


def test_requirements_are_told_with_what_hangs_on_it() -> None:
    by_id: dict[str, Any] = {one["id"]: one for one in DATA["abilities"]}
    assert [(one["id"], one["what"]) for one in by_id["download-on-demand"]["requirements"]] == [
        ("download-on-demand-available", "the verdict"),
        ("content-in-the-cloud", "whether it is inferred or contested"),
        ("gateway-serves-content", "whether it is inferred or contested"),
    ]
    assert by_id["boot-image-over-cmg"]["covered"] is True
    assert by_id["defect-of-2002"]["defect"] is True
    for ability in DATA["abilities"]:
        for one in ability["requirements"]:
            assert one["statement"] == BY_ID[one["id"]].statement
            assert one["href"] == f"../../requirements/{one['id']}/"


def test_without_javascript_the_matrix_says_it() -> None:
    tables = re.findall(r"(?:^\|.*\n)+", PAGE, re.MULTILINE)
    assert len(tables) == 2
    for text in tables:
        head, _, *rows = [line.strip("| ").split(" | ") for line in text.splitlines()]
        shown = [parse_release(re.sub(r"\[(.*?)\].*", r"\1", name)) for name in head[2:]]
        assert len(rows) == len(EVERY_ABILITY)
        for ability, (name, _, *signs) in zip(EVERY_ABILITY, rows, strict=True):
            assert name.startswith(f"[{title(ability)}]")
            assert signs == [{True: "yes", False: "no", None: "?"}[ability.at(one)] for one in shown]
    assert "[1910](<~/releases/1910.md>) on" in PAGE
    assert "until before" in PAGE


def test_the_page_has_where_the_choice_goes_and_what_is_chosen_first() -> None:
    assert 'data-dod="compare" data-source="../compare.json" data-first="1906..1910"' in PAGE
