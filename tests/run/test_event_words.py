"""Events in words: every form is read, every event is told so that it reads back, and nonsense is refused."""

from __future__ import annotations

import re

import pytest

from dod_model.attempt import Place
from dod_model.errors import InputError
from dod_model.run.event_words import FORMS, LONGEST, PLACES, event_of, likely_cause, placed, when_of
from dod_model.run.events import (
    AfterStep,
    AtMoment,
    BeforeStep,
    ClientMoves,
    ConnectionBreaks,
    During,
    Event,
    PackageRemoved,
    PackageUpdated,
    Placed,
    SourceStarts,
    SourceStops,
    ThresholdReached,
    TokenEnds,
    When,
)

EVENTS: dict[str, Event] = {
    "'SOURCE' stops": SourceStops("SOURCE"),
    "'SOURCE' starts": SourceStarts("SOURCE"),
    "'GATEWAY' reaches its threshold": ThresholdReached("GATEWAY"),
    "'PACKAGE' is updated": PackageUpdated("PACKAGE"),
    "'PACKAGE' is updated and not distributed": PackageUpdated("PACKAGE", distributed=False),
    "'PACKAGE' is removed from 'SOURCE'": PackageRemoved("PACKAGE", "SOURCE"),
    "the token ends": TokenEnds(),
    "the connection breaks": ConnectionBreaks(),
    "the client moves to the internet": ClientMoves(Place.INTERNET),
    "the client moves to the intranet": ClientMoves(Place.INTRANET),
}
WHENS: dict[str, When] = {
    "before 'STEP'": BeforeStep("STEP"),
    "after 'STEP'": AfterStep("STEP"),
    "while 'PACKAGE' downloads": During("PACKAGE", 50),
    "when 50 % of 'PACKAGE' has come": During("PACKAGE", 50),
    "after moment 12": AtMoment(12),
}


def refusal(text: str) -> str:
    with pytest.raises(InputError) as caught:
        placed(text)
    (problem,) = caught.value.problems
    assert problem.code == "not-understood"
    assert FORMS[0] in problem.hint
    assert PLACES[0] in problem.hint
    return problem.message


def test_every_form_is_tried_here() -> None:
    assert tuple(EVENTS) == FORMS
    assert tuple(WHENS) == PLACES
    assert {type(event).__name__ for event in EVENTS.values()} == {kind.__name__ for kind in Event.__subclasses__()}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("place", PLACES)
def test_every_event_is_read_with_every_place(form: str, place: str) -> None:
    assert placed(f"{form} {place}") == Placed(EVENTS[form], WHENS[place])


@pytest.mark.parametrize("form", FORMS)
def test_what_is_told_reads_back(form: str) -> None:
    assert event_of(EVENTS[form].told) == EVENTS[form]


@pytest.mark.parametrize("name", ["Bob's PC", 'the "big" one', "x stops before moment 1", "a  b", "Größe", "50 %"])
def test_a_name_reads_back_as_it_is(name: str) -> None:
    for event in (SourceStops(name), SourceStarts(name), ThresholdReached(name), PackageUpdated(name)):
        assert event_of(event.told) == event
    assert event_of(PackageRemoved(name, "DP").told) == PackageRemoved(name, "DP")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'CMG' stops before 'A'", Placed(SourceStops("CMG"), BeforeStep("A"))),
        ('  "CMG" stops   after "A" ', Placed(SourceStops("CMG"), AfterStep("A"))),
        ('"CMG" stops when 7% of "A" has come', Placed(SourceStops("CMG"), During("A", 7))),
        ('"CMG" stops when 100 % of "A" has come', Placed(SourceStops("CMG"), During("A", 100))),
        ("\"x before 'y'\" stops after moment 3", Placed(SourceStops("x before 'y'"), AtMoment(3))),
        ('"A" is removed from "DP" while "A" downloads', Placed(PackageRemoved("A", "DP"), During("A"))),
    ],
)
def test_texts_are_read(text: str, expected: Placed) -> None:
    assert placed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nonsense",
        '"CMG" stops',
        'before "A"',
        '"CMG" explodes before "A"',
        'CMG stops before "A"',
        '"CMG" stops before A',
        '"" stops before "A"',
        '"CMG" stops during "A"',
        '"CMG" stops when fifty % of "A" has come',
        '"CMG" stops after moment -1',
        "the client moves to the moon after moment 1",
    ],
)
def test_nonsense_is_refused_with_what_can_be_said(text: str) -> None:
    assert refusal(text) == f"the event is not understood: {text}"


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("", "It is empty."),
        ("  ", "It is empty."),
        ("'CMG' stops", "It does not say when."),
        ("before 'A'", "It does not say what happens."),
        ("'CMG' explodes before 'A'", "What happens is not understood: 'CMG' explodes."),
        ("CMG stops before 'A'", "What happens is not understood: CMG stops."),
        ("'CMG' stops when fifty % of 'A' has come", "Every name in it has to be in quotation marks"),
        ("'CMG' stops when 5 % 'A'", "When it happens is not understood: when 5 % 'A'."),
        ("CMG stops while A downloads", "Every name in it has to be in quotation marks"),
        ("x" * (LONGEST + 1), "It has more than 1,000 characters."),
    ],
)
def test_the_likely_cause_is_told(text: str, cause: str) -> None:
    assert likely_cause(text).startswith(cause)
    with pytest.raises(InputError, match=re.escape(cause)):
        placed(text)


def test_a_name_may_stand_in_either_quotation_marks() -> None:
    assert placed("\"CMG\" stops before 'A'") == placed("'CMG' stops before \"A\"")


def test_one_half_alone_is_refused_too() -> None:
    for read in (event_of, when_of):
        with pytest.raises(InputError, match="not understood"):
            read("nonsense")


@pytest.mark.parametrize(
    "text", [" " * 200_000 + "x", 'x before "' * 20_000, '"' + "x" * 200_000 + '" stops before "A"']
)
def test_what_is_too_long_is_refused_at_once_and_cut(text: str) -> None:
    assert refusal(text) == f"the event is not understood: {text[:200]}"
    with pytest.raises(InputError):
        event_of(text)


def test_three_long_names_fit() -> None:
    long = "x" * 256
    text = f'"{long}" is removed from "{long}" while "{long}" downloads'
    assert len(text) <= LONGEST
    assert placed(text) == Placed(PackageRemoved(long, long), During(long))
