"""After several changes at once, or among like sentences, a passage is found where it went and nowhere else."""

from dod_model.documents import Standing
from tests.documents.lending import (
    ASK,
    ASK_LINE,
    CARD,
    CARD_LINE,
    CARGO,
    DEPOSIT,
    DEPOSIT_LINE,
    HOUR,
    LOCK,
    LOCK_LINE,
    SHOES,
    changed,
    edited,
    sightings,
)


def test_reworded_and_moved_at_once() -> None:
    page = edited(
        (f"{ASK_LINE}\n\n", ""),
        ("## What it costs\n", "## What it costs\n\nAsk at the desk for the key, and sign the book that lies there.\n"),
    )
    assert changed(page) == {ASK: (Standing.REWORDED, ("What it costs", 1))}


def test_a_deletion_next_to_an_insertion() -> None:
    page = edited((DEPOSIT_LINE + "\n", ""), (LOCK_LINE, f"{LOCK_LINE}\n- Patience, if it rains or there is a fair."))
    assert changed(page) == {DEPOSIT: (Standing.GONE, None)}


def test_a_sentence_written_anew_in_its_place_is_known_by_the_place() -> None:
    page = edited((DEPOSIT_LINE, "- Money as a pledge, though members of clubs pay nothing."))
    assert changed(page) == {DEPOSIT: (Standing.REWORDED, DEPOSIT)}
    assert sightings(page)[DEPOSIT].by_place


def test_two_sentences_for_one_are_not_known_by_the_place() -> None:
    page = edited((DEPOSIT_LINE, "- Money as a pledge.\n- Patience, if it rains."))
    assert changed(page) == {DEPOSIT: (Standing.GONE, None)}


def test_a_heading_in_the_place_of_a_sentence_is_no_rewording() -> None:
    assert changed(edited((DEPOSIT_LINE, "## Also bring"))) == {
        DEPOSIT: (Standing.GONE, None),
        LOCK: (Standing.MOVED, ("Also bring", 1)),
        SHOES: (Standing.MOVED, ("Also bring", 2)),
    }


def test_a_sentence_written_anew_is_known_by_neighbours_that_were_reworded() -> None:
    page = edited(
        (CARD_LINE, CARD_LINE.replace("at least one", "one")),
        (DEPOSIT_LINE, "- Money as a pledge, though members of clubs pay nothing."),
        (LOCK_LINE, LOCK_LINE.replace("choose", "take")),
    )
    assert changed(page) == {place: (Standing.REWORDED, place) for place in (CARD, DEPOSIT, LOCK)}
    assert [place for place, one in sightings(page).items() if one.by_place] == [DEPOSIT]


def test_a_block_that_came_from_elsewhere_is_not_the_one_that_stood_in_its_place() -> None:
    page = edited((f"{ASK_LINE}\n\n", ""), (DEPOSIT_LINE, f"- {ASK_LINE.replace('keys', 'key')}"))
    assert changed(page) == {ASK: (Standing.REWORDED, DEPOSIT), DEPOSIT: (Standing.GONE, None)}


def test_of_two_that_are_alike_the_one_under_the_same_heading_is_taken() -> None:
    page = edited(
        ("A library lends", f"{ASK_LINE.replace('keys', 'key')}\n\nA library lends"),
        (ASK_LINE, ASK_LINE.replace("book", "list")),
    )
    assert changed(page) == {ASK: (Standing.REWORDED, ASK)}


def test_a_short_label_is_known_by_its_place_only() -> None:
    assert changed(edited(("- Shoes", "- Boots"))) == {SHOES: (Standing.REWORDED, SHOES)}
    assert changed(edited(("- Shoes\n", ""), ("## How", "## Boots\n\n- Boots\n\n## How"))) == {
        SHOES: (Standing.GONE, None)
    }


def test_a_cell_of_a_row() -> None:
    page = edited(("| Cargo | 7 |", "| Cargo | 8 |"))
    assert changed(page) == {CARGO: (Standing.REWORDED, CARGO)}


