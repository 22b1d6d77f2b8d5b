"""A made-up page with passages that are cited, and how they stand once it has changed."""

from dod_model.documents import Passage, Sighting, Standing, blocks
from dod_model.documents.comparing import compare
from dod_model.documents.fingerprinting import outline_of

PAGE = """\
# Lend a bicycle

A library lends bicycles to everyone who has a card of the town.

## What you need

- A card of the town that is valid for at least one more month.
- A deposit of forty coins, which you get back on the day you return.
- A lock, unless the bicycle that you choose has one of its own.
- Shoes

## How it goes

Ask at the desk for the keys, and sign the book that lies there.

> [!NOTE]
> In winter the desk closes at dusk, and nobody takes bicycles back.

| Kind | Price |
|------|-------|
| Cargo | 7 |
| Child | 2 |

## What it costs

The first hour is free of charge for all kinds of bicycles.
"""
CARD, DEPOSIT, LOCK, SHOES = (("What you need", ordinal) for ordinal in (1, 2, 3, 4))
ASK, WINTER, CARGO = ("How it goes", 1), ("How it goes", 2), ("How it goes", 4)
HOUR, COSTS = ("What it costs", 1), ("What it costs", 0)
PLACES = (CARD, DEPOSIT, LOCK, SHOES, ASK, WINTER, CARGO, HOUR, COSTS)
Place = tuple[str, int]


def passage_at(place: Place, page: str = PAGE) -> Passage:
    (block,) = [one for one in blocks(page) if (one.heading, one.ordinal) == place]
    return Passage("SEED", *place, block.fingerprint)


def sightings(new: str, places: tuple[Place, ...] = PLACES, old: str = PAGE) -> dict[Place, Sighting]:
    """How passages of the old page stand on the new one, when only they are known of it."""
    passages = [passage_at(place, old) for place in places]
    known = outline_of("SEED", blocks(old), passages)
    return dict(zip(places, compare(passages, known, blocks(new)), strict=True))


def changed(
    new: str, places: tuple[Place, ...] = PLACES, old: str = PAGE
) -> dict[Place, tuple[Standing, Place | None]]:
    """What is not there any more, and the places where it is seen."""
    return {
        place: (one.standing, (one.block.heading, one.block.ordinal) if one.block else None)
        for place, one in sightings(new, places, old).items()
        if one.standing is not Standing.THERE
    }


def edited(*changes: tuple[str, str], page: str = PAGE) -> str:
    for old, new in changes:
        assert page.count(old) == 1, old
        page = page.replace(old, new)
    return page


def without(*lines: str) -> str:
    return edited(*((f"{line}\n", "") for line in lines))


DEPOSIT_LINE = "- A deposit of forty coins, which you get back on the day you return."
LOCK_LINE = "- A lock, unless the bicycle that you choose has one of its own."
CARD_LINE = "- A card of the town that is valid for at least one more month."
ASK_LINE = "Ask at the desk for the keys, and sign the book that lies there."
