"""After one change of a made-up page, a passage is there, moved, reworded or gone."""

import re

import pytest

from dod_model.documents import Passage, Sighting, Standing, blocks
from dod_model.documents.comparing import compare
from dod_model.documents.outlines import Outline
from tests.documents.lending import (
    ASK,
    ASK_LINE,
    CARD,
    CARD_LINE,
    CARGO,
    COSTS,
    DEPOSIT,
    DEPOSIT_LINE,
    HOUR,
    LOCK,
    LOCK_LINE,
    PAGE,
    PLACES,
    SHOES,
    Place,
    changed,
    edited,
    passage_at,
    sightings,
    without,
)


def test_nothing_has_changed_on_the_same_page() -> None:
    assert changed(PAGE) == {}
    assert all(one.block and one.block.line for one in sightings(PAGE).values())


@pytest.mark.parametrize(
    "page",
    [
        PAGE.replace("\n", "\r\n"),
        PAGE.replace(". ", ".  ").replace("\n\n", "\n\n\n"),
        PAGE.replace("- ", "* ").replace("card", "**card**").replace("keys", "[keys](keys.md#here)"),
        PAGE.replace("desk", "DESK").replace("## What it costs", "## WHAT IT COSTS"),
        PAGE.replace("deposit", "[deposit](https://example.org/?a=(b))").replace("sign the", "<!-- 1 -->sign\nthe"),
        PAGE.replace("# Lend", '# <a name="lend"></a> Lend').replace("| Cargo | 7 |", "|Cargo|7|"),
    ],
    ids=["line-ends", "white-space", "markup", "letter-case", "links", "anchors"],
)
def test_form_changes_nothing(page: str) -> None:
    assert page != PAGE
    assert changed(page) == {}


def test_what_is_put_in_above_shifts_nothing() -> None:
    page = edited(
        (CARD_LINE, f"- A helmet.\n\n  It has to fit.\n{CARD_LINE}"), ("# Lend", "# News\n\nThere is some.\n\n# Lend")
    )
    assert changed(page) == {}
    assert sightings(page)[LOCK].block == next(one for one in blocks(page) if one.ordinal == 5)


def test_what_is_taken_out_above_shifts_nothing() -> None:
    assert changed(without(CARD_LINE), PLACES[1:]) == {}


# One change each


def test_moving_a_paragraph_under_another_heading() -> None:
    page = edited((f"{ASK_LINE}\n\n", ""), ("## What it costs\n", f"## What it costs\n\n{ASK_LINE}\n"))
    assert changed(page) == {ASK: (Standing.MOVED, ("What it costs", 1))}


def test_rewording_a_sentence() -> None:
    page = edited(("which you get back on the day you return", "which you get back when you return"))
    assert changed(page) == {DEPOSIT: (Standing.REWORDED, DEPOSIT)}
    assert not sightings(page)[DEPOSIT].by_place


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (CARD, CARD_LINE),
        (DEPOSIT, DEPOSIT_LINE),
        (LOCK, LOCK_LINE),
        (SHOES, "- Shoes"),
        (ASK, ASK_LINE),
        (CARGO, "| Cargo | 7 |"),
        (HOUR, "The first hour is free of charge for all kinds of bicycles."),
    ],
)
def test_deleting_one_leaves_the_others_there(place: Place, line: str) -> None:
    assert changed(without(line)) == {place: (Standing.GONE, None)}


def test_renaming_a_heading_moves_what_stands_under_it() -> None:
    page = edited(("## What it costs", "## What it will cost"))
    assert changed(page) == {
        HOUR: (Standing.MOVED, ("What it will cost", 1)),
        COSTS: (Standing.REWORDED, ("What it will cost", 0)),
    }


def test_a_heading_whose_name_is_wholly_new_is_known_by_its_place() -> None:
    page = edited(("## What it costs", "## Prices"))
    assert changed(page) == {HOUR: (Standing.MOVED, ("Prices", 1)), COSTS: (Standing.REWORDED, ("Prices", 0))}
    assert sightings(page)[COSTS].by_place


def test_a_heading_that_became_a_sentence_has_moved() -> None:
    page = edited(("## What it costs", "What it costs"))
    assert changed(page)[COSTS] == (Standing.MOVED, ("How it goes", 6))


def test_a_heading_with_the_words_of_a_deleted_paragraph_is_not_that_paragraph() -> None:
    page = "# Shoes\n\nShoes\n\nYou need them.\n"
    assert changed("# Shoes\n\nYou need them.\n", (("Shoes", 1),), page) == {("Shoes", 1): (Standing.GONE, None)}


def test_a_section_that_moves_whole_is_there() -> None:
    first, needs, goes, costs = re.split(r"^(?=## )", PAGE, flags=re.MULTILINE)
    assert changed(f"{first}{costs}{goes}{needs}") == {}


def test_a_section_that_becomes_part_of_another() -> None:
    page = edited(("## What it costs\n\n", ""))
    assert changed(page) == {HOUR: (Standing.MOVED, ("How it goes", 6)), COSTS: (Standing.GONE, None)}


def test_an_empty_page_has_nothing() -> None:
    assert changed("") == dict.fromkeys(PLACES, (Standing.GONE, None))


def test_a_cited_passage_is_unverified_whatever_the_page() -> None:
    (one,) = compare([Passage("SEED", "What you need", None, None)], Outline("SEED", (), {}), blocks(PAGE))
    assert one == Sighting(Passage("SEED", "What you need", None, None), Standing.UNVERIFIED)


@pytest.mark.parametrize(
    ("page", "standing"),
    [
        (PAGE, Standing.THERE),
        (edited(("## What you need", "## Bring")), Standing.MOVED),
        (edited(("forty coins", "fifty coins")), Standing.GONE),
    ],
)
def test_of_a_page_without_outline_nothing_is_found_reworded(page: str, standing: Standing) -> None:
    (one,) = compare([passage_at(DEPOSIT)], Outline("SEED", (), {}), blocks(page))
    assert one.standing is standing