def test_the_first_and_the_last_block_have_the_ends_of_the_page_as_neighbours() -> None:
    page = edited(("The first hour is free of charge for all kinds of bicycles.", "You pay later, by letter."))
    assert changed(page) == {HOUR: (Standing.REWORDED, HOUR)}


def test_a_paragraph_cut_in_two_is_seen_in_the_larger_part() -> None:
    page = edited((", and sign the book that lies there.", ".\n\nThen sign the book that lies there."))
    assert changed(page) == {ASK: (Standing.REWORDED, ("How it goes", 1))}
    page = edited((ASK_LINE, "Ask for it.\n\nSign the book that lies there at the desk."))
    assert changed(page) == {ASK: (Standing.REWORDED, ("How it goes", 2))}


def test_two_paragraphs_joined_are_both_seen_in_it() -> None:
    page = edited((f"\n{LOCK_LINE}", " A lock, unless the bicycle that you choose has one of its own."))
    assert changed(page) == {DEPOSIT: (Standing.REWORDED, DEPOSIT), LOCK: (Standing.REWORDED, DEPOSIT)}


# Words that a page has more than once

TWINS = """\
# Ride

Bring the bicycle back before the desk closes.

A lamp is needed at night.

# Race

Bring the bicycle back before the desk closes.

You ride for an hour.
"""
RIDE, RACE = ("Ride", 1), ("Race", 1)


def test_a_twin_elsewhere_is_not_where_a_paragraph_went() -> None:
    page = TWINS.replace("# Ride\n\nBring the bicycle back before the desk closes.\n", "# Ride\n")
    assert changed(page, (RIDE, RACE), TWINS) == {RIDE: (Standing.GONE, None)}


def test_a_second_twin_elsewhere_is() -> None:
    page = TWINS.replace("# Ride\n\nBring the bicycle back before the desk closes.\n", "# Ride\n")
    page += "\n# Walk\n\nBring the bicycle back before the desk closes.\n"
    assert changed(page, (RIDE, RACE), TWINS) == {RIDE: (Standing.MOVED, ("Walk", 1))}


def test_the_twin_of_a_reworded_paragraph_is_there() -> None:
    page = TWINS.replace("before the desk closes", "before the desk shuts", 1)
    assert changed(page, (RIDE, RACE), TWINS) == {RIDE: (Standing.REWORDED, RIDE)}


def test_one_of_two_identical_paragraphs_under_one_heading_is_enough() -> None:
    twice = "# Ride\n\nCome back.\n\nA lamp is needed.\n\nCome back.\n"
    once = "# Ride\n\nA lamp is needed.\n\nCome back.\n"
    assert changed(once, (("Ride", 1), ("Ride", 3)), twice) == {}


SISTERS = """\
# Opening

- On working days the desk by the river opens at eight in the morning.
- On working days the desk by the station opens at nine in the morning.
"""
RIVER, STATION = ("Opening", 1), ("Opening", 2)


def test_a_deleted_sentence_is_not_found_in_its_sister() -> None:
    page = "# Opening\n\n- On working days the desk by the river opens at eight in the morning.\n"
    assert changed(page, (STATION,), SISTERS) == {STATION: (Standing.GONE, None)}


def test_a_deleted_sentence_is_not_found_in_its_sister_that_was_reworded() -> None:
    page = "# Opening\n\n- On working days the desk by the river opens at ten in the morning.\n"
    assert changed(page, (STATION,), SISTERS) == {STATION: (Standing.GONE, None)}
    assert changed(page, (RIVER, STATION), SISTERS) == {
        RIVER: (Standing.REWORDED, RIVER),
        STATION: (Standing.GONE, None),
    }


def test_sisters_that_are_both_reworded_keep_their_places() -> None:
    page = SISTERS.replace("working days", "weekdays")
    assert changed(page, (RIVER, STATION), SISTERS) == {
        RIVER: (Standing.REWORDED, RIVER),
        STATION: (Standing.REWORDED, STATION),
    }
