"""What a reader can try, and what can be asked of it: a file beside the page that offers both."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

from dod_model.attempt import Attempt, Place, Start, User, Wish
from dod_model.publish.material import Material, Pages
from dod_model.render.wording import WISHES, how
from dod_model.requirements import REQUIREMENTS

NAME = "try-it/examples.json"
"""The file, from the root of the docs."""


class Example(NamedTuple):
    """A description that is published.

    Attributes:
        path: its file, from the folder of the examples and without the suffix.
        title: what it is, in words.
        requirement: id of the requirement that is not met in it; empty if there is none.
    """

    path: str
    title: str
    requirement: str = ""


class Group(NamedTuple):
    """Examples that belong together.

    Attributes:
        group: healthy, faults, partial or others.
        title: what they have in common.
        examples: the examples.
    """

    group: str
    title: str
    examples: tuple[Example, ...]


class Option(NamedTuple):
    """What can be asked, as with an option of `dod check`.

    Attributes:
        name: the argument of the question.
        flag: the option of the command.
        label: what it is called.
        values: each value with its words; the first, which is empty, leaves the choice to the site.
    """

    name: str
    flag: str
    label: str
    values: tuple[tuple[str, str], ...]


def examples_file(_: Material) -> Pages:
    """The groups of examples and the options as JSON, by the name of their file."""
    groups = [{**group._asdict(), "examples": [one._asdict() for one in group.examples]} for group in _groups()]
    options = [option._asdict() for option in _options()]
    return {NAME: json.dumps({"groups": groups, "options": options}, indent=1) + "\n"}


def _options() -> Iterator[Option]:
    yield Option("wish", "--want", "Wish", (("", WISHES[Wish.ON_DEMAND]), (Wish.RUN.value, WISHES[Wish.RUN])))
    starts = ((one.value, _how(one).removeprefix("started ")) for one in Start)
    yield Option("start", "--start", "Start", (("", "as the purpose suggests"), *starts))
    places = (("" if one is Place.INTERNET else one.value, f"on the {one.value}") for one in Place)
    yield Option("place", "--from", "Place", tuple(places))
    users = ((one.value, one.value.replace("-", " ")) for one in User)
    yield Option("user", "--user", "User", (("", "not known"), *users))


def _how(start: Start) -> str:
    """A start in words."""
    return how(Attempt("", "", start, Place.INTERNET)).partition(",")[0]


def _groups() -> Iterator[Group]:
    yield Group("healthy", "All is well", (Example("healthy", "A healthy site"),))
    topics: dict[str, list[Example]] = {}
    for one in REQUIREMENTS:
        topics.setdefault(one.topic.value, []).append(Example(f"faults/{one.id}", one.statement, one.id))
    for topic, found in topics.items():
        yield Group("faults", topic, tuple(found))
    yield Group("partial", "Much is not known", (Example("partial", "A site of which little is known"),))
    office = Example("branch-office", "A branch office with two gateways")
    yield Group("others", "A larger site", (office,))
