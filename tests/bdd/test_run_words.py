"""Words of scenarios about a run become values of the model; a mistyped one is refused with the nearest."""

import pytest

from dod_model.bdd.parameters import UnknownWordError
from dod_model.bdd.run_words import RUN_TYPES
from dod_model.requirements.requirement import Stage
from dod_model.run.events import AfterStep, During, PackageUpdated, Placed, SourceStops, TokenEnds
from dod_model.site import MISSING, Comparison, Condition, ConditionSubject, PackageKind


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("Behaviours", "resumed, next-source and cut-off", {"resumed", "next-source", "cut-off"}),
        ("Fits", "too small", False),
        ("Fits", "large enough or not, which is unknown", None),
        ("Mark", "language", "language"),
        ("Names", "nothing", ()),
        ("Names", '"Drivers"', ("Drivers",)),
        ("Names", '"Drivers", "Office" and "Windows 10, 1903"', ("Drivers", "Office", "Windows 10, 1903")),
        ("PackageKind", "an OS image", PackageKind.OS_IMAGE),
        ("PackageKind", "of an unknown kind", MISSING),
        ("Stage", "when its content is looked up", Stage.LOOKUP),
        ("Times", "twice", 2),
        ("Trouble", "breaks", "download-broken"),
        ("Truth", "false", False),
    ],
)
def test_a_word_becomes_a_value(kind: str, text: str, value: object) -> None:
    assert RUN_TYPES[kind](text) == value


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ('"CMG-EAST" stops while "Drivers" downloads', Placed(SourceStops("CMG-EAST"), During("Drivers"))),
        ('"Drivers" is updated after "Stage drivers"', Placed(PackageUpdated("Drivers"), AfterStep("Stage drivers"))),
        ('the token ends when 25 % of "Drivers" has come', Placed(TokenEnds(), During("Drivers", 25))),
    ],
)
def test_an_event_is_read_with_its_moment(text: str, event: Placed) -> None:
    assert RUN_TYPES["Event"](text) == event


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        (
            'the model equals "Latitude 7490"',
            Condition(subject=ConditionSubject.MODEL, comparison=Comparison.EQUALS, value="Latitude 7490"),
        ),
        (
            'the variable "Pilot" does not exist',
            Condition(subject=ConditionSubject.VARIABLE, variable="Pilot", comparison=Comparison.NOT_EXISTS),
        ),
        (
            'the variable "Free" is less than or equal to "20"',
            Condition(
                subject=ConditionSubject.VARIABLE, variable="Free", comparison=Comparison.LESS_OR_EQUAL, value="20"
            ),
        ),
    ],
)
def test_a_condition_is_read_as_the_console_shows_it(text: str, condition: Condition) -> None:
    assert RUN_TYPES["Condition"](text) == condition


@pytest.mark.parametrize(
    ("kind", "text", "nearest"),
    [
        ("Amount", "come in advanse", "come in advance"),
        ("Behaviours", "resumed and next-sorce", "next-source"),
        ("Condition", 'the modell equals "Surface Pro"', "model"),
        ("Condition", 'the model equal "Surface Pro"', "equals"),
        ("Fits", "to small", "too small"),
        ("Mark", "langage", "language"),
        ("PackageKind", "an OS imag", "an OS image"),
        ("Stage", "when it is strated", "when it is started"),
        ("Times", "twize", "twice"),
        ("Trouble", "brakes", "breaks"),
        ("Truth", "flase", "false"),
    ],
)
def test_a_mistyped_word_is_refused_with_the_nearest(kind: str, text: str, nearest: str) -> None:
    with pytest.raises(UnknownWordError, match=f"did you mean '{nearest}'"):
        RUN_TYPES[kind](text)


def test_an_event_that_is_not_understood_is_refused_with_the_forms_that_are() -> None:
    with pytest.raises(UnknownWordError, match="An event is one of"):
        RUN_TYPES["Event"]('"CMG-EAST" stops while "Drivers" is downloaded')
